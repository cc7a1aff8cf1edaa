import { expect } from "@playwright/test";

import { FormPage } from "./form-page";

/** The page of one Reduktionsforslag. */
export class ProposalPage extends FormPage {
  readonly kinds = this.page.getByRole("group", { name: "Ændringen vedrører" });

  async isOpen(): Promise<void> {
    await expect(this.page.getByText(/^Reduktionsforslag( til Budget \d{4}-\d{4})?$/)).toBeVisible();
  }

  async setFirstYear(year: number): Promise<void> {
    await this.enter("Budgetår", String(year));
  }

  /** Reads the four totals and their sum. */
  async hasTotals(firstYear: number, years: readonly string[], sum: string): Promise<void> {
    for (const [index, total] of years.entries()) {
      await expect(this.figure(`Ændringsforslag i alt ${firstYear + index}`)).toHaveText(total);
    }
    const all = `Ændringsforslag i alt ${firstYear}-${firstYear + 3}`;
    await expect(this.figure(all)).toHaveText(sum);
  }
}
