import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the templates. */
export const page = fileURLToPath(new URL(".", import.meta.url));

/** A file of that folder. */
export const read = (name) => readFile(join(page, name), "utf8");
