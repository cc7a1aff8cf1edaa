import type { Page } from "@playwright/test";

/**
 * Stops the clock of pages, so that delays can be tested without waiting: from now on only `runFor` moves it.
 *
 * Playwright's own timer numbers begin above 2^31, where a program in WebAssembly cannot name them to cancel
 * them; so they are given small numbers.
 */
export async function stopClock(...pages: Page[]): Promise<void> {
  // The clock belongs to the browser context, which the pages share.
  await pages[0].clock.install();
  await pages[0].clock.pauseAt(Date.now() + 3_600_000);
  for (const page of pages) {
    await page.evaluate(() => {
      const { setTimeout: set, clearTimeout: clear } = window;
      const numbers: unknown[] = [];
      const small = (handler: TimerHandler, delay?: number, ...rest: unknown[]): number =>
        numbers.push(set(handler, delay, ...rest));
      window.setTimeout = small as typeof window.setTimeout;
      window.clearTimeout = (number) => clear(numbers[Number(number) - 1] as number);
    });
  }
}
