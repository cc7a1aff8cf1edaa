// Stands where a build has its worker while somebody works at Råderum: a release build that was served at the same address before has
// left a worker there, which would go on showing that build. It is taken away, and its pages are loaded anew.

declare const self: ServiceWorkerGlobalScope;

async function leave(): Promise<void> {
  await self.registration.unregister();
  for (const tab of await self.clients.matchAll({ type: "window" })) await tab.navigate(tab.url);
}

self.addEventListener("install", () => void self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(leave()));

export {};
