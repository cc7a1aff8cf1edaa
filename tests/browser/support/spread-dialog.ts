import { expect, type Locator, type Page } from "@playwright/test";

/** The dialog that spreads a yearly amount over the months of a row. */
export class SpreadDialog {
  readonly root: Locator;
  readonly amount: Locator;
  readonly from: Locator;
  readonly to: Locator;
  readonly error: Locator;

  constructor(page: Page) {
    this.root = page.getByRole("dialog", { name: /^Fordel et beløb på månederne/ });
    this.amount = this.root.getByLabel("Beløb, der skal fordeles");
    this.from = this.root.getByLabel("Fra og med");
    this.to = this.root.getByLabel("Til og med");
    this.error = this.root.getByRole("alert");
  }

  remainder(where: "I sidste måned" | "I første måned"): Locator {
    return this.root.getByRole("radio", { name: where });
  }

  async spread(): Promise<void> {
    await this.root.getByRole("button", { name: "Fordel", exact: true }).click();
  }

  async cancel(): Promise<void> {
    await this.root.getByRole("button", { name: "Annullér" }).click();
    await expect(this.root).toHaveCount(0);
  }
}
