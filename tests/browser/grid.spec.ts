import { content } from "./support/app";
import { block, paste } from "./support/clipboard";
import { stopClock } from "./support/clock";
import { MONTHS, danish } from "./support/danish";
import { expect, test } from "./support/fixtures";
import { PLAN_2023 } from "./support/slagelse";

test("Enter and the arrow keys move between rows, Tab between cells", async ({ app }) => {
  const form = await app.newProposal();
  await form.setFirstYear(2024);
  const cell = (row: string, year = 2024) => form.input(`${row} ${year}`);
  const rows = [
    "Nuværende budget",
    "Budgetændring – drift",
    "Estimeret gevinst",
    "Investeringsbehov",
    "Berørte antal medarbejdere",
    "Ændring i antal årsværk",
  ];
  await cell(rows[0]).focus();
  await app.page.keyboard.press("ArrowUp");
  await expect(cell(rows[0])).toBeFocused();
  for (const [index, row] of rows.entries()) {
    await expect(cell(row)).toBeFocused();
    await app.page.keyboard.press(index % 2 === 0 ? "Enter" : "ArrowDown");
  }
  // There is no row below the last.
  await expect(cell(rows[5])).toBeFocused();
  for (const [index, row] of [...rows].reverse().entries()) {
    await expect(cell(row)).toBeFocused();
    await app.page.keyboard.press(index % 2 === 0 ? "Shift+Enter" : "ArrowUp");
  }
  await expect(cell(rows[0])).toBeFocused();

  await app.page.keyboard.press("Tab");
  await expect(cell(rows[0], 2025)).toBeFocused();
  await app.page.keyboard.press("Enter");
  await expect(cell(rows[1], 2025)).toBeFocused();
  await app.page.keyboard.press("Shift+Tab");
  await expect(cell(rows[1], 2024)).toBeFocused();
});

test("a row is entered with Tab and the next begun with Enter, as in a spreadsheet", async ({ app }) => {
  const form = await app.newProposal();
  await form.setFirstYear(2024);
  await form.input("Estimeret gevinst 2024").focus();
  const keyboard = app.page.keyboard;
  await keyboard.type("-983");
  await keyboard.press("Tab");
  await keyboard.type("-1183");
  await keyboard.press("Enter");
  await keyboard.type("300");
  await keyboard.press("ArrowUp");
  // The cell that is moved to is selected, so that typing replaces what stands there.
  await keyboard.type("-1.184");
  await keyboard.press("Shift+Enter");
  await expect(form.input("Budgetændring – drift 2025")).toBeFocused();
  await expect(form.input("Estimeret gevinst 2024")).toHaveValue("−983");
  await expect(form.input("Estimeret gevinst 2025")).toHaveValue("−1.184");
  await expect(form.input("Investeringsbehov 2025")).toHaveValue("300");
  await form.hasTotals(2024, ["−983", "−884", "", ""], "−1.867");
});

test("the keys move in the matrix of a plan too", async ({ app }) => {
  const form = await app.newPlan();
  await form.addUntil(3);
  await form.effect(1, "juni").focus();
  await app.page.keyboard.press("Enter");
  await expect(form.effect(2, "juni")).toBeFocused();
  await app.page.keyboard.press("ArrowDown");
  await app.page.keyboard.press("ArrowDown");
  await expect(form.effect(3, "juni")).toBeFocused();
  await app.page.keyboard.press("ArrowUp");
  await app.page.keyboard.press("Tab");
  await expect(form.effect(2, "juli")).toBeFocused();
  // When rows have changed places, the keys follow what is seen.
  await form.rowButton("Flyt op", 2).click();
  await form.effect(1, "juni").focus();
  await app.page.keyboard.press("ArrowDown");
  await expect(form.effect(2, "juni")).toBeFocused();
});

test("Ctrl+R repeats a cell to the right, and can be undone", async ({ app }) => {
  const form = await app.newProposal();
  await form.setFirstYear(2024);
  await form.enter("Estimeret gevinst 2027", "-1");
  await form.type("Estimeret gevinst 2025", "-1,183 mio.");
  await app.page.keyboard.press("Control+r");
  for (const year of [2025, 2026, 2027]) {
    await expect(form.input(`Estimeret gevinst ${year}`)).toHaveValue("−1.183");
  }
  await expect(form.input("Estimeret gevinst 2024")).toHaveValue("");
  await form.hasTotals(2024, ["", "−1.183", "−1.183", "−1.183"], "−3.549");
  await expect(app.notice).toContainText("2 celler er udfyldt mod højre.");
  await app.undo();
  await form.hasTotals(2024, ["", "−1.183", "", "−1"], "−1.184");
  await expect(form.input("Estimeret gevinst 2026")).toHaveValue("");

  // What cannot be read is repeated as it is; the page is not reloaded from the last cell either.
  await form.type("Investeringsbehov 2026", "1.5");
  await app.page.keyboard.press("Control+r");
  await form.isRefused("Investeringsbehov 2027", "1.5", /komma til decimaler/);
  await form.input("Investeringsbehov 2027").focus();
  await app.page.keyboard.press("Control+r");
  await expect(form.input("Investeringsbehov 2027")).toBeFocused();

  // Blank is repeated too.
  await form.enter("Budgetændring – drift 2025", "5");
  await form.input("Budgetændring – drift 2024").focus();
  await app.page.keyboard.press("Control+r");
  await expect(form.input("Budgetændring – drift 2025")).toHaveValue("");
});

test("a copied block is pasted from the focused cell on, by the browser's own paste", async ({ app }) => {
  await app.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const form = await app.newProposal();
  await form.setFirstYear(2024);
  const copy = (text: string) => app.page.evaluate((text) => navigator.clipboard.writeText(text), text);
  await copy("-450\t-650\t-650\t-650\r\n\t\t\t\r\n");
  await form.input("Estimeret gevinst 2024").focus();
  await app.page.keyboard.press("Control+v");
  await form.hasTotals(2024, ["−450", "−650", "−650", "−650"], "−2.400");
  await expect(app.notice).toContainText("8 celler er sat ind.");

  // A single cell is the browser's own business: it goes where the caret is.
  await copy("12\r\n");
  await form.type("Investeringsbehov 2025", "3");
  await app.page.keyboard.press("Control+v");
  await expect(form.input("Investeringsbehov 2025")).toHaveValue("312");

  // And so is a text of several lines that is pasted into a text.
  await copy("én\tlinje\nto");
  await form.input("2) Reduktionsforslag").focus();
  await app.page.keyboard.press("Control+v");
  await expect(form.input("2) Reduktionsforslag")).toHaveValue("én\tlinje\nto");
});

test("more than 200 pasted cells: the plan grows, every figure follows", async ({ app }) => {
  const form = await app.newPlan();
  await form.enter("Handleplan for året", "2023");
  // Twenty rows of twelve, as printed in the original: hyphens, points, blank cells.
  const rows = Array.from({ length: 20 }, (_, index) => PLAN_2023[index % PLAN_2023.length]);
  const cells = rows.map((row) =>
    row.effects.map((effect) => (effect === null ? "" : danish(effect).replace("−", "-"))),
  );
  expect(await paste(form.effect(1, "januar"), block(cells))).toBe(true);
  await expect(app.notice).toContainText("240 celler er sat ind, og 19 indsatser er tilføjet.");
  await expect(form.rows).toHaveCount(20);
  await expect(form.page.getByRole("status", { name: /^Indsats \d+ i alt$/ })).toHaveText(
    rows.map((row) => row.total),
  );
  await expect(form.effect(20, "december")).toHaveValue("−83.333");
  await expect(form.figure("Alle indsatser i alt")).toHaveText("−51.599.992");
  await expect(form.figure("Alle indsatser januar")).toHaveText("−4.487.499");
  await expect(form.errors).toHaveCount(0);
  await app.isSaved();
  const stored = await app.storedDocument();
  expect(stored.focus_areas!.map((row) => row.effects)).toEqual(rows.map((row) => row.effects));
});

test("each pasted cell is judged on its own, and those outside are reported", async ({ app }) => {
  const form = await app.newProposal();
  await form.setFirstYear(2024);
  await paste(
    form.input("Estimeret gevinst 2026"),
    block([
      ["-450", "1.5", "-650", ""],
      ["abc", "3.100", "", "9"],
      ["2", "to", "", ""],
    ]),
  );
  // The block lies over the row of the sum: it goes on in the rows that are typed in.
  await expect(form.input("Estimeret gevinst 2026")).toHaveValue("−450");
  await form.isRefused("Estimeret gevinst 2027", "1.5", /komma til decimaler/);
  await form.isRefused("Investeringsbehov 2026", "abc", /ikke en del af et tal/);
  await expect(form.input("Investeringsbehov 2027")).toHaveValue("3.100");
  await expect(form.input("Berørte antal medarbejdere 2026")).toHaveValue("2");
  await form.isRefused("Berørte antal medarbejdere 2027", "to", /ikke en del af et tal/);
  await form.hasTotals(2024, ["", "", "kan ikke regnes ud", "kan ikke regnes ud"], "kan ikke regnes ud");
  await expect(form.errors).toContainText("3 felter kan ikke læses");
  // The column beside the years is that of the sums: what the source states there is kept.
  await expect(app.notice).toContainText(
    "6 celler er sat ind. Summen i det, du satte ind, er gemt ved siden af. »9« (linje 2, kolonne 4) har ingen plads i tabellen.",
  );
});

test("a row copied from the original goes in with its own total kept beside it", async ({ app }) => {
  const form = await app.newPlan();
  const row = PLAN_2023[8];
  await paste(form.effect(1, "januar"), block([[...row.effects, row.total]]));
  await expect(app.notice).toContainText("12 celler er sat ind. Summen i det, du satte ind, er gemt ved siden af.");
  await expect(app.notice).not.toContainText("har ingen plads");
  await expect(form.figure("Indsats 1 i alt")).toHaveText("−999.996");
});

test("undoing a paste restores the plan exactly", async ({ app }) => {
  const form = await app.newPlan();
  await form.addUntil(2);
  await form.text(1, "Indsatsområde").fill("Aflastning");
  await form.enter("Indsats 1 marts", "-83.333,5");
  await form.enter("Indsats 1 april", "ca. 80.000");
  await form.enter("Indsats 2 marts", "0");
  await app.isSaved();
  const before = content(await app.storedDocument());

  const cells = Array.from({ length: 4 }, (_, row) => MONTHS.map((_, month) => row * 12 + month - 20));
  await paste(form.effect(1, "februar"), block(cells));
  await expect(form.effect(1, "april")).toHaveValue("−18");
  await expect(form.rows).toHaveCount(4);
  await app.undo();
  await expect(form.effect(1, "marts")).toHaveValue("−83.333,5");
  await form.isRefused("Indsats 1 april", "ca. 80.000", /tallet ikke er præcist/);
  await app.isSaved();
  expect(content(await app.storedDocument())).toEqual(before);
});

test("undoing a paste keeps what was typed elsewhere since", async ({ app }) => {
  const form = await app.newProposal();
  await form.setFirstYear(2024);
  await form.enter("Estimeret gevinst 2024", "-1");
  await paste(form.input("Estimeret gevinst 2024"), block([[-450, -650], [10, 20]]));
  await form.enter("Overskrift", "Skrevet imens");
  await form.enter("Budgetændring – drift 2024", "7");
  await app.undo();
  await expect(form.input("Overskrift")).toHaveValue("Skrevet imens");
  await form.hasTotals(2024, ["6", "", "", ""], "6");
  await expect(form.input("Estimeret gevinst 2025")).toHaveValue("");
});

test("Ctrl+Z takes back what was done last, a paste as a whole", async ({ app }) => {
  const form = await app.newProposal();
  await form.setFirstYear(2024);
  await form.enter("Estimeret gevinst 2024", "-1");
  await paste(form.input("Estimeret gevinst 2024"), block([[-450, -650, -650, -650]]));
  await form.hasTotals(2024, ["−450", "−650", "−650", "−650"], "−2.400");
  await app.page.keyboard.press("Control+z");
  await form.hasTotals(2024, ["−1", "", "", ""], "−1");
  await expect(app.notice).toHaveCount(0);

  // What was typed after a paste goes first.
  await paste(form.input("Estimeret gevinst 2024"), block([[-450, -650]]));
  await form.type("Investeringsbehov 2024", "31");
  await app.page.keyboard.press("Control+z");
  await expect(form.input("Investeringsbehov 2024")).toHaveValue("");
  await form.hasTotals(2024, ["−450", "−650", "", ""], "−1.100");
  await app.page.keyboard.press("Control+z");
  await form.hasTotals(2024, ["−1", "", "", ""], "−1");
});

for (const [when, delay] of [["at once", 100], ["later", 5_000]] as const) {
  test(`on another page, ${when}, an undo works or is no longer offered`, async ({ app }) => {
    const form = await app.newProposal();
    await form.setFirstYear(2024);
    await stopClock(app.page);
    await paste(form.input("Estimeret gevinst 2024"), block([[-450, -650, -650, -650]]));
    await form.hasTotals(2024, ["−450", "−650", "−650", "−650"], "−2.400");
    await app.page.clock.runFor(delay);
    await app.toOverview();
    const isOffered = (await app.undoButton.count()) > 0;
    if (isOffered) {
      await app.undoButton.click();
    }
    await expect(app.overview.sum("i alt")).toHaveText(isOffered ? "" : "−2.400");
  });
}

test("what is not computed is put right by one click, and the focus comes back", async ({ app }) => {
  const form = await app.newProposal();
  await form.setFirstYear(2024);
  const gains = (...values: readonly string[]) =>
    Promise.all(values.map((value, year) => expect(form.input(`Estimeret gevinst ${2024 + year}`)).toHaveValue(value)));

  // A range is not a subtraction until somebody says so.
  const range = "2,5-3,5 mio.";
  await form.enter("Estimeret gevinst 2024", range);
  await form.isRefused("Estimeret gevinst 2024", range, /ligner et interval/);
  // By keyboard: the button comes after the cells of its row.
  await form.button("Regn det ud: =2,5 mio. − 3,5 mio.: Estimeret gevinst 2024").press("Enter");
  await expect(form.input("Estimeret gevinst 2024")).toBeFocused();
  await gains("−1.000", "", "", "");
  await expect(form.errors).toHaveCount(0);

  // A row of numbers goes into the cells.
  await form.enter("Estimeret gevinst 2024", "-120 -160 -160 -160");
  await form.button("Sæt ét tal i hver celle herfra: Estimeret gevinst 2024").click();
  await gains("−120", "−160", "−160", "−160");
  await expect(app.notice).toContainText("4 celler er rettet.");
  await app.undo();
  await form.isRefused("Estimeret gevinst 2024", "-120 -160 -160 -160", /4 tal efter hinanden/);

  // An amount per year is that of the years after it too.
  await form.enter("Estimeret gevinst 2025", "-500.000 kr. per år");
  await gains("-120 -160 -160 -160", "−500", "−500", "−500");
  await expect(app.notice).toContainText("Beløbet er også skrevet i de 2 år efter.");
  await app.undo();
  await gains("-120 -160 -160 -160", "", "", "");

  // Escape takes back all of it, not the cell alone that it was typed into.
  await form.input("Estimeret gevinst 2025").focus();
  await app.page.keyboard.type("-500.000 kr. per år");
  await gains("-120 -160 -160 -160", "-500.000 kr. per år", "−500", "−500");
  await app.page.keyboard.press("Escape");
  await gains("-120 -160 -160 -160", "", "", "");

  // What was read and may be meant otherwise is asked about until it is answered.
  await form.enter("Estimeret gevinst 2024", "-4,600");
  await expect.poll(() => form.description("Estimeret gevinst 2024")).toContain("læst som decimalkomma");
  await expect(form.input("Estimeret gevinst 2024")).not.toHaveAttribute("aria-invalid");
  await form.button("Skriv −4.600: Estimeret gevinst 2024").click();
  await expect(form.input("Estimeret gevinst 2024")).toBeFocused();
  await gains("−4.600", "", "", "");
  await form.enter("Estimeret gevinst 2025", "-450*");
  await expect.poll(() => form.description("Estimeret gevinst 2025")).toContain("fodnotemærke");
  await form.button("Det er rigtigt: Estimeret gevinst 2025").click();
  await expect.poll(() => form.description("Estimeret gevinst 2025")).toBe("");
  await gains("−4.600", "−450", "", "");
});
