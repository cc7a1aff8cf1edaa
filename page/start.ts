// The page's own script: it starts the program that lies beside the page.

import { start } from "./crash";
import { keepTexts } from "./texts";

// An import begins where the script lies; the page's addresses begin where the page lies.
const program = new URL(document.currentScript!.dataset.program!, document.baseURI).href;

/** Loads the page anew, with a newer version where one waits: it may be what mends this. */
async function reload(): Promise<void> {
  const again = (): void => location.reload();
  setTimeout(again, 3_000);
  try {
    const registration = (await navigator.serviceWorker.getRegistration())!;
    await registration.update();
    const next = registration.waiting ?? registration.installing;
    navigator.serviceWorker.addEventListener("controllerchange", again);
    if (next) return next.postMessage("take over");
  } catch {
    // Without a worker, or without a connection, the page is loaded as it is.
  }
  again();
}

keepTexts();
start(() => import(program), reload);
