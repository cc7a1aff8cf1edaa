// The Nu Html Checker on every page: on the files as they are built and published, and on what the program makes of them.

import { execFile } from "node:child_process";
import { copyFile, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { PAGES, PUBLISHED } from "./pages.mjs";
import { Allowed } from "./support/allowed.mjs";
import { eachOpened, publishedFolder } from "./support/chromium.mjs";
import { Check } from "./support/results.mjs";
import { moduleOf, version } from "./support/versions.mjs";

/** What the checker says of files, as JSON. It ends with 1 when it says anything. */
function checked(files) {
  const jar = path.join(path.dirname(moduleOf("vnu-jar/package.json")), "build/dist/vnu.jar");
  const options = ["-Xss4m", "-jar", jar, "--format", "json", "--stdout", "--exit-zero-always", ...files];
  return new Promise((resolve, reject) =>
    execFile("java", options, { maxBuffer: 1 << 28 }, (error, stdout) => (error ? reject(error) : resolve(JSON.parse(stdout).messages))));
}

/** What a message is about: the checker gives its messages no names. */
function ruleOf(message) {
  if (message.includes("violates Content Security Policy")) return "csp";
  if (message.startsWith("CSS: ")) return "css";
  return message.replace(/“[^”]*”/g, "“…”").split(" — ")[0];
}

export async function html() {
  const check = new Check("html", `Nu Html Checker ${version("vnu-jar")}`);
  const allowed = new Allowed("html");
  const folder = await mkdtemp(path.join(tmpdir(), "audit-"));
  const files = new Map();
  const add = async (name, text) => {
    const file = path.join(folder, `${files.size}.html`);
    await writeFile(file, text);
    files.set(file, name);
  };
  for (const [name, file] of [
    ["file index.html", "dist/index.html"],
    ["file raaderum.html", "dist/raaderum.html"],
    ["file of a published page", path.join(await publishedFolder(), PUBLISHED)],
  ]) {
    const copy = path.join(folder, `${files.size}.html`);
    await copyFile(file, copy);
    files.set(copy, name);
  }
  await eachOpened(PAGES, async (page, opened) => {
    await add(page.name, await opened.evaluate(() => `<!doctype html>\n${document.documentElement.outerHTML}`));
  });
  const messages = await checked([...files.keys()]);
  for (const [file, name] of files) {
    const found = messages
      .filter(({ url, type, subType }) => url === `file:${file}` && (type === "error" || subType === "warning"))
      .map(({ message, extract = "" }) => ({ rule: ruleOf(message), text: `${message} ${extract}` }));
    allowed.judge(check, name, found, `${found.length} messages`);
  }
  allowed.end(check);
  await rm(folder, { recursive: true, force: true });
  return check.end();
}
