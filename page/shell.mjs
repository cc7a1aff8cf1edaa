// Puts the shell of a published catalogue into the program's folder, before that gets its name: the program loads it from
// there.
//
//     node page/shell.mjs FOLDER PARTS
//
// PARTS is what page/split.mjs has written.

import { readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";

import { SHELL, shell } from "./one_file.mjs";

const [folder, parts] = process.argv.slice(2).map((name) => resolve(name));
const { reader } = JSON.parse(await readFile(parts, "utf8"));
await writeFile(join(folder, SHELL), await shell(folder, reader));
