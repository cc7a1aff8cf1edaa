import { expect, type Locator, type Page } from "@playwright/test";

/** The preview of what files would bring. */
export class ImportDialog {
  readonly root: Locator;
  readonly refusals: Locator;
  readonly apply: Locator;

  constructor(page: Page) {
    this.root = page.getByRole("dialog", { name: "Åbn fil" });
    this.refusals = this.root.getByRole("alert");
    this.apply = this.root.getByRole("button", { name: "Indlæs" });
  }

  /** The documents listed under a heading such as `Nye: 2`. */
  group(heading: string): Locator {
    const title = this.root.getByRole("heading", { name: heading, exact: true });
    return title.locator("xpath=following-sibling::*[1]").getByRole("listitem");
  }

  choice(title: string, choice: string): Locator {
    return this.root
      .getByRole("group", { name: `Hvad skal der ske med »${title}«?` })
      .getByRole("radio", { name: choice });
  }

  async takeIn(): Promise<void> {
    await this.apply.click();
    await expect(this.root).toHaveCount(0);
  }

  async cancel(): Promise<void> {
    await this.root.getByRole("button", { name: /Annullér|Luk/ }).click();
    await expect(this.root).toHaveCount(0);
  }
}
