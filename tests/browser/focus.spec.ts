import type { Page } from "@playwright/test";

import { id } from "./support/documents";
import { expect, test } from "./support/fixtures";
import { publicCatalogue } from "./support/publishing";

// WCAG 2.2, 2.4.11: what has the focus is not hidden behind what the page lays over itself.

/** A window of 1280 by 1024 pixels, enlarged to 400 %. */
const ENLARGED = { width: 320, height: 256 };

/** Goes through the whole page with Tab, and gives what had the focus and could not be seen, not even a part of it. */
async function hidden(page: Page): Promise<string[]> {
  const found: string[] = [];
  await page.evaluate(() => {
    (document.activeElement as HTMLElement | null)?.blur();
    document.querySelectorAll("[data-visited]").forEach((element) => element.removeAttribute("data-visited"));
  });
  for (let stops = 0; stops < 600; stops += 1) {
    await page.keyboard.press("Tab");
    const name = await page.evaluate(async () => {
      // What scrolls because of it has scrolled by the next frame.
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      const element = document.activeElement as HTMLElement | null;
      if (!element || element === document.body || element.dataset.visited) return "the end";
      element.dataset.visited = "yes";
      const label = (element as HTMLInputElement).labels?.[0];
      const parts = [element, ...(label ? [label] : [])];
      const places = [0.02, 0.25, 0.5, 0.75, 0.98];
      const isSeen = parts.some((part) => {
        const { left, top, width, height } = part.getBoundingClientRect();
        return places.some((across) =>
          places.some((down) => {
            const hit = document.elementFromPoint(left + width * across, top + height * down);
            return hit !== null && (part.contains(hit) || hit.contains(element));
          }),
        );
      });
      return isSeen ? "" : (element.getAttribute("aria-label") ?? label?.innerText ?? element.innerText ?? element.id).slice(0, 60);
    });
    if (name === "the end") {
      expect(stops, "stops on the way").toBeGreaterThan(5);
      return found;
    }
    if (name) found.push(name);
  }
  throw new Error("The way through the page has no end");
}

test("at 400 % and with a notice at the foot of the window, what has the focus can be seen, on every page", async ({ app }) => {
  test.slow();
  const { page } = app;
  const catalogue = await publicCatalogue(app);
  await page.setViewportSize(ENLARGED);
  await catalogue.button("Fjern forslag 1").click();
  await expect(app.notice).toBeVisible();
  expect.soft(await hidden(page), "catalogue").toEqual([]);
  await app.toOverview();
  await app.overview.proposal("Horseager").getByRole("button", { name: /^Slet/ }).click();
  await expect(app.notice).toBeVisible();
  expect.soft(await hidden(page), "start page").toEqual([]);
  await app.overview.plans.getByRole("link").first().click();
  await app.plan.isOpen();
  await app.plan.rowButton("Fjern", 2).click();
  await expect(app.notice).toBeVisible();
  expect.soft(await hidden(page), "plan").toEqual([]);
  await page.evaluate((address) => (location.hash = address), `#/forslag/${id(9)}`);
  await app.proposal.isOpen();
  expect.soft(await hidden(page), "proposal").toEqual([]);
});

test("a notice that comes does not cover what has the focus", async ({ app }) => {
  const { page } = app;
  await page.setViewportSize({ width: 1280, height: 500 });
  const form = await app.newPlan();
  await form.addUntil(1);
  await form.enter("Indsats 1 januar", "-1.000");
  const cell = form.effect(1, "januar");
  // At the very foot of the window.
  await cell.evaluate((element) => {
    element.focus();
    scrollBy({ top: element.getBoundingClientRect().bottom - innerHeight + 4, behavior: "instant" });
  });
  await page.keyboard.press("ControlOrMeta+r");
  await expect(app.notice).toBeVisible();
  await expect(cell).toBeFocused();
  const below = () =>
    cell.evaluate((element) => {
      const notice = document.querySelector(".notice")!.getBoundingClientRect();
      return element.getBoundingClientRect().bottom - notice.top;
    });
  await expect.poll(below).toBeLessThanOrEqual(0);
});
