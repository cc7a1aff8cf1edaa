// Makes the file in which a catalogue is published: the shell of the build (page/one_file.mjs), with the catalogue in it, and
// the style and the parts of this very program.

import { BYTE_ORDER_MARK, escaped, fill, holes, inElement, whole } from "../whole.mjs";

/** What lies beside this module; or in the page, where that is one file (page/inside.ts). */
async function beside(name: string): Promise<Response> {
  const answer = await fetch(new URL(name, import.meta.url));
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return answer;
}

async function base64(answer: Response): Promise<string> {
  const reader = new FileReader();
  const read = new Promise((resolve, reject) => {
    reader.onload = resolve;
    reader.onerror = () => reject(reader.error);
  });
  reader.readAsDataURL(await answer.blob());
  await read;
  const address = reader.result as string;
  return address.slice(address.indexOf(",") + 1);
}

async function packed(name: string): Promise<string> {
  const { body } = await beside(name);
  return base64(new Response(body!.pipeThrough(new CompressionStream("gzip"))));
}

/**
 * The style sheet with its fonts; a page that is one file has it so. Ours is known by its name: what an extension of the browser
 * adds to the page is nobody else's.
 */
async function style(): Promise<string> {
  const inPage = document.querySelector("style#raaderum-style");
  if (inPage) return inPage.textContent!;
  const sheet = await (await beside("raaderum.css")).text();
  return whole(sheet, async (name) => base64(await beside(name)));
}

/** The policy of the shell names the one style that readers' browsers take: with another, the page would have none. */
async function check(style: string, shell: string): Promise<void> {
  // Where the connection is not safe, the browser does not reckon it.
  const { subtle } = crypto as Partial<Crypto>;
  if (!subtle) return;
  const digest = await base64(new Response(await subtle.digest("SHA-256", new TextEncoder().encode(style))));
  if (!shell.includes(`style-src 'sha256-${digest}'`)) throw new Error("The style is not the one of the shell");
}

/** The text of the file. `content` is HTML, `data` JSON, the others are text. */
export async function publishedFile(title: string, description: string, content: string, data: string): Promise<string> {
  const shell = await (await beside("publication.html")).text();
  const values: Record<string, string> = {
    content,
    data: inElement(data),
    description: escaped(description),
    style: await style(),
    title: escaped(title),
  };
  await check(values.style, shell);
  // Every other hole is for a part of the program by that name.
  for (const name of holes(shell)) values[name] ??= await packed(name);
  return BYTE_ORDER_MARK + fill(shell, values);
}
