// The service worker, as the page sees it: it keeps the program on the computer (page/worker.ts).

let registration: ServiceWorkerRegistration | undefined;
let isAskedFor = false;

/** The browser itself looks for a new build when the page is loaded; a tab that is never closed asks this often. */
const AN_HOUR = 3_600_000;

/**
 * Starts the worker once the page has nothing else to do. Calls `ready` when a new build waits to be taken into use, and
 * `elsewhere` when another tab has done so. Where a browser has no workers, or allows none, nothing happens; nor in a page that
 * is one file, which has no manifest either, and is all on the computer already.
 */
export function watch(ready: () => void, elsewhere: () => void): void {
  if (!document.querySelector("link[rel=manifest]")) return;
  const start = async (): Promise<void> => {
    try {
      const workers = navigator.serviceWorker;
      // The first worker of all takes over pages that had none: no news.
      let hadOne = workers.controller !== null;
      workers.addEventListener("controllerchange", () => {
        if (isAskedFor) location.reload();
        else if (hadOne) elsewhere();
        hadOne = true;
      });
      const found = (registration = await workers.register("worker.js"));
      const look = (): void => {
        if (found.waiting && found.active) ready();
      };
      look();
      found.addEventListener("updatefound", () => found.installing?.addEventListener("statechange", look));
      let asked = Date.now();
      document.addEventListener("visibilitychange", () => {
        if (document.visibilityState === "visible" && Date.now() > asked + AN_HOUR) {
          asked = Date.now();
          found.update().catch(() => {});
        }
      });
    } catch {
      // The program works without; it is then loaded from the server each time.
    }
  };
  const whenIdle = (): unknown => (window.requestIdleCallback ?? setTimeout)(() => void start());
  if (document.readyState === "complete") whenIdle();
  else addEventListener("load", whenIdle);
}

/** Takes the build that waits into use, in this tab, which is loaded anew; the others go on with theirs. */
export function takeIntoUse(): void {
  isAskedFor = true;
  const waiting = registration?.waiting;
  if (waiting) waiting.postMessage("take over");
  else location.reload();
}
