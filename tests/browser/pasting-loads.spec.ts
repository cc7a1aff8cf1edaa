// What pastes is loaded when somebody pastes: nothing that is pasted or typed meanwhile is lost, and the order is kept.

import type { Page } from "@playwright/test";

import { content } from "./support/app";
import { block, paste } from "./support/clipboard";
import { expect, test } from "./support/fixtures";
import { PasteDialog } from "./support/paste-dialog";

const PART = "**/split_pasting.wasm";
const ROW = block([["-1.000", "-2.000", "-3.000", "-4.000"]]);

/** Holds back what pastes. What it gives back lets it come. */
async function heldBack(page: Page): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(PART, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

test("what is typed while the part that pastes is loaded comes after what was pasted", async ({ app }) => {
  const form = await app.newProposal();
  await form.setFirstYear(2024);
  await form.enter("Investeringsbehov 2024", "500");
  const asked = app.page.waitForRequest(PART);
  const release = await heldBack(app.page);
  expect(await paste(form.input("Estimeret gevinst 2024"), ROW)).toBe(true);
  await asked;
  // Into a cell that the block fills, and into another; a second block after both.
  await form.enter("Estimeret gevinst 2025", "-7.000");
  await form.enter("Investeringsbehov 2025", "300");
  expect(await paste(form.input("Investeringsbehov 2026"), block([["11", "12"]]))).toBe(true);
  await expect(form.input("Estimeret gevinst 2026")).toHaveValue("");
  release();
  await form.hasTotals(2024, ["−500", "−6.700", "−2.989", "−3.988"], "−14.177");
  await expect(form.input("Estimeret gevinst 2025")).toHaveValue("−7.000");
  // Whoever goes on typing in a cell with the focus that was filled meanwhile replaces what it holds.
  await expect(form.input("Investeringsbehov 2026")).toBeFocused();
  await expect.poll(() => form.input("Investeringsbehov 2026").evaluate((input: HTMLInputElement) => input.selectionEnd)).toBe(2);
  // Each is a step: the second block, and the first.
  await app.page.keyboard.press("Control+z");
  await expect(form.input("Investeringsbehov 2026")).toHaveValue("");
  await app.page.keyboard.press("Control+z");
  await expect(form.input("Estimeret gevinst 2026")).toHaveValue("");
  await expect(form.input("Estimeret gevinst 2025")).toHaveValue("−7.000");
  await expect(form.input("Investeringsbehov 2025")).toHaveValue("300");
});

test("where the part that pastes cannot be had, that is said, and nothing is half done", async ({ app, complaints }) => {
  const form = await app.newProposal();
  await form.setFirstYear(2024);
  await form.enter("Estimeret gevinst 2024", "-5");
  await app.isSaved();
  const before = content(await app.storedDocument());
  await app.page.route(PART, (route) => route.abort());
  expect(await paste(form.input("Estimeret gevinst 2024"), ROW)).toBe(true);
  await expect(app.notice).toContainText("Intet er sat ind");
  await expect(form.input("Estimeret gevinst 2024")).toHaveValue("−5");
  await app.isSaved();
  expect(content(await app.storedDocument())).toEqual(before);
  // The browser says in the console what it could not load.
  expect(complaints.length).toBeGreaterThan(0);
  complaints.length = 0;
  // Once there is a connection, the same works, and as one step.
  await app.page.unroute(PART);
  await paste(form.input("Estimeret gevinst 2024"), ROW);
  await form.hasTotals(2024, ["−1.000", "−2.000", "−3.000", "−4.000"], "−10.000");
  await app.undo();
  await expect(form.input("Estimeret gevinst 2024")).toHaveValue("−5");
  await expect(form.input("Estimeret gevinst 2025")).toHaveValue("");
});

test("a page that is left before what pastes is there is told about", async ({ app }) => {
  const form = await app.newProposal();
  await form.setFirstYear(2024);
  const asked = app.page.waitForRequest(PART);
  const release = await heldBack(app.page);
  await paste(form.input("Estimeret gevinst 2024"), ROW);
  await asked;
  await app.toOverview();
  release();
  await expect(app.notice).toContainText("siden blev forladt");
});

test("nothing is offered to be pasted where nothing has a place, and a plan's row can be chosen", async ({ app }) => {
  const proposal = await app.newProposal();
  await proposal.setFirstYear(2024);
  const dialog = new PasteDialog(app.page);
  const table = block([["", 2024, 2025], ["Første række", "-1", "-2"], ["Anden række", "-3", "-4"]]);
  await paste(proposal.input("Estimeret gevinst 2024"), table);
  await expect(dialog.root).toBeVisible();
  await expect(dialog.root.getByText("Endnu kommer intet ind.")).toBeVisible();
  await expect(dialog.root.getByRole("button", { name: "Sæt ind" })).toHaveCount(0);
  await dialog.row("»Første række«").selectOption("Estimeret gevinst");
  await dialog.shows("Estimeret gevinst", ["sparer 1", "sparer 2"]);
  await dialog.apply();
  await proposal.hasTotals(2024, ["−1", "−2", "", ""], "−3");
});
