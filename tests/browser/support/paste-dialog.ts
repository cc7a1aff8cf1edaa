import { expect, type Locator, type Page } from "@playwright/test";

/** The dialog that asks about a block before it is pasted. */
export class PasteDialog {
  readonly root: Locator;
  /** What will be written. */
  readonly preview: Locator;

  constructor(page: Page) {
    this.root = page.getByRole("dialog", { name: "Skal det sættes ind sådan?" });
    this.preview = this.root.getByRole("table");
  }

  choice(question: string | RegExp, answer: string | RegExp): Locator {
    return this.root.getByRole("group", { name: question }).getByRole("radio", { name: answer });
  }

  /** Where a row of the block goes. */
  row(name: string): Locator {
    return this.root.getByRole("combobox", { name });
  }

  /** A row of the preview, cell by cell. */
  async shows(name: string, cells: string[]): Promise<void> {
    const row = this.preview.getByRole("row").filter({
      has: this.root.page().getByRole("rowheader", { name, exact: true }),
    });
    await expect(row.getByRole("cell")).toHaveText(cells);
  }

  async apply(): Promise<void> {
    await this.root.getByRole("button", { name: "Sæt ind" }).click();
    await expect(this.root).toHaveCount(0);
  }
}
