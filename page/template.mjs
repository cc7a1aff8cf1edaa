import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the templates. */
export const page = fileURLToPath(new URL(".", import.meta.url));

/** A file of that folder. */
export const read = (name) => readFile(join(page, name), "utf8");

/** Puts values into a template. A name without a value is a mistake. */
export function fill(template, values) {
  return template.replace(/\{\{(\w+)\}\}/g, (_, name) => {
    if (typeof values[name] !== "string") throw new Error(`There is no ${name}`);
    return values[name];
  });
}
