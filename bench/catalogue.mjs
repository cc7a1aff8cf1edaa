// A catalogue of many proposals: working in it, publishing it, and what its readers wait for.

import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

import { catalogueIn, storage } from "./documents.mjs";

const SAMPLES = 15;
const PUBLISHED = 5;

/** Runs in the page: from doing something until a text is another, in milliseconds. */
async function until({ act, watched, element, samples }) {
  const times = [];
  const text = () => document.querySelector(watched)?.textContent ?? "";
  for (let sample = 0; sample < samples; sample += 1) {
    await new Promise((resolve) => setTimeout(resolve, 60));
    const before = text();
    const changed = new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`${watched} did not change`)), 10_000);
      const observer = new MutationObserver(() => {
        if (text() === before) return;
        observer.disconnect();
        clearTimeout(late);
        resolve(performance.now());
      });
      observer.observe(document.body, { childList: true, characterData: true, subtree: true });
    });
    const elements = document.querySelectorAll(element);
    // Of a few, each is taken in and out again.
    const target = elements[act === "type" ? 0 : sample % elements.length];
    const start = performance.now();
    if (act === "type") {
      target.value = sample % 2 ? "" : "isafjord";
      target.dispatchEvent(new InputEvent("input", { bubbles: true }));
    } else {
      target.click();
    }
    times.push((await changed) - start);
  }
  return times;
}

/** Measures a catalogue of so many proposals. Gives times in milliseconds, and sizes in bytes. */
export async function catalogue(browser, origin, proposals) {
  const context = await browser.newContext({ locale: "da-DK", acceptDownloads: true });
  const page = await context.newPage();
  const { key, id, text } = catalogueIn(proposals);
  await page.route(`${origin}/empty`, (route) => route.fulfill({ body: "<!doctype html>", contentType: "text/html" }));
  await page.goto(`${origin}/empty`);
  await page.evaluate((entries) => {
    for (const [key, value] of entries) localStorage.setItem(key, value);
  }, [...storage(proposals, 0), [key, text]]);

  const opened = await timed(async () => {
    await page.goto(`${origin}/#/kataloger/${id}`);
    await page.getByRole("region", { name: "Hvad kataloget højst kan give" }).getByRole("img").waitFor();
  });
  await page.getByRole("tab", { name: "Pakker" }).click();
  const ticked = await page.evaluate(until, {
    act: "click",
    watched: ".catalogue__packages .catalogue__sentence",
    element: ".catalogue__packages .form-checkbox",
    samples: SAMPLES,
  });
  await page.getByRole("tab", { name: "Udgiv" }).click();
  await page.getByRole("region", { name: "Udgiv" }).getByRole("button", { name: "Udgiv" }).waitFor();
  // Signs in doubt have to be looked at first.
  const seen = page.getByRole("checkbox", { name: "Jeg har set på fortegnene" });
  if (await seen.count()) await seen.check({ force: true });
  const made = [];
  let file;
  for (let sample = 0; sample < PUBLISHED; sample += 1) {
    const waiting = page.waitForEvent("download");
    made.push(await timed(() => page.getByRole("region", { name: "Udgiv" }).getByRole("button", { name: "Udgiv" }).click().then(() => waiting)));
    file = await (await waiting).path();
  }
  const published = await readFile(file);
  const folder = await mkdtemp(join(tmpdir(), "raaderum-bench-"));
  const reader = await browser.newContext({ locale: "da-DK" });
  const read = await reader.newPage();
  const address = join(folder, "udgivet.html");
  await writeFile(address, published);
  const [textIsThere, programIsThere] = [[], []];
  for (let sample = 0; sample < PUBLISHED; sample += 1) {
    const start = performance.now();
    await read.goto(pathToFileURL(address).href, { waitUntil: "commit" });
    await read.locator("h1").waitFor();
    textIsThere.push(performance.now() - start);
    await read.locator(".choice").first().waitFor();
    programIsThere.push(performance.now() - start);
  }
  const searched = await read.evaluate(until, {
    act: "type",
    watched: ".reader-list .overview__count",
    element: ".reader-list input[type=search]",
    samples: 2 * SAMPLES,
  });
  const line = { watched: "#program-choice .catalogue__sentence", element: ".reader-list .choice input" };
  await read.locator(line.element).first().click({ force: true });
  const toggled = await read.evaluate(until, { act: "click", samples: SAMPLES + 1, ...line });
  await context.close();
  await reader.close();
  await rm(folder, { recursive: true });
  return {
    proposals,
    times: {
      "open the catalogue": [opened],
      "tick a proposal into a package": ticked,
      "make the file": made,
      "published: text is there": textIsThere,
      "published: program is there": programIsThere,
      "published: search": searched,
      "published: choose a proposal": toggled,
    },
    bytes: {
      raw: published.length,
      gzip: gzipSync(published, { level: 9 }).length,
      brotli: brotliCompressSync(published, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: published.length } }).length,
    },
  };
}

async function timed(action) {
  const start = performance.now();
  await action();
  return performance.now() - start;
}
