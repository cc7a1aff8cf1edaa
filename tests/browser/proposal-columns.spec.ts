import type { App } from "./support/app";
import { expect, test } from "./support/fixtures";
import { PROPOSALS } from "./support/lejre";

const INVESTMENT = "3) Investeringsbehov (evt.)";

async function openExample(app: App): Promise<void> {
  await app.openExamples();
  await app.closeNotice();
  await app.openProposal("Horseager");
}

test("each example of a proposal takes less than two screens", async ({ app }) => {
  await app.openExamples();
  await app.closeNotice();
  for (const { heading } of PROPOSALS) {
    await app.openProposal(heading);
    await expect(app.heading).toHaveText(heading);
    await expect(app.proposal.input("Estimeret gevinst 2024")).toBeVisible();
    expect.soft(await app.page.evaluate(() => document.documentElement.scrollHeight), heading).toBeLessThanOrEqual(1600);
    await app.toOverview();
  }
});

test("from 1100 px the table stands beside the texts and stays in view", async ({ app }) => {
  await openExample(app);
  const form = app.proposal;
  for (const size of [{ width: 1100, height: 800 }, { width: 1280, height: 900 }, { width: 1600, height: 900 }]) {
    await app.page.setViewportSize(size);
    const text = (await form.input("1) Kort resumé af forslaget").boundingBox())!;
    const cell = (await form.input("Estimeret gevinst 2024").boundingBox())!;
    expect(cell.x).toBeGreaterThan(text.x + text.width);
    expect(text.width).toBeGreaterThan(400);
    // All of it is there, without scrolling sideways.
    const frame = form.input("Estimeret gevinst 2024").locator("xpath=ancestor::*[contains(@class, 'table-frame')]");
    expect(await frame.evaluate((frame) => frame.scrollWidth - frame.clientWidth)).toBe(0);
    await form.input("5) Tidshorisont").evaluate((text) => text.scrollIntoView({ block: "start", behavior: "instant" }));
    await expect(form.figure("Ændringsforslag i alt 2024")).toBeInViewport({ ratio: 1 });
  }
});

test("the page has the parts in the order in which they are seen, and a change of width keeps the focus", async ({ app }) => {
  await openExample(app);
  const form = app.proposal;
  const keyboard = app.page.keyboard;
  const text = form.input("1) Kort resumé af forslaget");
  const after = async () => {
    await form.input("Refusion").focus();
    await keyboard.press("Tab");
    return app.page.evaluate(() => document.activeElement?.id);
  };
  expect(await after()).toBe(await text.getAttribute("id"));
  const isFirst = () => text.evaluate((text) => text.closest(".form-section") === document.querySelector(".columns")!.firstElementChild);
  for (const [name, width, textsFirst] of [
    ["1) Kort resumé af forslaget", 1000, false],
    ["1) Kort resumé af forslaget", 1280, true],
    ["Estimeret gevinst 2025", 390, false],
    ["Estimeret gevinst 2025", 1280, true],
  ] as const) {
    await form.input(name).focus();
    await app.page.setViewportSize({ width, height: 900 });
    await expect.poll(isFirst).toBe(textsFirst);
    await expect(form.input(name)).toBeFocused();
  }
  await app.page.setViewportSize({ width: 1000, height: 900 });
  await expect.poll(isFirst).toBe(false);
  expect(await after()).not.toBe(await text.getAttribute("id"));
  const [table, texts] = [await form.page.getByRole("table").boundingBox(), await text.boundingBox()];
  expect(texts!.y).toBeGreaterThan(table!.y + table!.height);
});

test("a text that is blank and need not be written is a line until somebody goes there", async ({ app }) => {
  const form = await app.newProposal();
  const height = async (name: string) => (await form.input(name).boundingBox())!.height;
  expect(await height(INVESTMENT)).toBeLessThan(36);
  expect(await height("4) Konsekvenser ved forslaget")).toBeGreaterThan(60);
  await form.input(INVESTMENT).click();
  await expect(form.input(INVESTMENT)).toBeFocused();
  await expect.poll(() => height(INVESTMENT)).toBeGreaterThan(60);
  await form.input("5) Tidshorisont").focus();
  expect(await height(INVESTMENT)).toBeGreaterThan(60);
  // With the keyboard, too.
  await form.input("5) Tidshorisont").press("Tab");
  await expect(form.input("6) Sammenhæng til andre bidrag (evt.)")).toBeFocused();
  await app.page.keyboard.type("Hænger sammen med forslag 4");
  await app.isSaved();
  await app.page.reload();
  await form.isOpen();
  expect(await height("6) Sammenhæng til andre bidrag (evt.)")).toBeGreaterThan(60);
  expect(await height(INVESTMENT)).toBeLessThan(36);
});

for (const width of [1280, 390]) {
  test(`on paper the table comes before the texts, and no line is folded: ${width} px`, async ({ app }) => {
    await openExample(app);
    await app.page.setViewportSize({ width, height: 900 });
    await app.page.emulateMedia({ media: "print" });
    const table = (await app.page.getByRole("table").boundingBox())!;
    const label = app.page.locator("label").filter({ hasText: INVESTMENT });
    await expect(label).toBeVisible();
    expect((await label.boundingBox())!.y).toBeGreaterThan(table.y + table.height);
    await expect(app.page.locator(".optional > .icon").first()).toBeHidden();
  });
}

test("skip links lead to the first cell in few stops, in a proposal and in a plan", async ({ app }) => {
  await app.openExamples();
  await app.closeNotice();
  for (const open of [() => app.openProposal("Horseager"), () => app.openPlan("Afdeling Børn og Familie", 2023)]) {
    const form = await open();
    const keyboard = app.page.keyboard;
    await app.page.reload();
    await form.isOpen();
    const isInCell = () => app.page.evaluate(() => document.activeElement!.matches(".cell"));
    const skip = app.page.getByRole("link", { name: "Gå til tallene" });
    let stops = 0;
    while (!(await isInCell()) && stops < 60) {
      await keyboard.press("Tab");
      stops += 1;
      if (await skip.evaluate((skip) => skip === document.activeElement)) {
        await expect(skip).toBeInViewport({ ratio: 1 });
        await keyboard.press("Enter");
        await expect.poll(isInCell).toBe(true);
      }
    }
    expect(stops).toBeLessThanOrEqual(15);
    const first = await app.page.evaluate(() => document.activeElement === document.querySelector("main .cell"));
    expect(first).toBe(true);
    await app.toOverview();
  }
  await expect(app.page.getByRole("link", { name: "Gå til tallene" })).toHaveCount(0);
});
