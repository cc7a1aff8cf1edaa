// Puts the shell of a published catalogue into the program's folder, before that gets its name: the program loads it from
// there.
//
//     node page/shell.mjs FOLDER

import { writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";

import { SHELL, shell } from "./one_file.mjs";

const folder = resolve(process.argv[2]);
await writeFile(join(folder, SHELL), await shell(folder));
