import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

import type { App } from "./support/app";
import { CataloguePage } from "./support/catalogue-page";
import { file, id, proposal, type Json } from "./support/documents";
import { expect, test } from "./support/fixtures";

const TABS = ["Forslag", "Sammenhænge", "Pakker", "Udgiv", "Oplysninger"] as const;
const YEARS = [2024, 2025, 2026, 2027];
/** What the eight proposals of Lejre amount to. */
const ALL = ["−5.083", "−8.283", "−8.283", "−8.283"];

/** By title, as the catalogue takes them in. */
const JOBCENTRET = "Administrationsbesparelse i Jobcentret";
const AKUT = "akut";
const SAMVAER = "Støttet";
const HORSEAGER = "Horseager";
const ISAFJORD = "Isafjord";
const TABT = "tabt arbejdsfortjeneste";

/** A catalogue of the eight examples, with targets that two of the years meet. */
async function lejre(app: App): Promise<CataloguePage> {
  await app.openExamples();
  await app.closeNotice();
  const page = await app.newCatalogue();
  await page.enter("Titel", "Råderumskatalog 2024");
  await page.enter("Budgetår", "2024");
  for (const [place, target] of ["-6.000", "-8.000", "-8.283", "-9.000"].entries()) {
    await page.enter(`Måltal ${YEARS[place]}`, target);
  }
  await page.takeAll(2024);
  await expect(page.rows).toHaveCount(8);
  await app.closeNotice();
  return page;
}

/** A catalogue as a file holds it. */
function catalogue(entries: number[], changes: Json = {}): Json {
  return {
    id: id(100),
    changed_at: "2023-06-01T08:00:00Z",
    title: "Fra en fil",
    municipality: "",
    first_year: 2024,
    stage: "",
    price_level: null,
    hearing_from: null,
    hearing_to: null,
    introduction: "",
    targets: [null, null, null, null],
    entries: entries.map((number) => ({ proposal: id(number), status: "draft", outcome: "" })),
    variant_groups: [],
    relations: [],
    packages: [],
    edition: null,
    ...changes,
  };
}

function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

test("a new catalogue is empty, and its head is there after the page is loaded again", async ({ app }) => {
  await expect(app.page.getByRole("heading", { name: "Råderumskataloger" })).toHaveCount(0);
  const page = await app.newCatalogue();
  await expect(page.rows).toHaveCount(0);
  const fields: Record<string, string> = {
    Titel: "Råderumskatalog 2024",
    Kommune: "Lejre Kommune",
    Budgetår: "2024",
    Prisniveau: "2024-pl",
    Fase: "Høring",
    "Høring fra": "01.09.2023",
    "Høring til": "15.09.2023",
    Indledning: "Forslag til budgettet",
    "Måltal 2024": "−6.000",
  };
  for (const [name, text] of Object.entries(fields)) {
    await page.enter(name, text);
  }
  await expect(page.page.getByText("skal spare 6 mio. kr.")).toBeVisible();
  await app.isSaved();
  await app.page.reload();
  await page.isOpen();
  await expect(page.heading).toHaveText("Råderumskatalog 2024");
  for (const [name, text] of Object.entries(fields)) {
    await expect(page.input(name)).toHaveValue(text);
  }
  await page.enter("Måltal 2024", "1.5");
  await page.isRefused("Måltal 2024", "1.5", /Måltal 2024/);

  await app.toOverview();
  const row = app.overview.catalogues.getByRole("row", { name: "Råderumskatalog 2024" });
  await expect(row.getByRole("cell").first()).toHaveText("2024");
});

test("all proposals of the budget year are taken in, and the catalogue says how far that is from its targets", async ({ app }) => {
  const page = await lejre(app);
  await expect(page.rows.getByRole("rowheader").first()).toHaveText(`1. ${JOBCENTRET}`);
  await page.hasNetChange("Kataloget", YEARS, ALL);
  await expect(page.figure("Kataloget: Ændringsforslag i alt, alle år")).toHaveText("−29.932");
  expect(await page.sums(page.outcome, "I forhold til måltallet")).toEqual([
    "mangler 917.000 kr.",
    "måltallet er nået med 283.000 kr. i overskud",
    "måltallet er nået",
    "mangler 717.000 kr.",
  ]);
  await expect(page.picture).toHaveAccessibleName(/2024: sparer 5,1 mio. kr., mangler 917.000 kr.; 2025: sparer 8,3 mio. kr., måltallet er nået/);
  await page.outcome.getByText("Fordelt på centre og typer").click();
  const departments = page.outcome.getByRole("table", { name: /fordelt på centre/ });
  await expect(departments.getByRole("row", { name: /^CJS – Jobcenter/ }).getByRole("cell")).toHaveText([
    "−700", "−700", "−700", "−700", "−2.800",
  ]);
  // The parts add up to the sum.
  await expect(page.outcome.getByText("Det er ikke summen af alle forslag")).toBeVisible();

  await app.isSaved();
  await app.toOverview();
  const row = app.overview.catalogues.getByRole("row", { name: "Råderumskatalog 2024" });
  await expect(row).toContainText("−29.932");
  await expect(row).toContainText("2024: mangler 917.000 kr.");
  await expect(row).toContainText("2026: måltallet er nået");
});

test("proposals are picked, moved, given a status and taken out, and every step can be taken back", async ({ app }) => {
  await app.openExamples();
  await app.closeNotice();
  const page = await app.newCatalogue();
  await page.enter("Budgetår", "2024");
  await page.pick(HORSEAGER, ISAFJORD);
  await expect(page.rows.getByRole("rowheader")).toHaveText([/1\. .*Horseager/, /2\. .*Isafjord/]);
  await page.hasNetChange("Kataloget", YEARS, ["−1.433", "−1.833", "−1.833", "−1.833"]);

  await page.button("Flyt op forslag 2").click();
  await expect(page.rows.getByRole("rowheader")).toHaveText([/1\. .*Isafjord/, /2\. .*Horseager/]);
  await expect(page.row(ISAFJORD).getByRole("rowheader")).toBeFocused();

  await page.status(2).selectOption("annulleret");
  await page.hasNetChange("Kataloget", YEARS, ["−450", "−650", "−650", "−650"]);
  await expect(page.outcome.getByText("Det er annulleret. Ret dets status, hvis det skal tælle.")).toBeVisible();
  await page.enter("Forslag 2: Hvad blev der af det?", "Trukket tilbage");

  await page.button("Fjern forslag 1").click();
  await expect(page.rows).toHaveCount(1);
  await expect(page.page.getByRole("heading", { name: "Forslag i kataloget" })).toBeFocused();
  await expect(page.outcome.getByText("Ingen forslag tæller med endnu.")).toBeVisible();
  await app.undo();
  await expect(page.rows).toHaveCount(2);
  await expect(page.status(2).locator("option:checked")).toHaveText("annulleret");
  await app.isSaved();
  await app.page.reload();
  await page.isOpen();
  await expect(page.input("Forslag 2: Hvad blev der af det?")).toHaveValue("Trukket tilbage");
  await expect(page.row(HORSEAGER).getByRole("combobox").locator("option:checked")).toHaveText("annulleret");
});

test("all drafts are given a status at once, and that is one step", async ({ app }) => {
  const page = await lejre(app);
  await page.status(2).selectOption("annulleret");
  await page.page.getByLabel("Giv alle kladder en anden status").selectOption("i høring");
  await page.button("Sæt status").click();
  await expect(app.notice).toContainText("7 kladder har fået status »i høring«.");
  await expect(page.status(1).locator("option:checked")).toHaveText("i høring");
  await expect(page.status(2).locator("option:checked")).toHaveText("annulleret");
  await expect(page.button("Sæt status")).toHaveCount(0);
  await app.undo();
  await expect(page.status(1).locator("option:checked")).toHaveText("kladde");
  await expect(page.status(2).locator("option:checked")).toHaveText("annulleret");
});

test("taking all in can be taken back in one step", async ({ app }) => {
  await app.openExamples();
  await app.closeNotice();
  const page = await app.newCatalogue();
  await page.enter("Budgetår", "2024");
  await page.takeAll(2024);
  await expect(page.rows).toHaveCount(8);
  await app.undoStep.click();
  await expect(page.rows).toHaveCount(0);
  await app.redoStep.click();
  await expect(page.rows).toHaveCount(8);
});

test("of three variants, the sum takes one, and says so", async ({ app }) => {
  const page = await lejre(app);
  const group = await page.addVariants(1, "Personale", AKUT, TABT, JOBCENTRET);
  await expect(group.getByText("Højst ét af disse 3 forslag kan vælges.")).toBeVisible();
  // Of the three, the first saves most over four years.
  await page.hasNetChange("Kataloget", YEARS, ["−3.683", "−5.883", "−5.883", "−5.883"]);
  await page.openTab("Forslag");
  await expect(
    page.outcome.getByRole("listitem").filter({ hasText: TABT }),
  ).toContainText("akut foranstaltninger« tæller, og højst én af varianterne af »Personale« kan vælges.");
  await page.openTab("Sammenhænge");
  await group.getByRole("button", { name: /^Fjern .*akut/ }).click();
  await expect(group.getByText("Højst ét af disse 2 forslag kan vælges.")).toBeVisible();
  await page.hasNetChange("Kataloget", YEARS, ["−4.383", "−7.583", "−7.583", "−7.583"]);
  await page.button("Fjern varianter 1").click();
  await page.hasNetChange("Kataloget", YEARS, ALL);
  await app.undo();
  await page.hasNetChange("Kataloget", YEARS, ["−4.383", "−7.583", "−7.583", "−7.583"]);
  await app.isSaved();
  await app.toOverview();
  // The start page counts them once too, and says what it leaves out.
  await expect(app.overview.sum(2024)).toHaveText("−4.383");
  await expect(app.overview.sum("i alt")).toHaveText("−27.132");
  await expect(app.page.getByText("1 forslag er ikke talt med i summen")).toBeVisible();
  await expect(app.overview.proposal(JOBCENTRET)).toContainText("ikke talt med i summen");
});

test("what excludes, requires and weakens is said in sentences and respected", async ({ app }) => {
  const page = await lejre(app);
  const excludes = await page.relate(1, HORSEAGER, "udelukker", ISAFJORD);
  await expect(excludes).toContainText(/Højst ét af »4\. .*Horseager« og »5\. .*Isafjord« kan vælges\./);
  await page.hasNetChange("Kataloget", YEARS, ["−4.633", "−7.633", "−7.633", "−7.633"]);
  await page.openTab("Forslag");
  await expect(page.outcome.getByRole("listitem").filter({ hasText: ISAFJORD })).toContainText("Det kan ikke vælges sammen med »4.");

  await page.openTab("Sammenhænge");
  await excludes.getByRole("combobox", { name: "Sammenhæng" }).selectOption("overlapper");
  await page.hasNetChange("Kataloget", YEARS, ALL);
  await page.openTab("Forslag");
  await expect(page.outcome.getByText("men der står ikke hvor meget")).toBeVisible();
  await page.enter("Sammenhæng 1: overlap 2025", "100");
  await page.hasNetChange("Kataloget", YEARS, ["−5.083", "−8.183", "−8.283", "−8.283"]);
  await page.openTab("Forslag");
  await expect(page.outcome.getByText("er trukket fra besparelsen")).toBeVisible();

  const requires = await page.relate(2, AKUT, "kræver", SAMVAER);
  await expect(requires).toContainText(/kan kun vælges sammen med/);
  await page.status(3).selectOption("annulleret");
  // Without samvær (−550), akut (−1.500) does not count either.
  await page.hasNetChange("Kataloget", YEARS, ["−3.033", "−6.133", "−6.233", "−6.233"]);
  await page.button("Fjern sammenhæng 2").click();
  await page.hasNetChange("Kataloget", YEARS, ["−4.533", "−7.633", "−7.733", "−7.733"]);
  await app.undo();
  await page.hasNetChange("Kataloget", YEARS, ["−3.033", "−6.133", "−6.233", "−6.233"]);

  await page.relate(3, SAMVAER, "udelukker", AKUT);
  await expect(requires.getByRole("status")).toContainText("De to forslag kan ikke vælges sammen");
  await page.button("Tilføj sammenhæng").click();
  await expect(page.page.getByText("Vælg to forskellige forslag, og tilføj så sammenhængen.")).toBeVisible();
});

test("the rows are searched, and keep their numbers", async ({ app }) => {
  const page = await lejre(app);
  const search = page.entries.getByRole("searchbox", { name: "Søg i forslag" });
  await search.fill("horseager");
  await expect(page.rows.getByRole("rowheader")).toHaveText([/^4\. .*Horseager/]);
  await expect(page.entries.getByText("1 af 8 forslag")).toBeVisible();
  // By its number and its status too; what is written in a row does not take it away.
  await search.fill("4. lukning");
  await expect(page.rows).toHaveCount(1);
  await page.status(4).selectOption("annulleret");
  await search.fill("annulleret");
  await expect(page.row(HORSEAGER)).toBeVisible();
  await page.status(4).selectOption("i høring");
  await expect(page.row(HORSEAGER)).toBeVisible();
  await search.fill("findes ikke");
  await expect(page.entries.getByText("Ingen forslag passer til søgningen.")).toBeVisible();
  await expect(page.rows).toHaveCount(0);
  await search.fill("");
  await expect(page.rows).toHaveCount(8);
});

test("a notice that is closed gives the focus back to where it was", async ({ app }) => {
  const page = await lejre(app);
  await page.button("Tilføj pakke").click();
  await page.button("Fjern pakke 1").press("Enter");
  const heading = page.page.getByRole("region", { name: "Pakker", exact: true }).getByRole("heading", { level: 2 });
  await expect(heading).toBeFocused();
  await app.notice.getByRole("button", { name: "Luk" }).press("Enter");
  await expect(heading).toBeFocused();
});

test("a package has its own totals, and says what does not count and why", async ({ app }) => {
  const page = await lejre(app);
  await page.relate(1, HORSEAGER, "udelukker", ISAFJORD);
  await page.button("Tilføj pakke").click();
  const first = page.block("Pakke 1");
  await expect(first.getByRole("heading", { level: 3 })).toBeFocused();
  await first.getByRole("textbox", { name: "Pakkens navn" }).fill("Skånsom");
  await first.getByRole("checkbox", { name: ISAFJORD }).check({ force: true });
  await first.getByRole("checkbox", { name: AKUT }).check({ force: true });
  await page.hasNetChange("Pakke 1", YEARS, ["−1.950", "−2.150", "−2.150", "−2.150"]);
  const horseager = first.getByRole("checkbox", { name: HORSEAGER });
  await horseager.check({ force: true });
  await expect(first).toContainText("2 af 3 valgte forslag tæller med.");
  await expect(horseager).toHaveAccessibleDescription(/Tæller ikke med\. Det kan ikke vælges sammen med »5\. .*Isafjord«, som tæller\. Fjern krydset ved det ene\./);
  await page.hasNetChange("Pakke 1", YEARS, ["−1.950", "−2.150", "−2.150", "−2.150"]);
  expect(await page.sums(first, "I forhold til måltallet")).toEqual([
    "mangler 4,05 mio. kr.", "mangler 5,85 mio. kr.", "mangler 6,133 mio. kr.", "mangler 6,85 mio. kr.",
  ]);
  expect(await page.sums(first, "Ændring i antal årsværk")).toEqual(["3", "3", "3", "3"]);
  await horseager.uncheck({ force: true });
  await expect(first).toContainText("2 forslag tæller med.");

  await page.button("Tilføj pakke").click();
  const second = page.block("Pakke 2");
  await second.getByRole("checkbox", { name: ISAFJORD }).check({ force: true });
  await second.getByRole("checkbox", { name: TABT }).check({ force: true });
  const compared = page.page.getByRole("table", { name: "Hvad pakkerne har fælles, og hvor de er forskellige" });
  await expect(compared.getByRole("row", { name: /Isafjord/ }).getByRole("cell")).toHaveText(["med", "med"]);
  await expect(compared.getByRole("row", { name: /akut/ }).getByRole("cell")).toHaveText(["med", "–"]);
  await expect(compared.getByRole("columnheader", { name: "Pakke 1: Skånsom" })).toBeVisible();

  await page.button("Fjern pakke 1").click();
  await expect(page.packages).toHaveCount(1);
  await app.undo();
  await expect(page.packages).toHaveCount(2);
  await app.isSaved();
  await app.page.reload();
  await page.hasNetChange("Pakke 1", YEARS, ["−1.950", "−2.150", "−2.150", "−2.150"]);
});

test("a package travels by link and as a file, and is put among the others", async ({ app, anotherBrowser }) => {
  const page = await lejre(app);
  await page.button("Tilføj pakke").click();
  const first = page.block("Pakke 1");
  await first.getByLabel("Pakkens navn").fill("Flertallets");
  await first.getByRole("checkbox", { name: ISAFJORD }).check({ force: true });
  await first.getByRole("checkbox", { name: AKUT }).check({ force: true });
  await first.getByText("Del pakken").click();
  const link = await first.getByLabel("Link til din pakke").inputValue();
  const { text } = await app.download(first.getByRole("button", { name: "Gem pakken som fil" }));
  const title = await page.page.getByRole("heading", { level: 1 }).innerText();
  await app.isSaved();

  const choose = (content: string) =>
    page.page.getByLabel("Åbn en pakke fra en fil").setInputFiles({ name: "pakke.json", mimeType: "application/json", buffer: Buffer.from(content) });
  await choose(text);
  const second = page.block("Pakke 2");
  await expect(second.getByLabel("Pakkens navn")).toHaveValue("Flertallets");
  await expect(second.getByRole("checkbox", { name: AKUT })).toBeChecked();
  await expect(second.getByRole("checkbox", { name: HORSEAGER })).not.toBeChecked();
  await app.undo();
  await expect(page.packages).toHaveCount(1);
  await choose("Noget andet");
  await expect(app.notice).toContainText("Filen er ikke en pakke.");
  // A package of nothing is no choice.
  await choose(JSON.stringify({ ...JSON.parse(text), proposals: [] }));
  await expect(app.notice).toContainText("Pakken er tom");
  await expect(page.packages).toHaveCount(1);

  await page.page.goto(link);
  await expect(page.page.getByRole("heading", { level: 1, name: "Pakke fra et link" })).toBeVisible();
  await expect(page.page.getByRole("listitem").filter({ hasText: ISAFJORD })).toBeVisible();
  expect(await page.page.getByText(title).count()).toBeGreaterThan(0);
  await page.button("Føj pakken til kataloget").click();
  await page.isOpen();
  await expect(page.packages).toHaveCount(2);
  // It can be taken out again, by the notice.
  await app.undo();
  await expect(page.packages).toHaveCount(1);
  await app.isSaved();
  await page.page.goto(link);
  await page.button("Føj pakken til kataloget").click();
  await page.isOpen();
  await expect(page.packages).toHaveCount(2);
  await expect(second.getByRole("checkbox", { name: ISAFJORD })).toBeChecked();
  await app.isSaved();
  await page.page.reload();
  await expect(page.packages).toHaveCount(2);

  // Where the catalogue is not, the link says what to do, and changes nothing.
  const other = await anotherBrowser();
  await other.page.goto(link);
  await expect(other.page.getByText("Åbn den fil, kataloget ligger i, og åbn så linket igen.")).toBeVisible();
  await other.page.goto(link.slice(0, -2));
  await other.page.reload();
  await expect(other.page.getByText("skåret over eller ændret undervejs")).toBeVisible();
});

test("bars are split by center and by kind, and the legend says by what", async ({ app }) => {
  const page = await lejre(app);
  const bars = page.outcome.locator("svg rect");
  await expect(bars).toHaveCount(4);
  await page.outcome.getByLabel("Del søjlerne op efter").selectOption("Center");
  await expect(page.outcome.getByRole("figure").getByText("CJS – Jobcenter")).toBeVisible();
  await expect(bars).toHaveCount(8);
  const fills = await bars.evaluateAll((bars) => bars.map((bar) => getComputedStyle(bar).fill));
  expect(new Set(fills).size).toBe(2);
  await page.outcome.getByLabel("Del søjlerne op efter").selectOption("Ændringen vedrører");
  await expect(page.outcome.getByRole("figure").getByText("Investering, Besparelse")).toBeVisible();
  await expect(page.outcome.getByRole("figure").getByText("CJS – Jobcenter")).toHaveCount(0);
  await page.outcome.getByLabel("Del søjlerne op efter").selectOption("Ikke delt op");
  await expect(bars).toHaveCount(4);
});

test("a proposal that is not here is shown by its number and kept; other years and prices are named", async ({ app }) => {
  const other = proposal(1, { heading: "Fra 2023", first_year: 2023, price_level: 2023 }, { estimated_gain: -1_000_000 });
  const same = proposal(2, { heading: "Fra 2024", price_level: 2024 }, { estimated_gain: -500_000 });
  const content = file([other, same], [], { catalogues: [catalogue([1, 9, 2])] });
  await (await app.importFiles({ name: "k.json", content })).takeIn();
  await app.closeNotice();
  const page = await app.openCatalogue("Fra en fil");
  await expect(page.rows.getByRole("rowheader").nth(1)).toContainText("2. Forslaget mangler her i browseren");
  await expect(page.outcome.getByText("Det mangler her i browseren. Åbn den fil, det ligger i, hvis det skal tælle.")).toBeVisible();
  await expect(page.outcome.getByText("»1. Fra 2023« har et andet budgetår end kataloget")).toBeVisible();
  await page.enter("Prisniveau", "2025-pl");
  await page.openTab("Forslag");
  await expect(page.outcome.getByText("2023-pl (1. Fra 2023); 2024-pl (3. Fra 2024); 2025-pl (kataloget)")).toBeVisible();
  await app.isSaved();
  const { text } = await app.download(app.exportButton());
  expect(JSON.parse(text).catalogues[0].entries).toHaveLength(3);
});

test("axe finds nothing, nothing is too wide, and every sheet says that nothing is decided", async ({ app }) => {
  const page = await lejre(app);
  await page.addVariants(1, "Personale", AKUT, TABT);
  const relation = await page.relate(1, HORSEAGER, "overlapper", ISAFJORD);
  await expect(relation).toBeVisible();
  await page.addPackages(2, HORSEAGER);
  for (const parts of await page.page.getByText("Fordelt på centre og typer").all()) {
    await parts.evaluate((summary) => summary.parentElement!.toggleAttribute("open", true));
  }
  await page.enter("Måltal 2027", "1.5");
  await expect(page.errors).toBeVisible();
  for (const size of [{ width: 1280, height: 900 }, { width: 320, height: 640 }]) for (const tab of TABS) {
    await app.page.setViewportSize(size);
    await page.openTab(tab);
    const { violations } = await new AxeBuilder({ page: app.page }).analyze();
    expect.soft(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]), `${tab}, ${size.width} px`).toEqual([]);
    expect.soft(await overflow(app.page), `${tab}, ${size.width} px`).toBe(0);
  }
  await expect(page.notDecided).toBeVisible();
  // A fixed element is printed on every sheet, in the room that the page leaves at the top of each.
  await app.page.emulateMedia({ media: "print" });
  await expect(page.notDecided).toHaveCSS("position", "fixed");
  await expect(app.page.getByRole("article")).toHaveCSS("box-decoration-break", "clone");
  await app.page.emulateMedia({ media: "screen" });
  await page.button("Tilføj forslag").click();
  const { violations } = await new AxeBuilder({ page: app.page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});
