import { mkdir } from "node:fs/promises";

import type { App } from "./support/app";
import { exampleId, onDisk, publicCatalogue, Publishing, readAt } from "./support/publishing";
import { expect, test } from "./support/fixtures";
import { ReaderPage } from "./support/reader-page";
import { read, translate } from "./support/translation";

// A browser or an extension that translates the page takes away the text nodes that the program writes to.

/** Translates the page, changes something, and checks that all that can be read is what a new tab says. */
async function follows(app: App, change: () => Promise<unknown>): Promise<void> {
  const { page } = app;
  await expect(page.locator("html")).toHaveAttribute("translate", "no");
  const before = await read(page, "main");
  await translate(page);
  expect(await read(page, "main"), "translated").toEqual(before);
  await change();
  await app.loseFocus();
  await expect.poll(() => read(page, "main")).not.toEqual(before);
  await expect.poll(() => app.noted()).toEqual({});
  const other = await app.otherTab();
  await expect(async () => expect(await read(page, "main")).toEqual(await read(other.page, "main"))).toPass({ timeout: 15_000 });
  await other.page.close();
}

test("where the editor is translated in spite of what it says, every figure goes on following what is typed", async ({ app }) => {
  const { page } = app;
  const catalogue = await publicCatalogue(app);
  await follows(app, async () => {
    await catalogue.enter("Måltal 2024", "-7.000");
    await catalogue.status(1).selectOption("kladde");
    await expect(catalogue.figure("Kataloget: Ændringsforslag i alt 2024")).toHaveText("−5.583");
  });
  await app.toOverview();
  await follows(app, () => app.signs.selectOption("Plus sparer"));
  await app.signs.selectOption("Minus sparer");
  await page.evaluate((address) => (location.hash = address), `#/forslag/${exampleId("Isafjord")}`);
  await app.proposal.isOpen();
  await follows(app, async () => {
    await app.proposal.enter("Estimeret gevinst 2024", "-1.450");
    await expect(app.proposal.figure("Ændringsforslag i alt 2024")).toHaveText("−1.450");
    await app.isSaved();
  });
  await app.toOverview();
  await app.overview.plans.getByRole("link").first().click();
  await app.plan.isOpen();
  await follows(app, async () => {
    await app.plan.enter("Indsats 1 maj", "-1.000");
    await app.isSaved();
  });
});

test("a published page may be translated, and what the program writes goes on following", async ({ app, browser }, info) => {
  await publicCatalogue(app);
  const { text } = await new Publishing(app).publish();
  await mkdir(info.outputDir, { recursive: true });
  const reader = await readAt(browser, await onDisk(info.outputDir, text));
  const { page } = reader;
  const on = new ReaderPage(page);
  await on.isStarted();
  await expect(page.locator("html")).not.toHaveAttribute("translate");
  await on.choose("Isafjord");
  await expect.poll(() => on.sums()).toEqual(["−450", "−650", "−650", "−650", "−2.400"]);
  await translate(page);
  await expect(on.line).toContainText("1 forslag");
  // Chosen, taken back and chosen again.
  await on.choose("Horseager");
  await expect.poll(() => on.sums()).toEqual(["−1.433", "−1.833", "−1.833", "−1.833", "−6.932"]);
  await expect(on.line).toContainText("2 forslag");
  await on.tick("Isafjord").uncheck({ force: true });
  await expect.poll(() => on.sums()).toEqual(["−983", "−1.183", "−1.183", "−1.183", "−4.532"]);
  await expect(on.line).toContainText("1 forslag");
  const count = on.list.getByRole("status").first();
  await on.search.fill("Isafjord");
  await expect(on.names).toHaveText([/Isafjord/]);
  await expect(count).toHaveText(/^1 af 8 forslag/);
  await on.search.fill("");
  await expect(on.names).toHaveCount(8);
  await expect(count).toHaveText(/^8/);
  await translate(page);
  await on.tick("Horseager").uncheck({ force: true });
  await expect(on.line).toHaveCount(0);
  await expect(on.package).not.toContainText("Horseager");
  expect(reader.complaints).toEqual([]);
});
