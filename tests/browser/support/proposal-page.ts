import { expect } from "@playwright/test";

import { FormPage } from "./form-page";

/** The page of one Reduktionsforslag. */
export class ProposalPage extends FormPage {
  readonly kinds = this.page.getByRole("group", { name: "Ændringen vedrører" });

  async isOpen(): Promise<void> {
    await expect(this.page.getByRole("paragraph").filter({ hasText: /^Reduktionsforslag( til Budget \d{4}-\d{4})?$/ })).toBeVisible();
  }

  async setFirstYear(year: number): Promise<void> {
    await this.enter("Budgetår", String(year));
  }

  /** Reads the four totals and their sum. */
  async hasTotals(firstYear: number, years: readonly string[], sum: string): Promise<void> {
    const columns = [...years.map((_, index) => ` ${firstYear + index}`), ", alle år"];
    const names = new RegExp(`^Ændringsforslag i alt(${columns.join("|")})$`);
    await expect(this.page.getByRole("status", { name: names })).toHaveText([...years, sum]);
  }
}
