// What the checks found, printed as it comes and summed up at the end.

/** One check: what it is made with, and the cases that passed or failed. */
export class Check {
  cases = [];
  /** How many findings were argued with instead of mended. */
  allowed = 0;

  constructor(name, tool) {
    this.name = name;
    this.tool = tool;
    this.begun = Date.now();
    console.log(`\n— ${name} (${tool})`);
  }

  passed(what, detail = "") {
    this.cases.push(true);
    console.log(`  ✓ ${what}${detail && `: ${detail}`}`);
  }

  failed(what, why) {
    this.cases.push(false);
    console.log(`  ✗ ${what}: ${why}`);
  }

  /** Says something that is neither right nor wrong. */
  note(text) {
    console.log(`  · ${text}`);
  }

  /** Runs a case: it fails by throwing. Returns whether it passed. */
  async case(what, work) {
    try {
      this.passed(what, (await work()) ?? "");
      return true;
    } catch (error) {
      this.failed(what, error.message ?? error);
      return false;
    }
  }

  count(isPassed) {
    return this.cases.filter((one) => one === isPassed).length;
  }

  end() {
    this.seconds = Math.round((Date.now() - this.begun) / 1000);
    return this;
  }
}

/** Prints a line for each check, and the sum. Returns whether all passed. */
export function summarise(checks) {
  const sum = (isPassed) => checks.reduce((sum, check) => sum + check.count(isPassed), 0);
  const rows = [
    ["check", "tool and version", "result", "passed", "failed", "allowed", "seconds"],
    ...checks.map((check) => {
      const [passed, failed] = [check.count(true), check.count(false)];
      return [check.name, check.tool, failed === 0 ? "passed" : "FAILED", passed, failed, check.allowed, check.seconds].map(String);
    }),
  ];
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const isFigure = (column) => column > 2;
  const print = (cell, column) => (isFigure(column) ? cell.padStart(widths[column]) : cell.padEnd(widths[column]));
  console.log(`\n${rows.map((row) => row.map(print).join("  ")).join("\n")}`);
  console.log(`\n${sum(true)} cases passed, ${sum(false)} failed`);
  return sum(false) === 0;
}
