// What the program loads while it runs, in a page that is one file: it lies in the page itself, as base64 of gzip, in an
// element of that name. Whatever the page's script calls `fetch` is this (one_file.mjs).

/** Gives a file of the program, as the browser's own would, without asking anybody. */
function fetchInside(address: URL): Response {
  const text = document.getElementById(address.pathname.slice(1))!.textContent!;
  const packed = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  const program = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(program, { headers: { "Content-Type": "application/wasm" } });
}

export { fetchInside as fetch };
