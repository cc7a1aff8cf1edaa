import { expect, type Locator } from "@playwright/test";

import { Chart } from "./chart";
import { MONTHS } from "./danish";
import { reached } from "./reach";
import { SpreadDialog } from "./spread-dialog";
import { TabbedPage } from "./tabbed-page";

/** The tabs of the page. */
export type PlanTab = "Plan" | "Opfølgning" | "Prognose og dækning" | "Opdateringer" | "Oplysninger";

/** The page of one Handleplan. */
export class PlanPage extends TabbedPage<PlanTab> {
  static readonly START = "Forventet merforbrug ved opstart af handleplan";
  static readonly FORECAST = "Forventet merforbrug efter denne opdatering";

  static readonly UPDATE = "Forventet merforbrug ved sidste opdatering";

  readonly forecast = this.figure(PlanPage.FORECAST);
  readonly status = reached(this.page.getByRole("combobox", { name: "Regnskabstal til og med", includeHidden: true }));
  /** What the months that are left must give. */
  readonly needed = this.figure("Det skal de resterende måneder give");
  readonly coverage = this.page.getByRole("group", { name: "Dækning", includeHidden: true });
  readonly chart = new Chart(this.page);
  readonly closeDialog = this.page.getByRole("dialog", { name: "Gem som opdatering" });
  readonly pickDialog = this.page.getByRole("dialog", { name: "Vælg et forslag at følge op på" });
  readonly add = this.button("Tilføj indsats");
  readonly spreadDialog = new SpreadDialog(this.page);
  /** The rows of the table, by their names. */
  readonly rows = this.page.locator(".row-name");
  /** Shows the texts of all rows. */
  readonly allTexts = this.button("Tabelvisning");

  async isOpen(): Promise<void> {
    await expect(this.page.getByText(/^Handleplan( \d{4})?$/)).toBeVisible();
  }

  /** The button that a row is called by, which opens its texts. */
  rowName(number: number): Locator {
    return this.rows.nth(number - 1);
  }

  /** The texts and buttons of a focus area, the first being 1. */
  row(number: number): Locator {
    return this.page.getByRole("group", { name: `Indsats ${number}`, exact: true, includeHidden: true });
  }

  /** A text of a focus area. */
  text(number: number, label: string): Locator {
    return reached(this.row(number).getByRole("textbox", { name: label, exact: true, includeHidden: true }));
  }

  /** What a focus area amounts to, in words, beside its heading. */
  sumInWords(number: number): Locator {
    return this.row(number).locator(".focus-area__head .meaning");
  }

  /** The way to the proposal that a focus area is from. */
  source(number: number): Locator {
    return reached(this.row(number).getByRole("link", { name: "Se forslaget", includeHidden: true }));
  }

  /** The economic effect of a focus area in a month. */
  effect(number: number, month: string): Locator {
    return this.input(`Indsats ${number} ${month}`);
  }

  /** What a focus area really gave in a month. */
  realised(number: number, month: string): Locator {
    return this.input(`Indsats ${number} realiseret i ${month}`);
  }

  /** Reads planned, realised, deviation and expected of a focus area, or of all. */
  async hasFollowUp(of: number | "Alle indsatser", figures: readonly string[]): Promise<void> {
    const name = of === "Alle indsatser" ? of : `Indsats ${of}`;
    const columns = "Planlagt|Realiseret|Afvigelse|Forventet hele året";
    const outputs = this.page.getByRole("status", { name: new RegExp(`^${name}: (${columns})$`), includeHidden: true });
    await expect(outputs).toHaveText(figures);
  }

  /** A field of the head that has filled itself. */
  frozen(label: string): Locator {
    return this.page
      .locator(".field", { has: this.page.getByText(label, { exact: true }) })
      .locator(".frozen");
  }

  /** The lines of the history: what it was, the month, effect, forecast, how it moved, the note. */
  async history(): Promise<string[][]> {
    const region = this.page.getByRole("region", { name: "Opdateringer", includeHidden: true });
    const rows = region.locator("tbody tr").all();
    return Promise.all((await rows).map((row) => row.locator("th, td").allInnerTexts()));
  }

  /** Closes an update on a date. */
  async closeUpdate(date: string, note: string): Promise<void> {
    await this.button("Gem som opdatering pr. …").click();
    await this.closeDialog.getByLabel("Dato for opdateringen").fill(date);
    await this.closeDialog.getByLabel("Bemærkning").fill(note);
    await this.closeDialog.getByRole("button", { name: "Gem som opdatering" }).click();
    await expect(this.closeDialog).toHaveCount(0);
  }

  /** Adds a focus area from a proposal. */
  async pick(proposal: string): Promise<void> {
    await this.button("Tilføj fra forslag").click();
    await this.pickDialog.getByRole("button", { name: proposal }).click();
    await expect(this.pickDialog).toHaveCount(0);
  }

  /** Moves, removes or spreads a focus area. */
  rowButton(action: string, number: number): Locator {
    return this.button(`${action} indsats ${number}`);
  }

  /** Reads the twelve effects of a focus area. */
  async hasEffects(number: number, effects: readonly string[]): Promise<void> {
    const cells = this.page.getByRole("textbox", {
      name: new RegExp(`^Indsats ${number} (${MONTHS.join("|")})$`),
      includeHidden: true,
    });
    await expect
      .poll(() => cells.evaluateAll((cells) => cells.map((cell) => (cell as HTMLInputElement).value)))
      .toEqual(effects);
  }

  async openSpread(number: number): Promise<SpreadDialog> {
    await this.button(`Fordel beløb for indsats ${number}`).click();
    await expect(this.spreadDialog.root).toBeVisible();
    return this.spreadDialog;
  }

  /** Adds focus areas until there are so many. */
  async addUntil(rows: number): Promise<void> {
    for (let number = (await this.rows.count()) + 1; number <= rows; number += 1) {
      await this.add.click();
      await expect(this.row(number)).toBeVisible();
    }
  }
}
