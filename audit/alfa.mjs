// Siteimprove's engine, which municipalities pay for: every rule that belongs to WCAG A or AA.

import { Audit } from "@siteimprove/alfa-act";
import { Playwright } from "@siteimprove/alfa-playwright";
import rules from "@siteimprove/alfa-rules";
import { Criterion } from "@siteimprove/alfa-wcag";

import { PAGES } from "./pages.mjs";
import { Allowed } from "./support/allowed.mjs";
import { eachOpened } from "./support/chromium.mjs";
import { Check } from "./support/results.mjs";
import { version } from "./support/versions.mjs";

/** Whether a rule decides about a criterion of A or AA; the others are advice. */
function isRequired(rule) {
  return [...rule.requirements].some(
    (requirement) => Criterion.isCriterion(requirement) && [...requirement.level].some(([level]) => level === "A" || level === "AA"),
  );
}

export async function alfa() {
  const check = new Check("alfa", `Siteimprove Alfa ${version("@siteimprove/alfa-rules")}`);
  const allowed = new Allowed("alfa");
  const required = rules.filter(isRequired);
  check.note(`${required.size} of ${rules.size} rules belong to A or AA`);
  await eachOpened(PAGES, async (page, opened) => {
    const input = await Playwright.toPage(await opened.evaluateHandle(() => window.document));
    const outcomes = [...(await Audit.of(input, required).evaluate())].map((outcome) => outcome.toJSON());
    const failed = outcomes.filter(({ outcome }) => outcome === "failed");
    const found = failed.map(({ rule, target, expectations }) => ({
      rule: rule.uri.split("/").at(-1),
      text: `${describe(target)} ${expectations.map(([, { value, error }]) => message(error ?? value)).join(" ")}`,
    }));
    const passed = outcomes.filter(({ outcome }) => outcome === "passed").length;
    const open = outcomes.filter(({ outcome }) => outcome === "cantTell").length;
    allowed.judge(check, page.name, found, `${passed} passed, ${found.length} failed, ${open} left to judge by hand`);
  });
  allowed.end(check);
  return check.end();
}

const message = (error) => error?.message ?? error?.error?.message ?? "";

function describe(target) {
  const attributes = (target.attributes ?? []).map(({ name, value }) => `${name}="${value}"`).join(" ");
  return target.name ? `<${target.name} ${attributes}>` : JSON.stringify(target).slice(0, 200);
}
