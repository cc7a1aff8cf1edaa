// Writes the service worker of a finished build: it knows every file that the app needs, by name and fingerprint. A page that is
// loaded anew after every build (reload.mjs) has none, and what another build has left of one at its address is taken away.
//
//     node page/worker.mjs FOLDER

import { readdir, readFile } from "node:fs/promises";
import { join, sep } from "node:path";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";

import { integrityOf, nameOf } from "./name.mjs";

const dist = process.argv[2];
// The rest is for people to read or take away, or for servers; some do not send what is for them.
const isNeeded = (file) => !/^(worker\.js|raaderum\.html|LICENSE|NOTICE\.md|headers\/.*|.*LICENSE\.txt)$/.test(file);

/** The address by which the app asks for a file. */
function addressOf(name, bytes) {
  // Some servers send whoever asks for index.html on to the folder, and such an answer cannot be a page.
  if (name === "index.html") return "./";
  return name === "start.js" ? `${name}?${nameOf(bytes)}` : name;
}

const found = await readdir(dist, { recursive: true, withFileTypes: true });
const names = found
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(join(dist, sep).length).replaceAll(sep, "/"))
  .filter(isNeeded)
  .sort();
const files = {};
for (const name of names) {
  const bytes = await readFile(join(dist, name));
  files[addressOf(name, bytes)] = integrityOf(bytes);
}

const isReloaded = names.includes("reload.js");
await build({
  entryPoints: [fileURLToPath(new URL(isReloaded ? "no_worker.ts" : "worker.ts", import.meta.url))],
  outfile: join(dist, "worker.js"),
  bundle: true,
  format: "iife",
  minify: true,
  target: "es2022",
  logLevel: "warning",
  define: { FILES: JSON.stringify(files), BUILD: JSON.stringify(nameOf(JSON.stringify(files))) },
});
