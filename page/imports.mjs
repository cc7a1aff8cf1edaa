// Gives what the program takes from its script short names: wasm-bindgen's end in a hash, which no compression makes smaller,
// and stand in both.
//
//     node page/imports.mjs FOLDER PROGRAM
//
// FOLDER holds the script PROGRAM.js and the program PROGRAM_bg.wasm.

import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

const LONG = /\b__wb[gi]\w*_[0-9a-f]{16}\b/g;
/** The section of a program that says what it takes from elsewhere. */
const IMPORTS = 2;
/** The bytes before its first section. */
const HEADER = 8;

const [folder, program] = process.argv.slice(2);
const scriptFile = join(folder, `${program}.js`);
const programFile = join(folder, `${program}_bg.wasm`);
const script = await readFile(scriptFile, "utf8");

// What no name in the script begins with.
const BEGINNING = "i$";
if (script.includes(BEGINNING)) throw new Error(`The script has names that begin with ${BEGINNING}`);
const names = new Set([...script.matchAll(LONG)].map(([name]) => name));
const short = new Map([...names].map((name, place) => [name, BEGINNING + place.toString(36)]));

/** A number as programs write it: seven bits a byte, the lowest first. */
function written(number) {
  const bytes = [];
  do {
    const rest = Math.floor(number / 128);
    bytes.push((number % 128) + (rest > 0 ? 128 : 0));
    number = rest;
  } while (number > 0);
  return Buffer.from(bytes);
}

/** Reads a program from a place on. */
class Reader {
  constructor(bytes, place) {
    this.bytes = bytes;
    this.place = place;
  }

  number() {
    let number = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = this.bytes[this.place++];
      number += (byte % 128) * factor;
      if (byte < 128) return number;
    }
  }

  take(length) {
    this.place += length;
    return this.bytes.subarray(this.place - length, this.place);
  }

  /** Skips the bounds of a memory or a table. */
  bounds() {
    const has_most = (this.number() & 1) === 1;
    this.number();
    if (has_most) this.number();
  }

  /** Skips what kind of thing is imported. */
  kind() {
    switch (this.number()) {
      case 0: // a function of a type
        this.number();
        break;
      case 1: // a table of a type
        this.number();
        this.bounds();
        break;
      case 2: // a memory
        this.bounds();
        break;
      case 3: // a global of a type, which changes or not
        this.take(2);
        break;
      default:
        throw new Error("The program imports something unknown");
    }
  }
}

/** The section with short names; those that are not long stay. */
function shortened(section) {
  const reader = new Reader(section, 0);
  const parts = [written(reader.number())];
  const text = () => reader.take(reader.number()).toString();
  const put = (name) => parts.push(written(Buffer.byteLength(name)), Buffer.from(name));
  while (reader.place < section.length) {
    put(text());
    const name = text();
    put(short.get(name) ?? name);
    const from = reader.place;
    reader.kind();
    parts.push(section.subarray(from, reader.place));
  }
  return Buffer.concat(parts);
}

const bytes = await readFile(programFile);
const reader = new Reader(bytes, HEADER);
const parts = [bytes.subarray(0, HEADER)];
while (reader.place < bytes.length) {
  const kind = reader.number();
  const section = reader.take(reader.number());
  const content = kind === IMPORTS ? shortened(section) : section;
  parts.push(written(kind), written(content.length), content);
}
const changed = Buffer.concat(parts);
const left = WebAssembly.Module.imports(new WebAssembly.Module(changed)).find(({ name }) => name.match(LONG));
if (left !== undefined) throw new Error(`The script does not have ${left.name}`);
await writeFile(programFile, changed);
await writeFile(scriptFile, script.replace(LONG, (name) => short.get(name)));
