// The script of a published page: it starts the program that lies in the page (inside.ts). All that is published can be read
// without it: where it cannot start, or stops, one line says so, and the text stays as it is.

import { isOfProgram } from "./crash";

function giveUp(error: unknown): void {
  console.error(error);
  document.getElementById("text-only")!.hidden = false;
}

/** Whatever else goes wrong in the page, an extension of the browser, say, is not the program's end. */
function look(error: unknown): void {
  if (isOfProgram(error)) giveUp(error);
}

addEventListener("error", (event) => look(event.error));
addEventListener("unhandledrejection", (event) => look(event.reason));
import("raaderum").then((program) => program.default()).catch(giveUp);
