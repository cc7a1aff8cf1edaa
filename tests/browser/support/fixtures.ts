import { test as base, expect, type BrowserContext } from "@playwright/test";

import { App } from "./app";

interface Fixtures {
  /** A freshly opened app with an empty storage. */
  app: App;
  /** Opens the app in another browser: another storage, watched like the first. */
  anotherBrowser: () => Promise<App>;
  /** What went wrong behind the scenes. Every test fails when this is not empty at its end. */
  complaints: string[];
}

/** Where a context blocks workers, Playwright says so in the page's own console. */
const BLOCKED_WORKER = "Service Worker registration blocked by Playwright";

/** Notes errors in the console, uncaught errors and requests that leave the app's own origin. */
function watch(context: BrowserContext, origin: string, complaints: string[]): void {
  context.on("console", (message) => {
    if (message.type() === "warning" && message.text() === BLOCKED_WORKER) {
      return;
    }
    if (message.type() === "error" || message.type() === "warning") {
      // The first lines say what it was; below them is a stack of numbered functions.
      const text = message.text().split("\n").slice(0, 2).join(" ");
      complaints.push(`console ${message.type()}: ${text} (${message.location().url})`);
    }
  });
  context.on("weberror", (error) => complaints.push(`page error: ${error.error().message}`));
  context.on("request", (request) => {
    const url = new URL(request.url());
    const isLocal = ["data:", "blob:", "about:"].includes(url.protocol);
    if (!isLocal && url.origin !== origin) {
      complaints.push(`request to another origin: ${request.url()}`);
    }
  });
}

export const test = base.extend<Fixtures>({
  complaints: [
    async ({ context, baseURL }, use) => {
      const complaints: string[] = [];
      watch(context, new URL(baseURL!).origin, complaints);
      await use(complaints);
      expect(complaints, "errors, warnings and foreign requests").toEqual([]);
    },
    { auto: true },
  ],
  app: async ({ page }, use) => {
    const app = new App(page);
    await app.open();
    await use(app);
  },
  anotherBrowser: async ({ browser, baseURL, complaints, contextOptions }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async () => {
      const context = await browser.newContext({ ...contextOptions, baseURL, locale: "da-DK" });
      contexts.push(context);
      watch(context, new URL(baseURL!).origin, complaints);
      const app = new App(await context.newPage());
      await app.open();
      return app;
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
});

export { expect };
