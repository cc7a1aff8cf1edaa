import type { App } from "./support/app";
import { content } from "./support/app";
import { block, paste } from "./support/clipboard";
import { MONTHS, danish, sum } from "./support/danish";
import { expect, test } from "./support/fixtures";
import { PasteDialog } from "./support/paste-dialog";
import { PlanPage } from "./support/plan-page";
import { PAGE_1, PAGE_2, PLAN_2023 } from "./support/slagelse";

const ROW = "Indsat sum: Indsats 9 i alt: Summen i det, du satte ind, er −1.000.000. Cellerne giver −999.996. Forskellen er 4 kr.";
const DECEMBER =
  "Indsat sum af indsats 8, 9, 10, 11, december: Summen i det, du satte ind, er −329.170. Cellerne giver −329.166. Forskellen er 4 kr.";
const TOTAL =
  "Indsat sum af indsats 8, 9, 10, 11, i alt: Summen i det, du satte ind, er −4.200.000. Cellerne giver −4.199.996. Forskellen er 4 kr.";

/** Both pages, pasted one after the other through the clipboard of the browser. */
async function pastePages(app: App): Promise<PlanPage> {
  await app.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const put = async (text: string, row: number) => {
    await app.page.evaluate((text) => navigator.clipboard.writeText(text), text);
    await app.plan.effect(row, "januar").focus();
    await app.page.keyboard.press("Control+v");
  };
  const form = await app.newPlan();
  await form.enter("Handleplan for året", "2023");
  await form.enter(PlanPage.START, "26.050.000");
  await put(PAGE_1, 1);
  await expect(app.notice).toContainText(
    "84 celler er sat ind, og 6 indsatser er tilføjet. 20 summer i det, du satte ind, er gemt ved siden af.",
  );
  await expect(form.stated).toHaveCount(0);
  await expect(form.forecast).toHaveText("4.200.000");
  await form.addUntil(8);
  await put(PAGE_2, 8);
  await expect(app.notice).toContainText(
    "48 celler er sat ind, og 3 indsatser er tilføjet. 17 summer i det, du satte ind, er gemt ved siden af.",
  );
  await expect(app.notice).not.toContainText("har ingen plads");
  return form;
}

test("the printed pages of Slagelse 2023: 4 kr. are found, put into December, and taken back", async ({ app }) => {
  const form = await pastePages(app);
  // Headings, numbers, empty rows and sums are no focus areas.
  await expect(form.rows).toHaveCount(11);
  for (const [index, row] of PLAN_2023.entries()) {
    await form.hasEffects(index + 1, row.effects.map((effect) => (effect === null ? "" : danish(effect))));
    await expect(form.text(index + 1, "Indsatsområde")).toHaveValue("");
  }
  await expect(form.figure("Alle indsatser i alt")).toHaveText("−26.049.996");
  await expect(form.forecast).toHaveText("4");
  await expect(form.stated).toContainText([ROW, DECEMBER, TOTAL]);
  await expect(form.stated).toHaveCount(3);
  await app.isSaved();
  const before = content(await app.storedDocument());

  await form.button("Læg forskellen i december").click();
  await expect(app.notice).toContainText("Indsats 9 giver nu den indsatte sum.");
  await expect(form.effect(9, "december")).toHaveValue("−83.337");
  await expect(form.effect(9, "december")).toBeFocused();
  await expect(form.figure("Indsats 9 i alt")).toHaveText("−1.000.000");
  await expect(form.forecast).toHaveText("0");
  await expect(form.stated).toHaveCount(0);

  await app.undo();
  await expect(form.forecast).toHaveText("4");
  await expect(form.effect(9, "december")).toHaveValue("−83.333");
  await expect(form.stated).toContainText([ROW, DECEMBER, TOTAL]);
  await app.isSaved();
  expect(content(await app.storedDocument())).toEqual(before);

  // It is the same after a reload, and never counts in a figure.
  await app.page.reload();
  await form.isOpen();
  await expect(form.stated).toContainText([ROW, DECEMBER, TOTAL]);
  await expect(form.figure("Alle indsatser december")).toHaveText(danish(sum(PLAN_2023.map((row) => row.effects[11]))));
});

test("what a source states can be forgotten, and brought back", async ({ app }) => {
  const form = await pastePages(app);
  await app.isSaved();
  const before = content(await app.storedDocument());
  // Of a row.
  await form.button("Glem den indsatte sum: Indsat sum: Indsats 9 i alt").click();
  await expect(app.notice).toContainText("Den indsatte sum er glemt.");
  await expect(form.stated).toContainText([DECEMBER, TOTAL]);
  await expect(form.stated).toHaveCount(2);
  await expect(form.heading).toBeFocused();
  await app.isSaved();
  expect(content(await app.storedDocument())).not.toEqual(before);
  await app.undo();
  await expect(form.stated).toContainText([ROW, DECEMBER, TOTAL]);
  await app.isSaved();
  expect(content(await app.storedDocument())).toEqual(before);
  // Of a row of sums, with all of it.
  await form.button("Glem den indsatte sum: Indsat sum af indsats 8, 9, 10, 11, i alt").click();
  await expect(form.stated).toContainText([ROW]);
  await expect(form.stated).toHaveCount(1);
  await app.undo();
  await expect(form.stated).toContainText([ROW, DECEMBER, TOTAL]);
  await app.isSaved();
  expect(content(await app.storedDocument())).toEqual(before);
});

test("the undo of a sum that is forgotten puts it back where it was among the others", async ({ app }) => {
  const form = await pastePages(app);
  // Now the sums of both pages differ from their rows.
  await form.enter("Indsats 7 juli", "-250.001");
  const first = "Indsat sum af indsats 1, 2, 3, 4, 5, 6, 7, i alt";
  await expect(form.stated.filter({ hasText: first })).toContainText("Forskellen er 1 kr.");
  await app.isSaved();
  const before = content(await app.storedDocument());
  await form.button(`Glem den indsatte sum: ${first}`).click();
  await expect(form.stated.filter({ hasText: first })).toHaveCount(0);
  await app.undo();
  await expect(form.stated.filter({ hasText: first })).toHaveCount(1);
  await app.isSaved();
  expect(content(await app.storedDocument())).toEqual(before);
});

test("the undo of a paste takes its sums and rows with it", async ({ app }) => {
  const form = await app.newPlan();
  await form.enter("Indsats 1 maj", "-7");
  await app.isSaved();
  const before = content(await app.storedDocument());
  expect(await paste(form.effect(1, "januar"), PAGE_2)).toBe(true);
  await expect(form.rows).toHaveCount(4);
  await expect(form.stated).toHaveCount(3);
  await app.undo();
  await expect(form.rows).toHaveCount(1);
  await expect(form.stated).toHaveCount(0);
  await expect(form.effect(1, "maj")).toHaveValue("−7");
  await app.isSaved();
  expect(content(await app.storedDocument())).toEqual(before);
});

test("a locked December is not mended, and says so", async ({ app }) => {
  const form = await app.newPlan();
  await paste(form.effect(1, "januar"), block([[...PLAN_2023[8].effects, "-1.000.000"]]));
  await expect(form.stated).toContainText([ROW.replace("9 i alt", "1 i alt")]);
  await form.status.selectOption("december");
  await form.button("Lås måneder").click();
  await form.button("Læg forskellen i december").click();
  await expect(app.notice).toContainText("Forskellen kan ikke lægges i december: måneden er lukket");
  await expect(form.effect(1, "december")).toHaveValue("−83.333");
  await expect(form.stated).toHaveCount(1);
});

test("names before the rows become areas; realised amounts can be pasted with their headings too", async ({ app }) => {
  const form = await app.newPlan();
  await form.status.selectOption("marts");
  const heads = ["Indsats", ...MONTHS.map((month) => month.slice(0, 3).toUpperCase())];
  const names = ["Aflastning", "Kontaktpersoner"];
  await paste(form.effect(1, "juni"), block([heads, ...names.map((name, row) => [name, ...MONTHS.map((_, month) => -10 * (row + 1) - month)])]));
  // The headings place it, not the cell.
  await form.hasEffects(2, MONTHS.map((_, month) => danish(-20 - month)));
  await expect(form.text(1, "Indsatsområde")).toHaveValue("Aflastning");
  await expect(form.text(2, "Indsatsområde")).toHaveValue("Kontaktpersoner");

  await paste(form.realised(1, "januar"), block([["", "FEB", "MAR", "APR"], ["Aflastning", -1, -2, -3]]));
  await expect(form.realised(1, "januar")).toHaveValue("");
  await expect(form.realised(1, "februar")).toHaveValue("−1");
  await expect(form.realised(1, "marts")).toHaveValue("−2");
  // April is not realised yet.
  await expect(app.notice).toContainText("2 celler er sat ind. »-3« (linje 2 »Aflastning«, kolonne 4 »APR«) har ingen plads i tabellen.");
});

test.describe("the table of a proposal, pasted whole", () => {
  const four = (text: string) => [text, text, text, text];
  const LEJRE = [
    ["Beløb i hele 1.000 kr.", "2024", "2025", "2026", "2027"],
    ["Nuværende budget", ...four("")],
    ["Budgetændring – drift", ...four("")],
    ["Estimeret gevinst", ...four("-4.600")],
    ["Investeringsbehov", ...four("3.100")],
    ["Ændringsforslag i alt", ...four("-1.500")],
    ["Personalekonsekvenser", ...four("")],
    ["Berørte antal medarbejdere", ...four("")],
    ["Ændring i antal årsværk", ...four("+4")],
  ];
  const replaced = (row: string, column: number, text: string) =>
    LEJRE.map((cells) => (cells[0] === row ? cells.map((cell, index) => (index === column ? text : cell)) : cells));

  test("goes by its labels and years, and its own sums are kept beside it", async ({ app }) => {
    const form = await app.newProposal();
    await form.enter("Budgetår", "");
    await app.isSaved();
    const before = content(await app.storedDocument());
    // Whichever cell it is pasted in.
    await paste(form.input("Investeringsbehov 3. år"), block(LEJRE));
    await expect(form.input("Budgetår")).toHaveValue("2024");
    for (const year of [2024, 2025, 2026, 2027]) {
      await expect(form.input(`Nuværende budget ${year}`)).toHaveValue("");
      await expect(form.input(`Estimeret gevinst ${year}`)).toHaveValue("−4.600");
      await expect(form.input(`Investeringsbehov ${year}`)).toHaveValue("3.100");
      await expect(form.input(`Berørte antal medarbejdere ${year}`)).toHaveValue("");
      await expect(form.input(`Ændring i antal årsværk ${year}`)).toHaveValue("4");
    }
    await form.hasTotals(2024, ["−1.500", "−1.500", "−1.500", "−1.500"], "−6.000");
    await expect(app.notice).toContainText("4 summer i det, du satte ind, er gemt ved siden af.");
    await expect(form.stated).toHaveCount(0);
    await expect(form.errors).toHaveCount(0);
    await app.undo();
    await expect(form.input("Budgetår")).toHaveValue("");
    await app.isSaved();
    expect(content(await app.storedDocument())).toEqual(before);
  });

  test("points at a sum that its own cells do not give", async ({ app }) => {
    const form = await app.newProposal();
    await form.setFirstYear(2024);
    await paste(form.input("Estimeret gevinst 2024"), block(replaced("Ændringsforslag i alt", 2, "-1.600")));
    await expect(form.stated).toContainText([
      "Indsat sum: Ændringsforslag i alt 2025: Summen i det, du satte ind, er −1.600. Cellerne giver −1.500. Forskellen er 100 t.kr.",
    ]);
    // It goes when the cells are mended …
    await form.enter("Estimeret gevinst 2025", "-4.700");
    await expect(form.stated).toHaveCount(0);
    await form.enter("Estimeret gevinst 2025", "-4.600");
    // … or when what the source says is forgotten.
    await form.button("Glem den indsatte sum: Indsat sum: Ændringsforslag i alt 2025").click();
    await expect(form.stated).toHaveCount(0);
    await app.undo();
    await expect(form.stated).toHaveCount(1);
    await form.hasTotals(2024, ["−1.500", "−1.500", "−1.500", "−1.500"], "−6.000");
  });

  test("goes by the years of the form, whatever order its rows have", async ({ app }) => {
    const form = await app.newProposal();
    await form.setFirstYear(2025);
    const [heads, ...rows] = LEJRE;
    await paste(form.input("Nuværende budget 2025"), block([heads, ...rows.reverse()]));
    const dialog = new PasteDialog(app.page);
    await dialog.choice(/budgetåret er 2025/, "Behold budgetår 2025").check();
    await dialog.apply();
    for (const [year, text] of [[2025, "−4.600"], [2026, "−4.600"], [2027, "−4.600"], [2028, ""]] as const) {
      await expect(form.input(`Estimeret gevinst ${year}`)).toHaveValue(text);
    }
    await expect(app.notice).toContainText("2024 er ikke med, fordi budgetåret er 2025.");
    await form.hasTotals(2025, ["−1.500", "−1.500", "−1.500", ""], "−4.500");
  });
});
