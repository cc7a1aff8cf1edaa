import { expect, test } from "./support/fixtures";
import { SharedFile } from "./support/shared-file";

/** Until version 0.2.0, texts were stored without the quotation marks of JSON. Numbers are the same. */
const bare = (key: string) => localStorage.setItem(key, JSON.parse(localStorage.getItem(key)!) as string);

test("signs chosen in an earlier version are still the ones that are shown", async ({ app }) => {
  await app.signs.selectOption("Kun ord");
  await expect.poll(() => app.page.evaluate(() => localStorage.getItem("raaderum-fortegn"))).toBe('"ord"');
  await app.page.evaluate(bare, "raaderum-fortegn");
  await app.page.reload();
  await expect(app.signs.locator("option:checked")).toHaveText("Kun ord");
  // Another tab, of that version, chooses.
  const tab = await app.otherTab();
  await tab.page.evaluate(() => localStorage.setItem("raaderum-fortegn", "plus"));
  await expect(app.signs.locator("option:checked")).toHaveText("Plus sparer");
});

test("a file that documents were tied to in an earlier version is still followed on every page", async ({ app }) => {
  const shared = await SharedFile.of(app);
  await shared.tieToNew();
  await app.toOverview();
  await shared.forgetPermission();
  await app.page.evaluate(bare, "raaderum-fil");
  await app.page.reload();
  await expect(shared.line).toContainText("»afdelingen.json«");
});

test("what is no setting is taken for none", async ({ app }) => {
  await app.page.evaluate(() => {
    localStorage.setItem("raaderum-fortegn", "{");
    localStorage.setItem("raaderum-sikkerhedskopi", "i går");
    localStorage.setItem("raaderum-begyndt", '"1700000000"');
  });
  await app.page.reload();
  await expect(app.signs.locator("option:checked")).toHaveText("Minus sparer");
  await app.newProposal();
});
