import type { App } from "./support/app";
import { file, focusArea, plan } from "./support/documents";
import { MONTHS } from "./support/danish";
import { expect, test } from "./support/fixtures";
import { PlanPage, type PlanTab } from "./support/plan-page";

const TABS: [PlanTab, string][] = [
  ["Plan", ""],
  ["Opfølgning", "/opfoelgning"],
  ["Prognose og dækning", "/prognose"],
  ["Opdateringer", "/opdateringer"],
  ["Oplysninger", "/oplysninger"],
];

/** The plan of Slagelse Kommune: eleven rows. */
async function openExample(app: App): Promise<PlanPage> {
  await app.openExamples();
  await app.closeNotice();
  return app.openPlan("Afdeling Børn og Familie", 2023);
}

/** A plan with three rows, one of which says nothing but its name. */
async function openSmall(app: App): Promise<PlanPage> {
  const rows = [
    focusArea(11, { area: "Aflastning", goal: "Færre timer", action: "Nye aftaler", consequences: "Kortere ferie" }),
    focusArea(12, { area: "Kontaktpersoner", goal: "", action: "", consequences: "" }),
    focusArea(13, { area: "", goal: "Mere", action: "", consequences: "" }),
  ];
  return app.importPlan(file([], [plan(9, { focus_areas: rows })]), "Plan 9", 2023);
}

test("each tab has its address: it is found again after a reload and on the way back", async ({ app }) => {
  const form = await openExample(app);
  const address = app.page.url();
  for (const [name, suffix] of TABS) {
    await form.openTab(name);
    expect(app.page.url()).toBe(address + suffix);
    await expect(form.page.getByRole("tabpanel")).toHaveCount(1);
    await expect(form.page.getByRole("tabpanel", { name })).toBeVisible();
  }
  await app.page.reload();
  await form.isOpen();
  await expect(form.page.getByRole("tabpanel", { name: "Oplysninger" })).toBeVisible();
  await app.page.goBack();
  await expect(form.page.getByRole("tabpanel", { name: "Opdateringer" })).toBeVisible();

  // The page stays as it is while somebody goes through its tabs: what was typed can still be taken back.
  await form.input("Sagsnummer").fill("330-20");
  await app.page.goBack();
  await expect(form.tab("Opdateringer")).toHaveAttribute("aria-selected", "true");
  await app.undoStep.click();
  await expect(form.input("Sagsnummer")).toHaveValue("");
  await expect(form.input("Sagsnummer")).toBeFocused();
});

test("the arrow keys, Home and End go through the tabs, and Tab goes past them", async ({ app }) => {
  const form = await openExample(app);
  const keyboard = app.page.keyboard;
  await form.tab("Plan").focus();
  for (const [key, name] of [
    ["ArrowRight", "Opfølgning"],
    ["ArrowRight", "Prognose og dækning"],
    ["End", "Oplysninger"],
    ["ArrowRight", "Plan"],
    ["ArrowLeft", "Oplysninger"],
    ["Home", "Plan"],
    ["End", "Oplysninger"],
  ] as const) {
    await keyboard.press(key);
    await expect(form.tab(name)).toBeFocused();
    await expect(form.tab(name)).toHaveAttribute("aria-selected", "true");
    await expect(form.page.getByRole("tabpanel", { name })).toBeVisible();
  }
  await expect(form.page.locator("[role=tab][tabindex='0']")).toHaveCount(1);
  await keyboard.press("Tab");
  await expect(form.input("Handleplan for året")).toBeFocused();
  // On the way back there is one step, not one for each key.
  await app.page.goBack();
  await app.overview.isOpen();
});

test("a link to a field opens the tab, and the row, that it is in", async ({ app }) => {
  const form = await openExample(app);
  await app.isSaved();
  const address = app.page.url();
  const field = (await form.text(9, "Konkrete mål").getAttribute("id"))!;
  await app.page.goto("#/");
  await app.overview.isOpen();
  await app.page.goto(`${address}/felt/${field}`);
  await expect(form.text(9, "Konkrete mål")).toBeFocused();
  await expect(form.tab("Plan")).toHaveAttribute("aria-selected", "true");

  await form.openAdvice();
  await form.advice.getByRole("button", { name: "Årsag til merforbrug", exact: true }).click();
  await expect(form.input("Årsag til merforbrug")).toBeFocused();
  await expect(form.tab("Oplysninger")).toHaveAttribute("aria-selected", "true");
  await form.advice.getByRole("button", { name: "Indsats 9: Konkrete mål", exact: true }).click();
  await expect(form.text(9, "Konkrete mål")).toBeFocused();
});

test("the head is one line, and `Ret` leads to its fields", async ({ app }) => {
  const form = await app.newPlan();
  const line = form.page.locator(".head-line");
  await expect(line).toContainText("Center, ansvarlig og sag er ikke oplyst");
  await line.getByRole("button", { name: "Ret oplysninger" }).click();
  await expect(form.input("Center")).toBeFocused();
  await form.input("Center").fill("Børn og Familie");
  await form.input("Sagsnummer").fill("330-20");
  await expect(line).toContainText("Børn og Familie · ansvarlig ikke oplyst · sag 330-20");
});

test("what matters most stands above the tabs, whichever is chosen", async ({ app }) => {
  const form = await app.newPlan();
  const figures = form.page.getByRole("region", { name: "Nøgletal" });
  await expect(figures).toContainText("1 indsats giver");
  await figures.getByRole("button", { name: "Skriv beløbet" }).click();
  await expect(form.input(PlanPage.START)).toBeFocused();
  await form.enter(PlanPage.START, "26.050.000");
  await form.enter("Indsats 1 januar", "-26.049.996");
  for (const [name] of TABS) {
    await form.openTab(name);
    await expect(figures).toContainText("26.050.000");
    await expect(form.figure("Økonomisk effekt af alle indsatser")).toBeVisible();
    await expect(form.forecast).toBeVisible();
    await expect(form.forecast).toHaveText("4");
    await expect(figures).toContainText("ende i balance (4 kr. er afrunding)");
  }
  const size = await form.forecast.evaluate((figure) => parseFloat(getComputedStyle(figure).fontSize));
  expect(size).toBeGreaterThanOrEqual(28);
});

test("eleven rows fit a screen, with names that are whole and rows of 34 px", async ({ app }) => {
  const form = await openExample(app);
  await expect(form.rows).toHaveCount(11);
  // The room of the notice goes with it.
  await expect.poll(() => app.page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(1400);
  const row = (await form.rowName(1).locator("xpath=ancestor::tr").boundingBox())!;
  expect(row.height).toBeLessThanOrEqual(35);
  for (const name of await form.rows.all()) {
    expect(await name.evaluate((name) => name.scrollWidth <= name.clientWidth)).toBe(true);
  }
  // All twelve months and the sum are in view.
  const frame = form.rowName(1).locator("xpath=ancestor::*[@role='region']");
  expect(await frame.evaluate((frame) => frame.scrollWidth - frame.clientWidth)).toBeLessThanOrEqual(1);
});

test("a row's name opens its texts beside the table, and Esc gives the focus back", async ({ app }) => {
  const form = await openSmall(app);
  await expect(form.rowName(2)).toHaveAccessibleName("Indsats 2 Kontaktpersoner");
  await expect(form.rowName(2)).toHaveAttribute("aria-expanded", "false");
  await form.rowName(2).press("Enter");
  await expect(form.page.getByRole("heading", { name: "Indsats 2", exact: true })).toBeFocused();
  await expect(form.rowName(2)).toHaveAttribute("aria-expanded", "true");
  await expect(form.row(1)).toBeHidden();
  // Beside the table, which is still there.
  const [table, texts] = [await form.page.getByRole("table").first().boundingBox(), await form.row(2).boundingBox()];
  expect(texts!.x).toBeGreaterThan(table!.x + 400);
  expect(texts!.width).toBeGreaterThanOrEqual(350);
  expect(texts!.width).toBeLessThanOrEqual(420);
  await form.text(2, "Konkrete mål").pressSequentially("Færre");
  await app.page.keyboard.press("Escape");
  await expect(form.rowName(2)).toBeFocused();
  await expect(form.row(2)).toBeHidden();
  await expect(form.text(2, "Konkrete mål")).toHaveValue("Færre");
  // A click opens it, and another one closes it.
  await form.rowName(2).click();
  await expect(form.row(2)).toBeVisible();
  await form.rowName(2).click();
  await expect(form.row(2)).toBeHidden();
  await form.rowName(3).click();
  await form.rowButton("Luk", 3).click();
  await expect(form.rowName(3)).toBeFocused();
});

test("Ctrl and an arrow go to the same text of the next or the previous row", async ({ app }) => {
  const form = await openSmall(app);
  const keyboard = app.page.keyboard;
  await form.text(1, "Handling og indsats").focus();
  await keyboard.press("Control+ArrowDown");
  await expect(form.text(2, "Handling og indsats")).toBeFocused();
  await expect(form.row(1)).toBeHidden();
  await keyboard.type("Møder");
  await keyboard.press("Control+ArrowDown");
  await expect(form.text(3, "Handling og indsats")).toBeFocused();
  // There is no fourth.
  await keyboard.press("Control+ArrowDown");
  await expect(form.text(3, "Handling og indsats")).toBeFocused();
  await keyboard.press("Control+ArrowUp");
  await expect(form.text(2, "Handling og indsats")).toHaveValue("Møder");
  await form.page.getByRole("heading", { name: "Indsats 2", exact: true }).focus();
  await keyboard.press("Control+ArrowUp");
  await expect(form.page.getByRole("heading", { name: "Indsats 1", exact: true })).toBeFocused();
});

test("the table says how many texts each row has, and where there is something to look at", async ({ app }) => {
  const form = await openSmall(app);
  const marks = (row: number) => form.page.locator("td.figures__marks").nth(row - 1);
  await expect(marks(1)).toContainText("3 af 3 tekster skrevet");
  await expect(marks(2)).toContainText("0 af 3 tekster skrevet");
  await expect(form.rowName(3)).toHaveAccessibleName("Indsats 3 Uden navn");
  await form.text(2, "Konsekvenser").fill("Færre møder");
  await expect(marks(2)).toContainText("1 af 3 tekster skrevet");
  // Advice about a month stands with the row's texts, a number that cannot be read below its row.
  await form.enter("Indsats 2 marts", "500");
  await expect(marks(2)).toContainText("Tjek: 1 ting at se på");
  await expect(form.row(2)).toContainText("Effekten øger merforbruget");
  await expect.poll(() => form.description("Indsats 2 marts")).toMatch(/Effekten øger merforbruget/);
  await form.enter("Indsats 2 maj", "ca. 4");
  await expect(form.page.getByRole("row").filter({ hasText: "siger, at tallet ikke er præcist" })).toBeVisible();
});

test("`Tabelvisning` shows the texts of all rows", async ({ app }) => {
  const form = await openSmall(app);
  await form.allTexts.click();
  await expect(form.allTexts).toHaveAttribute("aria-pressed", "true");
  for (const number of [1, 2, 3]) {
    await expect(form.text(number, "Konkrete mål")).toBeVisible();
  }
  await form.rowName(2).click();
  await expect(form.page.getByRole("heading", { name: "Indsats 2", exact: true })).toBeFocused();
  await form.allTexts.click();
  await expect(form.row(1)).toBeHidden();
});

test("what was realised stands above what was planned, and what lacks is said in one line", async ({ app }) => {
  const form = await openExample(app);
  await form.status.selectOption("marts");
  const panel = form.page.getByRole("tabpanel", { name: "Opfølgning" });
  await expect(panel).toContainText("10 indsatser mangler tal til og med marts.");
  const cell = panel.getByRole("cell").filter({ has: form.realised(1, "januar") });
  await expect(cell).toContainText("−500.000");
  for (const month of MONTHS.slice(0, 3)) {
    await form.enter(`Indsats 1 realiseret i ${month}`, "-400.000");
  }
  await expect(panel).toContainText("9 indsatser mangler tal til og med marts.");
  await form.hasFollowUp(1, ["−1.500.000", "−1.200.000", "300.000", "−5.700.000"]);
});

test("on paper there are all of the tabs and every row's texts", async ({ app }) => {
  const form = await openExample(app);
  await form.status.selectOption("marts");
  await app.page.emulateMedia({ media: "print" });
  for (const heading of ["Forventet merforbrug måned for måned", "Økonomisk effekt fordelt pr. måned i 2023", "Indsatsområder", "Opfølgning til og med marts", "Opdateringer"]) {
    await expect(form.page.getByRole("heading", { name: heading })).toBeVisible();
  }
  await expect(form.page.getByRole("tab")).toHaveCount(0);
  const tops = await form.page.locator(".chart, .figures--matrix, #areas-heading").evaluateAll((parts) =>
    parts.map((part) => part.getBoundingClientRect().top),
  );
  // The picture, the matrix, the texts, and then what was realised.
  expect(tops).toEqual([...tops].sort((one, other) => one - other));
  for (const number of [1, 11]) {
    await expect(form.row(number)).toBeVisible();
  }
});

for (const width of [390, 320]) {
  test(`on a window of ${width} px rows are a list with their sums, and the months are reached`, async ({ app }) => {
    const form = await openExample(app);
    await app.page.setViewportSize({ width, height: 700 });
    const row = form.rowName(1).locator("xpath=ancestor::th");
    await row.scrollIntoViewIfNeeded();
    await expect(row).toContainText("−6.000.000");
    await form.effect(1, "december").focus();
    await expect(form.effect(1, "december")).toBeInViewport({ ratio: 1 });
    await expect(form.rowName(1)).toBeInViewport();
    await form.rowName(1).click();
    await expect(form.page.getByRole("heading", { name: "Indsats 1", exact: true })).toBeInViewport();
    expect(await app.page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  });
}
