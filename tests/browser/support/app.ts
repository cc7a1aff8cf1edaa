import { expect, type Download, type Locator, type Page } from "@playwright/test";
import { readFile } from "node:fs/promises";

import { CataloguePage } from "./catalogue-page";
import { EarlierPage } from "./earlier-page";
import { ImportDialog } from "./import-dialog";
import { Overview } from "./overview-page";
import { PlanPage } from "./plan-page";
import { ProposalPage } from "./proposal-page";
import { reached } from "./reach";
import { SafekeepingPage } from "./safekeeping-page";

/** The app in one tab: its frame, and the way to its pages. */
export class App {
  readonly heading: Locator;
  /** What lies over every page, and stays in view. */
  readonly bar: Locator;
  /** The saving status in the bar of an editor. */
  readonly saveStatus: Locator;
  /** Stays as long as something is not saved. */
  readonly banner: Locator;
  readonly notice: Locator;
  readonly undoButton: Locator;
  /** Takes back the last step in the open document. */
  readonly undoStep: Locator;
  /** Makes it again. */
  readonly redoStep: Locator;
  /** The way to the earlier states of the document that is open. */
  readonly earlierLink: Locator;
  /** How signs are shown. */
  readonly signs: Locator;
  readonly overview: Overview;
  readonly proposal: ProposalPage;
  readonly plan: PlanPage;
  readonly catalogue: CataloguePage;
  readonly earlier: EarlierPage;
  readonly safekeeping: SafekeepingPage;
  readonly importDialog: ImportDialog;

  constructor(readonly page: Page) {
    this.heading = page.getByRole("heading", { level: 1 });
    this.saveStatus = page.getByText(/^(Gemt|Gemmer …|Ikke gemt)$/);
    this.banner = page.getByRole("alert").filter({ hasText: /Ikke gemt:|Gemmer ikke( sikkert)?:/ });
    this.notice = page.locator(".notice");
    this.undoButton = this.notice.getByRole("button", { name: "Fortryd" });
    this.bar = page.getByRole("banner");
    this.undoStep = this.bar.getByRole("button", { name: "Fortryd", exact: true });
    this.redoStep = this.bar.getByRole("button", { name: "Annullér fortryd" });
    this.earlierLink = reached(page.getByRole("link", { name: "Tidligere versioner", exact: true, includeHidden: true }));
    this.signs = page.getByRole("combobox", { name: "Fortegn" });
    this.overview = new Overview(page);
    this.proposal = new ProposalPage(page);
    this.plan = new PlanPage(page);
    this.catalogue = new CataloguePage(page);
    this.earlier = new EarlierPage(page);
    this.safekeeping = new SafekeepingPage(page);
    this.importDialog = new ImportDialog(page);
  }

  async open(route = "#/"): Promise<void> {
    await this.page.goto(route);
    await expect(this.heading).toBeVisible();
  }

  async toOverview(): Promise<void> {
    await this.bar.getByRole("link").click();
    await this.overview.isOpen();
  }

  /** Opens the page about storage and the bin. */
  async openSafekeeping(): Promise<SafekeepingPage> {
    await this.page.goto("#/opbevaring");
    await this.safekeeping.isOpen();
    return this.safekeeping;
  }

  /** Opens the earlier states of the document that is open. */
  async openEarlier(title: string): Promise<EarlierPage> {
    await this.earlierLink.click();
    await this.earlier.isOpen(title);
    return this.earlier;
  }

  async newProposal(): Promise<ProposalPage> {
    await this.overview.newProposal.click();
    await this.proposal.isOpen();
    await this.isReady();
    return this.proposal;
  }

  async newPlan(): Promise<PlanPage> {
    await this.overview.newPlan.click();
    await this.plan.isOpen();
    await this.isReady();
    return this.plan;
  }

  async newCatalogue(): Promise<CataloguePage> {
    await this.overview.newCatalogue.click();
    await this.catalogue.isOpen();
    await this.isReady();
    return this.catalogue;
  }

  async openCatalogue(name: string): Promise<CataloguePage> {
    await this.overview.catalogues.getByRole("link", { name }).click();
    await this.catalogue.isOpen();
    await this.isReady();
    return this.catalogue;
  }

  async openExamples(): Promise<void> {
    await this.overview.openExample.click();
    await expect(this.notice).toContainText("12 dokumenter");
    // What lists documents is loaded with the first of them.
    await expect(this.page.getByRole("heading", { name: "Handleplaner", exact: true })).toBeVisible();
  }

  async openProposal(name: string): Promise<ProposalPage> {
    await this.overview.proposal(name).getByRole("link").click();
    await this.proposal.isOpen();
    await this.isReady();
    return this.proposal;
  }

  async openPlan(name: string, year: number): Promise<PlanPage> {
    await this.overview.plan(name, year).getByRole("link").click();
    await this.plan.isOpen();
    await this.isReady();
    return this.plan;
  }

  /** Chooses files as the file dialog would, and waits for the preview. */
  async importFiles(...files: { name: string; content: string | Buffer }[]): Promise<ImportDialog> {
    const payload = files.map(({ name, content }) => ({
      name,
      mimeType: "application/json",
      buffer: Buffer.from(content),
    }));
    await this.overview.importFile.setInputFiles(payload);
    await expect(this.importDialog.root).toBeVisible();
    return this.importDialog;
  }

  async undo(): Promise<void> {
    await this.undoButton.click();
  }

  async closeNotice(): Promise<void> {
    await this.notice.getByRole("button", { name: "Luk" }).click();
    await expect(this.notice).toHaveCount(0);
    // The focus, which was in it, goes elsewhere a little later.
    await expect.poll(() => this.page.evaluate(() => document.activeElement === document.body)).toBe(false);
  }

  /** Waits until everything that was typed is stored. */
  async isSaved(): Promise<void> {
    await expect(this.saveStatus).toHaveText("Gemt");
  }

  /** Waits until a page that was just opened has brought the focus to its heading: until then it would take it away again. */
  private async isReady(): Promise<void> {
    await expect(this.heading).toBeFocused();
  }

  /** Opens the same address in another tab of the same browser. */
  async otherTab(): Promise<App> {
    const tab = new App(await this.page.context().newPage());
    await tab.open(this.page.url());
    return tab;
  }

  /** What a browser does when the user turns to another tab; Playwright's pages all keep their focus. */
  async loseFocus(): Promise<void> {
    await this.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  }

  /** Tells the page that it is hidden, as when its window is minimised. */
  async hide(): Promise<void> {
    await this.page.evaluate(() => {
      Object.defineProperty(document, "visibilityState", { value: "hidden" });
      document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
    });
  }

  /** What local storage holds, by key, exactly as it is stored, but for the line before a document that tells its revision,
   * for what is not stored yet, what values were computed from, and when the first one was stored and a backup last made. */
  async stored(): Promise<Record<string, string>> {
    const records = await this.page.evaluate(() => ({ ...localStorage }));
    const withoutStamp = (record: string) => record.replace(/^raaderum\/[^\n]*\n/, "");
    const entries = Object.entries(records).filter(([key]) => !/^raaderum-(begyndt|regnestykker|sikkerhedskopi|venter)/.test(key));
    return Object.fromEntries(entries.map(([key, record]) => [key, withoutStamp(record)]));
  }

  /** The same, once everything is stored: right after a change, some of it is only noted. */
  async storedWhole(): Promise<Record<string, string>> {
    await expect.poll(() => this.noted()).toEqual({});
    return this.stored();
  }

  /** What tabs have noted in local storage and not stored yet: records by their keys. */
  async noted(): Promise<Record<string, string>> {
    const records = await this.page.evaluate(() => ({ ...localStorage }));
    return Object.fromEntries(Object.entries(records).filter(([key]) => key.startsWith("raaderum-venter")));
  }

  /** What the database holds of documents: texts by their stamps. Empty where there is no such store yet. */
  database(store: "current" | "earlier" = "current"): Promise<Record<string, string>> {
    return this.page.evaluate(async (name) => {
      const opened = indexedDB.open("raaderum");
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        opened.onsuccess = () => resolve(opened.result);
        opened.onerror = () => reject(opened.error);
      });
      const objects = database.transaction(name).objectStore(name);
      const all = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      const [keys, values] = [all(objects.getAllKeys()), all(objects.getAll())];
      const entries = (await keys).map((key, place) => [String(key), place] as const);
      const texts = (await values) as string[];
      database.close();
      return Object.fromEntries(entries.map(([key, place]) => [key, texts[place]]));
    }, store);
  }

  /** The one document in storage. */
  async storedDocument(): Promise<StoredDocument> {
    await expect.poll(() => this.noted()).toEqual({});
    return this.copyThatOpens();
  }

  /** The same as it lies in local storage now: what was written last may only be noted. */
  async copyThatOpens(): Promise<StoredDocument> {
    const texts = Object.values(await this.stored());
    expect(texts).toHaveLength(1);
    return documentsIn(texts[0])[0];
  }

  /** Clicks what hands over a file, and gives the file. */
  async download(button: Locator): Promise<{ name: string; text: string }> {
    const [download] = await Promise.all([
      this.page.waitForEvent("download") as Promise<Download>,
      button.click(),
    ]);
    return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
  }

  /** Takes in a file and opens one of its plans. */
  async importPlan(text: string, name: string, year: number): Promise<PlanPage> {
    await (await this.importFiles({ name: "plan.json", content: text })).takeIn();
    await this.closeNotice();
    return this.openPlan(name, year);
  }

  exportButton(): Locator {
    return reached(this.page.getByRole("button", { name: "Gem som Råderum-fil (JSON)", includeHidden: true }));
  }
}

/** A document of a file, as far as the tests look into it. */
export interface StoredDocument {
  id: string;
  changed_at: string;
  heading?: string;
  unit?: string;
  appropriations?: string[];
  kinds?: string[];
  years?: Record<string, unknown>[];
  focus_areas?: { id: string; area: string; effects: unknown[] }[];
  [key: string]: unknown;
}

/** The documents in a file's text. */
export function documentsIn(text: string): StoredDocument[] {
  const file = JSON.parse(text) as {
    proposals: StoredDocument[];
    action_plans: StoredDocument[];
  };
  return [...file.proposals, ...file.action_plans];
}

/** A document apart from the moment it was changed at. */
export function content(document: StoredDocument): Omit<StoredDocument, "changed_at"> {
  const { changed_at: _, ...rest } = document;
  return rest;
}
