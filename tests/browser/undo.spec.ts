import type { Page } from "@playwright/test";

import { content, type App } from "./support/app";
import { block, paste } from "./support/clipboard";
import { MONTHS } from "./support/danish";
import { expect, test } from "./support/fixtures";
import type { FormPage } from "./support/form-page";
import { PlanPage } from "./support/plan-page";
import { PLAN_2023 } from "./support/slagelse";

// What was done in a document is taken back step by step, and done again.

const UNDO = "ControlOrMeta+z";
const REDO = "ControlOrMeta+y";
const REDO_TOO = "ControlOrMeta+Shift+z";
const SUMMARY = "1) Kort resumé af forslaget";

/** Whether there is something to undo and to do again, as the buttons say it. */
async function hasSteps(app: App, back: boolean, forth: boolean): Promise<void> {
  await expect(app.undoStep).toHaveAttribute("aria-disabled", String(!back));
  await expect(app.redoStep).toHaveAttribute("aria-disabled", String(!forth));
}

/** The stored document, apart from when it was changed. */
async function saved(app: App): Promise<unknown> {
  await app.isSaved();
  return content(await app.storedDocument());
}

/** Writes into a field at once, so that it is one step on a slow machine too, and leaves it. */
async function write(form: FormPage, name: string, text: string): Promise<void> {
  await form.input(name).fill(text);
  await form.input(name).blur();
}

/** Notes everything that a screen reader is told from now on. */
function listen(page: Page): Promise<void> {
  return page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    const line = document.querySelector("p[role=status]")!;
    const hear = () => heard.push(line.textContent!.trim());
    new MutationObserver(hear).observe(line, { childList: true, characterData: true, subtree: true });
  });
}

async function hears(page: Page, text: RegExp): Promise<void> {
  const heard = () => page.evaluate(() => (window as unknown as { heard: string[] }).heard);
  await expect.poll(heard).toContainEqual(expect.stringMatching(text));
}

/**
 * Does something, and checks that undoing makes the stored document what it was, and doing it again what it became,
 * and so on.
 */
async function backAndForth(app: App, act: () => Promise<void>): Promise<void> {
  const before = await saved(app);
  await act();
  const after = await saved(app);
  expect(after).not.toEqual(before);
  for (let round = 0; round < 2; round += 1) {
    await app.page.keyboard.press(UNDO);
    expect(await saved(app)).toEqual(before);
    await app.page.keyboard.press(round ? REDO_TOO : REDO);
    expect(await saved(app)).toEqual(after);
  }
}

test("typing in several fields is undone and done again, one field after the other", async ({ app }) => {
  const form = await app.newProposal();
  await form.setFirstYear(2024);
  await app.page.reload();
  await form.isOpen();
  await listen(app.page);
  // Nothing was done since the page was opened.
  await hasSteps(app, false, false);
  await app.page.keyboard.press(UNDO);
  await app.undoStep.press("Enter");
  await expect(form.input("Budgetår")).toHaveValue("2024");

  await write(form, "Overskrift", "Isafjord");
  await hasSteps(app, true, false);
  await write(form, "Estimeret gevinst 2024", "-450");
  await write(form, "Estimeret gevinst 2025", "1.5");
  await form.input(SUMMARY).fill("Tilbuddet lukkes.");

  // While the caret is still in it.
  await app.page.keyboard.press(UNDO);
  await expect(form.input(SUMMARY)).toHaveValue("");
  await expect(form.input(SUMMARY)).toBeFocused();
  await hears(app.page, /^Fortrudt\. .*Kort resumé af forslaget$/);
  await hasSteps(app, true, true);
  await app.undoStep.click();
  await expect(form.input("Estimeret gevinst 2025")).toHaveValue("");
  await expect(form.input("Estimeret gevinst 2025")).toBeFocused();
  await hears(app.page, /^Fortrudt\. .*gevinst 2025$/);
  await app.page.keyboard.press(UNDO);
  await expect(form.input("Estimeret gevinst 2024")).toHaveValue("");
  await form.hasTotals(2024, ["", "", "", ""], "");
  await app.page.keyboard.press(UNDO);
  await expect(form.input("Overskrift")).toHaveValue("");
  await expect(form.input("Overskrift")).toBeFocused();
  await hasSteps(app, false, true);
  await app.isSaved();
  expect(await app.storedDocument()).toMatchObject({ heading: "", sections: { summary: "" } });

  await app.page.keyboard.press(REDO);
  await expect(form.input("Overskrift")).toHaveValue("Isafjord");
  await expect(form.input("Overskrift")).toBeFocused();
  await hears(app.page, /^Fortryd er annulleret\. Overskrift$/);
  await app.page.keyboard.press(REDO_TOO);
  await form.hasTotals(2024, ["−450", "", "", ""], "−450");
  await app.redoStep.click();
  await form.isRefused("Estimeret gevinst 2025", "1.5", /komma til decimaler/);
  await app.redoStep.click();
  await expect(form.input(SUMMARY)).toHaveValue("Tilbuddet lukkes.");
  await hasSteps(app, true, false);
  // A button with nothing to do does nothing, and keeps the focus.
  await app.redoStep.press("Enter");
  await expect(form.input(SUMMARY)).toHaveValue("Tilbuddet lukkes.");
  await expect(app.redoStep).toBeFocused();
});

test("typing on without a pause is one step, and a new change ends what could be done again", async ({ app }) => {
  const form = await app.newProposal();
  // However slow the machine is, there is no pause.
  await app.page.evaluate(() => {
    const now = Date.now();
    Date.now = () => now;
  });
  await form.type("Overskrift", "Isafjord lukkes");
  await app.page.keyboard.press(UNDO);
  await expect(form.input("Overskrift")).toHaveValue("");
  await hasSteps(app, false, true);
  await form.type("Center", "CJS");
  await hasSteps(app, true, false);
  await app.page.keyboard.press(REDO);
  await expect(form.input("Overskrift")).toHaveValue("");
  await expect(form.input("Center")).toHaveValue("CJS");

  // What comes to nothing is no step.
  await app.page.keyboard.press(UNDO);
  await expect(form.input("Center")).toHaveValue("");
  await form.input("Overskrift").pressSequentially("x");
  await app.page.keyboard.press("Backspace");
  await app.page.keyboard.press(UNDO);
  await hasSteps(app, false, false);
});

test("kinds that are ticked are undone", async ({ app }) => {
  const form = await app.newProposal();
  const kind = (name: string) => form.kinds.getByRole("checkbox", { name });
  await listen(app.page);
  await kind("Besparelse").check();
  await kind("Investering").check();
  await kind("Besparelse").uncheck();
  await app.page.keyboard.press(UNDO);
  await expect(kind("Besparelse")).toBeChecked();
  await expect(kind("Investering")).toBeChecked();
  await hears(app.page, /^Fortrudt\./);
  await app.page.keyboard.press(UNDO);
  await expect(kind("Investering")).not.toBeChecked();
  await app.page.keyboard.press(UNDO);
  await expect(kind("Besparelse")).not.toBeChecked();
  await hasSteps(app, false, true);
  for (let step = 0; step < 3; step += 1) {
    await app.page.keyboard.press(REDO);
  }
  await expect(kind("Besparelse")).not.toBeChecked();
  await expect(kind("Investering")).toBeChecked();
});

test("rows that are added, moved and removed are undone with all that is theirs", async ({ app }) => {
  const form = await app.newPlan();
  await form.addUntil(2);
  for (const [number, area] of [[1, "Aflastning"], [2, "Egenbetaling"]] as const) {
    await form.text(number, "Indsatsområde").fill(area);
    await write(form, `Indsats ${number} marts`, `-${number}00`);
  }
  await backAndForth(app, () => form.add.click());
  await expect(form.rows).toHaveCount(3);
  await backAndForth(app, () => form.rowButton("Flyt ned", 1).click());
  await expect(form.text(1, "Indsatsområde")).toHaveValue("Egenbetaling");
  await backAndForth(app, () => form.rowButton("Fjern", 1).click());
  await expect(form.rows).toHaveCount(2);
  await listen(app.page);
  await app.page.keyboard.press(UNDO);
  await expect(form.text(1, "Indsatsområde")).toHaveValue("Egenbetaling");
  await expect(form.effect(1, "marts")).toHaveValue("−200");
  await hears(app.page, /^Fortrudt\. Indsats 1/);
  await expect(form.text(1, "Indsatsområde")).toBeFocused();
});

test("undoing a row that has the focus leads to the page's heading, and the focus is left alone elsewhere", async ({
  app,
}) => {
  const form = await app.newPlan();
  await form.addUntil(2);
  await form.text(2, "Indsatsområde").focus();
  await app.page.keyboard.press(UNDO);
  await expect(form.rows).toHaveCount(1);
  await expect(app.heading).toBeFocused();

  await form.add.click();
  await expect(form.rows).toHaveCount(2);
  await form.add.focus();
  await app.page.keyboard.press(UNDO);
  await expect(form.rows).toHaveCount(1);
  // The focus moves when the page has been drawn.
  await app.page.evaluate(async () => {
    for (let frame = 0; frame < 4; frame += 1) {
      await new Promise(requestAnimationFrame);
    }
  });
  await expect(form.add).toBeFocused();
});

test("pastes are undone: a block, and a table with its own sums", async ({ app }) => {
  const form = await app.newPlan();
  await write(form, "Indsats 1 maj", "-7");
  await backAndForth(app, async () => {
    await paste(form.effect(1, "januar"), block([[-1, -2, -3], [-4, "1.5", -6], [-7, -8, -9]]));
    // What pastes is loaded first.
    await expect(form.rows).toHaveCount(3);
  });
  await expect(form.effect(3, "marts")).toHaveValue("−9");
  const row = [...PLAN_2023[8].effects, "-1.000.000"];
  await backAndForth(app, async () => {
    await paste(form.effect(1, "januar"), block([row, row]));
    await expect(form.stated).not.toHaveCount(0);
  });
  await expect(form.stated).not.toHaveCount(0);
  await app.page.keyboard.press(UNDO);
  await expect(form.stated).toHaveCount(0);
  await app.page.keyboard.press(UNDO);
  await expect(form.rows).toHaveCount(1);
  await expect(form.effect(1, "maj")).toHaveValue("−7");
});

test("what a notice offers to undo is undone once, by the notice or by the keys", async ({ app }) => {
  const form = await app.newProposal();
  await form.setFirstYear(2024);
  await write(form, "Estimeret gevinst 2024", "-1");
  await paste(form.input("Estimeret gevinst 2024"), block([[-450, -650, -650, -650]]));
  await app.undo();
  await form.hasTotals(2024, ["−1", "", "", ""], "−1");
  await expect(app.notice).toHaveCount(0);
  await paste(form.input("Estimeret gevinst 2024"), block([[-450, -650, -650, -650]]));
  await app.page.keyboard.press(UNDO);
  await form.hasTotals(2024, ["−1", "", "", ""], "−1");
  // The notice would undo it a second time.
  await expect(app.notice).toHaveCount(0);
});

test("spreading an amount and filling to the right are undone", async ({ app }) => {
  const form = await app.newPlan();
  await write(form, "Indsats 1 december", "-5");
  await backAndForth(app, async () => {
    const dialog = await form.openSpread(1);
    await dialog.amount.fill("-1.200");
    await dialog.spread();
  });
  await form.hasEffects(1, MONTHS.map(() => "−100"));
  await backAndForth(app, async () => {
    await form.effect(1, "juni").fill("-7");
    await app.page.keyboard.press("Control+r");
    await expect(form.effect(1, "december")).toHaveValue("−7");
    // That was two steps; the first is not this test's.
    await app.page.keyboard.press(UNDO);
    await expect(form.effect(1, "december")).toHaveValue("−100");
  });
  await app.page.keyboard.press(UNDO);
  await form.hasEffects(1, MONTHS.map(() => "−100"));
});

test("closing an update is undone", async ({ app }) => {
  const form = await app.newPlan();
  await write(form, "Handleplan for året", "2023");
  await write(form, PlanPage.START, "1.000");
  await write(form, "Indsats 1 januar", "-100");
  await form.status.selectOption("marts");
  await write(form, "Indsats 1 realiseret i januar", "-90");
  await backAndForth(app, () => form.closeUpdate("31.3.2023", "Som ventet"));
  await expect(form.frozen("Opdateret")).toHaveText("31.03.2023");
  await app.page.keyboard.press(UNDO);
  await expect(form.input("Opdateret")).toBeEditable();
  await expect(form.realised(1, "januar")).toBeEditable();
  await write(form, "Indsats 1 realiseret i januar", "-95");
  await expect(form.realised(1, "januar")).toHaveValue("−95");
});

test("undoing leaves what another tab changed alone", async ({ app }) => {
  const form = await app.newProposal();
  await write(form, "Overskrift", "Isafjord");
  await app.isSaved();
  const other = await app.otherTab();
  await write(form, "Overskrift", "Isafjord lukkes");
  await write(form, "5) Tidshorisont", "Fra sommer");
  await app.isSaved();
  await write(other.proposal, "Center", "CJS");
  await other.isSaved();
  await expect(form.input("Center")).toHaveValue("CJS");
  await app.page.keyboard.press(UNDO);
  await expect(form.input("5) Tidshorisont")).toHaveValue("");
  await expect(form.input("Center")).toHaveValue("CJS");

  // Where the other tab has changed the same field, it has the last word …
  await write(other.proposal, "Overskrift", "Isafjord består");
  await other.isSaved();
  await expect(form.input("Overskrift")).toHaveValue("Isafjord består");
  await app.page.keyboard.press(UNDO);
  await expect(form.input("Overskrift")).toHaveValue("Isafjord består");
  await app.page.keyboard.press(REDO);
  await expect(form.input("Overskrift")).toHaveValue("Isafjord består");
  // … and what is done again does not touch it either.
  await app.page.keyboard.press(REDO);
  await expect(form.input("5) Tidshorisont")).toHaveValue("Fra sommer");
  await expect(form.input("Center")).toHaveValue("CJS");
  await app.isSaved();
  await expect(other.proposal.input("5) Tidshorisont")).toHaveValue("Fra sommer");
  // The other tab has its own steps.
  await other.page.keyboard.press(UNDO);
  await expect(other.proposal.input("Overskrift")).toHaveValue("Isafjord lukkes");
  await expect(form.input("Overskrift")).toHaveValue("Isafjord lukkes");
  await expect(form.input("5) Tidshorisont")).toHaveValue("Fra sommer");
});

test("a dialog keeps the browser's own undo, and leaves the document alone", async ({ app }) => {
  const form = await app.newPlan();
  await write(form, "Center", "Børn");
  const dialog = await form.openSpread(1);
  await dialog.amount.pressSequentially("1200");
  await app.page.keyboard.press(UNDO);
  await expect(dialog.amount).not.toHaveValue("1200");
  await app.page.keyboard.press(UNDO);
  await app.page.keyboard.press(UNDO);
  await dialog.cancel();
  await expect(form.input("Center")).toHaveValue("Børn");
  await hasSteps(app, true, false);
});

test("a document that is opened anew has its own steps", async ({ app }) => {
  const form = await app.newProposal();
  await write(form, "Overskrift", "Isafjord");
  await app.toOverview();
  await app.openProposal("Isafjord");
  await hasSteps(app, false, false);
  await app.page.keyboard.press(UNDO);
  await expect(form.input("Overskrift")).toHaveValue("Isafjord");
});

/** Numbers that are the same in every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Undoes or does again until there is nothing more. How many steps it was. */
async function allTheWay(app: App, back: boolean): Promise<number> {
  const button = back ? app.undoStep : app.redoStep;
  for (let steps = 0; ; steps += 1) {
    if ((await button.getAttribute("aria-disabled")) === "true") {
      return steps;
    }
    await app.page.keyboard.press(back ? UNDO : steps % 2 ? REDO_TOO : REDO);
  }
}

test("a hundred random changes of a plan are undone to the first state and done again to the last", async ({ app }) => {
  test.slow();
  const form = await app.newPlan();
  await form.text(1, "Indsatsområde").fill("Den første");
  await app.page.reload();
  await form.isOpen();
  const first = await saved(app);
  const random = numbers(2026);
  const texts = ["Indsatsområde", "Konkrete mål", "Handling og indsats"];
  for (let edit = 1; edit <= 100; edit += 1) {
    const rows = await form.rows.count();
    const row = 1 + random(Math.max(rows, 1));
    const choice = rows ? random(12) : 11;
    if (choice < 4) {
      await form.effect(row, MONTHS[random(12)]).fill(choice === 3 ? `ca. ${edit}` : String(-edit));
    } else if (choice < 7) {
      await form.text(row, texts[random(3)]).fill(`Skrevet som nummer ${edit}`);
    } else if (choice < 8) {
      await form.input(["Center", "Årsag til merforbrug"][random(2)]).fill(`Nummer ${edit}`);
    } else if (choice < 9 && rows > 1) {
      await form.rowButton("Flyt ned", 1 + random(rows - 1)).click();
    } else if (choice < 10 && rows > 2) {
      await form.rowButton("Fjern", row).click();
    } else if (choice < 11) {
      await paste(form.effect(row, MONTHS[random(9)]), block([[edit, -edit], [-edit, edit]]));
    } else {
      await form.add.click();
    }
  }
  const last = await saved(app);
  const steps = await allTheWay(app, true);
  expect(steps).toBeGreaterThan(90);
  expect(await saved(app)).toEqual(first);
  expect(await allTheWay(app, false)).toBe(steps);
  expect(await saved(app)).toEqual(last);
  // And so it is after the page was opened anew.
  await app.page.reload();
  await form.isOpen();
  expect(await saved(app)).toEqual(last);
});

test("so are fifty random changes of a proposal", async ({ app }) => {
  test.slow();
  const form = await app.newProposal();
  await form.setFirstYear(2024);
  await app.page.reload();
  await form.isOpen();
  const first = await saved(app);
  const random = numbers(7);
  const rows = ["Nuværende budget", "Budgetændring – drift", "Estimeret gevinst", "Investeringsbehov"];
  const kinds = form.kinds.getByRole("checkbox");
  for (let edit = 1; edit <= 50; edit += 1) {
    const choice = random(8);
    const cell = form.input(`${rows[random(4)]} ${2024 + random(4)}`);
    if (choice < 4) {
      await cell.fill(choice === 3 ? "1.5" : String(-edit));
    } else if (choice < 5) {
      await form.input(["Overskrift", "Center", SUMMARY][random(3)]).fill(`Nummer ${edit}`);
    } else if (choice < 6) {
      await kinds.nth(random(4)).click({ force: true });
    } else if (choice < 7) {
      await cell.press("Control+r");
    } else {
      await paste(cell, block([[edit, -edit], [-edit, edit]]));
    }
  }
  const last = await saved(app);
  const steps = await allTheWay(app, true);
  expect(steps).toBeGreaterThan(30);
  expect(await saved(app)).toEqual(first);
  expect(await allTheWay(app, false)).toBe(steps);
  expect(await saved(app)).toEqual(last);
});
