// Reads and changes what a compiled program takes from elsewhere, and what it offers: two lists in its file.

/** The sections that hold them. */
export const IMPORTS = 2;
export const EXPORTS = 7;
/** The kinds of what is taken and offered. */
const [FUNCTION, TABLE, MEMORY, GLOBAL] = [0, 1, 2, 3];
/** The bytes before the first section. */
const HEADER = 8;

/** A number as programs write it: seven bits a byte, the lowest first. */
export function number(number) {
  const bytes = [];
  do {
    const rest = Math.floor(number / 128);
    bytes.push((number % 128) + (rest > 0 ? 128 : 0));
    number = rest;
  } while (number > 0);
  return Buffer.from(bytes);
}

/** A text as programs write it: after its length. */
const text = (text) => Buffer.concat([number(Buffer.byteLength(text)), Buffer.from(text)]);

/** Reads a program from a place on. */
class Reader {
  constructor(bytes, place = 0) {
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

  text() {
    return this.take(this.number()).toString();
  }

  /** Skips the bounds of a memory or a table. */
  bounds() {
    const has_most = (this.number() & 1) === 1;
    this.number();
    if (has_most) this.number();
  }

  /** What is imported: from which module, by which name, of which kind, and that with its type as it is written. */
  import() {
    const [module, name, from] = [this.text(), this.text(), this.place];
    const kind = this.number();
    // Functions and tables have a type before what else there is to say; a global can be changed or not.
    if (kind === FUNCTION || kind === TABLE) this.number();
    if (kind === TABLE || kind === MEMORY) this.bounds();
    if (kind === GLOBAL) this.take(2);
    if (kind > GLOBAL) throw new Error("The program imports something unknown");
    return { module, name, kind, what: this.bytes.subarray(from, this.place) };
  }

  /** What is exported: by which name, and what, as it is written. */
  export() {
    const [name, from] = [this.text(), this.place];
    this.number();
    this.number();
    return { name, what: this.bytes.subarray(from, this.place) };
  }
}

/** The sections of a program: of which kind, and what is in them. */
function* sections(bytes) {
  const reader = new Reader(bytes, HEADER);
  while (reader.place < bytes.length) yield [reader.number(), reader.take(reader.number())];
}

/** One of the lists of a program. */
export function listOf(bytes, section) {
  const [, content] = [...sections(bytes)].find(([kind]) => kind === section) ?? [];
  if (content === undefined) return [];
  const reader = new Reader(content);
  return Array.from({ length: reader.number() }, () => (section === IMPORTS ? reader.import() : reader.export()));
}

/** A program with another list in the place of one of its own: `entries` are as they are written. */
export function withList(bytes, section, entries) {
  const parts = [bytes.subarray(0, HEADER)];
  for (const [kind, own] of sections(bytes)) {
    const content = kind === section ? Buffer.concat([number(entries.length), ...entries]) : own;
    parts.push(number(kind), number(content.length), content);
  }
  return Buffer.concat(parts);
}

/** An import as it is written. */
export const imported = (module, name, what) => Buffer.concat([text(module), text(name), what]);

/** An export as it is written. */
export const exported = (name, what) => Buffer.concat([text(name), what]);
