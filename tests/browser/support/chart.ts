import type { Locator, Page } from "@playwright/test";

import { MONTHS } from "./danish";
import { reached } from "./reach";

export interface Point {
  x: number;
  y: number;
}

/** The picture of the expected overspend month by month, and the table with its figures. */
export class Chart {
  readonly section: Locator;
  readonly image: Locator;
  readonly table: Locator;

  constructor(readonly page: Page) {
    this.section = page.getByRole("region", { name: "Forventet merforbrug måned for måned", includeHidden: true });
    this.image = this.section.locator("[role=img]");
    this.table = this.section.getByRole("table", { includeHidden: true });
  }

  async openTable(): Promise<void> {
    await reached(this.section.getByText("Vis tallene som tabel")).click();
  }

  /** The points of a drawn curve. */
  async points(curve: "planned" | "realised" | "rest"): Promise<Point[]> {
    const points = await this.image.locator(`.chart__${curve}`).getAttribute("points");
    return points!.split(" ").map((pair) => {
      const [x, y] = pair.split(",").map(Number);
      return { x, y };
    });
  }

  /** The ends of a level line. */
  level(line: "zero" | "limit"): Promise<Point[]> {
    return this.image.locator(`line.chart__${line}`).evaluate((line) => {
      const at = (name: string) => Number(line.getAttribute(name));
      return [
        { x: at("x1"), y: at("y1") },
        { x: at("x2"), y: at("y2") },
      ];
    });
  }

  /** A figure of the table. */
  figure(column: string, month: string): Locator {
    return this.section.locator("output").and(this.page.getByLabel(`${column}: ${month}`, { exact: true }));
  }

  /** A column of the table as numbers, January to December. */
  async column(column: string): Promise<number[]> {
    const texts = MONTHS.map((month) => this.figure(column, month).textContent());
    return (await Promise.all(texts)).map((text) =>
      Number(text!.replaceAll(".", "").replace("−", "-").replace(",", ".")),
    );
  }
}
