// Leaves out of a style sheet what no page uses: most of the design system's parts come with variants that Råderum has
// not got. A class that is put together while the program runs is named here. What is left is written in ASCII: a page that is one
// file names its style by what it holds, whatever encoding a server says it has.
//
//     node style/used.mjs FILE

import { readFile, writeFile } from "node:fs/promises";

import { PurgeCSS } from "purgecss";

const file = process.argv[2];
const [used] = await new PurgeCSS().purge({
  content: ["index.html", "page/*.html", "src/**/*.rs"],
  css: [{ raw: await readFile(file, "utf8") }],
  safelist: { greedy: [/save-status/, /bars__(bar|key)--\d/] },
  variables: true,
  keyframes: true,
});
const ascii = (character) => `\\${character.codePointAt(0).toString(16)} `;
await writeFile(file, used.css.replace(/^\uFEFF/, "").replace(/[^\0-\x7F]/gu, ascii));
