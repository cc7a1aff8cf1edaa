// How a page that is one file is put together from texts. The build does it (one_file.mjs), and so does the browser, when it
// publishes (modules/publish.ts): alike to the letter, since the page's policy names its style by what it holds.

/** What a page begins with, so that no header of a server makes a browser read it in another encoding than UTF-8. */
export const BYTE_ORDER_MARK = "\uFEFF";

const HOLE = /\{\{([\w.-]+)\}\}/g;

/** The names of the holes in a template. */
export function holes(template) {
  return [...new Set([...template.matchAll(HOLE)].map(([, name]) => name))];
}

/**
 * Puts values into a template. A hole without a value is a mistake.
 * @param {string} template
 * @param {Record<string, string>} values
 */
export function fill(template, values) {
  return template.replace(HOLE, (_, name) => {
    if (typeof values[name] !== "string") throw new Error(`There is no ${name}`);
    return values[name];
  });
}

/**
 * Text as it is written in HTML, also between quotation marks.
 * @param {string} text
 */
export function escaped(text) {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/**
 * JSON that cannot end the element it stands in: there, the character stands in texts only.
 * @param {string} text
 */
export function inElement(text) {
  return text.replaceAll("<", "\\u003c");
}

/**
 * Text that stands in an element as it is, with its lines as browsers count them, and without the mark that begins a file.
 * @param {string} text
 */
export function verbatim(text) {
  // Written so that it can stand in such an element itself.
  if (/<(\/(script|style)|!--)/i.test(text)) throw new Error("This would end its element, or be read as something else");
  return text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
}

/**
 * A style sheet with the files in it that it names; `read` gives one of them in base64.
 * @param {string} style
 * @param {(name: string) => Promise<string>} read
 */
export async function whole(style, read) {
  const names = new Set([...style.matchAll(/url\("(?!data:)([^"]*)"\)/g)].map(([, name]) => name));
  for (const name of names) {
    const type = /\.(\w+)$/.exec(name)[1];
    const address = `data:font/${type};base64,${await read(name)}`;
    style = style.replaceAll(`url("${name}")`, `url("${address}")`);
  }
  if (/url\((?!"data:)/.test(style)) throw new Error("The style sheet names something that is not in it");
  return verbatim(style);
}
