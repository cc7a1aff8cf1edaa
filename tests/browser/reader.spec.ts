import { mkdir, readFile } from "node:fs/promises";
import path from "node:path";

import AxeBuilder from "@axe-core/playwright";
import type { Download, JSHandle, Page } from "@playwright/test";

import { App } from "./support/app";
import { id } from "./support/documents";
import { expect, test as base } from "./support/fixtures";
import { Publishing, exampleId, onDisk, publicCatalogue, readAt, type Reader } from "./support/publishing";
import { ReaderPage } from "./support/reader-page";

const [AKUT, ISAFJORD, SAMVAER, HORSEAGER] = ["akut", "Isafjord", "Støttet", "Horseager"].map(exampleId);

interface Fixtures {
  /** Opens the published file from a disk, in a browser of its own. */
  open: (text?: string) => Promise<Opened>;
}

interface Opened extends Reader {
  on: ReaderPage;
}

interface Published {
  /** The file of Lejre's catalogue: two variants, a proposal that requires another, and a package. */
  published: string;
}

const test = base.extend<Fixtures, Published>({
  published: [
    async ({ browser }, use, info) => {
      const { baseURL } = info.project.use;
      const context = await browser.newContext({ baseURL, locale: "da-DK" });
      const app = new App(await context.newPage());
      await app.open();
      await publicCatalogue(app, {
        variant_groups: [{ id: id(110), name: "Væresteder", proposals: [ISAFJORD, HORSEAGER] }],
        relations: [
          { id: id(111), from: AKUT, kind: "requires", to: SAMVAER, weakening: [null, null, null, null], note: "" },
        ],
        packages: [{ id: id(112), name: "Flertallets", proposals: [ISAFJORD, SAMVAER] }],
      });
      const publishing = new Publishing(app);
      await publishing.takePackages();
      const { text } = await publishing.publish();
      await context.close();
      await use(text);
    },
    { scope: "worker", timeout: 60_000 },
  ],
  open: async ({ browser, published }, use, info) => {
    const readers: Reader[] = [];
    await use(async (text = published) => {
      const folder = info.outputPath("stick");
      await mkdir(folder, { recursive: true });
      const reader = await readAt(browser, await onDisk(folder, text));
      readers.push(reader);
      const on = new ReaderPage(reader.page);
      await on.isStarted();
      return { ...reader, on };
    });
    for (const { page, asked, complaints } of readers) {
      expect(asked, "what the page asked for").toEqual([page.url().replace(/#.*/, "")]);
      expect(complaints, "what the browser complained of").toEqual([]);
      await page.context().close();
    }
  },
});

/** The published data, as far as tests change it. */
interface Data {
  catalogues: { edition: unknown; entries: { proposal: string }[]; variant_groups: unknown[] }[];
  proposals: { id: string; heading: string; years: { estimated_gain: number }[] }[];
}

/** The file of a second edition that says something else. */
function changed(published: string, change: (data: Data) => unknown): string {
  return published.replace(/(id="catalogue\.json">)([^<]*)</, (_, begin: string, json: string) => {
    const data = JSON.parse(json) as Data;
    data.catalogues[0].edition = { number: 2, published_on: "2026-12-01" };
    change(data);
    return `${begin}${JSON.stringify(data).replaceAll("<", "\\u003c")}<`;
  });
}

/** Takes a proposal out of it. */
function without(data: Data, proposal: string): void {
  const [catalogue] = data.catalogues;
  catalogue.entries = catalogue.entries.filter((entry) => entry.proposal !== proposal);
  catalogue.variant_groups = [];
  data.proposals = data.proposals.filter(({ id }) => id !== proposal);
}

const violations = async (page: Page) => (await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id);

test("the program's figures are those of the text, and explain themselves", async ({ open }) => {
  const { page, on } = await open();
  const text = page.locator("#overview-sums");
  const cells = text.getByRole("row", { name: /^Ændringsforslag i alt/, includeHidden: true }).getByRole("cell", { includeHidden: true });
  const figures = page.locator("#program-overview output").filter({ hasText: /\d/ });
  await expect(figures).toHaveCount(5);
  const stated = await cells.allTextContents();
  expect((await figures.allInnerTexts()).map((figure) => figure.trim())).toEqual(stated);
  await figures.first().focus();
  await expect(page.getByRole("tooltip")).toContainText("Horseager");
  // What is chosen is added up as the text of the package adds it up.
  await on.choose("Isafjord");
  await on.choose("Støttet");
  const package_ = page.getByRole("table", { name: /^Pakke 1: Flertallets/ }).getByRole("row", { name: /^Ændringsforslag i alt/ }).getByRole("cell");
  const told = await package_.allInnerTexts();
  await expect.poll(() => on.sums()).toEqual(told);
});

test("an address leads to a part of the page that the program adds", async ({ open }) => {
  const { page } = await open();
  const tab = await page.context().newPage();
  await tab.goto(`${page.url()}#answer`);
  await expect(tab.getByRole("heading", { name: "Skriv et høringssvar" })).toBeFocused();
  await expect(tab.getByRole("heading", { name: "Skriv et høringssvar" })).toBeInViewport();
});

test("what counts no longer because another was taken out is read aloud", async ({ open }) => {
  const { page, on } = await open();
  await on.choose("Støttet");
  await on.choose("akut");
  await on.tick("Støttet").uncheck({ force: true });
  await expect(page.getByRole("status").filter({ hasText: "Fjernet: 5." })).toContainText("Tæller ikke længere med: 1. Hjemtagning af akut foranstaltninger.");
});

test("proposals are searched, sorted and grouped", async ({ open }) => {
  const { page, on } = await open();
  await expect(on.names).toHaveCount(8);
  await on.search.fill("anonymt");
  await expect(on.names).toHaveText(["8. Lukning af Værestedet Horseager"]);
  await expect(page.getByText("1 af 8 forslag")).toBeVisible();
  await on.search.fill("8. lukning");
  await expect(on.names).toHaveText(["8. Lukning af Værestedet Horseager"]);
  // Nobody remembers the words between.
  await on.search.fill(" horseager  lukning");
  await expect(on.names).toHaveText(["8. Lukning af Værestedet Horseager"]);
  await on.search.fill("findes ingen steder");
  await expect(page.getByText("Ingen forslag passer til søgningen.")).toBeVisible();
  await on.search.fill("");
  await expect(on.names.first()).toHaveText(/^1\./);
  await page.getByLabel("Sortér efter").selectOption("Største besparelse");
  await expect(on.names).toHaveText([/^1\./, /^3\./, /^8\./, /^7\./, /^6\./, /^4\./, /^2\./, /^5\./]);
  // What each does is said per year, as the targets are.
  await expect(on.about.first()).toHaveText(/^Sparer 1,5 mio\. kr\. om året · Center: \S.* · i høring\. Læs forslaget$/);
  await expect(on.about.nth(4)).toContainText("Sparer 0 i 2024, derefter 1 mio. kr. om året");
  await page.getByLabel("Gruppér efter").selectOption("Center");
  await expect(on.list.getByRole("heading", { level: 3 })).not.toHaveCount(0);
  await expect(on.names).toHaveCount(8);
  // A choice stays while the list changes.
  await on.choose("Isafjord");
  await page.getByLabel("Gruppér efter").selectOption("Status");
  await expect(on.tick("Isafjord")).toBeChecked();
});

test("each choice shows what it leads to, what stands in its way, and how far the target is", async ({ open }) => {
  const { page, on } = await open();
  await on.choose("Isafjord");
  await expect(on.row("Isafjord")).toContainText("Konsekvenser");
  await expect(on.row("Isafjord")).toContainText("Isafjord er vellidt");
  await expect(on.line).toContainText("2024: mangler 5,6 mio. kr., 2025: mangler 7,4 mio. kr.");
  await on.choose("Horseager");
  await expect(on.row("Horseager")).toContainText("Tæller ikke med.");
  await expect(on.row("Horseager")).toContainText("højst én af varianterne");
  await on.choose("akut");
  await expect(on.row("akut")).toContainText("Sæt også kryds ved det.");
  await expect(on.line).toContainText("1 af 3 valgte forslag tæller med");
  await on.choose("Støttet");
  await expect(on.row("akut")).not.toContainText("Tæller ikke med.");
  await expect(on.line).toContainText("3 af 4 valgte forslag tæller med");
  await on.package.getByRole("button", { name: /^Fjern 8\./ }).click();
  await expect(on.tick("Horseager")).not.toBeChecked();
  await expect(on.line).toContainText("3 forslag tæller med");
  await on.package.getByRole("button", { name: "Fjern alle" }).click();
  await expect(on.package).toContainText("Du har ikke valgt nogen forslag endnu.");
  await page.getByRole("button", { name: "Fortryd" }).click();
  await expect(on.line).toContainText("3 forslag tæller med");
});

test("a package travels by link and as a file, is kept here, and never takes the place of another unasked", async ({ open }) => {
  const { page, on } = await open();
  await on.choose("Isafjord");
  await on.choose("Støttet");
  await on.name.fill("Vores bud");
  const link = await on.link.inputValue();
  expect(link).toContain("#/pakke/");
  const [file] = await Promise.all([
    page.waitForEvent("download") as Promise<Download>,
    on.package.getByRole("button", { name: "Gem pakken som fil" }).click(),
  ]);
  const saved = await readFile(await file.path(), "utf8");
  // It is still there after the page is loaded anew.
  await page.reload();
  await on.isStarted();
  await expect(on.tick("Isafjord")).toBeChecked();
  await expect(on.name).toHaveValue("Vores bud");

  // Whoever has chosen nothing has it at once.
  const other = await open();
  const hash = link.slice(link.indexOf("#"));
  await other.page.goto(other.page.url().replace(/#.*/, "") + hash);
  await expect(other.on.tick("Støttet")).toBeChecked();
  await expect(other.on.name).toHaveValue("Vores bud");
  await expect(other.page.getByText("Du har fået pakken »Vores bud« med 2 forslag.")).toBeVisible();
  expect(other.page.url()).not.toContain("pakke");

  // Whoever has sees both, and keeps his own until he says otherwise.
  const third = await open();
  await third.on.choose("akut");
  await third.page.evaluate((hash) => (location.hash = hash), hash);
  await expect(third.page.getByText("Dit eget valg er urørt.")).toBeVisible();
  await expect(third.on.tick("Isafjord")).not.toBeChecked();
  await expect(third.page.getByRole("columnheader", { name: "Modtaget: Vores bud" }).first()).toBeVisible();
  await third.page.getByRole("button", { name: "Brug den i stedet for mit valg" }).click();
  await expect(third.on.tick("Isafjord")).toBeChecked();
  await expect(third.on.tick("akut")).not.toBeChecked();
  await third.page.getByRole("button", { name: "Fortryd" }).click();
  await expect(third.on.tick("akut")).toBeChecked();

  // A file does the same, and one that is none says so.
  await third.on.package.getByRole("button", { name: "Fjern alle" }).click();
  const choose = (name: string, content: string) =>
    third.page.getByLabel("Åbn en pakke fra en fil").setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(content) });
  await choose("pakke.json", saved);
  await expect(third.on.tick("Isafjord")).toBeChecked();
  await choose("andet.json", "{}");
  await expect(third.page.getByText("Filen er ikke en pakke.")).toBeVisible();
  await expect(third.on.tick("Isafjord")).toBeChecked();
});

test("another edition keeps what it does not have, and a package of it says so", async ({ open, published }) => {
  // The next edition, at the same address, has no Horseager.
  const next = changed(published, (data) => without(data, HORSEAGER));
  const first = await open();
  await first.on.choose("Horseager");
  await first.on.choose("akut");
  const link = (await first.on.link.inputValue()).replace(/^[^#]*/, "");
  await onDisk(path.dirname(new URL(first.page.url()).pathname), next);
  await first.page.reload();
  await first.on.isStarted();
  await expect(first.on.line).toContainText("af 2 valgte forslag tæller med");
  await first.on.choose("Isafjord");
  await onDisk(path.dirname(new URL(first.page.url()).pathname), published);
  await first.page.reload();
  await first.on.isStarted();
  for (const heading of ["Horseager", "akut", "Isafjord"]) {
    await expect(first.on.tick(heading)).toBeChecked();
  }
  // A package that names it says so where it is not.
  const other = await open(next);
  await other.page.evaluate((hash) => (location.hash = hash), link);
  await expect(other.page.getByText("Pakken er lavet til en anden udgave af kataloget")).toBeVisible();
  await expect(other.on.tick("akut")).toBeChecked();
});

test("what two tabs choose is one choice, and what cannot be read is put aside", async ({ open }) => {
  const { page, on } = await open();
  await on.choose("Isafjord");
  const tab = await page.context().newPage();
  await tab.goto(page.url());
  const other = new ReaderPage(tab);
  await other.isStarted();
  await expect(other.tick("Isafjord")).toBeChecked();
  await other.choose("akut");
  await expect(on.tick("akut")).toBeChecked();
  await on.choose("Støttet");
  await expect(other.tick("Støttet")).toBeChecked();
  await tab.close();
  const key = await page.evaluate(() => Object.keys(localStorage).find((key) => key.endsWith("/pakke"))!);
  await page.evaluate((key) => localStorage.setItem(key, "{noget nyere}"), key);
  await page.reload();
  await on.isStarted();
  await expect(page.getByText("Dit tidligere valg kan ikke læses her.")).toBeVisible();
  await on.choose("Isafjord");
  await expect.poll(() => page.evaluate((key) => localStorage.getItem(`${key}/ulaest`), key)).toBe("{noget nyere}");
});

test("links that were cut off, or are of another catalogue, say so and change nothing", async ({ open }) => {
  const { page, on } = await open();
  await on.choose("Isafjord");
  const hash = (await on.link.inputValue()).replace(/^[^#]*/, "");
  await page.evaluate((hash) => (location.hash = hash), hash.slice(0, -3));
  await expect(page.getByText("skåret over eller ændret undervejs")).toBeVisible();
  await expect(on.tick("Isafjord")).toBeChecked();
});

test("a published package can be the beginning, and stands beside the reader's own", async ({ open }) => {
  const { page, on } = await open();
  await on.package.getByRole("button", { name: "Begynd med denne Pakke 1: Flertallets" }).click();
  await expect(on.tick("Støttet")).toBeChecked();
  await on.choose("akut");
  const differing = page.getByRole("table", { name: "Hvad pakkerne har fælles" });
  await expect(differing.getByRole("row", { name: /akut/ }).getByRole("cell")).toHaveText(["med", "–"]);
  await expect(differing.getByRole("row", { name: /Isafjord/ }).getByRole("cell")).toHaveText(["med", "med"]);
});

test("a hearing answer becomes a text with the remarks and the package, and stays here until it is handed in", async ({ open }) => {
  const { page, on } = await open();
  await on.choose("Isafjord");
  const answer = page.getByRole("region", { name: "Skriv et høringssvar" });
  await answer.getByLabel("Dit navn").fill("Ane Borger");
  await answer.getByLabel("Om budgettet som helhed").fill("Spar andre steder.\n<script>alert(1)</script>");
  await answer.getByLabel("Skriv om et bestemt forslag").selectOption({ label: "8. Lukning af Værestedet Horseager" });
  await answer.getByRole("button", { name: "Tilføj" }).click();
  await answer.getByRole("textbox", { name: "8. Lukning af Værestedet Horseager" }).fill("Her mødes vi.");
  const text = answer.getByRole("region", { name: "Dit høringssvar" });
  // As the page says which file it is.
  const [edition] = (await page.locator("#colophon").innerText()).match(/1\. udgave, [\d.]+ kl\. [\d.]+, kode [0-9a-f-]+/) ?? [];
  if (edition === undefined) throw new Error("The page does not say which file it is");
  for (const part of ["Råderumskatalog 2024", edition, "Ane Borger", "Spar andre steder.", "<script>alert(1)</script>", "8. Lukning af Værestedet Horseager\nHer mødes vi.", "Isafjord", "mangler 5,6 mio. kr."]) {
    await expect.poll(() => text.innerText()).toContain(part);
  }
  const [file] = await Promise.all([
    page.waitForEvent("download") as Promise<Download>,
    answer.getByRole("button", { name: "Gem som tekstfil" }).click(),
  ]);
  expect(file.suggestedFilename()).toBe("hoeringssvar.txt");
  expect((await readFile(await file.path(), "utf8")).trim()).toBe((await text.innerText()).trim());
  await answer.getByRole("checkbox", { name: "Tag din pakke med" }).uncheck({ force: true });
  await expect(text).not.toContainText("Isafjord");
  await page.reload();
  await on.isStarted();
  await expect(answer.getByRole("textbox", { name: "8. Lukning af Værestedet Horseager" })).toHaveValue("Her mødes vi.");
  await answer.getByRole("button", { name: /^Fjern 8\./ }).click();
  await expect(text).not.toContainText("Her mødes vi.");
  await page.getByRole("button", { name: "Fortryd" }).click();
  await expect(text).toContainText("Her mødes vi.");
});

test("what a browser without room does not keep stays on the page, and it is said", async ({ open }) => {
  const { page, on } = await open();
  await on.choose("Isafjord");
  const general = page.getByLabel("Om budgettet som helhed");
  await general.fill("Kort.");
  const refused = page.getByText("Din browser gemmer ikke noget for denne side.");
  await expect(refused).toHaveCount(0);
  const setItem = (await page.evaluateHandle(() => Storage.prototype.setItem)) as JSHandle<Storage["setItem"]>;
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("", "QuotaExceededError");
    };
  });
  await on.choose("Støttet");
  await general.fill("Kort, og noget mere.");
  await expect(refused).toHaveCount(2);
  // The reader looks at something else for a while.
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange", { bubbles: true })));
  await expect(general).toHaveValue("Kort, og noget mere.");
  await expect(on.tick("Støttet")).toBeChecked();
  // Back to what is kept, there is nothing to lose any more.
  await general.fill("Kort.");
  await expect(refused).toHaveCount(1);
  await general.fill("Kort, og noget mere.");
  await expect(refused).toHaveCount(2);
  // There is room again: what comes next takes the rest with it.
  await page.evaluate((setItem) => void (Storage.prototype.setItem = setItem), setItem);
  await general.fill("Kort, og noget mere endnu.");
  await on.choose("akut");
  await expect(refused).toHaveCount(0);
  await page.reload();
  await on.isStarted();
  await expect(general).toHaveValue("Kort, og noget mere endnu.");
  await expect(on.tick("Støttet")).toBeChecked();
});

test("two editions are compared from the files themselves", async ({ open, published }) => {
  const { page } = await open();
  const second = changed(published, (data) => {
    without(data, HORSEAGER);
    data.proposals.find(({ id }) => id === ISAFJORD)!.years[0].estimated_gain = -500000;
  });
  const editions = page.getByRole("region", { name: "Sammenlign med en anden udgave" });
  const choose = (name: string, text: string) =>
    editions.getByLabel("Fil med en anden udgave").setInputFiles({ name, mimeType: "text/html", buffer: Buffer.from(text) });
  await choose("udgave-2.html", second);
  await expect(editions.getByRole("heading", { level: 3 })).toHaveText(/^Fra 1\. udgave.* til 2\. udgave/);
  await expect(editions.getByRole("heading", { name: "Trukket tilbage" })).toBeVisible();
  await expect(editions.getByRole("listitem")).toHaveText([/Horseager/]);
  const table = editions.getByRole("table", { name: /Isafjord/ });
  await expect(table.getByRole("row", { name: /Estimeret gevinst 2024/ }).getByRole("cell")).toHaveText(["−450", "−500"]);
  // What is read aloud is a sentence; the tables stand outside it.
  await expect(editions.getByRole("status")).toHaveText(/^Forslag: ingen nye, 1 ændret og 1 trukket tilbage\. Selve kataloget er også ændret\.$/);
  await page.emulateMedia({ media: "print" });
  await expect(table).toBeVisible();
  await page.emulateMedia({ media: "screen" });
  await choose("sig-selv.html", published);
  await expect(editions.getByRole("status")).toHaveText("De to udgaver siger det samme.");
  // The same under another number.
  await choose("udgave-3.html", published.replace(/("edition":\s*\{\s*"number":\s*)1\b/, (_, begin: string) => `${begin}3`));
  await expect(editions.getByRole("heading", { level: 3 })).toHaveText(/til 3\. udgave/);
  await expect(editions.getByRole("status")).toHaveText("De to udgaver siger det samme.");
  await choose("andet.html", "<p>Noget andet</p>");
  await expect(editions).toContainText("Filen er ikke et udgivet råderumskatalog.");
  // On paper, nothing is left of a comparison that is not there.
  await page.emulateMedia({ media: "print" });
  await expect(page.locator("#editions")).toBeHidden();
  await page.emulateMedia({ media: "screen" });
});

test("open data can be fetched, and holds no formula", async ({ open, published }) => {
  const { page } = await open(changed(published, (data) => (data.proposals[0].heading = "=HYPERLINK(1)")));
  const region = page.getByRole("region", { name: "Gem tallene" });
  const names = (await region.getByRole("button").allInnerTexts()).map((name) => name.replace("Gem ", ""));
  expect(names).toEqual(["forslag.csv", "beloeb.csv", "raaderumskatalog.json", "datapackage.json"]);
  const texts: Record<string, string> = {};
  for (const name of names) {
    const [file] = await Promise.all([
      page.waitForEvent("download") as Promise<Download>,
      region.getByRole("button", { name: `Gem ${name}` }).click(),
    ]);
    expect(file.suggestedFilename()).toBe(name);
    texts[name] = await readFile(await file.path(), "utf8");
  }
  expect(texts["beloeb.csv"].startsWith("\uFEFF")).toBe(true);
  expect(texts["beloeb.csv"]).toContain(";-450000");
  expect(texts["forslag.csv"]).toContain(";'=HYPERLINK(1)");
  expect(JSON.parse(texts["datapackage.json"]).resources.map(({ path }: { path: string }) => path)).toEqual(names.slice(0, 3));
});

test("what readers do touches no document of the editor, and the editor none of theirs", async ({ app, published }, info) => {
  const form = await app.newProposal();
  await form.enter("Overskrift", "Min egen kladde");
  await app.isSaved();
  const before = { stored: await app.storedWhole(), database: await app.database() };
  const folder = info.outputPath("same-origin");
  await mkdir(folder, { recursive: true });
  await onDisk(folder, published);
  const file = path.join(folder, "udgivet.html");
  await app.page.route("**/udgivet.html", async (route) => route.fulfill({ body: await readFile(file, "utf8"), contentType: "text/html" }));
  const page = await app.page.context().newPage();
  await page.route("**/udgivet.html", async (route) => route.fulfill({ body: await readFile(file, "utf8"), contentType: "text/html" }));
  await page.goto(new URL("udgivet.html", app.page.url()).href);
  const on = new ReaderPage(page);
  await on.isStarted();
  await on.choose("Isafjord");
  await page.getByLabel("Om budgettet som helhed").fill("Et svar");
  await expect.poll(() => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("raaderum-laeser")).length)).toBe(2);
  await page.close();
  const own = await app.storedWhole();
  expect(Object.fromEntries(Object.entries(own).filter(([key]) => !key.startsWith("raaderum-laeser")))).toEqual(before.stored);
  expect(await app.database()).toEqual(before.database);
  await app.page.reload();
  await app.toOverview();
  await expect(app.overview.proposal("Min egen kladde")).toBeVisible();
  await expect(app.banner).toHaveCount(0);
});

test("axe finds nothing, on a wide and on a narrow screen, and nothing is wider than the screen", async ({ open }) => {
  const { page, on } = await open();
  await on.choose("Isafjord");
  await on.choose("Horseager");
  await page.getByLabel("Om budgettet som helhed").fill("Et svar");
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
});

test("on paper: the whole page with its own list, or the package alone, under the line that stands on every sheet", async ({ open }) => {
  const { page, on } = await open();
  await on.choose("Isafjord");
  await page.emulateMedia({ media: "print" });
  const line = page.locator(".sheet-line").first();
  await expect(line).toHaveCSS("position", "fixed");
  await expect(page.locator("#list")).toBeVisible();
  await expect(on.list.locator(".reader-list")).toBeHidden();
  await expect(page.getByRole("article").first()).toBeVisible();
  await page.emulateMedia({ media: "screen" });
  await page.evaluate(() => (window.print = () => undefined));
  await on.package.getByRole("button", { name: "Udskriv din pakke" }).click();
  await page.emulateMedia({ media: "print" });
  await expect(line).toBeVisible();
  await expect(on.package.getByRole("table", { name: /^Din pakke/ }).first()).toBeVisible();
  await expect(page.getByRole("article").first()).toBeHidden();
  await expect(page.locator("#list")).toBeHidden();
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await expect(page.getByRole("article").first()).toBeVisible();
});

test("by keyboard: from the list to the package and back", async ({ open }) => {
  const { page, on } = await open();
  await on.search.focus();
  for (let steps = 0; steps < 12 && !(await on.tick("Isafjord").evaluate((tick) => tick === document.activeElement)); steps += 1) {
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Space");
  await expect(on.tick("Isafjord")).toBeChecked();
  await on.line.getByRole("link", { name: "Se din pakke" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Prøv selv: din pakke" })).toBeInViewport();
  await page.keyboard.press("Tab");
  await expect(on.name).toBeFocused();
  await on.package.getByRole("button", { name: /^Fjern 2\./ }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Prøv selv: din pakke" })).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await expect(on.list.locator(":focus")).toHaveCount(1);
});
