import { expect, type Locator } from "@playwright/test";

import { FormPage } from "./form-page";
import { SpreadDialog } from "./spread-dialog";

/** The page of one Handleplan. */
export class PlanPage extends FormPage {
  static readonly START = "Forventet merforbrug ved opstart af handleplan";
  static readonly FORECAST = "Forventet merforbrug efter denne opdatering";

  readonly forecast = this.figure(PlanPage.FORECAST);
  readonly add = this.button("Tilføj indsats");
  readonly spreadDialog = new SpreadDialog(this.page);
  readonly rows = this.page.getByRole("group", { name: /^Indsats \d+$/ });

  async isOpen(): Promise<void> {
    await expect(this.page.getByText(/^Handleplan( \d{4})?$/)).toBeVisible();
  }

  /** The texts and buttons of a focus area, the first being 1. */
  row(number: number): Locator {
    return this.page.getByRole("group", { name: `Indsats ${number}`, exact: true });
  }

  /** A text of a focus area. */
  text(number: number, label: string): Locator {
    return this.row(number).getByRole("textbox", { name: label, exact: true });
  }

  /** The economic effect of a focus area in a month. */
  effect(number: number, month: string): Locator {
    return this.input(`Indsats ${number} ${month}`);
  }

  /** Moves, removes or spreads a focus area. */
  rowButton(action: string, number: number): Locator {
    return this.button(`${action} indsats ${number}`);
  }

  /** Reads the twelve effects of a focus area. */
  async hasEffects(number: number, effects: readonly string[]): Promise<void> {
    const cells = this.page.getByRole("textbox", { name: new RegExp(`^Indsats ${number} `) });
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
