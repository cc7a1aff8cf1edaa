// Others' suites and tools on what the program reads and writes without a browser.

import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import Ajv from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

import { Allowed } from "./support/allowed.mjs";
import { Check } from "./support/results.mjs";
import { moduleOf, version } from "./support/versions.mjs";

/** The folder with the Python packages. */
const VENV = process.env.AUDIT_VENV ?? "";
/** The program's own reading and writing (examples/audit.rs). */
const LIBRARY = process.env.AUDIT_LIBRARY ?? "target/debug/examples/audit";

/** Runs a program; gives what it printed. */
function run(command, options, input = "") {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, HYPOTHESIS_STORAGE_DIRECTORY: path.join(tmpdir(), "audit-hypothesis") };
    const child = execFile(command, options, { maxBuffer: 1 << 28, env }, (error, stdout, stderr) =>
      error ? reject(Object.assign(new Error(`${command}: ${stderr.trim().slice(-2_000) || error.message}`), { stdout })) : resolve(stdout));
    // It may have failed before it read everything.
    child.stdin.on("error", () => undefined);
    child.stdin.end(input);
  });
}

const lines = (text) => text.split("\n").filter((line) => line !== "");
const json = async (file) => JSON.parse(await readFile(file, "utf8"));

async function pythonVersion(name) {
  const code = `import importlib.metadata as m; print(m.version("${name}"))`;
  return (await run(path.join(VENV, "bin/python"), ["-c", code])).trim();
}

/** The formats of whole numbers that JSON Schema leaves to others. */
const WHOLE_NUMBERS = { uint8: 2 ** 8, uint16: 2 ** 16, uint32: 2 ** 32 };

/** Judges a file by the schema of its version; fails where it does not keep to it. Returns the version. */
export async function validated(file) {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv);
  for (const [name, end] of Object.entries(WHOLE_NUMBERS)) {
    ajv.addFormat(name, { type: "number", validate: (number) => Number.isInteger(number) && number >= 0 && number < end });
  }
  const validate = ajv.compile(await json(`schema/raaderum.v${file.version}.schema.json`));
  if (!validate(file)) throw new Error(ajv.errorsText(validate.errors.slice(0, 5)));
  return file.version;
}

/** The files that the program ships and the golden ones, against the schemas that are published with it. */
export async function schema() {
  const check = new Check("schema", `ajv ${version("ajv")}`);
  for (const file of ["tests/golden/v1.json", "tests/golden/v2.json", "tests/golden/v3.json", "dist/examples.json"]) {
    await check.case(file, async () => `version ${await validated(await json(file))}`);
  }
  return check.end();
}

/** Documents that the schema permits: each is read, or refused with a sentence. */
export async function generated() {
  const check = new Check("generated", `hypothesis-jsonschema ${await pythonVersion("hypothesis-jsonschema")}`);
  await check.case("what the schema permits is read or refused in words", async () => {
    const made = await run(path.join(VENV, "bin/python"), ["audit/generate.py", "schema/raaderum.v3.schema.json", "tests/golden/v3.json", "6"]);
    const answers = lines(await run(LIBRARY, ["read"], made));
    const count = lines(made).length;
    if (answers.length !== count) throw new Error(`${answers.length} answers to ${count} files`);
    const accepted = answers.filter((answer) => /^accepted \d+$/.test(answer)).length;
    const refused = answers.filter((answer) => /^refused .*\S{2,} .*\.$/.test(answer)).length;
    const other = answers.find((answer) => !/^accepted \d+$|^refused .*\S{2,} .*\.$/.test(answer));
    if (other !== undefined) throw new Error(`not a sentence: ${other}`);
    if (accepted === 0) throw new Error("none is accepted");
    return `${count} files: ${accepted} read, ${refused} refused`;
  });
  return check.end();
}

/** The published pages of the catalogues in a file, by their identities. */
export async function publishedPages(text) {
  return JSON.parse(await run(LIBRARY, ["published"], `${JSON.stringify(text)}\n`));
}

/** Makes of a CSV file what a spreadsheet puts on the clipboard: tabs between cells instead of commas. */
function asClipboard(csv) {
  let isQuoted = false;
  return [...csv].map((character) => {
    if (character === '"') isQuoted = !isQuoted;
    return character === "," && !isQuoted ? "\t" : character;
  }).join("");
}

export async function clipboard() {
  const check = new Check("clipboard", `csv-spectrum ${version("csv-spectrum")}`);
  const allowed = new Allowed("clipboard");
  const folder = path.dirname(moduleOf("csv-spectrum/package.json"));
  for (const file of (await readdir(path.join(folder, "csvs"))).sort()) {
    const csv = await readFile(path.join(folder, "csvs", file), "utf8");
    const expected = await json(path.join(folder, "json", file.replace(/csv$/, "json")));
    const answer = await run(LIBRARY, ["clipboard"], `${JSON.stringify(asClipboard(csv))}\n`);
    const [head, ...rows] = JSON.parse(answer);
    const read = rows.map((row) => Object.fromEntries(row.map((cell, place) => [head[place], cell])));
    const isSame = JSON.stringify(read) === JSON.stringify(expected);
    const found = isSame ? [] : [{ rule: file, text: `${JSON.stringify(read)} instead of ${JSON.stringify(expected)}` }];
    allowed.judge(check, file, found, `${rows.length} rows`);
  }
  allowed.end(check);
  return check.end();
}

/** The open data as others' program reads it: the description, the tables, the keys between them. */
export async function openData() {
  const check = new Check("open data", `Frictionless ${await pythonVersion("frictionless")}`);
  const folder = await mkdtemp(path.join(tmpdir(), "audit-"));
  await run(LIBRARY, ["open-data", folder]);
  for (const name of (await readdir(folder)).sort()) {
    const description = path.join(folder, name, "datapackage.json");
    const { title, resources } = await json(description);
    await check.case(title, async () => {
      const options = ["validate", description, "--type", "package", "--json"];
      const report = JSON.parse(await run(path.join(VENV, "bin/frictionless"), options).catch((error) => error.stdout || "null"));
      if (!report) throw new Error("no report");
      const errors = [...report.errors, ...report.tasks.flatMap((task) => task.errors)];
      if (!report.valid) throw new Error(errors.map(({ message }) => message).slice(0, 5).join("; "));
      return `${resources.length} resources, ${report.stats.tasks} checked`;
    });
  }
  await rm(folder, { recursive: true, force: true });
  return check.end();
}
