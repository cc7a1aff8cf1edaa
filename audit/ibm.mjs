// IBM's accessibility engine: its own requirements, which are WCAG 2.2 A and AA, EN 301 549 and Section 508 together.

import { PAGES } from "./pages.mjs";
import { Allowed } from "./support/allowed.mjs";
import { eachOpened } from "./support/chromium.mjs";
import { Check } from "./support/results.mjs";
import { moduleOf, version } from "./support/versions.mjs";

/** Runs in the page. */
async function look() {
  const { results } = await new window.ace.Checker().check(document, ["IBM_Accessibility"]);
  return results.map(({ ruleId, value, message, path, snippet }) => ({ ruleId, value, message, dom: path.dom, snippet }));
}

export async function ibm() {
  const check = new Check("ibm", `accessibility-checker-engine ${version("accessibility-checker-engine")}`);
  const allowed = new Allowed("ibm");
  const engine = moduleOf("accessibility-checker-engine/ace.js");
  await eachOpened(PAGES, async (page, opened) => {
    await opened.addScriptTag({ path: engine });
    const results = await opened.evaluate(look);
    const found = results
      .filter(({ value: [kind, outcome] }) => kind === "VIOLATION" && outcome === "FAIL")
      .map(({ ruleId, message, snippet }) => ({ rule: ruleId, text: `${message} ${snippet}` }));
    const toReview = results.filter(({ value: [kind, outcome] }) => kind === "VIOLATION" && /POTENTIAL|MANUAL/.test(outcome)).length;
    allowed.judge(check, page.name, found, `${results.length} results, ${found.length} violations, ${toReview} left to judge by hand`);
  });
  allowed.end(check);
  return check.end();
}
