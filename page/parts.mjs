// Tells which files each part of the program consists of, from what the splitter says in the script that loads parts, before that
// is made small. The script is read, not run.
//
//     node page/parts.mjs SCRIPT >PARTS
//
// PARTS is JSON: the name of each part, with the names of the files that are loaded with it: its own and what it shares with others.

import { readFile } from "node:fs/promises";

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

console.log(JSON.stringify(partsOf(await readFile(process.argv[2], "utf8"))));
