import { execFileSync } from "node:child_process";
import { cp, readdir, readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";

/** The build that is tested. */
export const BUILD = process.env.DIST ?? "dist";

/** A build that is the same but for its name and a mark in its page, as if something had been changed. */
export async function anotherBuild(folder: string): Promise<void> {
  await cp(BUILD, folder, { recursive: true });
  const app = (await readdir(folder)).find((name) => name.startsWith("app-"))!;
  const other = "app-0000000000000002";
  await rename(path.join(folder, app), path.join(folder, other));
  const page = path.join(folder, "index.html");
  const text = (await readFile(page, "utf8")).replaceAll(app, other).replace("<html ", '<html data-build="2" ');
  await writeFile(page, text);
  execFileSync("node", ["page/worker.mjs", folder]);
}
