import { brotliCompressSync, constants } from "node:zlib";

import { App } from "./support/app";
import { expect, test } from "./support/fixtures";

/** Bytes that a first visit may load, compressed, apart from fonts. */
const MOST = 250_000;

test("a first visit loads little", async ({ page }) => {
  const bodies = new Map<string, Promise<Buffer>>();
  page.on("response", (response) => {
    const url = new URL(response.url());
    const isFile = url.protocol === "http:" || url.protocol === "https:";
    if (isFile && response.request().resourceType() !== "font") {
      bodies.set(url.pathname, response.body());
    }
  });
  const app = new App(page);
  await app.open();
  await app.newProposal();
  await page.waitForLoadState("networkidle");

  const sizes = new Map<string, number>();
  for (const [path, body] of bodies) {
    const raw = await body;
    const quality = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
    sizes.set(path, brotliCompressSync(raw, { params: quality }).length);
  }
  // The page, its style, its script and the program.
  expect(sizes.size).toBeGreaterThanOrEqual(4);
  const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  expect(total, JSON.stringify(Object.fromEntries(sizes))).toBeLessThanOrEqual(MOST);
});
