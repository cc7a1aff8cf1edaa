// The script of a published page: it starts the program that lies in the page (inside.ts). All that is published can be read
// without it: where it cannot start, or stops, one line says so, and the text stays as it is, or comes back.

import { canRun, isOfProgram } from "./crash";
import { keepTexts } from "./texts";

/** Says that the page can only be read. It is there from the beginning, should not even this script run. */
const textOnly = document.getElementById("text-only")!;
textOnly.hidden = true;
textOnly.classList.remove("published__text-only--waits");

function giveUp(error: unknown): void {
  console.error(error);
  // What the program drew in the place of the text is dead, and should not look as if it worked; what was written can be copied.
  document.querySelectorAll("dialog").forEach((dialog) => dialog.close());
  document.querySelectorAll(".on-paper-only").forEach((part) => part.classList.remove("on-paper-only"));
  document.querySelectorAll<HTMLInputElement>("input, textarea").forEach((field) => (field.readOnly = true));
  document
    .querySelectorAll<HTMLButtonElement>("button, select, [type=checkbox], [type=radio], [type=file]")
    .forEach((control) => (control.disabled = true));
  textOnly.hidden = false;
  document.getElementById("text-only-policy")!.hidden = canRun();
}

/** Whatever else goes wrong in the page, an extension of the browser, say, is not the program's end. */
function look(error: unknown): void {
  if (isOfProgram(error)) giveUp(error);
}

addEventListener("error", (event) => look(event.error));
addEventListener("unhandledrejection", (event) => look(event.reason));
keepTexts();
import("raaderum").then((program) => program.default()).catch(giveUp);
