import AxeBuilder from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";

import { expect, test } from "./support/fixtures";

/** The dialogs about commands. */
class Commands {
  readonly search: Locator;
  readonly input: Locator;
  readonly options: Locator;
  readonly chosen: Locator;
  readonly keys: Locator;

  constructor(private readonly page: Page) {
    this.search = page.getByRole("dialog", { name: "Find kommando, felt eller dokument" });
    this.input = this.search.getByRole("combobox");
    this.options = this.search.getByRole("option");
    this.chosen = this.search.getByRole("option", { selected: true });
    this.keys = page.getByRole("dialog", { name: "Taster" });
  }

  async open(): Promise<void> {
    await this.page.keyboard.press("Control+k");
    await expect(this.input).toBeFocused();
  }

  /** Finds something by its name, and does it. */
  async run(words: string, name: string | RegExp): Promise<void> {
    await this.open();
    await this.input.fill(words);
    await expect(this.chosen).toHaveText(name);
    await this.page.keyboard.press("Enter");
    await expect(this.search).toHaveCount(0);
  }
}

test("a command is done by its name or a word like it, from wherever one is", async ({ app }) => {
  const commands = new Commands(app.page);
  await commands.run("nyt forslag", /^Nyt forslag/);
  const form = app.proposal;
  await form.isOpen();
  await form.enter("Overskrift", "Isafjord");
  await form.setFirstYear(2024);
  await commands.run("kopiér", /^Duplikér/);
  await expect(form.input("Overskrift")).toHaveValue("Isafjord (kopi)");
  await commands.run("forside", /^Til oversigten/);
  await app.overview.isOpen();
  await expect(app.overview.proposalRows).toHaveCount(2);
});

test("a field, a document and a setting are found by their names", async ({ app }) => {
  const form = await app.newProposal();
  await form.setFirstYear(2024);
  await form.enter("Overskrift", "Isafjord");
  const commands = new Commands(app.page);
  await commands.run("gevinst 2026", /^Estimeret gevinst 2026/);
  await expect(form.input("Estimeret gevinst 2026")).toBeFocused();
  await app.page.keyboard.type("-450");
  await commands.run("plus sparer", /^Fortegn: Plus sparer/);
  await expect(app.signs).toHaveValue("1");
  await expect(form.input("Estimeret gevinst 2026")).toHaveValue("450");
  await commands.run("fortryd", /^Fortryd/);
  await expect(form.input("Estimeret gevinst 2026")).toHaveValue("");
  await app.toOverview();
  await commands.run("isaf", /^Isafjord/);
  await form.isOpen();
  await expect(form.input("Overskrift")).toHaveValue("Isafjord");
});

test("a field in a tab that is not shown is gone to", async ({ app }) => {
  const form = await app.newPlan();
  await new Commands(app.page).run("sagsnummer", /^Sagsnummer/);
  await expect(form.input("Sagsnummer")).toBeFocused();
});

test("arrows choose, Escape leaves everything as it was, and what is not found is said", async ({ app }) => {
  const form = await app.newProposal();
  await form.input("Overskrift").click();
  const commands = new Commands(app.page);
  await commands.open();
  const first = await commands.chosen.innerText();
  await app.page.keyboard.press("ArrowDown");
  await expect(commands.chosen).not.toHaveText(first);
  await app.page.keyboard.press("ArrowUp");
  await expect(commands.chosen).toHaveText(first);
  await app.page.keyboard.press("ArrowUp");
  await expect(commands.options.last()).toHaveAttribute("aria-selected", "true");
  await commands.input.fill("zebra");
  await expect(commands.options).toHaveCount(0);
  await expect(commands.search.getByRole("status")).toHaveText("Intet hedder sådan. Prøv et andet ord.");
  await app.page.keyboard.press("Enter");
  await app.page.keyboard.press("Escape");
  await expect(commands.search).toHaveCount(0);
  await expect(form.input("Overskrift")).toBeFocused();
});

test("a question mark lists the keys, but in a field it is typed", async ({ app }) => {
  const form = await app.newProposal();
  const commands = new Commands(app.page);
  await form.input("Overskrift").click();
  await app.page.keyboard.type("Hvorfor?");
  await expect(form.input("Overskrift")).toHaveValue("Hvorfor?");
  await expect(commands.keys).toHaveCount(0);
  await form.input("Overskrift").blur();
  await app.page.keyboard.press("?");
  await expect(commands.keys.getByRole("textbox")).toBeFocused();
  await commands.keys.getByRole("textbox").fill("nedad");
  await expect(commands.keys.getByRole("definition")).toHaveText(["udfyld nedad"]);
  // A key without Ctrl can be turned off, also for the next visit.
  await commands.keys.getByRole("checkbox", { name: "Tasten ? åbner denne liste" }).uncheck({ force: true });
  await commands.keys.getByRole("button", { name: "Luk" }).click();
  await app.page.reload();
  await form.isOpen();
  await app.page.keyboard.press("?");
  await app.page.keyboard.press("Control+k");
  await expect(commands.search).toBeVisible();
  await expect(commands.keys).toHaveCount(0);
});

test("every field that is found can be gone to, and what is shown of many is said", async ({ app }) => {
  const form = await app.newProposal();
  const commands = new Commands(app.page);
  await commands.open();
  await commands.input.fill("felt");
  await expect(commands.options).toHaveCount(12);
  await expect(commands.search.getByRole("status")).toHaveText(/^De første 12 af \d+\. Skriv mere for at finde færre\.$/);
  // What a source states has no input of its own.
  await commands.input.fill("indsat sum");
  await expect(commands.options).toHaveCount(0);
  await app.page.keyboard.press("Escape");
  await form.isOpen();
});

test("in a search, Ctrl+Z is the search's own", async ({ app }) => {
  await app.openExamples();
  await app.closeNotice();
  const catalogue = await app.newCatalogue();
  await catalogue.enter("Budgetår", "2024");
  await catalogue.takeAll(2024);
  await catalogue.enter("Titel", "Et andet navn");
  await catalogue.openTab("Forslag");
  const search = app.page.getByRole("searchbox").first();
  await search.fill("xyz");
  await search.press("ControlOrMeta+z");
  await expect(app.heading).toHaveText("Et andet navn");
});

test("what a document offers is in the menus, in the search and in the list of keys, under one name", async ({ app }) => {
  const form = await app.newPlan();
  const commands = new Commands(app.page);
  await commands.open();
  const searched = await commands.options.locator(".command__name").allInnerTexts();
  await app.page.keyboard.press("Escape");
  await app.page.getByRole("button", { name: "Taster" }).click();
  const listed = await commands.keys.getByRole("heading", { name: "Kommandoer" }).locator("+ dl dd").allInnerTexts();
  // A plan has every command.
  expect(searched).toEqual(listed);
  await app.page.keyboard.press("Escape");
  await form.isOpen();
  const inMenus = await app.page.locator(".menu__item").allTextContents();
  expect(inMenus.length).toBeGreaterThan(4);
  expect(listed).toEqual(expect.arrayContaining(inMenus));
  for (const [name, title] of [["Fortryd", "Fortryd (Ctrl+Z)"], ["Annullér fortryd", "Annullér fortryd (Ctrl+Y)"]]) {
    await expect(app.page.locator(".summary-bar").getByRole("button", { name, exact: true })).toHaveAttribute("title", title);
  }
});

test("axe finds nothing in either, on a wide and on a narrow screen", async ({ app }) => {
  await app.newProposal();
  const commands = new Commands(app.page);
  for (const size of [{ width: 1280, height: 900 }, { width: 320, height: 640 }]) {
    await app.page.setViewportSize(size);
    await commands.open();
    await commands.input.fill("gevinst");
    await expect(commands.chosen).toBeVisible();
    expect.soft((await new AxeBuilder({ page: app.page }).analyze()).violations).toEqual([]);
    await app.page.keyboard.press("Escape");
    await app.page.getByRole("button", { name: "Taster" }).click();
    await expect(commands.keys).toBeVisible();
    const close = commands.keys.getByRole("button", { name: "Luk" });
    await close.focus();
    await expect(close).toBeInViewport({ ratio: 1 });
    expect.soft((await new AxeBuilder({ page: app.page }).analyze()).violations).toEqual([]);
    expect.soft(await app.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(size.width);
    await app.page.keyboard.press("Escape");
  }
});
