import { expect, type Locator, type Page } from "@playwright/test";

/** The page of a document's earlier states. */
export class EarlierPage {
  /** The moments that a state is kept from, newest first. */
  readonly states: Locator;
  /** What the chosen state says where the document says something else. */
  readonly comparison: Locator;
  readonly bringBack: Locator;
  readonly asCopy: Locator;

  constructor(readonly page: Page) {
    this.states = page.locator(".earlier__list").getByRole("listitem");
    this.comparison = page.getByRole("table", { name: /anderledes i dag/ });
    this.bringBack = page.getByRole("button", { name: "Gendan denne version" });
    this.asCopy = page.getByRole("button", { name: "Læg den ved siden af som kopi" });
  }

  async isOpen(title: string): Promise<void> {
    const name = `Tidligere versioner: ${title}`;
    await expect(this.page.getByRole("heading", { level: 1, name, exact: true })).toBeVisible();
  }

  /** Chooses a state by its place, the newest being the first. */
  async choose(place: number): Promise<void> {
    const state = this.states.nth(place).getByRole("button");
    const moment = await state.innerText();
    await state.click();
    await expect(state).toHaveAttribute("aria-current", "true");
    await expect(this.page.getByRole("heading", { level: 2, name: moment })).toBeVisible();
  }

  /** Each field that differs, with what it said then and says today. */
  async differences(): Promise<string[][]> {
    const rows = await this.comparison.locator("tbody tr").all();
    return Promise.all(rows.map((row) => row.locator("th, td").allInnerTexts()));
  }
}
