import { mkdir } from "node:fs/promises";

import type { Page } from "@playwright/test";

import { App } from "./support/app";
import { id } from "./support/documents";
import { expect, test } from "./support/fixtures";
import { exampleId, onDisk, publicCatalogue, Publishing } from "./support/publishing";

/** How far a page may move while it is loaded: the cumulative layout shift, of which 0.1 is called good. */
const MOST = 0.05;

interface Shift extends PerformanceEntry {
  value: number;
  hadRecentInput: boolean;
}

/** Loads a page whose fonts come late, once all else is there; gives how far it moved, and what. */
async function moved(page: Page, address: string, isThere: (page: Page) => Promise<void>): Promise<{ shift: number; what: string[] }> {
  let release = (): void => {};
  const isShown = new Promise<void>((resolve) => (release = resolve));
  await page.route("**/*.woff2", async (route) => {
    await isShown;
    await route.continue();
  });
  await page.addInitScript(() => {
    const moved = { shift: 0, what: [] as string[] };
    Object.assign(window, { moved });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (Shift & { sources: { node?: Element }[] })[]) {
        if (entry.hadRecentInput) continue;
        moved.shift += entry.value;
        const nodes = entry.sources.map(({ node }) => node?.textContent?.trim().slice(0, 30) || node?.nodeName);
        moved.what.push(`${entry.value.toFixed(3)} ${nodes.join(" | ")}`);
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
  await page.goto(address, { waitUntil: "commit" });
  await isThere(page);
  release();
  return page.evaluate(async () => {
    await document.fonts.ready;
    // What moved is told after it is drawn.
    for (let frames = 0; frames < 5; frames += 1) await new Promise((done) => requestAnimationFrame(done));
    return (window as unknown as { moved: { shift: number; what: string[] } }).moved;
  });
}

test("no page moves while it is loaded, however late its fonts come", async ({ app, context, complaints }, info) => {
  test.slow();
  await publicCatalogue(app);
  const { text } = await new Publishing(app).publish();
  await app.isSaved();
  await app.toOverview();
  await mkdir(info.outputDir, { recursive: true });
  const file = await onDisk(info.outputDir, text);
  const plan = (await app.overview.plans.getByRole("link").first().getAttribute("href"))!;
  const pages: Record<string, [address: string, isThere: (app: App) => Promise<void>]> = {
    "start page": ["#/", (app) => expect(app.overview.catalogues.getByRole("link").first()).toBeVisible()],
    proposal: [`#/forslag/${exampleId("Isafjord")}`, (app) => expect(app.proposal.input("Estimeret gevinst 2024")).toBeVisible()],
    plan: [plan, (app) => expect(app.plan.effect(1, "maj")).toBeVisible()],
    catalogue: [`#/kataloger/${id(100)}`, (app) => expect(app.catalogue.picture.first()).toBeVisible()],
    "published page": [file, (app) => expect(app.page.locator("#program-proposals").getByRole("searchbox")).toBeVisible()],
  };
  for (const [name, [address, isThere]] of Object.entries(pages)) {
    for (const viewport of [{ width: 1280, height: 900 }, { width: 390, height: 844 }]) {
      const page = await context.newPage();
      await page.setViewportSize(viewport);
      const { shift, what } = await moved(page, address, () => isThere(new App(page)));
      expect.soft(shift, `${name}, ${viewport.width} px: ${what.join(" || ")}`).toBeLessThan(MOST);
      await page.close();
    }
  }
  // The published page lies on a disk.
  const foreign = complaints.filter((complaint) => !complaint.includes("file:"));
  complaints.splice(0, complaints.length, ...foreign);
});
