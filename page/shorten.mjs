// Makes short what a program and its scripts call each other by: wasm-bindgen's names are long and end in a hash, which no compression
// makes smaller. What the program offers to scripts and none of them asks for goes, so that wasm-opt can leave out what is
// behind it.
//
//     node page/shorten.mjs FOLDER PROGRAM
//
// FOLDER holds the script PROGRAM.js and the program PROGRAM_bg.wasm, and the parts of the program with the script that loads them.
// The scripts are as the tools have written them.

import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { EXPORTS, IMPORTS, exported, imported, listOf, withList } from "./wasm.mjs";

const [folder, program] = process.argv.slice(2);
const programFile = `${program}_bg.wasm`;
const names = (await readdir(folder)).sort();
const programs = new Map();
for (const name of names.filter((name) => name.endsWith(".wasm"))) {
  // wasm-opt sorts functions by their names, which end in a hash that is another in each folder.
  const bytes = (await readFile(join(folder, name))).toString("latin1");
  programs.set(name, Buffer.from(bytes.replace(/17h[0-9a-f]{16}E/g, `17h${"0".repeat(16)}E`), "latin1"));
}
const scripts = new Map();
for (const name of [`${program}.js`, "__wasm_split.js"]) scripts.set(name, await readFile(join(folder, name), "utf8"));

// The classes of libraries whose code nothing calls: what else names one is only what frees it.
let script = scripts.get(`${program}.js`);
for (const [, name] of script.matchAll(/^export class (\w+) \{$/gm)) {
  const left = script
    .replace(new RegExp(`^export class ${name} \\{\\n[^]*?^\\}\\n`, "m"), "")
    .replace(new RegExp(`^if \\(Symbol\\.dispose\\) ${name}\\..*\\n`, "m"), "")
    .replace(new RegExp(`^const ${name}Finalization = [^]*?;\\n`, "m"), "");
  if (!left.includes(name)) script = left;
}
scripts.set(`${program}.js`, script);

const words = new Set([...scripts.values()].flatMap((script) => script.match(/\w+/g)));
const isNamed = (name) => words.has(name);
const offered = listOf(programs.get(programFile), EXPORTS).filter(({ name }) => isNamed(name));
const entries = offered.map(({ name, what }) => exported(name, what));
programs.set(programFile, withList(programs.get(programFile), EXPORTS, entries));

// A short name for each long one, by which the scripts find it too. What comes from a module of ours keeps its own.
const START = "$";
if ([...scripts.values()].some((script) => script.match(/\$\w/))) throw new Error(`The scripts have names that begin with ${START}`);
const short = new Map();
const shorten = (name) => {
  if (!short.has(name)) short.set(name, START + short.size.toString(36));
  return short.get(name);
};
const loader = `./${programFile.replace(".wasm", ".js")}`;
for (const [file, bytes] of programs) {
  const taken = listOf(bytes, IMPORTS).map(({ module, name, what }) => {
    const isFile = module.startsWith("./");
    return imported(isFile ? module : shorten(module), isFile && module !== loader ? name : shorten(name), what);
  });
  const offered = listOf(bytes, EXPORTS).map(({ name, what }) => exported(shorten(name), what));
  await writeFile(join(folder, file), withList(withList(bytes, IMPORTS, taken), EXPORTS, offered));
}
const strange = [...short.keys()].find((name) => !isNamed(name));
if (strange !== undefined) throw new Error(`The scripts do not have ${strange}`);
for (const [file, script] of scripts) {
  // A file may be called like what it is about.
  await writeFile(join(folder, file), script.replace(/(?<!\/)\b\w+\b/g, (word) => short.get(word) ?? word));
}
