// Findings of others that are argued with instead of mended: tables beside this folder, a reason for each.

import { readFileSync } from "node:fs";

import { FAULTY } from "../pages.mjs";

function grouped(faults) {
  const byRule = new Map();
  for (const fault of faults) {
    byRule.set(fault.rule, [...(byRule.get(fault.rule) ?? []), fault]);
  }
  return byRule;
}

/** The findings that one check may have. */
export class Allowed {
  constructor(name) {
    this.entries = JSON.parse(readFileSync(new URL(`../allowed/${name}.json`, import.meta.url), "utf8"));
    this.used = new Set();
  }

  /** Whether a finding is allowed: its rule is the one of an entry, and it contains what the entry says of page and place. */
  permits({ rule, page = "", text }) {
    const entry = this.entries.find(
      (entry) => entry.rule === rule && (entry.page ?? page) === page && text.includes(entry.where ?? ""),
    );
    if (entry) this.used.add(entry);
    return entry !== undefined;
  }

  /** Judges what was found on a page as one case of a check. */
  judge(check, page, found, detail) {
    if (page === FAULTY.name) {
      if (found.length > 0) check.passed(page, `${found.length} faults found`);
      else check.failed(page, "no fault found");
      return;
    }
    const faults = found.filter((finding) => !this.permits({ ...finding, page }));
    const allowed = found.length - faults.length;
    check.allowed += allowed;
    if (faults.length === 0) {
      check.passed(page, allowed > 0 ? `${detail}, ${allowed} allowed` : detail);
    } else {
      const byRule = grouped(faults);
      const lines = [...byRule].map(([rule, [{ text }, ...more]]) => {
        const others = more.length > 0 ? ` (and ${more.length} more)` : "";
        return `${rule}: ${text.replace(/\s+/g, " ").slice(0, 300)}${others}`;
      });
      check.failed(page, `${detail}, ${faults.length} not allowed\n      ${lines.join("\n      ")}`);
    }
  }

  /** An entry that permits nothing any longer is to be taken away; the others are printed with their reasons. */
  end(check) {
    for (const entry of this.entries) {
      const what = [entry.rule, entry.page, entry.where].filter(Boolean).join(" · ");
      if (this.used.has(entry)) {
        check.note(`allowed: ${what}: ${entry.reason}`);
      } else {
        check.failed(`allowed: ${what}`, "is not found any longer; take the entry away");
      }
    }
  }
}
