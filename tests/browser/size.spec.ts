import { readFileSync } from "node:fs";
import path from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

import { App } from "./support/app";
import { expect, test } from "./support/fixtures";
import { Publishing, publicCatalogue } from "./support/publishing";

/** Bytes that a first visit, which is to the start page, may load, compressed, apart from fonts. */
const MOST = 212_000;

/** The same with a first proposal, whose editor is loaded when it is opened. */
const MOST_WITH_PROPOSAL = 372_000;

/** Bytes that the worker may keep on the computer, compressed, apart from fonts: a first visit's and all the rest. */
const MOST_KEPT = 978_000;

/** Bytes of the page in one file, fonts and all, as it lies on a disk and compressed. */
const MOST_IN_ONE_FILE = { raw: 1_770_000, compressed: 1_230_000 };

/** The same of the file in which a catalogue of Lejre's eight proposals is published. */
const MOST_PUBLISHED = { raw: 1_008_000, compressed: 634_000 };

function compressed(raw: Buffer): number {
  const quality = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  return brotliCompressSync(raw, { params: quality }).length;
}

test("a first visit loads little", async ({ page }) => {
  const bodies = new Map<string, Promise<Buffer>>();
  page.on("response", (response) => {
    const url = new URL(response.url());
    const isFile = url.protocol === "http:" || url.protocol === "https:";
    if (isFile && response.request().resourceType() !== "font") {
      bodies.set(url.pathname, response.body());
    }
  });
  const loaded = async () => {
    await page.waitForLoadState("networkidle");
    const sizes = new Map<string, number>();
    for (const [path, body] of bodies) {
      sizes.set(path, compressed(await body));
    }
    return { sizes, total: [...sizes.values()].reduce((sum, size) => sum + size, 0) };
  };
  const app = new App(page);
  await app.open();
  const visit = await loaded();
  // The page, its style, its script and the program.
  expect(visit.sizes.size).toBeGreaterThanOrEqual(4);
  expect(visit.total, JSON.stringify(Object.fromEntries(visit.sizes))).toBeLessThanOrEqual(MOST);

  await app.newProposal();
  const { sizes, total } = await loaded();
  expect(total, JSON.stringify(Object.fromEntries(sizes))).toBeLessThanOrEqual(MOST_WITH_PROPOSAL);
});

test("what the worker loads in the background is little too", () => {
  const dist = process.env.DIST ?? "dist";
  const worker = readFileSync(path.join(dist, "worker.js"), "utf8");
  const files = [...worker.matchAll(/"([^"]+)":"sha256-/g)].map(([, file]) => file);
  expect(files).toContain("./");
  for (const part of ["plan", "catalogue"]) {
    expect(files).toContainEqual(expect.stringMatching(new RegExp(`^app-.*/split_${part}\\.wasm$`)));
  }
  const sizes = files
    .filter((file) => !file.endsWith(".woff2"))
    .map((file): [string, number] => {
      const name = file === "./" ? "index.html" : file.split("?")[0];
      return [name, compressed(readFileSync(path.join(dist, name)))];
    });
  const total = sizes.reduce((sum, [, size]) => sum + size, 0);
  expect(total, JSON.stringify(Object.fromEntries(sizes))).toBeLessThanOrEqual(MOST_KEPT);
});

test("the page in one file is small enough to be sent by mail", () => {
  const file = readFileSync(path.join(process.env.DIST ?? "dist", "raaderum.html"));
  expect(file.length).toBeLessThanOrEqual(MOST_IN_ONE_FILE.raw);
  expect(compressed(file)).toBeLessThanOrEqual(MOST_IN_ONE_FILE.compressed);
});

test("a published catalogue is small enough to be sent by mail", async ({ app }) => {
  await publicCatalogue(app);
  const { text } = await new Publishing(app).publish();
  const file = Buffer.from(text);
  const sizes = { raw: file.length, compressed: compressed(file) };
  expect(sizes.raw, JSON.stringify(sizes)).toBeLessThanOrEqual(MOST_PUBLISHED.raw);
  expect(sizes.compressed, JSON.stringify(sizes)).toBeLessThanOrEqual(MOST_PUBLISHED.compressed);
});
