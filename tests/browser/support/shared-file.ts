import { expect, type Locator, type Page } from "@playwright/test";

import { documentsIn, type App, type StoredDocument } from "./app";

/** What the browser lets a test name: the file lies in the folder that every origin has for itself. */
const NAME = "afdelingen.json";

/**
 * Lets the choosers of files, which nobody can operate here, choose a real file: one that can be kept in the database. What
 * the browser would say about permission is what `permission` in session storage says.
 */
function choosers(name: string): void {
  const file = async (create: boolean): Promise<FileSystemFileHandle> =>
    (await navigator.storage.getDirectory()).getFileHandle(name, { create });
  window.showOpenFilePicker = async () => [await file(false)];
  window.showSaveFilePicker = () => file(true);
  const handle = FileSystemFileHandle.prototype;
  handle.queryPermission = async () => (sessionStorage.getItem("permission") ?? "granted") as PermissionState;
  handle.requestPermission = async () => {
    sessionStorage.setItem("permission", "granted");
    return "granted";
  };
}

/** The file that the documents are tied to: the section of the page, and the file itself as others see it. */
export class SharedFile {
  readonly section: Locator;
  readonly open: Locator;
  readonly create: Locator;
  readonly saveNow: Locator;
  readonly untie: Locator;
  /** What says that nothing is written at the moment, on every page. */
  readonly line: Locator;
  readonly page: Page;

  private constructor(readonly app: App) {
    this.page = app.page;
    this.section = app.page.getByRole("region", { name: "Fil på computeren eller fællesdrevet" });
    const button = (name: string) => this.section.getByRole("button", { name, exact: true });
    this.open = button("Knyt til en fil");
    this.create = button("Knyt til en ny fil");
    this.saveNow = button("Gem nu");
    this.untie = button("Løsn fra filen");
    this.line = app.page.locator(".file-line");
  }

  static async of(app: App): Promise<SharedFile> {
    await app.page.addInitScript(choosers, NAME);
    await app.page.evaluate(choosers, NAME);
    return new SharedFile(app);
  }

  async toPage(): Promise<void> {
    await this.page.getByRole("contentinfo").getByRole("link", { name: "Opbevaring og sikkerhedskopi" }).click();
    await expect(this.section).toBeVisible();
  }

  /** Ties the documents to a new file. */
  async tieToNew(): Promise<void> {
    await this.toPage();
    await this.create.click();
    await expect(this.section).toContainText("Alt er gemt i filen");
  }

  /** Ties the documents to a file of somebody else's, where there is none here. */
  async tieTo(text: string): Promise<void> {
    await this.write(text);
    await this.toPage();
    await this.open.click();
    await expect(this.section).toContainText("Alt er gemt i filen");
  }

  /** What the file holds. */
  read(): Promise<string> {
    return this.page.evaluate(async (name) => {
      const folder = await navigator.storage.getDirectory();
      return (await (await folder.getFileHandle(name)).getFile()).text();
    }, NAME);
  }

  async documents(): Promise<StoredDocument[]> {
    return documentsIn(await this.read());
  }

  /** One field of every document of the file. */
  async all(field: string): Promise<unknown[]> {
    return (await this.documents()).map((document) => document[field]).sort();
  }

  /** Somebody else writes the file. */
  async write(text: string): Promise<void> {
    await this.page.evaluate(
      async ([name, text]) => {
        const folder = await navigator.storage.getDirectory();
        const stream = await (await folder.getFileHandle(name, { create: true })).createWritable();
        await stream.write(text);
        await stream.close();
      },
      [NAME, text],
    );
  }

  /** Somebody else takes the file away. */
  async remove(): Promise<void> {
    await this.page.evaluate(async (name) => (await navigator.storage.getDirectory()).removeEntry(name), NAME);
  }

  /** The user turns to the page, which looks at the file then. */
  async look(): Promise<void> {
    await this.page.evaluate(() => window.dispatchEvent(new Event("focus")));
  }

  /** Lets ten seconds pass for a page whose clock is stopped, and waits for what they brought to the file: that happens under a
   * lock. */
  async pass(): Promise<void> {
    await this.page.clock.runFor(10_000);
    await this.page.evaluate(() => navigator.locks.request("raaderum-file", () => undefined));
  }

  /** The browser asks for permission anew, as it does after a restart. */
  async forgetPermission(): Promise<void> {
    await this.page.evaluate(() => sessionStorage.setItem("permission", "prompt"));
  }
}
