import { createHash } from "node:crypto";

/** A short name for some content: it changes when the content does. */
export function nameOf(content) {
  return createHash("sha256").update(content).digest("hex").slice(0, 16);
}

/** What a browser checks some content against. */
export function integrityOf(content) {
  return `sha256-${createHash("sha256").update(content).digest("base64")}`;
}
