// Makes what surrounds the program: the page, its first script, icons, headers for servers, and the page in one file.
//
//     node page/make.mjs FOLDER APP PROFILE
//
// FOLDER is the build, in which Trunk has put the page with its holes; APP is the name of the folder in it that holds the program.
// Where PROFILE is `debug`, there is no page in one file: that would be a hundred times as large as it is to be.

import { cp, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";

import { Resvg } from "@resvg/resvg-js";
import { build } from "esbuild";

import { nameOf } from "./name.mjs";
import { oneFile } from "./one_file.mjs";
import { reloading } from "./reload.mjs";
import { page, read } from "./template.mjs";
import { fill } from "./whole.mjs";

const [dist, app, profile] = process.argv.slice(2);

// ---- icons ----

const icon = await read("icon.svg");
const square = icon.replace(' rx="6"', "");
if (square === icon) throw new Error("The icon has no corners to square");
await mkdir(join(dist, "icons"));
await writeFile(join(dist, "icons/icon.svg"), icon);
for (const [name, drawing, width] of [
  ["icon-192", icon, 192],
  ["icon-512", icon, 512],
  ["icon-maskable-512", square, 512],
  ["apple-touch-icon", square, 180],
]) {
  const picture = new Resvg(drawing, { fitTo: { mode: "width", value: width }, font: { loadSystemFonts: false } });
  await writeFile(join(dist, `icons/${name}.png`), picture.render().asPng());
}
await cp(join(page, "manifest.webmanifest"), join(dist, "manifest.webmanifest"));

// ---- the page ----

await build({
  entryPoints: [join(page, "start.ts")],
  outfile: join(dist, "start.js"),
  bundle: true,
  format: "iife",
  minify: true,
  target: "es2022",
  logLevel: "warning",
});
const start = nameOf(await readFile(join(dist, "start.js")));
const policy = (await read("policy.txt")).trim().split("\n").join("; ");
// What writes a file is loaded when somebody has one, and what publishes when somebody does.
const isFirst = (name) => name.endsWith(".js") && !["publish.js", "shared_file.js"].includes(name);
const scripts = (await readdir(join(dist, app))).filter(isFirst).sort();
const modules = scripts.map((name) => `<link rel="modulepreload" href="${app}/${name}">`).join("\n    ");
const crash = (await read("crash.html")).trimEnd().replaceAll("\n", "\n    ");
const template = await readFile(join(dist, "index.html"), "utf8");
const reload = reloading(template);
if (reload) await writeFile(join(dist, "reload.js"), reload.script);
const hash = app.replace("app-", "");
const index = fill(reload?.page ?? template, { app, build: hash, crash, modules, policy, start });
await writeFile(join(dist, "index.html"), index);

// ---- headers ----

// The page carries the policy itself; that nobody may frame it can be said in a header only.
// Råderum uses none of what a page must ask for.
const permissions = [
  "accelerometer",
  "camera",
  "clipboard-read",
  "display-capture",
  "fullscreen",
  "geolocation",
  "gyroscope",
  "hid",
  "idle-detection",
  "local-fonts",
  "magnetometer",
  "microphone",
  "midi",
  "payment",
  "picture-in-picture",
  "publickey-credentials-get",
  "screen-wake-lock",
  "serial",
  "usb",
  "xr-spatial-tracking",
].map((feature) => `${feature}=()`).join(", ");
const header = `${policy}; frame-ancestors 'none'`;
await mkdir(join(dist, "headers"));
for (const name of await readdir(join(page, "headers"))) {
  const text = fill(await read(join("headers", name)), { app, permissions, policy: header });
  await writeFile(join(dist, "headers", name), text);
}

// ---- the page in one file ----

if (profile !== "debug") {
  const file = await oneFile({
    build: hash,
    folder: resolve(dist, app),
    title: "Råderum",
    description: "Reduktionsforslag og handleplaner, regnet ud og gemt i din egen browser. Hele programmet er i denne fil.",
    content: `<noscript>${(await read("without_script.html")).trimEnd()}</noscript>`,
    data: { "examples.json": await readFile(join(dist, "examples.json"), "utf8") },
  });
  await writeFile(join(dist, "raaderum.html"), file);
}
