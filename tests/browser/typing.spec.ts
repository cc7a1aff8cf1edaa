import type { Locator } from "@playwright/test";

import { stopClock } from "./support/clock";
import { expect, test } from "./support/fixtures";
import { PlanPage } from "./support/plan-page";
import { publicCatalogue } from "./support/publishing";

// What is typed into a field that holds a number takes its place; it is never computed together with it in silence.

/** Clicks where the caret would go into the middle of a number, or behind it. */
async function clickIn(field: Locator, part: "middle" | "end", clicks = 1): Promise<void> {
  const box = (await field.boundingBox())!;
  const inset = 14;
  // Numbers in cells stand to the right, others to the left.
  const isCell = await field.evaluate((element) => element.classList.contains("cell"));
  const middle = isCell ? box.width - inset - 30 : inset + 30;
  const position = { x: part === "middle" ? middle : box.width - inset, y: box.height / 2 };
  for (let click = 0; click < clicks; click += 1) {
    await field.click({ position });
  }
}

/** Where the selection of an input begins and ends. */
function selection(field: Locator): Promise<(number | null)[]> {
  return field.evaluate((element: HTMLInputElement) => [element.selectionStart, element.selectionEnd]);
}

async function isSelected(field: Locator, text: string): Promise<void> {
  await expect(field).toBeFocused();
  await expect(field).toHaveValue(text);
  await expect.poll(() => selection(field)).toEqual([0, text.length]);
}

async function hasCaret(field: Locator, text: string): Promise<void> {
  await expect(field).toBeFocused();
  await expect(field).toHaveValue(text);
  await expect
    .poll(async () => {
      const [start, end] = await selection(field);
      return start === end;
    })
    .toBe(true);
}

test("a click selects what stands in a number field, and typing replaces it", async ({ app }) => {
  const form = await app.newPlan();
  const keyboard = app.page.keyboard;
  const may = form.effect(1, "maj");
  for (const field of [form.input(PlanPage.START), may]) {
    for (const part of ["middle", "end"] as const) {
      await field.fill("-500.000");
      await field.blur();
      await clickIn(field, part);
      await isSelected(field, "−500.000");
      await keyboard.type("-600.000");
      await field.blur();
      await expect(field).toHaveValue("−600.000");
    }
  }
  await expect(form.figure("Indsats 1 i alt")).toHaveText("−600.000");
  await expect(form.forecast).toHaveText("−1.200.000");

  // A second click puts the caret in. Arithmetic with what stood there is refused unless it begins with =.
  await clickIn(may, "end", 2);
  await hasCaret(may, "−600.000");
  await keyboard.press("End");
  await keyboard.type("+5");
  await form.isRefused("Indsats 1 maj", "−600.000+5", /Skriv =−600.000\+5, hvis/);
  await expect(form.figure("Indsats 1 i alt")).toHaveText("kan ikke regnes ud");
  await may.blur();
  // Whoever goes on in what was refused gets nothing computed either; with = he does.
  await may.press("F2");
  await keyboard.type("0");
  await form.isRefused("Indsats 1 maj", "−600.000+50", /er ikke regnet ud/);
  await may.press("Home");
  await keyboard.type("=");
  await may.blur();
  await expect(may).toHaveValue("−599.950");
  await expect(may.locator("xpath=following-sibling::*[1]")).toHaveText("= −600.000 + 50");

  // A single number that is mended in place is read; text can be selected in it with the pointer.
  await may.press("F2");
  await keyboard.press("Backspace");
  await keyboard.type("5");
  await expect(form.figure("Indsats 1 i alt")).toHaveText("−599.955");
  await may.dblclick();
  await expect.poll(async () => (await selection(may))[0]).toBeLessThan((await selection(may))[1]!);
});

test("keys in a cell: Enter and F2 edit, arrows move, Escape takes back", async ({ app }) => {
  const form = await app.newProposal();
  await form.setFirstYear(2024);
  const keyboard = app.page.keyboard;
  const cell = (row: string, year = 2024) => form.input(`${row} ${year}`);
  const gain = cell("Estimeret gevinst");
  const computedFrom = gain.locator("xpath=following-sibling::*[1]");
  await gain.focus();
  await keyboard.type("=12*450");
  // It stands in the field itself as yet.
  await expect(computedFrom).toBeHidden();
  await keyboard.press("Enter");
  await isSelected(cell("Investeringsbehov"), "");
  await expect(gain).toHaveValue("5.400");
  await expect(computedFrom).toHaveText("= 12 × 450");
  expect(await form.description("Estimeret gevinst 2024")).toContain("= 12 × 450");

  // Arrows go from cell to cell, and stay at an edge.
  await keyboard.press("ArrowUp");
  await isSelected(gain, "5.400");
  await keyboard.press("ArrowLeft");
  await isSelected(gain, "5.400");
  await keyboard.press("ArrowRight");
  await isSelected(cell("Estimeret gevinst", 2025), "");
  await keyboard.press("ArrowLeft");
  await isSelected(gain, "5.400");

  // Enter puts the caret in, and the arrows move it; then Enter goes on.
  await keyboard.press("Enter");
  await hasCaret(gain, "5.400");
  await keyboard.press("ArrowLeft");
  await keyboard.press("ArrowLeft");
  await keyboard.type("5");
  await expect(gain).toHaveValue("5.4500");
  await expect(computedFrom).toBeHidden();
  // Escape takes back the text, the value and what it was computed from, and the cell is selected again.
  await keyboard.press("Escape");
  await isSelected(gain, "5.400");
  await form.hasTotals(2024, ["5.400", "", "", ""], "5.400");
  await expect(computedFrom).toHaveText("= 12 × 450");
  // So it does with what replaced it.
  await keyboard.type("-7");
  await form.hasTotals(2024, ["−7", "", "", ""], "−7");
  await keyboard.press("Escape");
  await isSelected(gain, "5.400");
  await form.hasTotals(2024, ["5.400", "", "", ""], "5.400");
  // What is typed now is a new beginning.
  await keyboard.type("-8");
  await keyboard.press("Shift+Enter");
  await isSelected(cell("Budgetændring – drift"), "");
  await expect(gain).toHaveValue("−8");
  await expect(computedFrom).toBeHidden();
  // Undoing brings back the value and what it was computed from; it was not typed in since.
  await gain.focus();
  await keyboard.press("F2");
  await hasCaret(gain, "−8");
  await keyboard.press("Escape");
  await isSelected(gain, "−8");

  // While an input method composes, its keys are its own.
  for (const composing of [{ isComposing: true }, { keyCode: 229 }]) {
    for (const key of ["Enter", "ArrowDown", "ArrowRight", "Escape", "F2"]) {
      const isTaken = await gain.evaluate(
        (element, init) =>
          !element.dispatchEvent(new KeyboardEvent("keydown", { ...init, bubbles: true, cancelable: true })),
        { key, ...composing },
      );
      expect(isTaken, key).toBe(false);
      await isSelected(gain, "−8");
    }
  }
  // What it composes takes the place of what is selected.
  const input = await app.page.context().newCDPSession(app.page);
  await input.send("Input.imeSetComposition", { text: "9", selectionStart: 1, selectionEnd: 1 });
  await input.send("Input.insertText", { text: "9*2" });
  await keyboard.press("Enter");
  await expect(gain).toHaveValue("18");
  await expect(computedFrom).toHaveText("= 9 × 2");
});

test("what a value was computed from stands below it after the document was left and the page loaded again", async ({
  app,
}) => {
  const form = await app.newProposal();
  await form.setFirstYear(2024);
  await form.enter("Overskrift", "Isafjord");
  const gain = form.input("Estimeret gevinst 2024");
  const computedFrom = gain.locator("xpath=following-sibling::*[1]");
  await form.enter("Estimeret gevinst 2024", "=12*450");
  await form.enter("Estimeret gevinst 2025", "=3*7");
  await expect(computedFrom).toHaveText("= 12 × 450");
  await app.isSaved();
  const comeBack = async () => {
    await app.toOverview();
    await app.openProposal("Isafjord");
    await expect(gain).toHaveValue("5.400");
  };
  await comeBack();
  await expect(computedFrom).toHaveText("= 12 × 450");
  await app.page.reload();
  await form.isOpen();
  await expect(gain).toHaveValue("5.400");
  await expect(computedFrom).toHaveText("= 12 × 450");
  // Whoever goes through the field changes nothing; undoing brings back what was there.
  await gain.focus();
  await gain.press("Tab");
  await form.enter("Overskrift", "Isafjord");
  await expect(computedFrom).toHaveText("= 12 × 450");
  await gain.focus();
  await app.page.keyboard.press("Delete");
  await expect(gain).toHaveValue("");
  await expect(computedFrom).toBeHidden();
  await app.page.keyboard.press("ControlOrMeta+z");
  await expect(gain).toHaveValue("5.400");
  await expect(computedFrom).toHaveText("= 12 × 450");
  // What is typed over it is what it is.
  await form.enter("Estimeret gevinst 2024", "5.400");
  await expect(computedFrom).toBeHidden();
  await app.isSaved();
  await comeBack();
  await expect(form.input("Estimeret gevinst 2025").locator("xpath=following-sibling::*[1]")).toHaveText("= 3 × 7");
  await expect(computedFrom).toBeHidden();

  // It goes with the document, and what cannot be read of it is no harm.
  const kept = () => app.page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes("regnestykker")));
  const [key] = await kept();
  expect(await kept()).toHaveLength(1);
  await app.page.evaluate((key) => localStorage.setItem(key, "{"), key);
  await comeBack();
  await expect(computedFrom).toBeHidden();
  await app.toOverview();
  await app.overview.proposal("Isafjord").getByRole("button", { name: /^Slet/ }).click();
  await expect.poll(kept).toEqual([]);
});

test.describe("on a touch screen", () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 780 } });

  test("a tap selects the cell, a second one puts the caret in", async ({ app }) => {
    const form = await app.newProposal();
    await form.setFirstYear(2024);
    const gain = form.input("Estimeret gevinst 2024");
    const net = form.figure("Ændringsforslag i alt 2024");
    await gain.fill("-4.600");
    await form.input("Overskrift").tap();
    const box = (await gain.boundingBox())!;
    const position = { x: box.width - 35, y: box.height / 2 };
    await gain.tap({ position });
    await isSelected(gain, "−4.600");
    await app.page.keyboard.type("-5000");
    await expect(net).toHaveText("−5.000");
    await form.input("Overskrift").tap();
    await gain.tap({ position });
    await isSelected(gain, "−5.000");
    await gain.tap({ position });
    await hasCaret(gain, "−5.000");
  });
});

test("leaving a field moves nothing under a pointer that is down", async ({ app }) => {
  const page = await publicCatalogue(app);
  // Both are in the window, so that nothing has to be scrolled in between.
  await app.page.setViewportSize({ width: 1280, height: 2_000 });
  await page.openTab("Oplysninger");
  const target = page.input("Måltal 2026");
  await target.click();
  const { x, y, width, height } = (await page.tab("Forslag").boundingBox())!;
  await app.page.mouse.move(x + width / 2, y + height / 2);
  await stopClock(app.page);
  // That it cannot be read is said above the tabs.
  await target.fill("1.5");
  await app.page.mouse.down();
  await expect(target).not.toBeFocused();
  await expect(page.errors).toHaveCount(0);
  await app.page.mouse.up();
  await app.page.clock.resume();
  await expect(page.tab("Forslag")).toHaveAttribute("aria-selected", "true");
  await expect(page.errors).toHaveCount(1);
  expect((await page.tab("Forslag").boundingBox())!.y).toBeGreaterThan(y + height);

  // A pointer that is released where the page does not see it keeps nothing back for long.
  await page.openTab("Oplysninger");
  await target.click();
  await target.fill("-7.000");
  await app.page.mouse.down();
  await app.page.evaluate(() => document.dispatchEvent(new PointerEvent("pointercancel", { bubbles: true })));
  await expect(page.errors).toHaveCount(0);
  await app.page.mouse.up();
});

test("a row that goes away under the focus takes nothing with it", async ({ app }) => {
  const form = await app.newPlan();
  await form.addUntil(2);
  await app.isSaved();
  const other = await app.otherTab();
  // By undoing, from a cell and from a text.
  for (const field of [form.effect(2, "juni"), form.text(2, "Indsatsområde")]) {
    await field.focus();
    await app.page.keyboard.press("ControlOrMeta+z");
    await expect(form.rows).toHaveCount(1);
    await app.page.keyboard.press("ControlOrMeta+y");
    await expect(form.rows).toHaveCount(2);
  }
  // By another tab, while it is typed in.
  await app.isSaved();
  await expect(other.plan.rows).toHaveCount(2);
  await form.effect(2, "juni").focus();
  await app.page.keyboard.type("-5");
  await app.isSaved();
  await other.plan.rowButton("Fjern", 2).click();
  await expect(form.rows).toHaveCount(1);
  await form.effect(1, "juni").fill("-7");
  await expect(form.figure("Alle indsatser i alt")).toHaveText("−7");
});
