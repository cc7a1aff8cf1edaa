import { expect, type Locator } from "@playwright/test";

import { reached } from "./reach";
import { TabbedPage } from "./tabbed-page";

/** The tabs of the page. */
export type CatalogueTab = "Forslag" | "Sammenhænge" | "Pakker" | "Udgiv" | "Oplysninger";

/** The page of one Råderumskatalog. */
export class CataloguePage extends TabbedPage<CatalogueTab> {
  static readonly NET_CHANGE = "Ændringsforslag i alt";

  readonly entries = this.page.getByRole("region", { name: "Forslag i kataloget" });
  readonly outcome = this.page.getByRole("region", { name: "Hvad kataloget højst kan give" });
  readonly picture = this.outcome.getByRole("img");
  readonly pickDialog = this.page.getByRole("dialog", { name: "Tilføj forslag til kataloget" });
  /** What every printed sheet says. */
  readonly notDecided = this.page.getByText(/^FORSLAG – intet er besluttet/);
  readonly packages = this.page.getByRole("group", { name: /^Pakke \d+$/ });

  /** What each year gives against its target, above the tabs. */
  readonly keyFigures = this.page.getByRole("region", { name: /^Nøgletal/ }).getByRole("listitem");

  async isOpen(): Promise<void> {
    await expect(this.page.getByText(/^Råderumskatalog( til Budget \d{4}-\d{4})?$/)).toBeVisible();
  }

  /** Takes in every proposal that is stored and has this budget year. */
  async takeAll(year: number): Promise<void> {
    await this.button(`Tag alle forslag med budgetår ${year} med`).click();
  }

  /** The rows of proposals, in order. */
  get rows(): Locator {
    return this.entries.locator("tbody").getByRole("row").filter({ has: this.page.getByRole("combobox") });
  }

  /** The row of a proposal, by a part of its heading. */
  row(name: string): Locator {
    return this.rows.filter({ has: this.page.getByRole("rowheader", { name }) });
  }

  status(number: number): Locator {
    return reached(this.page.getByRole("combobox", { name: `Forslag ${number}: Status`, exact: true, includeHidden: true }));
  }

  /** Adds a proposal by the dialog. */
  async pick(...names: string[]): Promise<void> {
    await this.button("Tilføj forslag").click();
    for (const name of names) {
      await this.pickDialog.getByRole("button", { name }).click();
      await expect(this.pickDialog.getByText("er taget med")).toContainText(name);
    }
    await this.pickDialog.getByRole("button", { name: "Færdig" }).click();
    await expect(this.pickDialog).toHaveCount(0);
  }

  /** A block with a heading: `Varianter 1`, `Sammenhæng 2`, `Pakke 1`. */
  block(name: string): Locator {
    return this.page.getByRole("group", { name, exact: true });
  }

  /** Adds packages, and ticks the same proposals into each. */
  async addPackages(count: number, ...proposals: string[]): Promise<void> {
    for (let number = 1; number <= count; number += 1) {
      await this.button("Tilføj pakke").click();
      for (const proposal of proposals) {
        await this.tick(number, proposal).check({ force: true });
      }
    }
  }

  /** The tick of a proposal in a package, by a part of the proposal's heading. */
  tick(packageNumber: number, proposal: string): Locator {
    return this.block(`Pakke ${packageNumber}`).getByRole("checkbox", { name: proposal });
  }

  /** Adds variants of each other. */
  async addVariants(number: number, name: string, ...variants: string[]): Promise<Locator> {
    await this.button("Tilføj varianter").click();
    const group = this.block(`Varianter ${number}`);
    await expect(group.getByRole("heading")).toBeFocused();
    await group.getByRole("textbox", { name: "Hvad er de varianter af?" }).fill(name);
    for (const variant of variants) {
      await this.choose(group.getByRole("combobox"), variant);
      await group.getByRole("button", { name: /^Tilføj til/ }).click();
      await expect(group.getByRole("listitem").filter({ hasText: variant })).toBeVisible();
    }
    return group;
  }

  /** Adds a relation between two proposals. */
  async relate(number: number, from: string, kind: string, to: string): Promise<Locator> {
    await this.openTab("Sammenhænge");
    await this.choose(this.page.locator("#new-relation-from"), from);
    await this.page.locator("#new-relation-kind").selectOption(kind);
    await this.choose(this.page.locator("#new-relation-to"), to);
    await this.button("Tilføj sammenhæng").click();
    const relation = this.block(`Sammenhæng ${number}`);
    await expect(relation.getByRole("heading")).toBeFocused();
    return relation;
  }

  /** Chooses the option whose label contains a text. */
  async choose(list: Locator, label: string): Promise<void> {
    const option = list.locator("option", { hasText: label });
    await list.selectOption((await option.getAttribute("value"))!);
  }

  /** What changes in each year, of `Kataloget` or of a package. */
  async hasNetChange(of: string, years: readonly number[], figures: readonly string[]): Promise<void> {
    for (const [place, year] of years.entries()) {
      await expect(this.figure(`${of}: ${CataloguePage.NET_CHANGE} ${year}`)).toHaveText(figures[place]);
    }
  }

  /** The cells of a row of figures of the catalogue or a package. */
  async sums(of: Locator, row: string): Promise<string[]> {
    const cells = of.getByRole("row", { name: new RegExp(`^${row}`) }).first().getByRole("cell");
    await expect(cells.first()).toBeVisible();
    return (await cells.allInnerTexts()).slice(0, 4);
  }
}
