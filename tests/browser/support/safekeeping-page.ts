import { expect, type Locator, type Page } from "@playwright/test";

/** The page about storage, backups and the bin. */
export class SafekeepingPage {
  readonly room: Locator;
  readonly backup: Locator;
  readonly bin: Locator;
  /** The documents in the bin. */
  readonly deleted: Locator;
  readonly emptyBin: Locator;
  readonly emptyForGood: Locator;

  constructor(readonly page: Page) {
    this.room = page.getByRole("region", { name: "Opbevaring i browseren" });
    this.backup = page.getByRole("region", { name: "Sikkerhedskopi", exact: true });
    this.bin = page.getByRole("region", { name: "Papirkurv" });
    this.deleted = this.bin.getByRole("listitem");
    this.emptyBin = this.bin.getByRole("button", { name: "Tøm papirkurven" });
    this.emptyForGood = this.bin.getByRole("button", { name: "Fjern for altid" });
  }

  async isOpen(): Promise<void> {
    const name = "Opbevaring og sikkerhedskopi";
    await expect(this.page.getByRole("heading", { level: 1, name })).toBeVisible();
  }

  bringBack(title: string): Locator {
    return this.bin.getByRole("button", { name: `Gendan: ${title}`, exact: true });
  }
}
