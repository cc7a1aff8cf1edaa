import type { Page } from "@playwright/test";

import { content } from "./support/app";
import { block, paste } from "./support/clipboard";
import { expect, test } from "./support/fixtures";
import { PlanPage } from "./support/plan-page";

const ROWS = [
  { area: "Familiebehandling", amount: "-6.000.000" },
  { area: "Dagbehandling", amount: "-1.300.000" },
  { area: "Opholdssteder", amount: "-7.000.000" },
];

/** A plan with its amounts spread over the year: 11.750.000 are expected to be missing. */
async function spreadPlan(form: PlanPage): Promise<void> {
  await form.enter("Handleplan for året", "2023");
  await form.enter("Virksomhed / område", "Afdeling Børn og Familie");
  await form.enter("Opstart af handleplan", "2.1.2023");
  await form.enter(PlanPage.START, "26.050.000");
  await form.addUntil(ROWS.length);
  for (const [index, { area, amount }] of ROWS.entries()) {
    await form.text(index + 1, "Indsatsområde").fill(area);
    const dialog = await form.openSpread(index + 1);
    await dialog.amount.fill(amount);
    await dialog.spread();
    await expect(dialog.root).toHaveCount(0);
  }
  await expect(form.forecast).toHaveText("11.750.000");
}

/** The first quarter is realised: Dagbehandling and Opholdssteder gave less than planned. */
async function firstQuarter(form: PlanPage): Promise<void> {
  await form.status.selectOption("marts");
  for (const month of ["januar", "februar", "marts"]) {
    await form.enter(`Indsats 1 realiseret i ${month}`, "-500.000");
  }
  await paste(
    form.realised(2, "januar"),
    block([
      [-100_000, -100_000, -100_000],
      [-583_333, -583_333, -500_000],
    ]),
  );
  await expect(form.forecast).toHaveText("11.858.332");
}

const NOTE = "Opholdssteder kom sent i gang.\nDagbehandling følges tæt.";
const START = ["Opstart 02.01.2023", "", "", "26.050.000", "", ""];
const MARCH = ["Opdatering 31.03.2023", "marts", "−14.191.668", "11.858.332", "−14.191.668", NOTE];

/** Everything that a page of a plan shows: every text, figure, choice and line of the history. */
function everything(page: Page): Promise<unknown> {
  return page.evaluate(() => {
    const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(`main ${selector}`)];
    const name = (element: HTMLElement): string =>
      element.getAttribute("aria-label") ?? (element as HTMLInputElement).labels?.[0]?.innerText ?? "";
    return {
      inputs: all("input, textarea, select").map((input) => [name(input), (input as HTMLInputElement).value, (input as HTMLInputElement).readOnly]),
      figures: all("output").map((output) => [name(output), output.textContent]),
      tables: all("table").map((table) => table.textContent),
      headings: all("h1, h2, h3").map((heading) => heading.textContent),
      text: all(".frozen, .form-hint, .meaning, .message, .coverage, .forecast-words, .focus-area__source, details").map((text) => text.textContent),
      curves: all("polyline").map((curve) => curve.getAttribute("points")),
      picture: all("[role=img]").map(name),
    };
  });
}

test("a plan through its year, and the same in another browser", async ({ app, anotherBrowser }) => {
  test.slow();
  const form = await app.newPlan();
  // Nothing is realised yet, so there is nothing to follow up, and the last update is typed.
  await expect(form.status.locator("option:checked")).toHaveText("Ingen måneder endnu");
  await expect(form.page.getByRole("heading", { name: /^Opfølgning/ })).toHaveCount(0);
  await expect(form.input(PlanPage.UPDATE)).toBeEditable();
  await spreadPlan(form);
  expect(await form.history()).toEqual([START, ["I dag", "", "−14.300.000", "11.750.000", "−14.300.000", ""]]);

  // March: what was realised counts instead of what was planned.
  await firstQuarter(form);
  await form.hasFollowUp(1, ["−1.500.000", "−1.500.000", "0", "−6.000.000"]);
  await form.hasFollowUp(2, ["−324.999", "−300.000", "24.999", "−1.275.001"]);
  await form.hasFollowUp(3, ["−1.749.999", "−1.666.666", "83.333", "−6.916.667"]);
  await form.hasFollowUp("Alle indsatser", ["−3.574.998", "−3.466.666", "108.332", "−14.191.668"]);
  // What is planned is still what was planned.
  await expect(form.figure("Indsats 2 i alt")).toHaveText("−1.300.000");
  await expect(form.figure("Alle indsatser i alt")).toHaveText("−14.300.000");
  await expect(form.figure("Økonomisk effekt af alle indsatser")).toHaveText("−14.191.668");

  await form.closeUpdate("31.3.2023", NOTE);
  await expect(app.notice).toContainText("Opdateringen pr. 31.03.2023 er gemt.");
  await expect(form.frozen("Opdateret")).toHaveText("31.03.2023");
  await expect(form.frozen(PlanPage.UPDATE)).toHaveText("11.858.332");
  await expect(form.input("Opdateret")).toHaveCount(0);
  await expect(form.input(PlanPage.UPDATE)).toHaveCount(0);
  expect(await form.history()).toEqual([START, MARCH, ["I dag", "marts", "−14.191.668", "11.858.332", "0", ""]]);
  await form.openTab("Prognose og dækning");
  const table = form.page.getByRole("row", { name: PlanPage.UPDATE });
  await expect(table.getByRole("cell")).toHaveText("11.858.332");

  // June: Dagbehandling was not reported for May.
  await form.status.selectOption("juni");
  for (const [month, amounts] of [
    ["april", [-500_000, -110_000, -583_333]],
    ["maj", [-500_000, null, -583_333]],
    ["juni", [-500_000, -110_000, -583_333]],
  ] as const) {
    for (const [index, amount] of amounts.entries()) {
      if (amount !== null) {
        await form.enter(`Indsats ${index + 1} realiseret i ${month}`, String(amount));
      }
    }
  }
  await form.hasFollowUp(1, ["−3.000.000", "−3.000.000", "0", "−6.000.000"]);
  await form.hasFollowUp(2, ["−649.998", "−520.000", "129.998", "−1.170.002"]);
  await form.hasFollowUp(3, ["−3.499.998", "−3.416.665", "83.333", "−6.916.667"]);
  await form.hasFollowUp("Alle indsatser", ["−7.149.996", "−6.936.665", "213.331", "−14.086.669"]);
  await expect(form.forecast).toHaveText("11.963.331");
  await expect(form.needed).toHaveText(
    "Hver af de 6 resterende måneder skal spare 3.185.555 kr. og den sidste 3.185.560 kr., for at året ender i nul. Planlagt i alt i de måneder: 7.150.004 kr.",
  );
  await form.openAdvice();
  const unreported = form.line(form.advice, "Indsats 2 realiseret i maj");
  await expect(unreported).toContainText("intet er meldt for maj. Det tæller som 0");
  await unreported.getByRole("button", { name: "Indsats 2 realiseret i maj", exact: true }).click();
  await expect(form.realised(2, "maj")).toBeFocused();

  // What was not reported, and what it counts as, is said before the update is closed; its date lies in the plan's year.
  await form.button("Gem som opdatering pr. …").click();
  await expect(form.closeDialog).toContainText("De måneder tæller som 0 kr.");
  await expect(form.closeDialog.getByRole("listitem")).toHaveText(["Indsats 2: maj (planlagt: sparer 108.333 kr.)"]);
  await expect(form.closeDialog.getByLabel("Dato for opdateringen")).toHaveValue("30.06.2023");
  await form.closeDialog.getByRole("button", { name: "Annullér" }).click();
  await form.closeUpdate("30.6.2023", "Maj mangler for dagbehandling.");
  const june = ["Opdatering 30.06.2023", "juni", "−14.086.669", "11.963.331", "+104.999", "Maj mangler for dagbehandling."];
  const now = ["I dag", "juni", "−14.086.669", "11.963.331", "0", ""];
  expect(await form.history()).toEqual([START, MARCH, june, now]);
  await expect(form.frozen("Opdateret")).toHaveText("30.06.2023");
  await expect(form.frozen(PlanPage.UPDATE)).toHaveText("11.963.331");
  await form.openTab("Opfølgning");
  await expect(form.page.getByText("Januar til juni er lukket")).toBeVisible();

  // The same after a reload, and in another browser that knew nothing of it.
  await app.isSaved();
  await app.closeNotice();
  await form.advice.locator("summary").click();
  const shown = await everything(form.page);
  await app.page.reload();
  await form.isOpen();
  await expect.poll(() => everything(form.page)).toEqual(shown);

  const { text } = await app.download(form.button("Gem som Råderum-fil (JSON)"));
  const other = await anotherBrowser();
  const theirs = await other.importPlan(text, "Afdeling Børn og Familie", 2023);
  await theirs.openTab("Opfølgning");
  await expect.poll(() => everything(theirs.page)).toEqual(shown);
  expect(await theirs.history()).toEqual([START, MARCH, june, now]);
  expect((await other.download(theirs.button("Gem som Råderum-fil (JSON)"))).text).toBe(text);
});

test("closed months are locked against typing, pasting, filling and spreading, until they are opened again", async ({ app }) => {
  const form = await app.newPlan();
  await spreadPlan(form);
  await firstQuarter(form);
  await form.closeUpdate("31.3.2023", "");
  await app.isSaved();
  const closed = content(await app.storedDocument());

  // Keys do nothing in planned and realised months that are closed.
  for (const name of ["Indsats 1 januar", "Indsats 2 marts", "Indsats 2 realiseret i februar"]) {
    await expect(form.input(name)).not.toBeEditable();
    const before = await form.input(name).inputValue();
    await form.input(name).click();
    await form.page.keyboard.type("1");
    await form.page.keyboard.press("Delete");
    await expect(form.input(name)).toHaveValue(before);
  }
  // A paste fills what is open, and says what it left.
  await paste(form.effect(1, "januar"), block([[1, 2, 3, -4, -5], [6, "", 8, -9, ""]]));
  await expect(app.notice).toContainText("4 celler er sat ind. 5 celler ligger i låste måneder og er ikke ændret.");
  await form.hasEffects(1, ["−500.000", "−500.000", "−500.000", "−4", "−5", ...Array<string>(7).fill("−500.000")]);
  await expect(form.effect(2, "april")).toHaveValue("−9");
  await expect(form.effect(2, "maj")).toHaveValue("");
  await app.undo();
  // So does Ctrl+R.
  await form.effect(1, "februar").focus();
  await form.page.keyboard.press("Control+r");
  await expect(app.notice).toContainText("9 celler er udfyldt mod højre.");
  await expect(form.effect(1, "marts")).toHaveValue("−500.000");
  // They held the same before: there is nothing to take back.
  await expect(app.undoButton).toHaveCount(0);
  // And a spread begins after them.
  const dialog = await form.openSpread(1);
  await expect(dialog.from.locator("option:checked")).toHaveText("april");
  await expect(dialog.amount).toHaveValue("−4.500.000");
  await dialog.from.selectOption("marts");
  await dialog.spread();
  await expect(dialog.error).toHaveText(/^Månederne til og med marts er lukket\./);
  await dialog.cancel();
  await app.isSaved();
  expect(content(await app.storedDocument())).toEqual(closed);

  // Opened again, they can be typed in; that can be undone.
  await form.button("Genåbn måneder").click();
  await expect(app.notice).toContainText("Januar til marts kan rettes igen.");
  await form.enter("Indsats 1 januar", "-1");
  await expect(form.effect(1, "januar")).toHaveValue("−1");
  await expect(form.figure("Indsats 1 i alt")).toHaveText("−5.500.001");
  await app.undo();
  await expect(form.effect(1, "februar")).not.toBeEditable();
  await expect(form.effect(1, "januar")).toHaveValue("−1");

  // Locked without an update, and that can be undone too.
  await form.status.selectOption("april");
  await form.button("Lås måneder").click();
  await expect(app.notice).toContainText("Januar til april er låst.");
  await expect(form.effect(1, "april")).not.toBeEditable();
  await expect(form.realised(3, "april")).not.toBeEditable();
  await app.undo();
  await expect(form.effect(1, "april")).toBeEditable();
  await expect(form.effect(1, "marts")).not.toBeEditable();
});

test("what is closed cannot be taken out of the status", async ({ app }) => {
  const form = await app.newPlan();
  await form.enter(PlanPage.START, "200.000");
  await expect(form.status.locator("option")).toHaveCount(13);
  await form.status.selectOption("oktober");
  await form.closeUpdate("31.10.2023", "");
  await expect(form.status.locator("option")).toHaveText(["oktober", "november", "december"]);
  await expect(form.status.locator("option:checked")).toHaveText("oktober");
  await form.button("Genåbn måneder").click();
  await expect(form.status.locator("option")).toHaveCount(13);
  await expect(form.status.locator("option:checked")).toHaveText("oktober");
});

test("closing can be undone, and refuses what makes no sense", async ({ app }) => {
  const form = await app.newPlan();
  const dialog = form.closeDialog;
  const close = dialog.getByRole("button", { name: "Gem som opdatering" });
  const date = dialog.getByLabel("Dato for opdateringen");
  // Without a start there is nothing to freeze.
  await form.button("Gem som opdatering pr. …").click();
  await expect(date).toHaveValue(/^\d\d\.\d\d\.\d{4}$/);
  await close.click();
  await expect(dialog.getByRole("alert")).toContainText(["Skriv først det forventede merforbrug ved opstart."]);
  await dialog.getByRole("button", { name: "Annullér" }).click();
  await expect(dialog).toHaveCount(0);

  await form.enter(PlanPage.START, "200.000");
  await form.enter("Opdateret", "1.2.2023");
  await form.enter(PlanPage.UPDATE, "150.000");
  expect(await form.history()).toEqual([
    ["Opstart", "", "", "200.000", "", ""],
    ["Skrevet på formularen 01.02.2023", "", "", "150.000", "−50.000", ""],
    ["I dag", "", "", "200.000", "+50.000", ""],
  ]);
  await form.enter("Indsats 1 maj", "ca. 4");
  await app.isSaved();
  const before = content(await app.storedDocument());
  await form.button("Gem som opdatering pr. …").click();
  await close.click();
  await expect(dialog.getByRole("alert")).toContainText(["Et felt kan ikke læses"]);
  await app.page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await form.enter("Indsats 1 maj", "-50.000");

  await form.button("Gem som opdatering pr. …").click();
  for (const [typed, why] of [["", "Skriv datoen for opdateringen."], ["1. marts", "dag, måned og år"], ["31.4.2023", "findes ikke i kalenderen"]]) {
    await date.fill(typed);
    await close.click();
    await expect(dialog.getByRole("alert")).toContainText([why]);
  }
  await date.fill("15.5.2023");
  await close.click();
  await expect(dialog).toHaveCount(0);
  await expect(form.frozen(PlanPage.UPDATE)).toHaveText("150.000");

  // A later one must be later.
  await form.button("Gem som opdatering pr. …").click();
  await date.fill("14.5.2023");
  await close.click();
  await expect(dialog.getByRole("alert")).toContainText(["Datoen ligger før sidste opdatering, 15.05.2023."]);
  await dialog.getByRole("button", { name: "Annullér" }).click();

  // What was typed before the first update is there again when it is taken back.
  await app.undo();
  await expect(form.input("Opdateret")).toHaveValue("01.02.2023");
  await expect(form.input(PlanPage.UPDATE)).toHaveValue("150.000");
  await form.enter("Indsats 1 maj", "ca. 4");
  await app.isSaved();
  expect(content(await app.storedDocument())).toEqual(before);
});

test("what the rest of the year must give follows the status", async ({ app }) => {
  const form = await app.newPlan();
  await form.enter(PlanPage.START, "1.000.000");
  await form.status.selectOption("november");
  await form.enter("Indsats 1 realiseret i januar", "-400.000");
  await form.enter("Indsats 1 december", "-100.000");
  await expect(form.needed).toHaveText(
    "Den sidste måned skal spare 600.000 kr., for at året ender i nul. Planlagt i alt i de måneder: 100.000 kr.",
  );
  await form.enter("Indsats 1 realiseret i februar", "-600.000");
  await expect(form.needed).toHaveText("Året ender i nul eller bedre, selv hvis de resterende måneder intet giver.");
  // When no month is left, none can be asked for anything.
  await form.status.selectOption("december");
  await expect(form.needed).toHaveCount(0);
  await form.hasFollowUp("Alle indsatser", ["−100.000", "−1.000.000", "−900.000", "−1.000.000"]);
  // An amount that cannot be read makes what depends on it incomplete, and nothing else.
  await form.enter("Indsats 1 realiseret i marts", "ca. 4");
  await form.hasFollowUp(1, ["−100.000", "kan ikke regnes ud", "kan ikke regnes ud", "kan ikke regnes ud"]);
  await expect(form.forecast).toHaveText("kan ikke regnes ud");
  await expect(form.figure("Indsats 1 i alt")).toHaveText("−100.000");
  await form.status.selectOption("februar");
  await form.hasFollowUp(1, ["", "−1.000.000", "−1.000.000", "−1.100.000"]);
});
