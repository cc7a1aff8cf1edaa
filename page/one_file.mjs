// Makes pages that are one file and ask for nothing: they open from a disk, a mail or any server. One is the whole program;
// the other is the shell in which the program publishes a catalogue.

import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

import { build } from "esbuild";

import { integrityOf } from "./name.mjs";
import { page, read } from "./template.mjs";
import { BYTE_ORDER_MARK, escaped, fill, holes, inElement, verbatim, whole } from "./whole.mjs";

/** The file that a program's folder has the shell in. */
export const SHELL = "publication.html";

const base64 = (bytes) => Buffer.from(bytes).toString("base64");

/** An element that the browser neither runs nor shows. */
function block(type, name, text) {
  return `<script type="${type}" id="${escaped(name)}">${verbatim(text)}</script>`;
}

/** The licences of all that a page holds. */
async function notice(folder) {
  const files = [join(page, "../LICENSE"), join(page, "../NOTICE.md"), join(folder, "fonts/IBMPlexSans-LICENSE.txt")];
  const texts = await Promise.all(files.map((file) => readFile(file, "utf8")));
  return block("text/plain", "notice", texts.join("\n\n"));
}

/** The script of a page, with the program's loader and our modules in it. */
async function scriptOf(folder, entry) {
  const { outputFiles } = await build({
    entryPoints: [join(page, entry)],
    alias: { raaderum: join(folder, "raaderum.js") },
    inject: [join(page, "inside.ts")],
    // The program asks for its parts by an address that begins here: only their names count.
    define: { "import.meta.url": '"file:///"' },
    bundle: true,
    format: "iife",
    legalComments: "none",
    minify: true,
    target: "es2022",
    logLevel: "warning",
    // wasm-bindgen names a module once for every import from it.
    logOverride: { "duplicate-object-key": "silent" },
    write: false,
  });
  return verbatim(outputFiles[0].text);
}

/** The text of a page: `template` and `entry` are its HTML and its script, `blocks` what lies in it; the rest goes into holes. */
async function pageOf(folder, template, entry, blocks, texts) {
  const inFolder = async (name) => base64(await readFile(join(folder, name)));
  const style = await whole(await readFile(join(folder, "raaderum.css"), "utf8"), inFolder);
  const script = await scriptOf(folder, entry);
  // The policy names both by what they hold, which must be the same in whatever encoding a page is read.
  if (/[^\0-\x7F]/.test(style + script)) throw new Error("The style or the script is not ASCII");
  const policy = [
    "default-src 'none'",
    `script-src '${integrityOf(script)}' 'wasm-unsafe-eval'`,
    `style-src '${integrityOf(style)}'`,
    "img-src data:",
    "font-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ];
  return fill(await read(template), {
    blocks: [await notice(folder), ...blocks].join("\n    "),
    icon: `data:image/svg+xml;base64,${base64(await read("icon.svg"))}`,
    policy: policy.join("; "),
    script,
    style,
    ...texts,
  });
}

/**
 * The text of the page that is the whole program. `build` is what its build is called; `folder` holds the program, its style and its fonts; `content` is HTML that
 * can be read where the program does not run, with text in it escaped; `data` are texts in JSON that the program finds by
 * their names.
 */
export async function oneFile({ build, folder, title, description, content, data }) {
  const blocks = Object.entries(data).map(([name, text]) => block("application/json", name, inElement(text)));
  for (const name of (await readdir(folder)).filter((name) => name.endsWith(".wasm") || name === SHELL).sort()) {
    const packed = gzipSync(await readFile(join(folder, name)), { level: 9 });
    blocks.push(block("application/octet-stream", name, base64(packed)));
  }
  const text = await pageOf(folder, "one_file.html", "one_file.ts", blocks, {
    build,
    content,
    crash: (await read("crash.html")).trimEnd(),
    description: escaped(description),
    title: escaped(title),
  });
  return BYTE_ORDER_MARK + text;
}

/**
 * The text of the page in which a catalogue is published, but for what the program puts into it (modules/publish.ts): the
 * catalogue, and of itself the style and the files of the part that readers need. They are in the build already.
 */
export async function shell(folder, reader) {
  const parts = ["raaderum_bg.wasm", ...reader];
  const hole = (name) => `{{${name}}}`;
  const texts = Object.fromEntries(["content", "description", "style", "title"].map((name) => [name, hole(name)]));
  const blocks = [
    // `publication::DATA`
    block("application/json", "catalogue.json", hole("data")),
    ...parts.map((name) => block("application/octet-stream", name, hole(name))),
  ];
  const text = await pageOf(folder, "published.html", "published.ts", blocks, texts);
  const expected = ["data", ...Object.keys(texts), ...parts].sort().join();
  if (holes(text).sort().join() !== expected) throw new Error("Something in the shell looks like a hole");
  return text;
}
