import type { Locator, Page } from "@playwright/test";

/** The dialog that asks why advice is put aside. */
export class DismissDialog {
  readonly root: Locator;
  readonly reason: Locator;
  readonly error: Locator;
  readonly apply: Locator;

  constructor(page: Page) {
    this.root = page.getByRole("dialog", { name: "Hvorfor er det i orden her?" });
    this.reason = this.root.getByLabel("Begrundelse");
    this.error = this.root.getByRole("alert");
    this.apply = this.root.getByRole("button", { name: "Det er i orden her" });
  }
}
