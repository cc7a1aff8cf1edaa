// Which files a part of the program consists of.

import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";

import { transform } from "esbuild";

/**
 * The names of the files that are loaded with a part of the program in `folder`: its own and what it shares with others. The
 * script that loads parts (`__wasm_split.js`) is asked itself, by having it load this one from nowhere: whatever it looks
 * like, it tells. That it does not is a mistake, and ends the build.
 */
export async function filesOf(folder, part) {
  const script = await readFile(join(folder, "__wasm_split.js"), "utf8");
  const { code } = await transform(script, { format: "cjs", define: { "import.meta.url": '"file:///"' } });
  const asked = [];
  let isLoaded = false;
  const fetch = ({ pathname }) => void asked.push(basename(pathname));
  const program = { initSync: () => ({ __indirect_function_table: { get: () => (_, is) => (isLoaded = is) } }) };
  const module = { exports: {} };
  new Function("module", "require", "fetch", "WebAssembly", code)(module, () => program, fetch, {
    instantiateStreaming: async () => {},
  });
  await module.exports[`__wasm_split_load_${part}`]?.(0, 0);
  if (!isLoaded || !asked.includes(`split_${part}.wasm`)) throw new Error(`It cannot be told what ${part} consists of`);
  return asked.sort();
}
