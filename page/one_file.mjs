// Makes a page that is one file and asks for nothing: it opens from a disk, a mail or any server.

import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

import { build } from "esbuild";

import { integrityOf } from "./name.mjs";
import { fill, page, read } from "./template.mjs";

const base64 = (bytes) => Buffer.from(bytes).toString("base64");

/** Text as it is written in HTML, also between quotation marks. */
function escaped(text) {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Text that stands in an element as it is, with its lines as browsers count them, and without the mark that begins a file. */
function verbatim(text) {
  if (/<\/(script|style)|<!--/i.test(text)) throw new Error("This would end its element, or be read as something else");
  return text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
}

/** An element that the browser neither runs nor shows. */
function block(type, name, text) {
  return `<script type="${type}" id="${escaped(name)}">${verbatim(text)}</script>`;
}

/** A style sheet with the files in it that it names. */
async function whole(folder, style) {
  const names = new Set([...style.matchAll(/url\("(?!data:)([^"]*)"\)/g)].map(([, name]) => name));
  for (const name of names) {
    const type = /\.(\w+)$/.exec(name)[1];
    const address = `data:font/${type};base64,${base64(await readFile(join(folder, name)))}`;
    style = style.replaceAll(`url("${name}")`, `url("${address}")`);
  }
  if (/url\((?!"data:)/.test(style)) throw new Error("The style sheet names something that is not in it");
  return style;
}

/** The script of the page, with the program's loader and our modules in it. */
async function scriptOf(folder) {
  const { outputFiles } = await build({
    entryPoints: [join(page, "one_file.ts")],
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
  return outputFiles[0].text;
}

/**
 * The text of the page. `folder` holds the program, its style and its fonts; `content` is HTML that can be read where the
 * program does not run, with text in it escaped; `data` are texts in JSON that the program finds by their names; `notice` are
 * the licences.
 */
export async function oneFile({ folder, title, description, content, data, notice }) {
  const style = verbatim(await whole(folder, await readFile(join(folder, "raaderum.css"), "utf8")));
  const script = verbatim(await scriptOf(folder));
  const parts = (await readdir(folder)).filter((name) => name.endsWith(".wasm")).sort();
  const blocks = [block("text/plain", "notice", notice)];
  // In JSON, the character stands in texts only.
  for (const [name, text] of Object.entries(data)) {
    blocks.push(block("application/json", name, text.replaceAll("<", "\\u003c")));
  }
  for (const name of parts) {
    const packed = gzipSync(await readFile(join(folder, name)), { level: 9 });
    blocks.push(block("application/octet-stream", name, base64(packed)));
  }
  const policy = [
    "default-src 'none'",
    `script-src '${integrityOf(script)}' 'wasm-unsafe-eval'`,
    `style-src '${integrityOf(style)}'`,
    "img-src data:",
    "font-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ];
  return fill(await read("one_file.html"), {
    blocks: blocks.join("\n    "),
    content,
    crash: (await read("crash.html")).trimEnd(),
    description: escaped(description),
    icon: `data:image/svg+xml;base64,${base64(await read("icon.svg"))}`,
    policy: policy.join("; "),
    script,
    style,
    title: escaped(title),
  });
}
