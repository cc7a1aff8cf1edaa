// QualWeb, by which Digitaliseringsstyrelsen monitors public websites ("forenklet monitorering"): all of its rules, and which of
// the fifteen criteria of that monitoring they find broken.

import { createRequire } from "node:module";

import { FAULTY, PAGES, prepare } from "./pages.mjs";
import { Allowed } from "./support/allowed.mjs";
import { EXECUTABLE, FLAGS, eachPage } from "./support/chromium.mjs";
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

export async function qualweb() {
  const parts = ["core", "act-rules", "wcag-techniques"].map((name) => `${name} ${version(`@qualweb/${name}`)}`);
  const check = new Check("qualweb", `QualWeb ${parts.join(", ")}`);
  const allowed = new Allowed("qualweb");
  const qualweb = new QualWeb();
  const steps = new Map();
  qualweb.use({ afterPageLoad: (page, address) => page.evaluate(prepare, steps.get(address)) });
  await qualweb.start({ maxConcurrency: 1, timeout: 300_000 }, { executablePath: EXECUTABLE, args: FLAGS, headless: true });
  const covered = new Set();
  const broken = new Set();
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
      if (page !== FAULTY) found.filter((one) => !allowed.permits({ ...one, page: page.name })).forEach(({ criteria }) => criteria.forEach((name) => broken.add(name)));
      const { passed, failed, warning } = report.metadata;
      allowed.judge(check, page.name, found, `${passed} rules passed, ${failed} failed, ${warning} left to judge by hand`);
    });
  } finally {
    await qualweb.stop();
  }
  const kept = MONITORED.filter((criterion) => !broken.has(criterion));
  const applied = MONITORED.filter((criterion) => covered.has(criterion));
  const score = `${kept.length} of ${MONITORED.length} criteria not broken (rules applied to ${applied.length}: ${applied.join(", ")})`;
  if (kept.length === MONITORED.length) check.passed("the monitored criteria", score);
  else check.failed("the monitored criteria", `${score}; broken: ${MONITORED.filter((criterion) => broken.has(criterion)).join(", ")}`);
  allowed.end(check);
  return check.end();
}
