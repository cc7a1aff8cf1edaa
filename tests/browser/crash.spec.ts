import { readFile } from "node:fs/promises";

import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

import { App } from "./support/app";
import { crash, isStopped, notStarted } from "./support/crash";
import { expect, test } from "./support/fixtures";

/** What is stored, ours and not ours, before the app is opened. */
async function store(page: Page): Promise<void> {
  await page.goto("examples.json");
  await page.evaluate(async () => {
    localStorage.setItem("raaderum/forslag/1", '{"a": "æ\u2028\n"}');
    localStorage.setItem("raaderum-fortegn", "minus");
    localStorage.setItem("another", "not ours");
    // As the program makes it.
    const opening = indexedDB.open("raaderum", 1);
    opening.onupgradeneeded = () => {
      for (const name of ["current", "earlier", "handles"]) opening.result.createObjectStore(name);
    };
    const database = await new Promise<IDBDatabase>((resolve) => (opening.onsuccess = () => resolve(opening.result)));
    const transaction = database.transaction(["current", "earlier"], "readwrite");
    const current = transaction.objectStore("current");
    current.put("{ikke JSON", "forslag/2");
    current.put("plan", "handleplan/3");
    current.put({ not: "text" }, "handleplan/4");
    current.put("no textual key", 5);
    transaction.objectStore("earlier").put("før", "forslag/2");
    await new Promise((resolve) => (transaction.oncomplete = resolve));
    database.close();
  });
}

const RECORDS = [
  { place: "local-storage", key: "raaderum/forslag/1", text: '{"a": "æ\u2028\n"}' },
  { place: "local-storage", key: "raaderum-fortegn", text: "minus" },
  { place: "database/current", key: "forslag/2", text: "{ikke JSON" },
  { place: "database/current", key: "handleplan/3", text: "plan" },
  { place: "database/earlier", key: "forslag/2", text: "før" },
];

const rescueButton = (page: Page) => page.getByRole("button", { name: "Gem alt som fil" });

async function rescued(page: Page): Promise<{ name: string; file: Record<string, unknown> }> {
  const [download] = await Promise.all([page.waitForEvent("download"), rescueButton(page).click()]);
  await expect(page.getByText("Filen er gemt.")).toBeVisible();
  return { name: download.suggestedFilename(), file: JSON.parse(await readFile(await download.path(), "utf8")) };
}

async function handsOverEverything(page: Page): Promise<void> {
  const { name, file } = await rescued(page);
  expect(name).toMatch(/^raaderum-\d{4}-\d\d-\d\d-alt-gemt\.json$/);
  const { format, version, written_at, records, ...rest } = file;
  expect({ format, version, rest }).toEqual({ format: "raaderum-rescue", version: 1, rest: {} });
  expect(written_at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  expect(records).toHaveLength(RECORDS.length);
  expect(records).toEqual(expect.arrayContaining(RECORDS));
}

// The browser says in the console what went wrong, as it should here.
test.afterEach(({ complaints }) => {
  expect(complaints.length).toBeGreaterThan(0);
  complaints.length = 0;
});

/** Each way in which the program does not come. */
const OBSTACLES: Record<string, (page: Page) => Promise<unknown>> = {
  "its loader is missing": (page) => page.route("**/raaderum.js", (route) => route.fulfill({ status: 404 })),
  "it is not there": (page) => page.route("**/raaderum_bg.wasm", (route) => route.fulfill({ status: 404 })),
  "it is damaged": (page) =>
    page.route("**/raaderum_bg.wasm", async (route) => {
      const answer = await route.fetch();
      const body = (await answer.body()).subarray(0, 100_000);
      await route.fulfill({ contentType: "application/wasm", body });
    }),
  "the connection breaks": (page) => page.route("**/raaderum_bg.wasm", (route) => route.abort()),
  "the browser cannot run it": (page) =>
    page.addInitScript(() => delete (window as unknown as { WebAssembly?: unknown }).WebAssembly),
  "a policy of the server forbids it": (page) =>
    page.route("./", async (route) => {
      const response = await route.fetch();
      const headers = { ...response.headers(), "content-security-policy": "script-src 'self'" };
      await route.fulfill({ response, headers });
    }),
};

/** Those of them of which the page can tell why. */
const FORBIDDEN = ["the browser cannot run it", "a policy of the server forbids it"];

for (const [what, obstruct] of Object.entries(OBSTACLES)) {
  test(`the program does not start because ${what}: the page says so and hands over what is stored`, async ({ page }) => {
    await store(page);
    await obstruct(page);
    await page.goto("#/");
    await expect(notStarted(page)).toBeFocused();
    await expect(page.getByRole("alert")).toContainText("Alt, hvad der er gemt, ligger stadig i denne browser.");
    const why = FORBIDDEN.includes(what) ? "Browseren kører ikke WebAssembly" : "Programmet kunne ikke indlæses";
    await expect(page.getByText(why)).toBeVisible();
    await handsOverEverything(page);
  });
}

test("the program stops: the page says so over whatever was open, and hands over what is stored", async ({ app }) => {
  const { page } = app;
  await store(page);
  await app.open();
  const form = await app.newPlan();
  await form.openSpread(1);
  await crash(page);
  await expect(isStopped(page)).toBeFocused();
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(2);
  await expect(form.input("Indsats 1 maj")).not.toBeEditable();
  const { file } = await rescued(page);
  // The plan that was just made is stored too.
  expect(file.records).toEqual(expect.arrayContaining(RECORDS));
  await page.getByRole("button", { name: "Genindlæs siden" }).click();
  await form.isOpen();
  await expect(isStopped(page)).toBeHidden();
});

test("where nothing is stored, it says so, and makes no database", async ({ page }) => {
  for (const canList of [true, false]) {
    await page.goto("examples.json");
    await page.route("**/raaderum.js", (route) => route.fulfill({ status: 404 }));
    if (!canList) await page.addInitScript(() => void Object.assign(indexedDB, { databases: undefined }));
    await page.goto("./");
    await rescueButton(page).click();
    await expect(page.getByText("Der er ikke gemt noget")).toBeVisible();
    await page.goto("examples.json");
    const names = await page.evaluate(async () => (await IDBFactory.prototype.databases.call(indexedDB)).map(({ name }) => name));
    expect(names).toEqual([]);
  }
});

test("where the browser gives no access, it says so, and hands over the rest", async ({ page }) => {
  await store(page);
  await page.route("**/raaderum.js", (route) => route.fulfill({ status: 404 }));
  await page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("Access is denied for this document.", "SecurityError");
      },
    });
  });
  await page.goto("./");
  const { file } = await rescued(page);
  expect(file.records).toHaveLength(3);
  await expect(page.getByText("Browseren gav ikke adgang til alt")).toBeVisible();

  await page.addInitScript(() => {
    indexedDB.open = () => {
      throw new DOMException("", "SecurityError");
    };
  });
  await page.reload();
  await rescueButton(page).click();
  await expect(page.getByText("Browseren gav ikke adgang til alt")).toBeVisible();
  await expect(page.getByText("Filen er gemt.")).toBeHidden();
});

test("where not even the first script comes, the page says so after a while", async ({ page }) => {
  await page.route("**/start.js?*", (route) => route.fulfill({ status: 404 }));
  await page.goto("./");
  const text = page.getByText("kunne programmet ikke indlæses");
  await expect(text).toBeHidden();
  await expect(text).toBeVisible();
});

/** What cannot be used by everybody, or is too wide. */
async function barriers(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  return [...violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" "))}`), ...(wider ? [`${wider} px too wide`] : [])];
}

for (const way of ["not started", "stopped"] as const) {
  test(`what happened can be read by everybody, in a narrow window and on paper: ${way}`, async ({ page }) => {
    if (way === "not started") {
      await page.route("**/raaderum.js", (route) => route.fulfill({ status: 404 }));
      await page.goto("./");
    } else {
      const app = new App(page);
      await app.open();
      await app.newPlan();
      await crash(page);
    }
    const heading = way === "stopped" ? isStopped(page) : notStarted(page);
    await expect(heading).toBeInViewport();
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 640 });
      expect.soft(await barriers(page), `${width} px`).toEqual([]);
    }
    await page.emulateMedia({ media: "print" });
    await expect(heading).toBeVisible();
    await expect(page.getByRole("alert")).toContainText("Alt, hvad der er gemt, ligger stadig");
    await expect(rescueButton(page)).toBeHidden();
  });
}
