// Leaves out of a style sheet what no page uses: most of the design system's parts come with variants that Råderum has
// not got. A class that is put together while the program runs is named here.
//
//     node style/used.mjs FILE

import { readFile, writeFile } from "node:fs/promises";

import { PurgeCSS } from "purgecss";

const file = process.argv[2];
const [used] = await new PurgeCSS().purge({
  content: ["page/*.html", "src/**/*.rs"],
  css: [{ raw: await readFile(file, "utf8") }],
  safelist: { greedy: [/save-status/, /bars__(bar|key)--\d/] },
  variables: true,
  keyframes: true,
});
await writeFile(file, used.css);
