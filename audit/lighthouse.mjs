// Lighthouse as for a phone. What it says of accessibility and of good practice must be without fault; the speed is printed, since
// it depends on the machine (bench/ measures it).

import lighthouse from "lighthouse";
import puppeteer from "puppeteer-core";

import { ARGUMENTS, EXECUTABLE } from "../tests/browser/support/chromium.cjs";
import { PAGES, prepare } from "./pages.mjs";
import { Allowed } from "./support/allowed.mjs";
import { eachPage } from "./support/chromium.mjs";
import { Check } from "./support/results.mjs";
import { version } from "./support/versions.mjs";

/** What must be without fault. */
const STRICT = ["accessibility", "best-practices", "seo"];
const LOOKED_AT = ["start, empty", "proposal", "published page"];

export async function phone() {
  const check = new Check("lighthouse", `Lighthouse ${version("lighthouse")}, mobile`);
  const allowed = new Allowed("lighthouse");
  const pages = PAGES.filter(({ name }) => LOOKED_AT.includes(name));
  const browser = await puppeteer.launch({ executablePath: EXECUTABLE, args: ARGUMENTS, headless: true });
  try {
    await eachPage(pages, async (page, address) => {
      const opened = await browser.newPage();
      await opened.bringToFront();
      await opened.goto(address);
      await opened.evaluate(prepare, page.steps);
      const flags = { output: "json", logLevel: "silent", disableStorageReset: true, onlyCategories: ["performance", ...STRICT] };
      const { lhr } = await lighthouse(opened.url(), flags, undefined, opened);
      if (lhr.runtimeError) throw new Error(lhr.runtimeError.message);
      const found = STRICT.flatMap((category) =>
        lhr.categories[category].auditRefs
          .filter(({ id, weight }) => weight > 0 && lhr.audits[id].score !== null && lhr.audits[id].score < 1)
          .map(({ id }) => {
            const { title, details } = lhr.audits[id];
            const [item] = details?.items ?? [];
            return { rule: id, text: `${title} ${item?.node?.snippet ?? JSON.stringify(item ?? "").slice(0, 200)}` };
          }));
      const scores = Object.values(lhr.categories).map(({ id, score }) => `${id} ${Math.round(100 * score)}`);
      allowed.judge(check, page.name, found, scores.join(", "));
      await opened.close();
    });
  } finally {
    await browser.close();
  }
  allowed.end(check);
  return check.end();
}
