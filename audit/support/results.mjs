// What the checks found, printed as it comes and summed up at the end.

/** One check: what it is made with, and the cases that passed or failed. */
export class Check {
  cases = [];
  notes = [];

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
    this.notes.push(text);
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
  const width = Math.max(...checks.map(({ name }) => name.length));
  const tools = Math.max(...checks.map(({ tool }) => tool.length));
  console.log(`\n${"check".padEnd(width)}  ${"tool".padEnd(tools)}  passed  failed  seconds`);
  for (const check of checks) {
    const figures = [check.count(true), check.count(false), check.seconds].map(String);
    console.log(`${check.name.padEnd(width)}  ${check.tool.padEnd(tools)}  ${figures[0].padStart(6)}  ${figures[1].padStart(6)}  ${figures[2].padStart(7)}`);
  }
  const sum = (isPassed) => checks.reduce((sum, check) => sum + check.count(isPassed), 0);
  console.log(`\n${sum(true)} passed, ${sum(false)} failed`);
  return sum(false) === 0;
}
