// What follows splitting, while the script that loads parts is as the splitter has written it: tells which files each part of the
// program consists of, from what stands in the script, which is read and not run; and puts what the splitter writes in any order in
// one, so that the same program has the same script.
//
//     node page/split.mjs SCRIPT PARTS
//
// PARTS is made, in JSON: the name of each part, with the names of the files that are loaded with it: its own and what it shares with
// others.

import { readFile, writeFile } from "node:fs/promises";

// const __chunk_7 = makeLoad(() => { … "./chunk_7.wasm" … }, []);
// export const __wasm_split_load_plan = wrapAsyncCb(makeLoad(() => { … "./split_plan.wasm" … }, [__chunk_7]));
const LOADER =
  /^(?:const (?<shared>\w+) = |export const __wasm_split_load_(?<part>\w+) = wrapAsyncCb\()makeLoad\(\(\) => (?:\{[^}]*"\.\/(?<file>[\w.-]+)"[^}]*\}|async \(_imp\) => \(\{\}\))\s*, \[(?<needs>[^\]]*)\]\)/gm;

/** The files of each part; `script` is what the splitter wrote. What cannot be understood is a mistake, and ends the build. */
function partsOf(script) {
  const shared = new Map();
  const parts = {};
  let known = 0;
  for (const { groups } of script.matchAll(LOADER)) {
    const files = groups.file ? [groups.file] : [];
    known += files.length;
    if (groups.shared) {
      shared.set(groups.shared, files);
    } else {
      const needs = groups.needs.split(", ").filter(Boolean).flatMap((name) => shared.get(name) ?? [undefined]);
      parts[groups.part] = [...files, ...needs].sort();
    }
  }
  const named = script.match(/"\.\/[\w.-]+\.wasm"/g)?.length ?? 0;
  if (known !== named || Object.values(parts).flat().includes(undefined)) throw new Error("It cannot be told what the parts consist of");
  return parts;
}

/** The script with the names that all parts share in one order: `{ memory, __indirect_function_table, }`. */
function ordered(script) {
  return script.replace(/\{ ((?:\w+, )+) *\}/g, (_, names) => `{ ${names.split(", ").filter(Boolean).sort().join(", ")} }`);
}

const [name, parts] = process.argv.slice(2);
const script = await readFile(name, "utf8");
await writeFile(parts, JSON.stringify(partsOf(script)));
await writeFile(name, ordered(script));
