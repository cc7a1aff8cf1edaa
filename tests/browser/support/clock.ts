import type { Page } from "@playwright/test";

declare global {
  interface Window {
    /** The browser's own `clearTimeout`, while the clock of a page is stopped. */
    clearOwnTimeout: (number: number) => void;
  }
}

/**
 * Stops the clock of pages, so that delays can be tested without waiting: from now on only `runFor` moves it.
 *
 * Playwright's own timer numbers begin above 2^31, where a program in WebAssembly cannot name them to cancel
 * them; so they are given smaller numbers, but not as small as those of timers that were set before: these can be cancelled as well.
 */
export async function stopClock(...pages: Page[]): Promise<void> {
  for (const page of pages) {
    await page.evaluate(() => {
      window.clearOwnTimeout = window.clearTimeout.bind(window);
    });
  }
  // The clock belongs to the browser context, which the pages share.
  await pages[0].clock.install();
  await pages[0].clock.pauseAt(Date.now() + 3_600_000);
  for (const page of pages) {
    await page.evaluate(() => {
      const first = 1_000_000_000;
      const { setTimeout: set, clearTimeout: clear } = window;
      const numbers: unknown[] = [];
      const small = (handler: TimerHandler, delay?: number, ...rest: unknown[]): number =>
        first - 1 + numbers.push(set(handler, delay, ...rest));
      window.setTimeout = small as typeof window.setTimeout;
      window.clearTimeout = (given) => {
        const number = Number(given);
        if (number >= first) {
          clear(numbers[number - first] as number);
        } else {
          window.clearOwnTimeout(number);
        }
      };
    });
  }
}
