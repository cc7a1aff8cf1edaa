// The size of what a first visit loads.

import { brotliCompressSync, constants, gzipSync } from "node:zlib";

/**
 * Every response of a first visit, fonts apart from the rest. What a server sends depends on the server, so the
 * bodies are compressed here, each by itself.
 *
 * `settle` does what belongs to the visit: a font is loaded only once it is shown.
 */
export async function firstVisit(browser, origin, settle) {
  // What the worker loads in the background for working offline is no part of the visit.
  const context = await browser.newContext({ serviceWorkers: "block", locale: "da-DK", viewport: { width: 1280, height: 900 }, serviceWorkers: "block" });
  const page = await context.newPage();
  const loaded = new Map();
  page.on("response", (response) => {
    if (response.url().startsWith(origin)) {
      const isFont = response.request().resourceType() === "font";
      loaded.set(response.url(), { isFont, status: response.status(), body: response.body() });
    }
  });
  await page.goto(`${origin}/`);
  await settle(page);
  await page.waitForLoadState("networkidle");

  const nothing = () => ({ files: 0, raw: 0, gzip: 0, brotli: 0 });
  const sizes = { fonts: nothing(), rest: nothing() };
  for (const [url, { isFont, status, body }] of loaded) {
    if (status !== 200) {
      throw new Error(`${url}: ${status}`);
    }
    const bytes = await body;
    const size = isFont ? sizes.fonts : sizes.rest;
    size.files += 1;
    size.raw += bytes.length;
    size.gzip += gzipSync(bytes, { level: 9 }).length;
    size.brotli += brotliCompressSync(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }).length;
  }
  await context.close();
  return sizes;
}
