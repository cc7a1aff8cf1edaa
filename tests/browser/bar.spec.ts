import type { Locator } from "@playwright/test";

import { expect, test } from "./support/fixtures";

/** The links, buttons and lists of choices that cannot be clicked in their middle: under something, or outside the window. */
function covered(bar: Locator): Promise<string[]> {
  return bar.evaluate((bar) =>
    [...bar.querySelectorAll<HTMLElement>("a, button, select")]
      .filter((element) => element.checkVisibility())
      .filter((element) => {
        const { left, top, width, height } = element.getBoundingClientRect();
        return !element.contains(document.elementFromPoint(left + width / 2, top + height / 2));
      })
      .map((element) => element.innerText || element.id),
  );
}

for (const width of [1600, 1440, 1280, 1000, 768, 390, 320]) {
  test(`the bar stays in view, 56 px high, with room for all of it: ${width} px`, async ({ app }) => {
    await app.page.setViewportSize({ width, height: 800 });
    await app.openExamples();
    await app.closeNotice();
    await app.openPlan("Afdeling Børn og Familie", 2023);
    expect(await app.page.evaluate(() => scrollY)).toBe(0);
    expect(await covered(app.bar)).toEqual([]);
    await app.page.evaluate(() => scrollTo({ top: 500, behavior: "instant" }));
    const home = (await app.bar.getByRole("link").boundingBox())!;
    expect(home.y).toBeGreaterThanOrEqual(0);
    expect(home.y + home.height).toBeLessThanOrEqual(56);
    await expect(app.saveStatus).toBeInViewport({ ratio: 1 });
    await expect(app.undoStep).toBeInViewport({ ratio: 1 });
    await expect(app.bar.getByText("4", { exact: true })).toBeInViewport({ ratio: 1 });
    expect(await app.page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  });
}

test("on a low window the bar scrolls away, and covers nothing", async ({ app }) => {
  await app.page.setViewportSize({ width: 320, height: 256 });
  const form = await app.newProposal();
  await form.input("5) Tidshorisont").focus();
  await expect(app.undoStep).not.toBeInViewport();
});

test("a menu opens by the arrow keys, which go through it, and Esc gives the focus back", async ({ app }) => {
  const form = await app.newProposal();
  const keyboard = app.page.keyboard;
  const opener = app.bar.getByRole("button", { name: "Handlinger" });
  const [first, second, last] = [form.button("Duplikér"), app.earlierLink, form.button("Slet")];
  await expect(last).toBeHidden();
  await opener.focus();
  await keyboard.press("ArrowDown");
  await expect(first).toBeFocused();
  for (const [key, item] of [
    ["ArrowDown", second],
    ["ArrowDown", last],
    ["ArrowDown", first],
    ["ArrowUp", last],
    ["Home", first],
    ["End", last],
  ] as const) {
    await keyboard.press(key);
    await expect(item).toBeFocused();
  }
  await keyboard.press("Escape");
  await expect(opener).toBeFocused();
  await expect(last).toBeHidden();
  // Tab goes past its end, and closes it.
  await keyboard.press("Enter");
  await expect(first).toBeFocused();
  for (let stop = 0; stop < 3; stop += 1) {
    await keyboard.press("Tab");
  }
  await expect(app.bar.getByRole("button", { name: "Find kommando, felt eller dokument" })).toBeFocused();
  await expect(first).toBeHidden();
});

test("a command closes its menu, and so does a click beside it", async ({ app }) => {
  const form = await app.newProposal();
  const save = form.button("Gem som Råderum-fil (JSON)");
  await app.download(save);
  await expect(save).toBeHidden();
  await app.bar.getByRole("button", { name: "Gem som" }).click();
  await expect(save).toBeVisible();
  await form.heading.click();
  await expect(save).toBeHidden();
});

test("the bar shows the document that is open and leads back to the overview", async ({ app }) => {
  await app.openExamples();
  await expect(app.undoStep).toHaveCount(0);
  await app.openProposal("Isafjord");
  await expect(app.bar).toContainText("Nedlægge tilbuddet Isafjord");
  await expect(app.bar).toContainText("−2.400");
  await app.proposal.enter("Overskrift", "Isafjord lukkes");
  await app.proposal.enter("Estimeret gevinst 2024", "-650");
  await expect(app.bar).toContainText("Isafjord lukkes");
  await expect(app.bar).toContainText("−2.600");
  await app.undoStep.click();
  await expect(app.bar).toContainText("−2.400");
  await app.bar.getByRole("link", { name: "Oversigt" }).click();
  await app.overview.isOpen();
  await expect(app.undoStep).toHaveCount(0);
  await expect(app.bar).not.toContainText("Isafjord");
  await app.openPlan("Familiehusene", 2022);
  await expect(app.bar).toContainText("1.304.691");
  await app.page.emulateMedia({ media: "print" });
  await expect(app.bar.getByRole("link")).toBeHidden();
});

test("a menu's button closes it, too", async ({ app }) => {
  const form = await app.newProposal();
  const opener = app.bar.getByRole("button", { name: "Handlinger" });
  await opener.click();
  await expect(form.button("Duplikér")).toBeFocused();
  await opener.click();
  await expect(form.button("Duplikér")).toBeHidden();
  await opener.click();
  await expect(form.button("Duplikér")).toBeFocused();
  // What is searched from a menu gives the focus back to its button.
  await app.page.keyboard.press("Control+k");
  await expect(app.page.getByRole("combobox", { name: "Find kommando, felt eller dokument" })).toBeFocused();
  await app.page.keyboard.press("Escape");
  await expect(opener).toBeFocused();
});
