// The Chromium that the tests run in, for the checks that look at pages.

import { rmSync } from "node:fs";
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { chromium } from "playwright";

import { ARGUMENTS, EXECUTABLE } from "../../tests/browser/support/chromium.cjs";
import { Server } from "../../tests/browser/support/server.cjs";
import { FAULTY, PUBLISHED, PUBLISHING, prepare } from "../pages.mjs";
import { until } from "./poll.mjs";

export const launch = () => chromium.launch({ executablePath: EXECUTABLE, args: ARGUMENTS });

/** A context of the browser in which others' scripts may be added to a page: its policy would keep them out. */
export const contextOf = (browser) =>
  browser.newContext({ locale: "da-DK", timezoneId: "Europe/Copenhagen", viewport: { width: 1280, height: 900 }, bypassCSP: true });

/** The text of the file that is handed over by steps in a page. */
export async function handedOver(page, steps) {
  const downloads = [];
  const note = (download) => downloads.push(download);
  page.on("download", note);
  await page.evaluate(prepare, steps);
  await until("a file is handed over", () => downloads.length > 0);
  page.off("download", note);
  return readFile(await downloads[0].path(), "utf8");
}

/** A folder with the published page. It is made once, in the browser, and taken away when the audit ends. */
let made;
export function publishedFolder() {
  made ??= makePublished();
  return made;
}

async function makePublished() {
  const folder = await mkdtemp(path.join(tmpdir(), "audit-"));
  const server = new Server(["dist"]);
  await server.start();
  const browser = await launch();
  const page = await (await contextOf(browser)).newPage();
  await page.goto(server.address);
  await writeFile(path.join(folder, PUBLISHED), await handedOver(page, PUBLISHING));
  await browser.close();
  await server.stop();
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Each page, and one with faults, with a server, and so a storage, of its own. `work` gets the page and its address. */
export async function eachPage(pages, work) {
  for (const page of [FAULTY, ...pages]) {
    const server = new Server(["dist", await publishedFolder(), "audit/faulty"]);
    await server.start();
    try {
      await work(page, server.address + page.file);
    } finally {
      await server.stop();
    }
  }
}

/** Each page as it is in Chromium. */
export async function eachOpened(pages, work) {
  const browser = await launch();
  try {
    await eachPage(pages, async (page, address) => {
      const context = await contextOf(browser);
      const opened = await context.newPage();
      await opened.goto(address);
      await opened.evaluate(prepare, page.steps);
      await work(page, opened, address);
      await context.close();
    });
  } finally {
    await browser.close();
  }
}
