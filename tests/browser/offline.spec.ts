import { appendFile } from "node:fs/promises";

import type { Page } from "@playwright/test";

import { App } from "./support/app";
import { BUILD, anotherBuild } from "./support/builds";
import { crash, isStopped } from "./support/crash";
import { expect, test as base } from "./support/fixtures";
import { PlanPage } from "./support/plan-page";
import { Server } from "./support/server.cjs";

const OFFER = "En ny version af Råderum er klar.";
const ELSEWHERE = "taget i brug i en anden fane";

/** A server of its own for each test, beginning with the build that is tested. */
const test = base.extend<{ server: Server; newer: string }>({
  server: async ({}, use) => {
    const server = new Server([BUILD]);
    await server.start();
    await use(server);
    await server.stop();
  },
  baseURL: async ({ server }, use) => use(server.address),
  newer: async ({}, use, info) => {
    const folder = info.outputPath("newer");
    await anotherBuild(folder);
    await use(folder);
  },
});

test.use({ serviceWorkers: "allow" });

/** Waits until the program is on the computer. */
async function isKept(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated");
}

/** What the browser does by itself when a page is loaded, and the app now and then: looks for a newer build. */
async function lookForNewer(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const registration = (await navigator.serviceWorker.getRegistration())!;
    await registration.update();
  });
}

const isNewer = (page: Page): Promise<boolean> => page.evaluate(() => document.documentElement.dataset.build === "2");
const offer = (page: Page) => page.getByRole("status").filter({ hasText: OFFER });
const take = (page: Page) => page.getByRole("button", { name: "Tag den nye version i brug" });
const elsewhere = (page: Page) => page.getByRole("status").filter({ hasText: ELSEWHERE });

async function offered(page: Page, server: Server, newer: string): Promise<void> {
  server.folders = [newer];
  await lookForNewer(page);
  await expect(offer(page)).toBeVisible();
}

test("without the server, everything works: a reload, a new tab, the examples, a plan and its figures", async ({ app, server }) => {
  const { page } = app;
  await isKept(page);
  await expect(offer(page)).toHaveCount(0);
  await expect(elsewhere(page)).toHaveCount(0);
  await server.stop();

  await page.reload();
  await expect(app.heading).toBeVisible();
  await app.openExamples();
  await app.closeNotice();
  const plan = await app.openPlan("Familiehusene", 2022);
  await expect(plan.forecast).toHaveText(/\d/);

  const other = await app.otherTab();
  await other.plan.isOpen();
  await other.toOverview();
  const form = await other.newPlan();
  await form.enter(PlanPage.START, "500.000");
  await form.enter("Indsats 1 maj", "-100.000");
  await expect(form.forecast).toHaveText("400.000");
  await expect(offer(page)).toHaveCount(0);
});

test("a part of the program that was never asked for is there without the server, also on the first visit", async ({ app, server }) => {
  await isKept(app.page);
  await server.stop();
  await app.newPlan();
});

test("the page is the app by its other name too, and what is not the app comes from the server", async ({ app, server }) => {
  const { page } = app;
  await isKept(page);
  await server.stop();
  await page.goto("index.html");
  await expect(app.heading).toBeVisible();
  // Last, with the server there: of a page of text, a browser asks the server for an icon by itself.
  await server.start();
  await page.goto("NOTICE.md");
  await expect(page.getByText("Third-party notices")).toBeVisible();
});

test("a newer build is offered; taken into use, what was just typed is there, and the old build is cleared away", async ({ app, server, newer }) => {
  const { page } = app;
  await isKept(page);
  const form = await app.newProposal();
  await offered(page, server, newer);
  // From now on nothing is saved after a while.
  await page.evaluate(() => void (window.setTimeout = (() => 0) as unknown as typeof setTimeout));
  await form.input("Overskrift").fill("Sidste øjeblik");
  expect(JSON.stringify(await app.stored())).not.toContain("Sidste øjeblik");
  await take(page).click();
  await page.waitForFunction(() => document.documentElement.dataset.build === "2");
  await expect(form.input("Overskrift")).toHaveValue("Sidste øjeblik");
  await expect(offer(page)).toHaveCount(0);
  await expect(elsewhere(page)).toHaveCount(0);
  await expect.poll(() => page.evaluate(async () => (await caches.keys()).length)).toBe(1);
  await server.stop();
  await page.reload();
  expect(await isNewer(page)).toBe(true);
});

test("what cannot be saved keeps the build as it is, and it is said", async ({ app, server, newer }) => {
  const { page } = app;
  await isKept(page);
  const form = await app.newProposal();
  await app.isSaved();
  await offered(page, server, newer);
  await page.evaluate(() => {
    const full = () => {
      throw new DOMException("", "QuotaExceededError");
    };
    Storage.prototype.setItem = full;
    IDBObjectStore.prototype.put = full;
  });
  await form.input("Overskrift").fill("Uden plads");
  await take(page).click();
  await expect(app.notice).toContainText("Den nye version er ikke taget i brug");
  expect(await isNewer(page)).toBe(false);
  await expect(form.input("Overskrift")).toHaveValue("Uden plads");
  const waits = () => page.evaluate(async () => (await navigator.serviceWorker.getRegistration())!.waiting !== null);
  expect(await waits()).toBe(true);
});

test("a build that is put off waits, also when the page is loaded anew, until no tab is open", async ({ app, server, newer }) => {
  const { page } = app;
  await isKept(page);
  await offered(page, server, newer);
  await page.getByRole("button", { name: "Senere" }).click();
  await expect(offer(page)).toHaveCount(0);
  await expect(app.heading).toBeFocused();

  await page.reload();
  await expect(offer(page)).toBeVisible();
  expect(await isNewer(page)).toBe(false);

  const context = page.context();
  await page.close();
  const next = new App(await context.newPage());
  await expect(async () => {
    await next.open();
    expect(await isNewer(next.page)).toBe(true);
  }).toPass();
  await expect(offer(next.page)).toHaveCount(0);
});

test("another tab goes on with its build, which can still load its parts, and is told", async ({ app, server, newer }) => {
  await isKept(app.page);
  await app.openExamples();
  await app.closeNotice();
  const other = await app.otherTab();
  await offered(app.page, server, newer);
  await expect(offer(other.page)).toBeVisible();
  await take(app.page).click();
  await app.page.waitForFunction(() => document.documentElement.dataset.build === "2");

  await expect(elsewhere(other.page)).toBeVisible();
  await expect(offer(other.page)).toHaveCount(0);
  expect(await isNewer(other.page)).toBe(false);
  // The server has not got the older build any more.
  const older = await other.openPlan("Familiehusene", 2022);
  await older.enter("Årsag til merforbrug", "Skrevet i den ældre");
  await other.isSaved();
  const here = await app.openPlan("Familiehusene", 2022);
  await expect(here.input("Årsag til merforbrug")).toHaveValue("Skrevet i den ældre");
  await here.enter("Årsag til merforbrug", "Skrevet i den nyere");
  await app.isSaved();
  await expect(older.input("Årsag til merforbrug")).toHaveValue("Skrevet i den nyere");

  await elsewhere(other.page).getByRole("button", { name: "Genindlæs siden" }).click();
  await other.page.waitForFunction(() => document.documentElement.dataset.build === "2");
  await expect(older.input("Årsag til merforbrug")).toHaveValue("Skrevet i den nyere");
  await expect(elsewhere(other.page)).toHaveCount(0);
});

test("a build that fails is left for a newer one by loading the page anew", async ({ app, server, newer, complaints }) => {
  const { page } = app;
  await isKept(page);
  // The first build is kept and waits for nobody; the newer one is only found when it is looked for.
  await crash(page);
  await expect(isStopped(page)).toBeVisible();
  server.folders = [newer];
  await page.getByRole("button", { name: "Genindlæs siden" }).click();
  await page.waitForFunction(() => document.documentElement.dataset.build === "2");
  await expect(app.heading).toBeVisible();
  expect(complaints.join()).toContain("RuntimeError");
  complaints.length = 0;
});

test("an incomplete build is not taken", async ({ app, server, newer }) => {
  const { page } = app;
  await isKept(page);
  // As while files are being copied to the server: the worker is new, and a file is still an older build's.
  server.folders = [newer];
  await appendFile(`${newer}/examples.json`, " ");
  const becomes = await page.evaluate(async () => {
    const registration = (await navigator.serviceWorker.getRegistration())!;
    return new Promise<string>((resolve) => {
      registration.addEventListener("updatefound", () => {
        const found = registration.installing!;
        found.addEventListener("statechange", () => resolve(found.state));
      });
      registration.update().catch(() => {});
    });
  });
  expect(becomes).toBe("redundant");
  await expect(offer(page)).toHaveCount(0);
  await server.stop();
  await page.reload();
  await expect(app.heading).toBeVisible();
  expect(await isNewer(page)).toBe(false);
});
