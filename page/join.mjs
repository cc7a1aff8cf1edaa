// Joins files of the program's parts. The splitter makes one for each set of parts that share code, dozens of them, and what is
// compressed in pieces is larger. So the files of the part that most people load first are joined, unless one of the parts
// that are to stay small would load more for it.
//
//     node page/join.mjs FOLDER FEATURE...
//
// FOLDER holds the files, and the script that loads them as the splitter has written it. The features of programs are given as options
// of wasm-merge.

import { execFileSync } from "node:child_process";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { EXPORTS, IMPORTS, exported, imported, listOf, number, withList } from "./wasm.mjs";

/** The part whose files are joined, and the parts that load no more for it. */
const JOINED = "proposal";
const SMALL = ["lists", "reader"];

// /* catalogue, lists */
// const __chunk_8 = makeLoad(() => { … "./chunk_8.wasm" … }
// , []);
const SHARED = /^\/\* (?<parts>[\w, ]+) \*\/\nconst (?<name>\w+) = makeLoad\(\(\) => \{[^}]*"\.\/(?<file>[\w.-]+)"[^}]*\}\s*, \[\]\);\n/gm;

const [folder, ...features] = process.argv.slice(2);
const scriptFile = join(folder, "__wasm_split.js");
const script = await readFile(scriptFile, "utf8");
const groups = new Map();
for (const chunk of script.matchAll(SHARED)) {
  const parts = chunk.groups.parts.split(", ");
  if (!parts.includes(JOINED)) continue;
  const small = SMALL.filter((part) => parts.includes(part)).join();
  groups.set(small, [...(groups.get(small) ?? []), chunk]);
}

/** Puts what several files do into the first of them that is given all that they are given, and returns which that is. */
async function joined(files) {
  const paths = files.map((file) => join(folder, file));
  const programs = await Promise.all(paths.map((path) => readFile(path)));
  const given = programs.map((program) => listOf(program, IMPORTS));
  const kept = given.findIndex((list) => list.length === Math.max(...given.map((list) => list.length)));
  // It hands that on to the others: a program can be given a memory only once.
  const handed = given[kept].map(({ name, kind }, place) => {
    const before = given[kept].slice(0, place).filter((other) => other.kind === kind).length;
    return exported(name, Buffer.concat([number(kind), number(before)]));
  });
  for (const [at, program] of programs.entries()) {
    const taken = given[at].map(({ name, what }) => imported("kept", name, what));
    await writeFile(paths[at], at === kept ? withList(program, EXPORTS, handed) : withList(program, IMPORTS, taken));
  }
  const others = paths.filter((_, at) => at !== kept);
  const names = [paths[kept], "kept", ...others.flatMap((path, at) => [path, `other-${at}`])];
  execFileSync("wasm-merge", [...names, ...features, "-g", "-o", paths[kept]], { stdio: ["ignore", "inherit", "pipe"] });
  const whole = withList(await readFile(paths[kept]), EXPORTS, []);
  const modules = new Set([...given.flat(), ...listOf(whole, IMPORTS)].map(({ module }) => module));
  if (modules.size !== 1) throw new Error(`What is joined takes something from ${[...modules]}`);
  await writeFile(paths[kept], whole);
  await Promise.all(others.map((path) => rm(path)));
  return kept;
}

let left = script;
for (const chunks of groups.values()) {
  const kept = chunks[await joined(chunks.map(({ groups: { file } }) => file))];
  for (const chunk of chunks.filter((chunk) => chunk !== kept)) {
    left = left.replace(chunk[0], "").replaceAll(new RegExp(`\\b${chunk.groups.name}\\b`, "g"), kept.groups.name);
  }
}
// What a part needs, each once.
left = left.replace(/(?<=, \[)[\w, ]+(?=\])/g, (names) => [...new Set(names.split(", "))].join(", "));
await writeFile(scriptFile, left);
