import { copyFile, mkdir } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";

import AxeBuilder from "@axe-core/playwright";
import type { Browser, Page } from "@playwright/test";

import { BUILD } from "./support/builds";
import { crash } from "./support/crash";
import { id } from "./support/documents";
import { expect, test as base } from "./support/fixtures";
import { Publishing, SECRET, SECRET_TEXT, exampleId, onDisk, publicCatalogue, readAt, type Reader } from "./support/publishing";
import { Server } from "./support/server.cjs";

const YEARS = [2024, 2025, 2026, 2027];
/** What the eight proposals of Lejre amount to: per year, and over the years. */
const SUMS = ["−5.083", "−8.283", "−8.283", "−8.283", "−29.932"];
const HORSEAGER = ["−983", "−1.183", "−1.183", "−1.183", "−4.532"];
const TEXT_ONLY = "Her kan siden kun læses";

interface Fixtures {
  publishing: Publishing;
  /** Opens a published file as a reader does, from a disk. */
  read: (text: string, javaScriptEnabled?: boolean) => Promise<Reader>;
}

const test = base.extend<Fixtures>({
  publishing: async ({ app }, use) => use(new Publishing(app)),
  read: async ({ browser }, use, info) => {
    await use(async (text, javaScriptEnabled) => {
      const folder = info.outputPath("stick");
      await mkdir(folder, { recursive: true });
      return readAt(browser, await onDisk(folder, text), javaScriptEnabled);
    });
  },
});

const violations = async (page: Page) => (await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id);

/** That the whole text is there, with the figures that the editor shows. The program shows its own list of proposals. */
async function isReadable({ page }: Reader, hasProgram = false): Promise<void> {
  await expect(page.getByRole("heading", { level: 1, name: "Råderumskatalog 2024" })).toBeVisible();
  await expect(page.getByText(/FORSLAG – intet er besluttet · 1\. udgave, [\d.]+ kl\. \d\d\.\d\d, kode [\da-f]{4}-[\da-f]{4}/).first()).toBeVisible();
  if (hasProgram) {
    const figures = page.locator("#program-overview output").filter({ hasText: /\d/ });
    await expect(figures).toHaveText(SUMS);
    await expect(page.locator("#program-proposals")).toContainText("Horseager");
  } else {
    const sums = page.locator("#overview-sums").getByRole("row", { name: /^Ændringsforslag i alt/ });
    await expect(sums.getByRole("cell")).toHaveText(SUMS);
    const line = page.getByRole("row").filter({ has: page.getByRole("link", { name: /Horseager/ }) }).first();
    expect((await line.getByRole("cell").allInnerTexts()).filter((text) => /^[−\d]/.test(text))).toEqual(HORSEAGER);
  }
  await expect(page.getByRole("article")).toHaveCount(8);
}

/** Does what an extension of the browser may do: its style is the first in the page. Policy or not, it is there. */
async function addForeignStyle(page: Page): Promise<void> {
  await page.evaluate(() => {
    const style = document.createElement("style");
    style.textContent = ".foreign-extension { color: red }";
    document.head.prepend(style);
  });
}

/** That the file has the style of the build, and nothing that was added to the editor's page. */
async function hasOwnStyle(reader: Reader, text: string): Promise<void> {
  expect(text).not.toContain("foreign-extension");
  expect(text.slice(0, text.indexOf("<body>")).match(/<style[ >]/g)).toHaveLength(1);
  await expect(reader.page.locator("h1")).toHaveCSS("font-family", /IBM Plex Sans/);
  // A style that the policy does not name would be complained of.
  isQuiet(reader);
}

/** That it asked for itself only, and that the browser complained of nothing. */
function isQuiet({ page, asked, complaints }: Reader): void {
  expect(asked).toEqual([page.url().replace(/#.*/, "")]);
  expect(complaints).toEqual([]);
}

/** Where a reader may have the file from, and what a server says of it. */
const PLACES: Record<string, Record<string, string>> = {
  "a file": {},
  "a server": {},
  "a server that says Latin-1": { "content-type": "text/html; charset=iso-8859-1" },
};

async function from(place: string, browser: Browser, folder: string, text: string, scripts: boolean): Promise<Reader> {
  await mkdir(folder, { recursive: true });
  const address = await onDisk(folder, text);
  if (place === "a file") {
    return readAt(browser, address, scripts);
  }
  const server = new Server([folder], PLACES[place]);
  await server.start();
  const reader = await readAt(browser, `${server.address}udgivet.html`, scripts);
  reader.page.on("close", () => void server.stop());
  return reader;
}

test("the file can be read from a disk and from a server, with scripting and without, and asks for nothing", async ({ app, publishing, browser }, info) => {
  const catalogue = await publicCatalogue(app);
  const { name, text } = await publishing.publish();
  expect(name).toMatch(/^raaderumskatalog-2024-1-udgave-[0-9a-f]{4}-[0-9a-f]{4}\.html$/);
  for (const [place, year] of YEARS.entries()) {
    // The draft counts in the editor.
    await expect(catalogue.figure(`Kataloget: Ændringsforslag i alt ${year}`)).toHaveText(place === 0 ? "−5.583" : SUMS[place]);
  }
  for (const place of Object.keys(PLACES)) {
    for (const scripts of [true, false]) {
      const reader = await from(place, browser, info.outputPath(`${place} ${scripts}`), text, scripts);
      await isReadable(reader, scripts);
      await expect(reader.page.getByText(TEXT_ONLY)).toBeHidden();
      if (scripts) {
        await reader.page.evaluate(() => document.fonts.ready);
        const families = await reader.page.evaluate(() =>
          [...document.fonts].filter(({ status }) => status === "loaded").map(({ family }) => family.replaceAll('"', "")));
        expect(families).toContain("IBM Plex Sans");
      }
      await expect(reader.page.locator("h1")).toHaveCSS("font-family", /IBM Plex Sans/);
      isQuiet(reader);
      await reader.page.close();
    }
  }
});

test("where nothing runs the program, the page says so, and tells a webmaster what to allow", async ({ app, publishing, browser }, info) => {
  await publicCatalogue(app);
  const { text } = await publishing.publish();
  expect(text.startsWith("\uFEFF<!DOCTYPE html>")).toBe(true);
  const [, policy] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(text)!;
  const [comment] = /<!--[\s\S]*?-->/.exec(text.slice(0, text.indexOf("</head>")))!;
  expect(comment).toContain(policy);
  for (const [, part] of text.matchAll(/<(?:style[^>]*|script)>([\s\S]*?)<\/(?:style|script)>/g)) {
    expect(part).toMatch(/^[\0-\x7F]+$/);
  }
  const folder = info.outputPath("refused");
  await mkdir(folder, { recursive: true });
  await onDisk(folder, text);
  const refusals: Record<string, { policy: string; says: RegExp }> = {
    "no script": { policy: "script-src 'none'", says: /^Her kan siden kun læses(?!.*WebAssembly)/ },
    "no WebAssembly": { policy: "script-src 'unsafe-inline'", says: /Her kan siden kun læses.*WebAssembly er slået fra/ },
  };
  for (const [what, { policy, says }] of Object.entries(refusals)) {
    const server = new Server([folder], { "content-security-policy": policy });
    await server.start();
    const reader = await readAt(browser, `${server.address}udgivet.html`);
    const line = reader.page.locator("#text-only");
    await expect(line, what).toBeVisible();
    expect(await line.innerText(), what).toMatch(says);
    await isReadable(reader);
    await server.stop();
    await reader.page.context().close();
  }
});

test("what is no one's business is nowhere in the file, and that is said before", async ({ app, publishing }) => {
  const [akut, samvaer] = ["akut", "Støttet"].map(exampleId);
  const catalogue = await publicCatalogue(app, {
    relations: [
      { id: id(101), from: id(9), kind: "requires", to: akut, weakening: [null, null, null, null], note: "Kun os" },
    ],
    packages: [{ id: id(102), name: "Gruppens eget bud", proposals: [akut, samvaer, id(9)] }],
  });
  await publishing.show();
  const lines = publishing.lines("Det kommer ikke med");
  await expect(lines).toContainText([
    `Kladden »3. ${SECRET}«. Den tæller heller ikke med i sidens tal. Giv den en anden status, hvis den skal med.`,
    "1 sammenhæng mellem forslag, der ikke alle bliver offentlige.",
    "1 pakke. Sæt kryds ved »Tag pakkerne med«, hvis den skal med.",
    "Alt andet i browseren",
  ]);
  await expect(publishing.lines("Det bliver offentligt")).toHaveCount(8);
  await expect(publishing.root).toContainText(/Det bliver 1\. udgave, \d\d\.\d\d\.\d{4}\./);
  const { text } = await publishing.publish();
  for (const secret of [SECRET, SECRET_TEXT, id(9), "Kun os", "Gruppens eget bud"]) {
    expect(text).not.toContain(secret);
  }
  // The data is what readers' programs take the page's figures from.
  const data = JSON.parse(/id="catalogue\.json">([^<]*)</.exec(text)![1]);
  expect(data.proposals).toHaveLength(8);
  expect(data.catalogues[0].packages).toEqual([]);

  await publishing.takePackages();
  await expect(lines.filter({ hasText: "pakke" })).toHaveText(["1 pakke mister de forslag, der ikke bliver offentlige, og kan få andre summer end her."]);
  await expect(publishing.root.getByRole("listitem").filter({ hasText: "Pakke 1: Gruppens eget bud" })).toHaveCount(1);
  const { text: second } = await publishing.publish();
  expect(second).toContain("Gruppens eget bud");
  expect(second).not.toContain(id(9));
  await catalogue.openTab("Pakker");
  await expect(catalogue.packages).toHaveCount(1);
});

test("each publication is a new edition, and no number is given away twice", async ({ app, publishing }) => {
  const catalogue = await publicCatalogue(app);
  await expect(catalogue.notDecided).toContainText("ikke udgivet");
  await publishing.publish();
  await expect(app.notice).toContainText(/1\. udgave, .* er klar: filen raaderumskatalog-2024-1-udgave-[0-9a-f]{4}-[0-9a-f]{4}\.html er lavet\./);
  await expect(catalogue.notDecided).toContainText("1. udgave");
  await expect(publishing.root).toContainText("Det bliver 2. udgave");
  const { name, text } = await publishing.publish();
  expect(name).toMatch(/^raaderumskatalog-2024-2-udgave-[0-9a-f]{4}-[0-9a-f]{4}\.html$/);
  expect(text).toContain("FORSLAG – intet er besluttet · 2. udgave");
  await app.isSaved();
  await app.page.reload();
  await catalogue.isOpen();
  await expect(catalogue.notDecided).toContainText("2. udgave");

  // Undoing gives no number back, nor does the same content change its code.
  await catalogue.enter("Titel", "Et andet navn");
  await publishing.publish();
  await app.page.keyboard.press("Control+z");
  await expect(catalogue.input("Titel")).toHaveValue("Råderumskatalog 2024");
  await expect(catalogue.notDecided).toContainText("3. udgave");
  const codes = /kode ([\da-f]{4}-[\da-f]{4})/;
  const third = await publishing.publish();
  expect(third.name).toMatch(/^raaderumskatalog-2024-4-udgave-[0-9a-f]{4}-[0-9a-f]{4}\.html$/);
  expect(codes.exec(third.text)![1], "the same content").toBe(codes.exec(text)![1]);
});

test("the preview is the page, and follows its links", async ({ app, publishing, read }) => {
  await publicCatalogue(app);
  await publishing.openPreview();
  const { frame } = publishing;
  const heading = frame.getByRole("heading", { level: 1 });
  await expect(heading).toHaveText("Råderumskatalog 2024");
  await expect(heading).toHaveCSS("font-family", /IBM Plex Sans/);
  await expect(frame.getByText("2. udgave")).toHaveCount(0);
  // What is far down is drawn when somebody comes near.
  const timeless = (text: string | null) => text!.replaceAll(/ kl\. \d\d\.\d\d/g, "");
  const text = timeless(await frame.getByRole("main").textContent());
  await frame.getByRole("link", { name: /Horseager/ }).first().click();
  await expect(frame.getByRole("heading", { level: 2, name: /Horseager/ })).toBeInViewport();
  await publishing.preview.getByRole("button", { name: "Luk" }).click();
  await expect(publishing.preview).toHaveCount(0);
  await expect(app.catalogue.notDecided).toContainText("ikke udgivet");
  const { page } = await read((await publishing.publish()).text, false);
  expect(timeless(await page.getByRole("main").textContent())).toEqual(text);
});

test("where the program fails, the page says so, and can still be read", async ({ app, publishing, read }) => {
  await publicCatalogue(app);
  const { text } = await publishing.publish();
  const damaged = await read(text.replace(/(id="raaderum_bg\.wasm">[^<]{100000})[^<]*/, "$1"));
  await expect(damaged.page.getByText(TEXT_ONLY)).toBeVisible();
  await isReadable(damaged);

  const stopped = await read(text);
  await isReadable(stopped, true);
  await expect(stopped.page.getByText(TEXT_ONLY)).toBeHidden();
  await crash(stopped.page);
  await expect(stopped.page.getByText(TEXT_ONLY)).toBeVisible();
  await isReadable(stopped, true);
});

test("where the program fails, the text that it had replaced is back, and its own controls are dead", async ({ app, publishing, read }) => {
  await publicCatalogue(app);
  const { page } = await read((await publishing.publish()).text);
  await expect(page.locator("#program-proposals")).toContainText("Horseager");
  await expect(page.locator("#list")).toBeHidden();
  await crash(page);
  await expect(page.getByText(TEXT_ONLY)).toBeVisible();
  await expect(page.locator("#list")).toBeVisible();
  await expect(page.locator("#overview-sums")).toBeVisible();
  await expect(page.locator(":is(button, select, [type=checkbox], [type=radio], [type=file]):enabled")).toHaveCount(0);
  await expect(page.locator(":is(input:not([type=checkbox], [type=radio], [type=file]), textarea):read-write")).toHaveCount(0);
});

test("where the data cannot be read, the page says so, and the text stays", async ({ app, publishing, read }) => {
  await publicCatalogue(app);
  const { text } = await publishing.publish();
  const { page } = await read(text.replace(/(id="catalogue\.json">)[^<]*/, "$1{}"));
  await expect(page.getByText(TEXT_ONLY)).toBeVisible();
  await expect(page.locator("#list")).toBeVisible();
  await expect(page.locator("#program-proposals")).toBeEmpty();
});

test("a style that an extension puts into the editor's page changes nothing in the file", async ({ app, publishing, read, complaints }) => {
  await publicCatalogue(app);
  await addForeignStyle(app.page);
  await publishing.openPreview();
  await expect(publishing.frame.getByRole("heading", { level: 1 })).toHaveCSS("font-family", /IBM Plex Sans/);
  await publishing.preview.getByRole("button", { name: "Luk" }).click();
  const { text } = await publishing.publish();
  await hasOwnStyle(await read(text), text);
  // The policy refuses the foreign style, and nothing else.
  expect(complaints.filter((complaint) => !/style/i.test(complaint))).toEqual([]);
  complaints.length = 0;
});

test("on paper stands the text, with the sheet line on every sheet, and not what the program drew", async ({ app, publishing, read }) => {
  await publicCatalogue(app);
  const { page } = await read((await publishing.publish()).text);
  await expect(page.locator("#program-proposals")).toContainText("Horseager");
  await page.emulateMedia({ media: "print" });
  const line = page.locator("p.sheet-line");
  await expect(line).toBeVisible();
  await expect(line).toHaveCSS("position", "fixed");
  await expect(line).toContainText("FORSLAG – intet er besluttet");
  await expect(page.locator("#list").getByRole("row", { name: /Horseager/ })).toBeVisible();
  await expect(page.locator("#overview-sums").getByRole("row", { name: /^Ændringsforslag i alt/ })).toBeVisible();
  await expect(page.locator("#program-proposals").getByText("Horseager").first()).toBeHidden();
  // What can be opened on the screen is open on paper.
  await expect(page.locator("#overview-sums table", { hasText: "fordelt på centre" })).toBeVisible();
  expect((await page.pdf()).length).toBeGreaterThan(10_000);
});

test("reading a published page on the editor's own server changes nothing that is stored", async ({ app, publishing }) => {
  await publicCatalogue(app);
  const { text } = await publishing.publish();
  await app.isSaved();
  const [stored, database] = [await app.storedWhole(), await app.database()];
  const tab = await app.page.context().newPage();
  await tab.route("**/udgivet.html", (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body: text }));
  await tab.goto("udgivet.html");
  await expect(tab.getByRole("article")).toHaveCount(8);
  // The program is there, and has kept something of the reader's: whatever it writes at start, it has written by then.
  const choice = tab.locator("#program-proposals").getByRole("checkbox").first();
  await choice.check({ force: true });
  await tab.waitForFunction(() => Object.keys(localStorage).some((key) => key.startsWith("raaderum-laeser/")));
  await choice.uncheck({ force: true });
  await tab.waitForFunction(() => !Object.keys(localStorage).some((key) => key.startsWith("raaderum-laeser/")));
  await tab.close();
  expect(await app.storedWhole()).toEqual(stored);
  expect(await app.database()).toEqual(database);
});

test("nothing is published while all are drafts, and what would surprise is named", async ({ app, publishing }) => {
  const page = await publicCatalogue(app, { entries: [{ proposal: id(9), status: "draft", outcome: "" }], stage: "" });
  await publishing.show();
  await expect(publishing.root).toContainText("Der er ikke noget at udgive endnu.");
  await expect(publishing.button).toHaveCount(0);
  await page.status(1).selectOption("til behandling");
  await publishing.show();
  await expect(publishing.button).toBeVisible();
  const hints = publishing.lines("Se efter, før du udgiver");
  await expect(hints).toHaveText(["Ikke udfyldt i kataloget: Fase. Læserne kan heller ikke se det."]);
  await page.enter("Måltal 2027", "1.5");
  await publishing.show();
  await expect(hints.first()).toContainText("Skal rettes i kataloget: Måltal 2027.");
});

test("what readers would misread is named before: signs, what is required, reasons, and dates the wrong way round", async ({ app, publishing }) => {
  const [akut, isafjord] = ["akut", "Isafjord"].map(exampleId);
  const none = [null, null, null, null];
  const page = await publicCatalogue(app, {
    relations: [
      { id: id(101), from: isafjord, kind: "requires", to: id(9), weakening: none, note: "" },
      { id: id(102), from: akut, kind: "excludes", to: isafjord, weakening: none, note: "Samme lokaler" },
    ],
  });
  // Nothing is published before somebody has looked at the signs; each field is one click away.
  await publishing.show();
  const hints = publishing.lines("Se efter, før du udgiver");
  const signs = publishing.root.getByRole("link", { name: /Ændring i antal årsværk/ });
  await expect(signs).toHaveCount(8);
  await expect(signs.last()).toHaveAccessibleName("9. Lukning af Værestedet Horseager: Ændring i antal årsværk 2027");
  await publishing.button.click();
  await expect(publishing.root.getByRole("alert")).toContainText("Se på fortegnene ovenfor");
  await expect(publishing.signsSeen).toBeFocused();
  await signs.last().click();
  await expect(app.page.getByRole("textbox", { name: "Ændring i antal årsværk 2027" })).toBeFocused();
  await app.page.goBack();
  await page.isOpen();
  await expect(hints.filter({ hasText: "kræver, bliver ikke offentligt" })).toContainText("2. Nedlægge tilbuddet Isafjord");
  await expect(publishing.root.getByRole("listitem").filter({ hasText: "»Begrundelse« i 1 sammenhæng" })).toHaveCount(1);
  await page.enter("Høring fra", "15.9.2023");
  await page.enter("Høring til", "1.9.2023");
  await publishing.show();
  await expect(hints.filter({ hasText: "Skal rettes" })).toContainText("Høring til");
  await expect.poll(() => page.description("Høring til")).toContain("Høringen slutter, før den begynder.");
});

test("the preview is closed by Escape at once", async ({ app, publishing }) => {
  await publicCatalogue(app);
  await publishing.openPreview();
  await expect(publishing.preview.getByRole("heading", { name: "Se siden, som den bliver" })).toBeFocused();
  await app.page.keyboard.press("Escape");
  await expect(publishing.preview).toHaveCount(0);
});

test("where a part cannot be had, nothing is published, and the next try succeeds", async ({ app, publishing, complaints }) => {
  const catalogue = await publicCatalogue(app);
  await app.page.route("**/publication.html", (route) => route.fulfill({ status: 404, body: "" }));
  await publishing.show();
  await publishing.signsSeen.check({ force: true });
  await publishing.button.click();
  await expect(publishing.root.getByRole("alert")).toContainText("Filen kunne ikke laves, og kataloget er ikke ændret.");
  await expect(catalogue.notDecided).toContainText("ikke udgivet");
  await app.page.unroute("**/publication.html");
  const { name } = await publishing.publish();
  expect(name).toMatch(/^raaderumskatalog-2024-1-udgave-[0-9a-f]{4}-[0-9a-f]{4}\.html$/);
  await expect(publishing.root.getByRole("alert")).toHaveCount(0);
  expect(complaints.join()).toContain("404");
  complaints.length = 0;
});

test("axe finds nothing in the section, the preview and the published page, and nothing is too wide", async ({ app, publishing, read }) => {
  await publicCatalogue(app, { packages: [{ id: id(102), name: "Bud", proposals: [] }], stage: "" });
  await publishing.show();
  for (const size of [{ width: 1280, height: 900 }, { width: 320, height: 640 }]) {
    await app.page.setViewportSize(size);
    expect.soft(await violations(app.page)).toEqual([]);
    expect.soft(await app.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  }
  await publishing.openPreview();
  // Nothing runs in the frame, axe neither. What is in it is looked at below.
  const { violations: inDialog } = await new AxeBuilder({ page: app.page }).setLegacyMode().exclude("iframe").analyze();
  expect.soft(inDialog.map(({ id }) => id)).toEqual([]);
  await publishing.preview.getByRole("button", { name: "Luk" }).click();
  const { page } = await read((await publishing.publish()).text);
  expect.soft(await violations(page)).toEqual([]);
});

test.describe("without the server", () => {
  test.use({ serviceWorkers: "allow" });

  test("a catalogue can be published, also when that was never done before", async ({ app, publishing, read }) => {
    await publicCatalogue(app);
    await app.page.evaluate(() => navigator.serviceWorker.ready);
    await app.page.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated");
    await app.page.context().setOffline(true);
    const reader = await read((await publishing.publish()).text);
    await isReadable(reader, true);
    isQuiet(reader);
  });
});

test.describe("in the page that is one file, from a disk", () => {
  test.use({
    baseURL: async ({}, use, info) => {
      const folder = info.outputPath("editor");
      await mkdir(folder, { recursive: true });
      await copyFile(path.join(BUILD, "raaderum.html"), path.join(folder, "raaderum.html"));
      await use(pathToFileURL(path.join(folder, "raaderum.html")).href);
    },
  });

  test("the preview shows, and the published file works as one from the server, whatever style an extension adds", async ({ app, publishing, read, complaints }) => {
    await publicCatalogue(app);
    await addForeignStyle(app.page);
    await publishing.openPreview();
    const heading = publishing.frame.getByRole("heading", { level: 1 });
    await expect(heading).toHaveText("Råderumskatalog 2024");
    await expect(heading).toHaveCSS("font-family", /IBM Plex Sans/);
    await publishing.preview.getByRole("button", { name: "Luk" }).click();
    const { name, text } = await publishing.publish();
    expect(name).toMatch(/^raaderumskatalog-2024-1-udgave-[0-9a-f]{4}-[0-9a-f]{4}\.html$/);
    const reader = await read(text);
    await isReadable(reader, true);
    await expect(reader.page.getByText(TEXT_ONLY)).toBeHidden();
    await hasOwnStyle(reader, text);
    expect(complaints.filter((complaint) => !/style/i.test(complaint))).toEqual([]);
    complaints.length = 0;
  });
});
