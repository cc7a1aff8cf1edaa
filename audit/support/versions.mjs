import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

/** The version of an installed package. */
export function version(name) {
  return JSON.parse(readFileSync(new URL(`../node_modules/${name}/package.json`, import.meta.url), "utf8")).version;
}

/** The file of a module that a package is. */
export const moduleOf = (name) => createRequire(import.meta.url).resolve(name);
