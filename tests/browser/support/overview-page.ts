import { expect, type Locator, type Page } from "@playwright/test";

/** The start page. */
export class Overview {
  readonly newProposal: Locator;
  readonly newPlan: Locator;
  readonly newCatalogue: Locator;
  readonly openExample: Locator;
  readonly exportAll: Locator;
  readonly importFile: Locator;
  readonly search: Locator;
  readonly department: Locator;
  readonly kind: Locator;
  readonly order: Locator;
  /** How many proposals match. */
  readonly count: Locator;
  readonly proposals: Locator;
  readonly plans: Locator;
  readonly catalogues: Locator;
  readonly unreadable: Locator;

  constructor(readonly page: Page) {
    this.newProposal = page.getByRole("button", { name: "Nyt forslag" });
    this.newPlan = page.getByRole("button", { name: "Ny handleplan" });
    this.newCatalogue = page.getByRole("button", { name: "Nyt råderumskatalog" });
    this.openExample = page.getByRole("button", { name: "Åbn eksempel" });
    this.exportAll = page.getByRole("button", { name: "Gem som Råderum-fil (JSON)" });
    this.importFile = page.getByRole("button", { name: "Åbn fil" });
    this.search = page.getByRole("searchbox", { name: "Søg i forslag" });
    this.department = page.getByRole("combobox", { name: "Center" });
    this.kind = page.getByRole("combobox", { name: "Type" });
    this.order = page.getByRole("combobox", { name: "Sortér efter" });
    this.count = page.getByText(/^[\d.]+( af [\d.]+)? forslag$/);
    this.proposals = this.table("Reduktionsforslag");
    this.plans = this.table("Handleplaner");
    this.catalogues = this.table("Råderumskataloger");
    this.unreadable = page.getByRole("region", { name: "Noget, der er gemt i browseren, kan ikke læses" });
  }

  async isOpen(): Promise<void> {
    await expect(
      this.page.getByRole("heading", { level: 1, name: "Forslag og handleplaner" }),
    ).toBeVisible();
  }

  private table(name: string): Locator {
    // The frame that scrolls has the heading's name too.
    return this.page.getByRole("region", { name }).getByRole("table").first();
  }

  /** The rows of proposals that are shown. */
  get proposalRows(): Locator {
    return this.proposals.locator("tbody").getByRole("row");
  }

  get planRows(): Locator {
    return this.plans.locator("tbody").getByRole("row");
  }

  /** The headings of the proposals that are shown, in order. */
  get titles(): Locator {
    return this.proposals.locator("tbody").getByRole("rowheader");
  }

  /** The row of a proposal, by a part of its heading. */
  proposal(name: string): Locator {
    return this.proposalRows.filter({ has: this.page.getByRole("link", { name }) });
  }

  plan(name: string, year: number): Locator {
    return this.planRows
      .filter({ has: this.page.getByRole("link", { name, exact: true }) })
      .filter({ has: this.page.getByRole("cell", { name: String(year), exact: true }) });
  }

  /** What is chosen in a list of choices. */
  chosen(list: Locator): Locator {
    return list.locator("option:checked");
  }

  /** The figures in a row, without the text before them and the buttons after them. */
  figures(row: Locator): Locator {
    return row.getByRole("cell", { name: /^[−\d.,]+$/ }).and(this.page.locator(".number"));
  }

  /** A sum under the shown proposals, by its column. */
  sum(column: number | string): Locator {
    return this.page.getByRole("status", { name: `Viste forslag ${column}`, exact: true });
  }
}
