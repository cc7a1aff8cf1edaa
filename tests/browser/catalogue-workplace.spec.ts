import type { App } from "./support/app";
import { CataloguePage, type CatalogueTab } from "./support/catalogue-page";
import { file, id, proposal } from "./support/documents";
import { expect, test } from "./support/fixtures";
import { exampleId, publicCatalogue } from "./support/publishing";

const TABS: [CatalogueTab, string][] = [
  ["Forslag", ""],
  ["Sammenhænge", "/sammenhaenge"],
  ["Pakker", "/pakker"],
  ["Udgiv", "/udgiv"],
  ["Oplysninger", "/oplysninger"],
];

const [AKUT, HORSEAGER, ISAFJORD, SAMVAER] = ["akut", "Horseager", "Isafjord", "Støttet"];

/** The catalogue of Lejre, with two variants, a proposal that requires another, and a package of two. */
async function openExample(app: App): Promise<CataloguePage> {
  const relation = { from: exampleId(SAMVAER), kind: "requires", to: exampleId(AKUT), note: "" };
  return publicCatalogue(app, {
    municipality: "Lejre Kommune",
    hearing_from: "2023-09-01",
    hearing_to: "2023-09-15",
    variant_groups: [{ id: id(110), name: "Væresteder", proposals: [exampleId(ISAFJORD), exampleId(HORSEAGER)] }],
    relations: [{ id: id(111), ...relation, weakening: [null, null, null, null] }],
    packages: [{ id: id(112), name: "Flertallets", proposals: [exampleId(AKUT), exampleId(ISAFJORD)] }],
  });
}

/** A catalogue of thirty proposals with a package of two of them. */
async function openLong(app: App): Promise<CataloguePage> {
  const numbers = Array.from({ length: 30 }, (_, place) => place + 1);
  const proposals = numbers.map((number) =>
    proposal(number, { heading: `Indsats ${number}`, first_year: 2024 }, { estimated_gain: -100_000 }));
  const catalogue = {
    id: id(100),
    changed_at: "2023-06-01T08:00:00Z",
    title: "Mange forslag",
    municipality: "",
    first_year: 2024,
    stage: "",
    price_level: null,
    hearing_from: null,
    hearing_to: null,
    introduction: "",
    targets: [-1_000_000, null, null, null],
    entries: numbers.map((number) => ({ proposal: id(number), status: "consultation", outcome: "" })),
    variant_groups: [],
    relations: [],
    packages: [{ id: id(101), name: "", proposals: [id(1), id(2)] }],
    edition: null,
  };
  await (await app.importFiles({ name: "k.json", content: file(proposals, [], { catalogues: [catalogue] }) })).takeIn();
  await app.closeNotice();
  return app.openCatalogue("Mange forslag");
}

test("each tab has its address: it is found again after a reload and on the way back", async ({ app }) => {
  const page = await openExample(app);
  await app.isSaved();
  const address = app.page.url();
  for (const [name, suffix] of TABS) {
    await page.openTab(name);
    expect(app.page.url()).toBe(address + suffix);
    await expect(page.page.getByRole("tabpanel", { name }).first()).toBeVisible();
    await expect(page.page.getByRole("tabpanel")).toHaveCount(name === "Forslag" ? 2 : 1);
  }
  await app.page.reload();
  await page.isOpen();
  await expect(page.page.getByRole("tabpanel", { name: "Oplysninger" })).toBeVisible();
  await app.page.goBack();
  await expect(page.page.getByRole("tabpanel", { name: "Udgiv" })).toBeVisible();
  // The page stays as it is while somebody goes through its tabs: what was typed can still be taken back.
  await page.input("Fase").fill("Budgetforlig");
  await app.page.goBack();
  await expect(page.tab("Udgiv")).toHaveAttribute("aria-selected", "true");
  await app.undoStep.click();
  await expect(page.input("Fase")).toHaveValue("Høring");
  await expect(page.input("Fase")).toBeFocused();
  // The last one, and the first one after it.
  await page.tab("Oplysninger").press("ArrowRight");
  await expect(page.tab("Forslag")).toBeFocused();
  await expect(page.entries).toBeVisible();
  await expect(page.picture).toBeVisible();
});

test("a link to a field, and a line about one, open the tab that it is in", async ({ app }) => {
  const page = await openExample(app);
  await app.isSaved();
  const address = app.page.url();
  await page.openTab("Pakker");
  const field = (await page.input("Pakkens navn").getAttribute("id"))!;
  await app.page.goto("#/");
  await app.overview.isOpen();
  await app.page.goto(`${address}/felt/${field}`);
  await expect(page.input("Pakkens navn")).toBeFocused();
  await expect(page.tab("Pakker")).toHaveAttribute("aria-selected", "true");

  await page.enter("Måltal 2027", "1.5");
  await page.openTab("Forslag");
  await page.line(page.errors, "Måltal 2027").getByRole("button").click();
  await expect(page.input("Måltal 2027")).toBeFocused();
  await expect(page.tab("Oplysninger")).toHaveAttribute("aria-selected", "true");
});

test("what each year gives against its target stands above the tabs, whichever is chosen", async ({ app }) => {
  const page = await openExample(app);
  for (const [name] of TABS) {
    await page.openTab(name);
    await expect(page.keyFigures).toContainText([
      /2024.*sparer 5,1 mio\. kr\..*mangler 867\.000 kr\. af 6 mio\. kr\./s,
      /2025.*sparer 7,6 mio\. kr\..*mangler 367\.000 kr\. af 8 mio\. kr\./s,
      /2026.*sparer 7,6 mio\. kr\..*intet måltal/s,
      /2027.*intet måltal/s,
    ]);
  }
  const filled = page.keyFigures.first().locator(".meter__filled");
  await expect(filled).toHaveAttribute("width", "855");
  await page.status(5).selectOption("annulleret");
  await expect(filled).not.toHaveAttribute("width", "855");
  const line = page.page.locator(".head-line");
  await expect(line).toHaveText(/9 forslag · Lejre Kommune · høring 01\.09\.2023–15\.09\.2023\s*Ret/);
  await line.getByRole("button", { name: "Ret oplysninger" }).click();
  await expect(page.input("Titel")).toBeFocused();
  await page.enter("Måltal 2024", "");
  await page.enter("Måltal 2025", "");
  await line.getByRole("button", { name: "Skriv måltal" }).click();
  await expect(page.input("Måltal 2024")).toBeFocused();
});

test("eight proposals and what they amount to are two screens, with names that are whole", async ({ app }) => {
  await app.openExamples();
  await app.closeNotice();
  const page = await app.newCatalogue();
  await page.enter("Budgetår", "2024");
  await page.enter("Måltal 2024", "-6.000");
  await page.takeAll(2024);
  await expect(page.rows).toHaveCount(8);
  await app.closeNotice();
  await expect(page.picture).toBeVisible();
  const bottom = () => page.page.getByRole("article").evaluate((article) => article.getBoundingClientRect().bottom + scrollY);
  await expect.poll(bottom).toBeLessThanOrEqual(1800);
  for (const row of await page.rows.all()) {
    expect((await row.boundingBox())!.height).toBeLessThanOrEqual(56);
  }
  // All years, the sum and the buttons are in view.
  for (const frame of await page.page.locator(".table-frame:visible").all()) {
    expect(await frame.evaluate((frame) => frame.scrollWidth - frame.clientWidth)).toBeLessThanOrEqual(1);
  }
});

test("each tick says what it saves and what it has to do with others, before it is ticked", async ({ app }) => {
  const page = await openExample(app);
  await page.openTab("Pakker");
  await expect(page.tick(1, HORSEAGER)).not.toBeChecked();
  await expect(page.tick(1, HORSEAGER)).toHaveAccessibleDescription(/^sparer 983\.000 kr\. i 2024, 4,5 mio\. kr\. over fire år ?· ?variant af »Væresteder«$/);
  await expect(page.tick(1, SAMVAER)).toHaveAccessibleDescription(/^sparer 550\.000 kr\. i 2024, 2,2 mio\. kr\. over fire år ?· ?kræver nr\. 1$/);
  await page.tick(1, HORSEAGER).check({ force: true });
  await expect(page.tick(1, HORSEAGER)).toHaveAccessibleDescription(/variant af »Væresteder« Tæller ikke med\. Varianten »/);
});

test("what a package amounts to stands beside its ticks, and stays in view while one ticks", async ({ app }) => {
  const page = await openLong(app);
  await page.openTab("Pakker");
  await page.tick(1, "Indsats 30").scrollIntoViewIfNeeded();
  const missing = page.block("Pakke 1").locator(".meters").getByText("mangler 800.000 kr. af 1 mio. kr.");
  await expect(missing).toBeInViewport({ ratio: 1 });
  await page.tick(1, "Indsats 30").check({ force: true });
  await expect(page.block("Pakke 1").locator(".meters")).toContainText("mangler 700.000 kr. af 1 mio. kr.");
  const [tick, sums] = [await page.tick(1, "Indsats 30").boundingBox(), await page.figure("Pakke 1: Ændringsforslag i alt 2024").boundingBox()];
  expect(sums!.x).toBeGreaterThan(tick!.x + 400);
  await page.hasNetChange("Pakke 1", [2024], ["−300"]);
  // On a small window, one below the other.
  await app.page.setViewportSize({ width: 390, height: 700 });
  expect(await app.page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await expect(page.block("Pakke 1").locator(".package__sums")).toHaveCSS("position", "static");
});

test("a search above many ticks never hides what is ticked", async ({ app }) => {
  const page = await openLong(app);
  await page.openTab("Pakker");
  const first = page.block("Pakke 1");
  const ticks = first.getByRole("checkbox");
  await expect(ticks).toHaveCount(30);
  const search = first.getByRole("searchbox", { name: "Søg i forslag" });
  await search.fill("indsats 29");
  await expect(first.getByText("3 af 30 forslag", { exact: true })).toBeVisible();
  await expect(ticks).toHaveCount(3);
  await page.tick(1, "Indsats 29").check({ force: true });
  // What is taken out goes when something else is looked for.
  await page.tick(1, "1. Indsats 1").uncheck({ force: true });
  await expect(ticks).toHaveCount(3);
  await app.page.keyboard.press("Control+z");
  await expect(page.tick(1, "1. Indsats 1")).toBeChecked();
  await page.tick(1, "1. Indsats 1").uncheck({ force: true });
  await search.fill("findes ikke");
  await expect(ticks).toHaveCount(2);
  await expect(page.tick(1, "Indsats 29")).toBeChecked();
  await search.fill("");
  await expect(ticks).toHaveCount(30);
  // A short list is read through.
  await app.toOverview();
  const short = await openExample(app);
  await short.openTab("Pakker");
  await expect(short.page.getByRole("searchbox")).toHaveCount(0);
});

test("on paper there are all of the tabs, in the order of the form", async ({ app }) => {
  const page = await openExample(app);
  await page.openTab("Pakker");
  await app.page.emulateMedia({ media: "print" });
  const headings = ["Måltal", "Forslag i kataloget", "Varianter og sammenhænge", "Hvad kataloget højst kan give", "Pakker"];
  const shown = page.page.locator("article h2:visible");
  await expect(shown.first()).toHaveText("Måltal");
  expect((await shown.allInnerTexts()).slice(0, headings.length)).toEqual(headings);
  const tops = await shown.evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect().top));
  expect(tops).toEqual([...tops].sort((one, other) => one - other));
  await expect(page.page.getByRole("tab")).toHaveCount(0);
  await expect(page.keyFigures).toHaveCount(0);
  // Of a package, what is ticked, with its sums below.
  const package1 = page.block("Pakke 1");
  await expect(package1.locator(".catalogue__ticks label:visible")).toHaveText([/akut/, /Isafjord/]);
  await expect(package1.getByText("over fire år").first()).toBeHidden();
  await expect(package1.getByRole("table").first()).toBeVisible();
});
