import AxeBuilder from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";

import { block, paste } from "./support/clipboard";
import type { App } from "./support/app";
import type { FormPage } from "./support/form-page";
import { expect, test } from "./support/fixtures";
import { PasteDialog } from "./support/paste-dialog";
import { PlanPage } from "./support/plan-page";
import { PLAN_2023 } from "./support/slagelse";

/** What a copy or a cut puts on the clipboard; `null` where it is left to the browser. */
interface Copied {
  text: string;
  page: string;
}

/** Copies or cuts as the browser does, from what has the focus. */
async function copy(page: Page, kind: "copy" | "cut" = "copy"): Promise<Copied | null> {
  return page.evaluate((kind) => {
    const clipboardData = new DataTransfer();
    const event = new ClipboardEvent(kind, { clipboardData, bubbles: true, cancelable: true });
    const isLeft = document.activeElement!.dispatchEvent(event);
    return isLeft ? null : { text: clipboardData.getData("text/plain"), page: clipboardData.getData("text/html") };
  }, kind);
}

/** The line that says what the selected cells come to. */
function line(form: FormPage): Locator {
  return form.figure("Markerede celler");
}

/** What a screen reader is told of them. */
function spoken(form: FormPage): Locator {
  return form.page.locator("div.sr-only[role=status]");
}

/** The names of the cells that are shown as selected. */
async function selected(form: FormPage): Promise<string[]> {
  const cells = form.page.locator(".cell--selected");
  return cells.evaluateAll((cells) => cells.map((cell) => cell.getAttribute("aria-label")!));
}

/** Drags from the middle of a cell, or from the handle at its corner, to another cell. */
async function dragTo(from: Locator, to: Locator, isByHandle = false): Promise<void> {
  const page = from.page();
  await from.scrollIntoViewIfNeeded();
  const [start, end] = [(await from.boundingBox())!, (await to.boundingBox())!];
  const [right, down] = isByHandle ? [start.width - 3, start.height - 3] : [start.width / 2, start.height / 2];
  await page.mouse.move(start.x + right, start.y + down);
  await page.mouse.down();
  await page.mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 8 });
  await page.mouse.up();
}

/** Answers what is asked about amounts with decimals: they might be millions. */
async function inThousands(app: App): Promise<void> {
  const dialog = new PasteDialog(app.page);
  await dialog.choice(/enhed/, "1.000 kr.").check();
  await dialog.apply();
}

const GAINS = "Estimeret gevinst";
const NEEDS = "Investeringsbehov";

test("Shift and arrows select a range, the line says what it comes to, and Escape takes it back", async ({ app }) => {
  const form = await app.newProposal();
  await form.setFirstYear(2024);
  await paste(form.input(`${GAINS} 2024`), block([["-450", "-650", "", "1.5"]]));
  await expect(form.input(`${GAINS} 2027`)).toHaveValue("1.5");
  await form.enter("Berørte antal medarbejdere 2024", "3");
  const { keyboard } = app.page;
  await form.input(`${GAINS} 2024`).focus();
  await keyboard.press("Shift+ArrowRight");
  expect(await selected(form)).toEqual([`${GAINS} 2024`, `${GAINS} 2025`]);
  await expect(line(form)).toHaveText("2 celler · sum −1.100 t.kr. · gennemsnit −550 t.kr.");
  await keyboard.press("Shift+End");
  await expect(line(form)).toHaveText(
    "4 celler · sum −1.100 t.kr. · gennemsnit −550 t.kr. · ikke talt med: 1 tom og 1 der ikke kan læses",
  );
  await keyboard.press("Shift+ArrowDown");
  await expect(line(form)).toContainText("8 celler");
  // The cell that is typed into is the one that the range began in, and a screen reader is told where it reaches to.
  await expect(form.input(`${GAINS} 2024`)).toBeFocused();
  await expect(form.input(`${GAINS} 2024`)).toHaveAttribute("aria-description", "markeret");
  await expect(spoken(form)).toContainText(`${GAINS} 2024 til ${NEEDS} 2027: 8 celler · sum −1.100 t.kr.`);
  // It follows what is typed, and stays while it is.
  await keyboard.type("-50");
  await expect(line(form)).toContainText("8 celler · sum −700 t.kr.");
  await keyboard.press("Escape");
  await expect(line(form)).toContainText("8 celler · sum −1.100 t.kr.");
  await keyboard.press("Escape");
  expect(await selected(form)).toEqual([]);
  await expect(line(form)).toBeHidden();
  await expect(form.input(`${GAINS} 2024`)).toBeFocused();

  // In a text that is edited, the keys are the browser's.
  await keyboard.press("F2");
  await keyboard.press("Shift+ArrowLeft");
  await keyboard.press("Control+a");
  expect(await selected(form)).toEqual([]);
  await keyboard.press("Escape");
  await keyboard.press("Control+a");
  await expect(line(form)).toContainText("24 celler · ingen sum, for tallene er af flere slags");
  await form.input("Overskrift").focus();
  expect(await selected(form)).toEqual([]);
});

test("Shift and a click, and dragging, select a range", async ({ app }) => {
  const form = await app.newPlan();
  await form.addUntil(3);
  await paste(form.effect(1, "januar"), block(PLAN_2023.slice(0, 3).map((row) => row.effects)));
  await expect(app.notice).toContainText("36 celler er sat ind");
  await form.effect(1, "marts").click();
  await form.effect(2, "april").click({ modifiers: ["Shift"] });
  const four = ["Indsats 1 marts", "Indsats 1 april", "Indsats 2 marts", "Indsats 2 april"];
  expect(await selected(form)).toEqual(four);
  await expect(form.effect(1, "marts")).toBeFocused();
  // The other way, past where it began.
  await form.effect(1, "februar").click({ modifiers: ["Shift"] });
  expect(await selected(form)).toEqual(["Indsats 1 februar", "Indsats 1 marts"]);
  await form.effect(3, "maj").click();
  expect(await selected(form)).toEqual([]);

  await dragTo(form.effect(2, "april"), form.effect(1, "marts"));
  expect(await selected(form)).toEqual(four);
  await expect(form.effect(2, "april")).toBeFocused();
  // Typing replaces what stands in the cell that the dragging began in.
  await app.page.keyboard.type("-7");
  await expect(form.effect(2, "april")).toHaveValue("-7");
  await app.page.keyboard.press("Escape");
  // A click alone selects one cell, one more edits it.
  await form.effect(2, "april").click();
  expect(await selected(form)).toEqual([]);
  await form.effect(2, "april").click();
  await dragTo(form.effect(2, "april"), form.effect(1, "april"));
  expect(await selected(form)).toEqual([]);
});

test("a range is copied as numbers, and pasted into another document as the same", async ({ app }) => {
  const form = await app.newProposal();
  await form.setFirstYear(2024);
  const values = [
    ["−4.600", "−1.183,125", "", "300"],
    ["3.100", "", "0", "−0,5"],
  ];
  const { keyboard } = app.page;
  await paste(form.input(`${GAINS} 2024`), block(values));
  await inThousands(app);
  await expect(form.input(`${NEEDS} 2027`)).toHaveValue("−0,5");
  await form.input(`${NEEDS} 2027`).focus();
  await keyboard.press("Shift+ArrowUp");
  await keyboard.press("Shift+Home");
  const copied = (await copy(app.page))!;
  expect(copied.text).toBe("-4600\t-1183,125\t\t300\r\n3100\t\t0\t-0,5\r\n");
  expect(copied.page).toContain('<td align="right" sdval="-1183.125" sdnum="1033;">-1183,125</td>');
  await expect(spoken(form)).toHaveText("8 celler er kopieret.");

  // One cell is one number; a part of its text is the browser's to copy.
  await form.input(`${GAINS} 2024`).focus();
  expect(await copy(app.page)).toEqual({ text: "-4600", page: "" });
  await keyboard.press("F2");
  await keyboard.press("Shift+Home");
  expect(await copy(app.page)).toBeNull();

  await app.toOverview();
  const other = await app.newProposal();
  await other.setFirstYear(2024);
  expect(await paste(other.input(`${GAINS} 2024`), copied.text, copied.page)).toBe(true);
  await inThousands(app);
  for (const [place, row] of [GAINS, NEEDS].entries()) {
    for (const [year, value] of values[place].entries()) {
      await expect(other.input(`${row} ${2024 + year}`)).toHaveValue(value);
    }
  }
});

test("the browser's own copy, cut and paste take a range along", async ({ app }) => {
  await app.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const form = await app.newProposal();
  await form.setFirstYear(2024);
  const { keyboard } = app.page;
  await paste(form.input(`${GAINS} 2024`), block([["-450", "-650"]]));
  await expect(form.input(`${GAINS} 2025`)).toHaveValue("−650");
  await form.input(`${GAINS} 2024`).focus();
  await keyboard.press("Shift+ArrowRight");
  await keyboard.press("Control+x");
  await expect(form.input(`${GAINS} 2025`)).toHaveValue("");
  await expect(app.notice).toContainText("2 celler er tømt.");
  await form.input(`${GAINS} 2027`).focus();
  // What is pasted begins in the upper left corner, wherever the range began.
  await keyboard.press("Shift+ArrowLeft");
  await keyboard.press("Control+v");
  await form.hasTotals(2024, ["", "", "−450", "−650"], "−1.100");
  await keyboard.press("Control+z");
  await keyboard.press("Control+z");
  await form.hasTotals(2024, ["−450", "−650", "", ""], "−1.100");
});

test("one cell is pasted into all that are selected, and axe finds nothing meanwhile", async ({ app }) => {
  const form = await app.newProposal();
  await form.setFirstYear(2024);
  const { keyboard } = app.page;
  await form.input(`${NEEDS} 2027`).focus();
  await keyboard.press("Shift+Home");
  const isTaken = await form.input(`${NEEDS} 2027`).evaluate((input) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", "1.183\r\n");
    return !input.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  });
  expect(isTaken).toBe(true);
  for (const year of [2024, 2025, 2026, 2027]) {
    await expect(form.input(`${NEEDS} ${year}`)).toHaveValue("1.183");
  }
  await expect(line(form)).toContainText("4 celler · sum 4.732 t.kr.");
  const { violations } = await new AxeBuilder({ page: app.page }).analyze();
  expect(violations.map(({ id, help }) => [id, help])).toEqual([]);
  await keyboard.press("Control+z");
  await expect(form.input(`${NEEDS} 2024`)).toHaveValue("");
});

test("Delete empties a range in one step", async ({ app }) => {
  const form = await app.newPlan();
  await form.enter("Handleplan for året", "2023");
  await paste(form.effect(1, "januar"), block(PLAN_2023.slice(8, 10).map((row) => row.effects)));
  await expect(app.notice).toContainText("24 celler er sat ind");
  await form.effect(1, "januar").focus();
  const { keyboard } = app.page;
  await keyboard.press("Control+a");
  await expect(line(form)).toContainText("24 celler · sum");
  await keyboard.press("Delete");
  await expect(form.effect(1, "juni")).toHaveValue("");
  await expect(form.figure("Alle indsatser i alt")).toHaveText("");
  await expect(app.notice).toContainText(/^\d+ celler er tømt\./);
  await keyboard.press("Control+z");
  await expect(form.figure("Indsats 1 i alt")).toHaveText("−999.996");
});

test("a closed month is never changed, and that is said", async ({ app }) => {
  const form = await app.newPlan();
  await form.enter("Handleplan for året", "2023");
  await form.enter(PlanPage.START, "26.050.000");
  await paste(form.effect(1, "januar"), block([[-1, -2, -3, -4]]));
  await expect(form.effect(1, "april")).toHaveValue("−4");
  await form.status.selectOption("februar");
  await paste(form.realised(1, "januar"), block([[-1, -2]]));
  await form.closeUpdate("28.2.2023", "");
  const { keyboard } = app.page;
  const january = form.effect(1, "januar");
  await january.focus();
  await keyboard.press("Delete");
  await expect(app.notice).toContainText("1 celle ligger i en lukket måned og er ikke ændret.");
  await keyboard.press("Shift+End");
  await keyboard.press("Delete");
  await expect(app.notice).toContainText("2 celler er tømt. 2 celler ligger i lukkede måneder og er ikke ændret.");
  await expect(january).toHaveValue("−1");
  await expect(form.effect(1, "marts")).toHaveValue("");
  await keyboard.press("Control+z");
  await expect(form.effect(1, "marts")).toHaveValue("−3");
  // It can be copied, and filled from.
  await january.focus();
  await keyboard.press("Shift+ArrowRight");
  expect((await copy(app.page, "cut"))!.text).toBe("-1\t-2\r\n");
  await expect(january).toHaveValue("−1");
  await expect(app.notice).toContainText("2 celler ligger i lukkede måneder og er ikke ændret.");
  await keyboard.press("Shift+End");
  await keyboard.press("Control+r");
  await expect(app.notice).toContainText("10 celler er udfyldt mod højre. 1 celle ligger i en lukket måned");
  await expect(form.effect(1, "februar")).toHaveValue("−2");
  await expect(form.effect(1, "december")).toHaveValue("−1");
});

test("Ctrl+D and Ctrl+R fill a range, and leave alone what holds another kind of number", async ({ app }) => {
  const form = await app.newProposal();
  await form.setFirstYear(2024);
  const { keyboard } = app.page;
  await form.enter(`${GAINS} 2024`, "-5");
  await form.enter(`${GAINS} 2025`, "-6");
  await form.input(`${GAINS} 2024`).focus();
  await keyboard.press("Shift+ArrowRight");
  await keyboard.press("Shift+ArrowDown");
  await keyboard.press("Shift+ArrowDown");
  await keyboard.press("Control+d");
  await expect(form.input(`${NEEDS} 2025`)).toHaveValue("−6");
  await expect(form.input("Berørte antal medarbejdere 2024")).toHaveValue("");
  await expect(app.notice).toContainText(
    "2 celler er udfyldt nedad. 2 celler er til en anden slags tal og er ikke ændret.",
  );
  await keyboard.press("Control+z");
  await expect(form.input(`${NEEDS} 2025`)).toHaveValue("");
  // A cell alone is filled from the one above it.
  await form.input(`${NEEDS} 2024`).focus();
  await keyboard.press("Control+d");
  await expect(form.input(`${NEEDS} 2024`)).toHaveValue("−5");
  await expect(form.input(`${NEEDS} 2024`)).toBeFocused();
  await form.input(`${GAINS} 2025`).focus();
  await keyboard.press("Shift+ArrowDown");
  await keyboard.press("Shift+ArrowRight");
  await keyboard.press("Control+r");
  await expect(form.input(`${GAINS} 2026`)).toHaveValue("−6");
  await expect(form.input(`${GAINS} 2027`)).toHaveValue("");
});

test("the handle at the corner fills what it is dragged over", async ({ app }) => {
  const form = await app.newPlan();
  await form.addUntil(2);
  await form.enter("Indsats 1 januar", "-1");
  await form.enter("Indsats 1 februar", "-2");
  const { keyboard } = app.page;
  await form.effect(1, "januar").focus();
  await keyboard.press("Shift+ArrowRight");
  await dragTo(form.effect(1, "februar"), form.effect(1, "maj"), true);
  const months = ["januar", "februar", "marts", "april", "maj", "juni"];
  for (const [place, value] of ["−1", "−2", "−1", "−2", "−1", ""].entries()) {
    await expect(form.effect(1, months[place])).toHaveValue(value);
  }
  await expect(app.notice).toContainText("3 celler er udfyldt.");
  await expect(line(form)).toContainText("5 celler · sum −7 kr.");
  await expect(form.effect(1, "januar")).toBeFocused();
  await keyboard.press("Control+z");
  await expect(form.effect(1, "marts")).toHaveValue("");
  // One cell alone, downwards.
  await form.effect(1, "februar").focus();
  await dragTo(form.effect(1, "februar"), form.effect(2, "februar"), true);
  await expect(form.effect(2, "februar")).toHaveValue("−2");
});

test("Home, End, PageUp and PageDown move, with Ctrl to the corners", async ({ app }) => {
  const form = await app.newPlan();
  await form.addUntil(3);
  const { keyboard } = app.page;
  const moves: [string, number, string][] = [
    ["End", 2, "december"],
    ["Home", 2, "januar"],
    ["PageDown", 3, "januar"],
    ["PageUp", 1, "januar"],
    ["Control+End", 3, "december"],
    ["Control+Home", 1, "januar"],
  ];
  await form.effect(2, "juni").focus();
  for (const [key, row, month] of moves) {
    await keyboard.press(key);
    await expect(form.effect(row, month), key).toBeFocused();
  }
  // In a text that is edited, they move in the text.
  await keyboard.type("123");
  await keyboard.press("Home");
  await keyboard.type("4");
  await expect(form.effect(1, "januar")).toHaveValue("4123");
});

test("Tab and Enter go on within a range, and begin again at its end", async ({ app }) => {
  const form = await app.newProposal();
  await form.setFirstYear(2024);
  const { keyboard } = app.page;
  await form.input(`${GAINS} 2024`).focus();
  await keyboard.press("Shift+ArrowRight");
  await keyboard.press("Shift+ArrowDown");
  for (const typed of ["1", "2", "3", "4"]) {
    await keyboard.type(typed);
    await keyboard.press("Tab");
  }
  await expect(form.input(`${GAINS} 2024`)).toBeFocused();
  await keyboard.press("Shift+Tab");
  await expect(form.input(`${NEEDS} 2025`)).toBeFocused();
  await keyboard.press("Enter");
  await keyboard.press("Enter");
  await expect(form.input(`${NEEDS} 2024`)).toBeFocused();
  await keyboard.press("Shift+Enter");
  await expect(form.input(`${GAINS} 2024`)).toBeFocused();
  await expect(line(form)).toHaveText("4 celler · sum 10 t.kr. · gennemsnit 2,5 t.kr.");
  await expect(form.input(`${GAINS} 2025`)).toHaveValue("2");
  await expect(form.input(`${NEEDS} 2024`)).toHaveValue("3");
  // An arrow leaves the range.
  await keyboard.press("ArrowRight");
  await expect(form.input(`${GAINS} 2025`)).toBeFocused();
  expect(await selected(form)).toEqual([]);
});
