import { expect, type Locator, type Page } from "@playwright/test";

/** A published page as its reader uses it. */
export class ReaderPage {
  readonly list: Locator;
  readonly package: Locator;

  constructor(private readonly page: Page) {
    this.list = page.locator("#program-proposals");
    this.package = page.getByRole("region", { name: "Prøv selv: din pakke" });
  }

  async isStarted(): Promise<void> {
    await expect(this.package).toBeVisible();
  }

  get search(): Locator {
    return this.list.getByRole("searchbox", { name: "Søg i forslag" });
  }

  get names(): Locator {
    return this.list.locator(".choice label");
  }

  /** What is said under each name. */
  get about(): Locator {
    return this.list.locator(".choice__about");
  }

  row(heading: string): Locator {
    return this.list.getByRole("listitem").filter({ has: this.page.locator("label", { hasText: heading }) });
  }

  tick(heading: string): Locator {
    return this.row(heading).getByRole("checkbox");
  }

  async choose(heading: string): Promise<void> {
    // The design system draws the box over the input.
    await this.tick(heading).check({ force: true });
  }

  /** The package in a line, in view while the list is. */
  get line(): Locator {
    return this.list.locator(".package-line");
  }

  get name(): Locator {
    return this.package.getByLabel("Navn på din pakke");
  }

  get link(): Locator {
    return this.package.getByLabel("Link til din pakke");
  }

  /** The sums of the package: per year, and over the years. */
  async sums(): Promise<string[]> {
    const figures = this.package.getByRole("table", { name: /^Din pakke/ }).first().locator("output");
    return (await figures.allInnerTexts()).map((figure) => figure.trim());
  }
}
