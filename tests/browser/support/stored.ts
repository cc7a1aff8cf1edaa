import type { Page } from "@playwright/test";

import { id } from "./documents";

/** Fills local storage with something foreign until not one more character fits. */
export function fill(page: Page): Promise<void> {
  return page.evaluate(() => {
    let part = 0;
    for (let size = 1 << 20; size >= 1; ) {
      try {
        localStorage.setItem(`fill-${part}`, "x".repeat(size));
        part += 1;
      } catch {
        size >>= 1;
      }
    }
  });
}

/** Frees what `fill` took. */
export function free(page: Page): Promise<void> {
  return page.evaluate(() => {
    for (const key of Object.keys(localStorage).filter((key) => key.startsWith("fill-"))) {
      localStorage.removeItem(key);
    }
  });
}

/** A page of the same origin without the program, from which storage can be changed behind its back. */
export async function toQuietPage(page: Page): Promise<void> {
  // Without an icon of its own, the browser would ask for one.
  const body = '<link rel="icon" href="data:,">';
  await page.route("**/quiet", (route) => route.fulfill({ contentType: "text/html", body }));
  await page.goto("quiet");
}

/** What is stored under a document's key: the stamp, and the text that it belongs to. */
export interface StoredRecord {
  stamp: string;
  text: string;
}

export type Kind = "forslag" | "handleplan";

export const keyOf = (kind: Kind, number: number): string => `raaderum/${kind}/${id(number)}`;

/** The checksum of a stamp: FNV-1a, 64 bits. */
function checksum(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of Buffer.from(text)) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  }
  return hash.toString(16).padStart(16, "0");
}

/** A record as the program stores it (src/record/stamp.rs). */
export function record(
  key: string,
  text: string,
  revision = 1,
  at = "2023-06-01T08:00:00Z",
  standing: "saved" | "deleted" | "set-aside" = "saved",
): StoredRecord {
  const digits = String(revision).padStart(12, "0");
  return { stamp: [key, digits, at, standing, checksum(text)].join(" "), text };
}

/** A record as local storage holds it. */
export const quick = ({ stamp, text }: StoredRecord): string => `${stamp}\n${text}`;

/** What is to be stored; whatever was there before is gone. */
export interface Stored {
  local?: Record<string, string>;
  current?: StoredRecord[];
  earlier?: StoredRecord[];
}

/** Stores this and nothing else, from the quiet page. */
export async function store(page: Page, { local = {}, current = [], earlier = [] }: Stored): Promise<void> {
  await toQuietPage(page);
  const pairs = (records: StoredRecord[]) => records.map(({ stamp, text }) => [stamp, text] as const);
  await page.evaluate(
    async ({ local, stores }) => {
      localStorage.clear();
      for (const [key, text] of Object.entries(local)) {
        localStorage.setItem(key, text);
      }
      const opening = indexedDB.open("raaderum", 1);
      opening.onupgradeneeded = () =>
        ["current", "earlier", "handles", "arrived"].forEach((name) => opening.result.createObjectStore(name));
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      });
      const transaction = database.transaction(Object.keys(stores), "readwrite");
      for (const [name, records] of Object.entries(stores)) {
        const objects = transaction.objectStore(name);
        objects.clear();
        records.forEach(([stamp, text]) => objects.put(text, stamp));
      }
      await new Promise((resolve) => (transaction.oncomplete = resolve));
      database.close();
    },
    { local, stores: { current: pairs(current), earlier: pairs(earlier) } },
  );
}

/** Keeps every tab from reading and writing the database, until what this gives is called. */
export async function holdDatabase(page: Page): Promise<() => Promise<void>> {
  const holder = await page.context().newPage();
  await toQuietPage(holder);
  await holder.evaluate(async () => {
    const opening = indexedDB.open("raaderum", 1);
    await new Promise((resolve) => (opening.onsuccess = resolve));
    const stores = [...opening.result.objectStoreNames];
    const objects = opening.result.transaction(stores, "readwrite").objectStore("current");
    const hold = () => void (objects.count().onsuccess = hold);
    await new Promise<void>((resolve) => {
      objects.count().onsuccess = () => {
        hold();
        resolve();
      };
    });
  });
  return () => holder.close();
}
