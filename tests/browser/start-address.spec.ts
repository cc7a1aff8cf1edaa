import type { App } from "./support/app";
import { file, proposal } from "./support/documents";
import { expect, test } from "./support/fixtures";

async function isFiltered(app: App): Promise<void> {
  await expect(app.overview.titles).toHaveText(["Administrationsbesparelse i Jobcentret"]);
  await expect(app.overview.chosen(app.overview.department)).toHaveText("CJS – Jobcenter");
  await expect(app.overview.search).toHaveValue("Marselisborg");
}

test("what is looked for stands in the address, and is found again", async ({ app }) => {
  await app.openExamples();
  await app.closeNotice();
  const { page, overview } = app;
  await overview.search.fill("Marselisborg");
  await overview.department.selectOption("CJS – Jobcenter");
  await overview.kind.selectOption("Besparelse");
  await overview.order.selectOption("Overskrift");
  await isFiltered(app);
  const address = decodeURIComponent(page.url().split("#")[1].replaceAll("+", " "));
  expect(address).toBe("/?soeg=Marselisborg&center=CJS – Jobcenter&vedroerer=besparelse&orden=overskrift");
  await app.storedWhole();
  await page.reload();
  await isFiltered(app);

  await app.openProposal("Jobcentret");
  await app.toOverview();
  await isFiltered(app);
  await app.openProposal("Jobcentret");
  await page.goBack();
  await overview.isOpen();
  await isFiltered(app);
  await expect(overview.chosen(overview.order)).toHaveText("Overskrift");
  await expect(overview.chosen(overview.kind)).toHaveText("Besparelse");
  // Typing makes no steps on the way back: before the start page there was the document.
  await overview.search.fill("");
  await overview.department.selectOption("Alle centre");
  await overview.kind.selectOption("Alt");
  await overview.order.selectOption("Senest ændret");
  await expect.poll(() => page.url().split("#")[1]).toBe("/");
  await expect(overview.proposalRows).toHaveCount(8);

  // An address that is typed in while the page is open counts as well.
  await page.evaluate(() => (location.hash = "#/?soeg=horseager"));
  await expect(overview.titles).toHaveText(["Lukning af Værestedet Horseager"]);
  await expect(overview.search).toHaveValue("horseager");
  // A center that is not there hides nothing, and a name that is unknown is no error.
  await page.evaluate(() => (location.hash = "#/?center=Findes+ikke&vedroerer=x&orden=y"));
  await expect(overview.proposalRows).toHaveCount(8);
});

for (const width of [1280, 390]) {
  test(`the way back leads to where the start page was scrolled to: ${width} px`, async ({ app }) => {
    const { page } = app;
    await page.setViewportSize({ width, height: 600 });
    const many = Array.from({ length: 40 }, (_, number) => proposal(number + 1, { heading: `Nummer ${number + 1} af mange` }));
    await (await app.importFiles({ name: "p.json", content: file(many) })).takeIn();
    await app.closeNotice();
    const link = app.overview.proposal("Nummer 20 af mange").getByRole("link");
    const ways = [() => app.toOverview(), () => page.goBack()];
    for (const back of ways) {
      await link.evaluate((link) => link.scrollIntoView({ block: "center", behavior: "instant" }));
      const before = await page.evaluate(() => scrollY);
      expect(before).toBeGreaterThan(300);
      await link.click();
      await app.proposal.isOpen();
      expect(await page.evaluate(() => scrollY)).toBeLessThan(100);
      await back();
      await expect(app.heading).toBeFocused();
      await expect.poll(() => page.evaluate((before) => Math.abs(scrollY - before), before)).toBeLessThanOrEqual(2);
      await expect(link).toBeInViewport();
    }
    // A page that is opened for the first time begins at its top.
    await link.click();
    await app.proposal.isOpen();
    await expect.poll(() => page.evaluate(() => scrollY)).toBeLessThan(100);
  });
}
