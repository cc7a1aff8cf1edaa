// Keeps the program on the computer, so that it works without the server. A cache holds exactly one build: every file is
// checked against its fingerprint when it is fetched. A new build waits until somebody takes it into use, or until no
// tab is open: it never changes the program under anybody's hands.

declare const self: ServiceWorkerGlobalScope;
/** The build's name, and its files with their fingerprints: page/worker.mjs puts them in. */
declare const BUILD: string;
declare const FILES: Record<string, string>;

const scope = self.registration.scope;
/** Another Råderum at the same origin, in another folder, has caches of its own. */
const ours = `raaderum ${scope} `;
const current = ours + BUILD;

async function install(): Promise<void> {
  const cache = await caches.open(current);
  await cache.addAll(
    Object.entries(FILES).map(([file, integrity]) => {
      // What is named by its content may come from the browser's own cache: the first visit has just loaded it.
      return new Request(file, { integrity, cache: file.startsWith("app-") ? "default" : "no-cache" });
    }),
  );
}

async function activate(): Promise<void> {
  // Tabs that were opened before there was a worker work without the server too.
  await self.clients.claim();
  const tabs = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  // Each tab that is open goes on with the build it was opened with, and may yet load a part of it.
  if (tabs.filter((tab) => tab.url.startsWith(scope)).length > 1) return;
  const old = (await caches.keys()).filter((name) => name.startsWith(ours) && name !== current);
  await Promise.all(old.map((name) => caches.delete(name)));
}

/** What was kept: by this build, else by one that an older tab was opened with. */
async function kept(request: Request): Promise<Response | undefined> {
  const address = request.url.split(/[?#]/)[0];
  // Whatever name the page is opened by, it is this build's.
  const isPage = request.mode === "navigate" && (address === scope || address === `${scope}index.html`);
  const found = await (await caches.open(current)).match(isPage ? scope : request, { ignoreVary: true });
  if (found) return found;
  for (const name of await caches.keys()) {
    const older = name.startsWith(ours) && (await (await caches.open(name)).match(request, { ignoreVary: true }));
    if (older) return older;
  }
}

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("message", (event) => {
  if (event.data === "take over") void self.skipWaiting();
});
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(scope)) return;
  // A cache that cannot be read must not keep anybody from the server.
  event.respondWith(kept(request).catch(() => undefined).then((found) => found ?? fetch(request)));
});

export {};
