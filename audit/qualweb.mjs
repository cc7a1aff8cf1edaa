// QualWeb, by which Digitaliseringsstyrelsen monitors public websites ("forenklet monitorering"): all of its rules, which of the
// fifteen criteria of that monitoring they find broken, and the score. It is 500 when no page breaks any of them, 0 when every
// page breaks all; from 476 on, a website keeps to the standard in full.

import { createRequire } from "node:module";

import { ARGUMENTS, EXECUTABLE } from "../tests/browser/support/chromium.cjs";
import { FAULTY, PAGES, prepare } from "./pages.mjs";
import { Allowed } from "./support/allowed.mjs";
import { eachPage } from "./support/chromium.mjs";
import { Check } from "./support/results.mjs";
import { version } from "./support/versions.mjs";

// Its modules can only be required.
const require = createRequire(import.meta.url);
const { ACTRules } = require("@qualweb/act-rules");
const { QualWeb } = require("@qualweb/core");
const { WCAGTechniques } = require("@qualweb/wcag-techniques");

const MONITORED = [
  "1.1.1", "1.3.1", "1.3.4", "1.3.5", "1.4.3", "1.4.4", "1.4.12", "2.1.1", "2.2.1", "2.4.2", "2.4.4", "2.5.3", "3.1.1", "3.1.2", "4.1.2",
];

const POINTS = 500;

/** The score by what is broken: a text for each page and criterion. */
const score = (broken) => Math.round(POINTS * (1 - broken.size / (PAGES.length * MONITORED.length)));

export async function qualweb() {
  const parts = ["core", "act-rules", "wcag-techniques"].map((name) => `${name} ${version(`@qualweb/${name}`)}`);
  const check = new Check("qualweb", `QualWeb ${parts.join(", ")}`);
  const allowed = new Allowed("qualweb");
  const qualweb = new QualWeb();
  const steps = new Map();
  qualweb.use({ afterPageLoad: (page, address) => page.evaluate(prepare, steps.get(address)) });
  await qualweb.start({ maxConcurrency: 1, timeout: 300_000 }, { executablePath: EXECUTABLE, args: ARGUMENTS, headless: true });
  const covered = new Set();
  const broken = new Set();
  // The same with everything that is argued with: of the ACT rules, on which the monitoring is built, and of all.
  const ofAct = new Set();
  const ofAll = new Set();
  try {
    await eachPage(PAGES, async (page, address) => {
      steps.set(address, page.steps);
      const reports = await qualweb.evaluate({ url: address, modules: [new ACTRules({}), new WCAGTechniques({})], waitUntil: "load" });
      const report = Object.values(reports)[0];
      const assertions = Object.values(report.modules).flatMap((part) => Object.values(part.assertions));
      const found = assertions.flatMap((rule) => {
        const ofLevels = rule.metadata["success-criteria"].filter(({ level }) => level === "A" || level === "AA");
        const criteria = ofLevels.map(({ name }) => name);
        if (criteria.length === 0) return [];
        if (rule.metadata.outcome !== "inapplicable") criteria.forEach((name) => covered.add(name));
        return rule.results
          .filter(({ verdict }) => verdict === "failed")
          .map(({ description, elements }) => ({
            rule: rule.code,
            criteria,
            text: `${rule.name}: ${description} ${elements?.[0]?.htmlCode ?? ""}`,
          }));
      });
      if (page !== FAULTY) {
        for (const { criteria, ...one } of found) {
          const isAllowed = allowed.permits({ ...one, page: page.name });
          for (const criterion of criteria.filter((name) => MONITORED.includes(name))) {
            const where = `${page.name} ${criterion}`;
            if (!isAllowed) broken.add(where);
            if (one.rule.startsWith("QW-ACT-")) ofAct.add(where);
            ofAll.add(where);
          }
        }
      }
      const { passed, failed, warning } = report.metadata;
      allowed.judge(check, page.name, found, `${passed} rules passed, ${failed} failed, ${warning} left to judge by hand`);
    });
  } finally {
    await qualweb.stop();
  }
  const applied = MONITORED.filter((criterion) => covered.has(criterion));
  const points = `${score(broken)} of ${POINTS} points; nothing allowed, ${score(ofAct)} by the ACT rules and ${score(ofAll)} with QualWeb's own techniques`;
  const detail = `${points}; rules applied to ${applied.length} criteria: ${applied.join(", ")}`;
  if (broken.size === 0) check.passed("the fifteen monitored criteria", detail);
  else check.failed("the fifteen monitored criteria", `${detail}; broken: ${[...broken].join(", ")}`);
  allowed.end(check);
  return check.end();
}
