import type { Locator } from "@playwright/test";

import { documentsIn, type App } from "./support/app";
import { expect, test } from "./support/fixtures";

// Two tabs in which somebody types at the same time, without either waiting for the other.

const EDITS = 200;
const SUMMARY = "1) Kort resumé af forslaget";
const HORIZON = "5) Tidshorisont";

/** A text that grows by one word with every edit, so that its last state tells whether one is missing. */
const grown = (word: string, edits: number): string =>
  Array.from({ length: edits }, (_, edit) => `${word}${edit + 1}`).join(" ");

/** Types into a field as often and as fast as possible. */
async function typeAway(field: Locator, word: string): Promise<void> {
  for (let edit = 1; edit <= EDITS; edit += 1) {
    await field.fill(grown(word, edit));
  }
}

/** How many of the edits a text holds. */
function edits(word: string, text: string): number {
  const words = new Set(text.match(/[a-z]+\d+/g));
  return Array.from({ length: EDITS }, (_, edit) => `${word}${edit + 1}`).filter((name) => words.has(name)).length;
}

/** The documents that are stored, with or without their earlier states. */
async function stored(app: App, store: "current" | "earlier" = "current") {
  return Object.values(await app.database(store)).flatMap(documentsIn);
}

const summaryOf = (document: Record<string, unknown>) => (document.sections as Record<string, string>).summary;
const horizonOf = (document: Record<string, unknown>) => (document.sections as Record<string, string>).time_horizon;

test("two documents in two tabs: every edit of both is stored", async ({ app }) => {
  test.slow();
  const form = await app.newProposal();
  const other = await app.otherTab();
  await other.toOverview();
  const otherForm = await other.newProposal();
  await Promise.all([typeAway(form.input(SUMMARY), "en"), typeAway(otherForm.input(SUMMARY), "to")]);
  await app.isSaved();
  await other.isSaved();
  const texts = (await stored(app)).map(summaryOf);
  expect(texts.sort()).toEqual([grown("en", EDITS), grown("to", EDITS)]);
  for (const tab of [app, other]) {
    await tab.toOverview();
    await expect(tab.overview.proposalRows).toHaveCount(2);
  }
  // Each opens with the same in the other tab.
  const found = async (tab: App) =>
    tab.page.evaluate(() => Object.values({ ...localStorage }).join("\n"));
  const everything = await found(other);
  expect(edits("en", everything) + edits("to", everything)).toBe(2 * EDITS);
});

test("two fields of one document in two tabs: every edit of both is in it, and there is no copy", async ({ app }) => {
  test.slow();
  const form = await app.newProposal();
  await app.isSaved();
  const other = await app.otherTab();
  await Promise.all([typeAway(form.input(SUMMARY), "en"), typeAway(other.proposal.input(HORIZON), "to")]);
  await app.isSaved();
  await other.isSaved();
  for (const tab of [app, other]) {
    await expect(tab.proposal.input(SUMMARY)).toHaveValue(grown("en", EDITS));
    await expect(tab.proposal.input(HORIZON)).toHaveValue(grown("to", EDITS));
    await expect(tab.notice).toHaveCount(0);
  }
  const documents = await stored(app);
  expect(documents.map(summaryOf)).toEqual([grown("en", EDITS)]);
  expect(documents.map(horizonOf)).toEqual([grown("to", EDITS)]);
  // And what opens at once is the same.
  expect(documentsIn(Object.values(await app.storedWhole())[0])).toEqual(documents);
});

test("one field of one document in two tabs: what either wrote is in it, in a copy or in an earlier state", async ({
  app,
}) => {
  test.slow();
  const form = await app.newProposal();
  await form.enter("Overskrift", "Isafjord");
  await app.isSaved();
  const other = await app.otherTab();
  await Promise.all([typeAway(form.input(SUMMARY), "en"), typeAway(other.proposal.input(SUMMARY), "to")]);
  await app.isSaved();
  await other.isSaved();
  const texts = [...(await stored(app)), ...(await stored(app, "earlier"))].map(summaryOf);
  const most = (word: string) => Math.max(...texts.map((text) => edits(word, text)));
  expect(most("en") + most("to")).toBe(2 * EDITS);
  // Nothing is mixed: one field is one text of one tab.
  expect(texts.filter((text) => edits("en", text) && edits("to", text))).toEqual([]);
  // Both tabs end up with the same document.
  await app.loseFocus();
  await other.loseFocus();
  const shown = (tab: App) => tab.proposal.input(SUMMARY).inputValue();
  await expect.poll(async () => (await shown(other)) === (await shown(app))).toBe(true);
});

test("what another tab wrote in a field with the caret in it is kept when somebody types on there", async ({ app }) => {
  const form = await app.newProposal();
  await form.type("Overskrift", "Isafjord");
  await app.isSaved();
  const other = await app.otherTab();
  await other.proposal.type("Overskrift", "Isafjord lukkes til sommer");
  await other.isSaved();
  await expect(form.heading).toHaveText("Isafjord lukkes til sommer");
  // The field still shows what was typed here, and typing on there takes the place of the other text …
  await form.input("Overskrift").pressSequentially(" består");
  await app.isSaved();
  // … again and again, so that among states of the same five minutes it would not be the last one.
  await form.input("Overskrift").pressSequentially(" altid");
  await app.isSaved();
  await expect(form.heading).toHaveText("Isafjord består altid");
  const earlier = (await stored(app, "earlier")).map((document) => document.heading);
  expect(earlier).toContain("Isafjord lukkes til sommer");
});

test("what somebody types in a cell stays when another tab changes the cell, and what that wrote is set aside", async ({
  app,
}) => {
  const form = await app.newProposal();
  await form.setFirstYear(2024);
  await form.enter("Overskrift", "Isafjord");
  await form.type("Estimeret gevinst 2024", "-4.600");
  await app.isSaved();
  const other = await app.otherTab();
  await other.proposal.enter("Estimeret gevinst 2024", "-5.000");
  await other.isSaved();
  await form.hasTotals(2024, ["−5.000", "", "", ""], "−5.000");
  // It has not been left: it shows what was typed.
  const gain = form.input("Estimeret gevinst 2024");
  await expect(gain).toHaveValue("-4.600");
  await gain.press("Tab");
  await expect(gain).toHaveValue("−4.600");
  await form.hasTotals(2024, ["−4.600", "", "", ""], "−4.600");
  await expect(app.notice).toContainText("Begge versioner er gemt");
  await app.isSaved();
  await expect(other.proposal.input("Estimeret gevinst 2024")).toHaveValue("−4.600");
  await app.toOverview();
  await expect(app.overview.proposalRows).toHaveCount(2);
  const copy = await app.openProposal("Isafjord (kopi)");
  await copy.hasTotals(2024, ["−5.000", "", "", ""], "−5.000");
});

test("what another tab wrote in a cell stays where nothing was typed here, or it was taken back", async ({ app }) => {
  const form = await app.newProposal();
  await form.setFirstYear(2024);
  await form.enter("Estimeret gevinst 2024", "-4.600");
  await app.isSaved();
  const other = await app.otherTab();
  const gain = form.input("Estimeret gevinst 2024");
  await gain.focus();
  await other.proposal.enter("Estimeret gevinst 2024", "-5.000");
  await other.isSaved();
  await expect(gain).toHaveValue("−5.000");
  await gain.press("Tab");
  await expect(gain).toHaveValue("−5.000");

  await gain.focus();
  await app.page.keyboard.type("-7");
  await app.isSaved();
  await other.proposal.enter("Estimeret gevinst 2024", "-6.000");
  await other.isSaved();
  await form.hasTotals(2024, ["−6.000", "", "", ""], "−6.000");
  await app.page.keyboard.press("Escape");
  await expect(gain).toHaveValue("−6.000");
  await gain.press("Tab");
  await app.isSaved();
  await expect(gain).toHaveValue("−6.000");
  await app.toOverview();
  await expect(app.overview.proposalRows).toHaveCount(1);
});

test("a tab shows what the other one wrote while somebody watches", async ({ app }) => {
  const form = await app.newProposal();
  await app.isSaved();
  const other = await app.otherTab();
  const delays: number[] = [];
  for (let round = 1; round <= 5; round += 1) {
    const text = `Runde ${round}`;
    const shown = other.page.evaluate(async (text) => {
      const field = [...document.querySelectorAll("textarea")].find((area) => area.labels[0].innerText.startsWith("1)"))!;
      while (field.value !== text) {
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      return Date.now();
    }, text);
    await form.input(SUMMARY).fill(text);
    const typed = await app.page.evaluate(() => Date.now());
    delays.push((await shown) - typed);
  }
  console.log(`shown in the other tab after ${delays.join(", ")} ms`);
  // One that a busy machine did not hold up. A person is told that it takes a second at most.
  expect(Math.min(...delays)).toBeLessThan(3_000);
});
