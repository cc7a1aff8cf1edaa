// The database in the browser that a document is safe in: what a transaction has completed is there after the
// browser was killed. It knows records only by their stamps (src/record/stamp.rs), as texts; what is stored next is decided
// by the caller, inside the transaction, so that no tab writes over what it has not seen.

import { type DBSchema, type IDBPDatabase, openDB } from "idb";

interface Records extends DBSchema {
  /** Each document as it is: one record, under its stamp. */
  current: { key: string; value: string };
  /** Earlier states, under their stamps, and what could not be read. */
  earlier: { key: string; value: string };
  /** What the browser lets us keep but is no text: the file that the documents are tied to. */
  handles: { key: string; value: Tied };
  /** How far each tab has come in storing what it noted in local storage (src/record/pending.rs). */
  arrived: { key: string; value: string };
}

/** A file, what it held and when that was written, as we last saw it, and what it held before, if we wrote it. */
type Tied = [handle: FileSystemFileHandle, text: string, modified: number, before: string | undefined];

const NAME = "raaderum";

let opened: Promise<IDBPDatabase<Records>> | undefined;

function database(): Promise<IDBPDatabase<Records>> {
  opened ??= openDB<Records>(NAME, 1, {
    upgrade(database) {
      for (const store of ["current", "earlier", "handles", "arrived"] as const) {
        database.createObjectStore(store);
      }
    },
    // A newer version in another tab wants to change the database: it need not wait for this tab.
    blocking(_from, _to, event) {
      (event.target as IDBDatabase).close();
      opened = undefined;
    },
    terminated() {
      opened = undefined;
    },
  }).catch((error: unknown) => {
    opened = undefined;
    throw error;
  });
  return opened;
}

/** Every stamp of a document begins with its key and a space. */
const ofDocument = (key: string) => IDBKeyRange.bound(`${key} `, `${key}!`, false, true);

const documentOf = (stamp: string) => stamp.slice(0, stamp.indexOf(" "));

const SAFE: IDBTransactionOptions = { durability: "strict" };

/** Some browsers refuse it to a page that they let store nothing. */
function openChannel(): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(NAME);
  } catch {
    return undefined;
  }
}

const channel = openChannel();

/** Tells of every record that another tab stores. */
export function listen(heard: (stamp: string, text: string) => void): void {
  channel?.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
    if (Array.isArray(data) && typeof data[0] === "string" && typeof data[1] === "string") {
      heard(data[0], data[1]);
    }
  });
}

/** The stamps of every document. */
export async function stamps(): Promise<string[]> {
  return (await database()).getAllKeys("current");
}

/** The stamps of the earlier states of a document. */
export async function earlierStamps(key: string): Promise<string[]> {
  return (await database()).getAllKeys("earlier", ofDocument(key));
}

/** The records with these stamps; nothing for one that is not there any more. */
export async function texts(stamps: string[]): Promise<(string | undefined)[]> {
  const transaction = (await database()).transaction(["current", "earlier"]);
  const get = async (stamp: string) =>
    (await transaction.objectStore("current").get(stamp)) ??
    (await transaction.objectStore("earlier").get(stamp));
  return Promise.all(stamps.map(get));
}

/**
 * Stores what `next` makes of what is stored, and how far the tab has come with that: the new record, the stamp that the
 * old one is kept under, and the stamps of earlier states that are no longer kept. When it makes an empty list, what is
 * stored stays; when it makes nothing, the change is refused. Ends when the record is safe.
 */
export async function write(
  key: string,
  noted: string,
  next: (
    stamp: string | undefined,
    text: string | undefined,
    earlier: string[],
    arrived: string | undefined,
  ) => [arrived: string, ...made: string[]] | undefined,
): Promise<void> {
  const transaction = (await database()).transaction(["current", "earlier", "arrived"], "readwrite", SAFE);
  const [current, earlier] = [transaction.objectStore("current"), transaction.objectStore("earlier")];
  const progress = transaction.objectStore("arrived");
  const range = ofDocument(key);
  const [stamps, kept, before] = await Promise.all([
    current.getAllKeys(range),
    earlier.getAllKeys(range),
    progress.get(noted),
  ]);
  // There is one; of more, the newest counts.
  const stored = stamps.at(-1);
  const text = stored === undefined ? undefined : await current.get(stored);
  const made = next(stored, text, kept, before);
  const changes: Promise<unknown>[] = [transaction.done];
  const [arrived, stamp, record, keptAs, ...dropped] = made ?? [];
  if (arrived !== undefined) {
    changes.push(progress.put(arrived, noted));
  }
  if (stamp !== undefined && record !== undefined) {
    if (stored !== undefined && text !== undefined) {
      changes.push(current.delete(stored), earlier.put(text, keptAs!));
    }
    changes.push(current.put(record, stamp), ...dropped.map((old) => earlier.delete(old)));
  }
  await Promise.all(changes);
  if (stamp !== undefined) {
    channel?.postMessage([stamp, record]);
  }
}

/** Forgets how far tabs came before a moment (an ISO date) that have left no note. */
export async function forgetArrivals(before: string): Promise<void> {
  const { store, done } = (await database()).transaction("arrived", "readwrite");
  const one = async (noted: string) => {
    const moment = (await store.get(noted))?.split(" ")[1] ?? "";
    if (moment < before && localStorage.getItem(noted) === null) {
      await store.delete(noted);
    }
  };
  await Promise.all([...(await store.getAllKeys()).map(one), done]);
}

/** A record, what it takes the place of and how that is kept, and how it is kept itself if something else is stored. */
type Adopted = [stamp: string, text: string, before: string | undefined, keptAs: string, aside: string];

/** Stores records in place of those that were found, each where that is still what is stored. */
export async function adopt(records: Adopted[]): Promise<void> {
  const transaction = (await database()).transaction(["current", "earlier"], "readwrite", SAFE);
  const [current, earlier] = [transaction.objectStore("current"), transaction.objectStore("earlier")];
  const one = async ([stamp, text, before, keptAs, aside]: Adopted) => {
    const stored = (await current.getAllKeys(ofDocument(documentOf(stamp)))).at(-1);
    if (stored !== before) {
      // Unless it is just that record.
      if (stored !== stamp) {
        await earlier.put(text, aside);
      }
      return;
    }
    const old = before === undefined ? undefined : await current.get(before);
    if (before !== undefined && old !== undefined) {
      await Promise.all([current.delete(before), earlier.put(old, keptAs)]);
    }
    await current.put(text, stamp);
  };
  await Promise.all([...records.map(one), transaction.done]);
}

/** Keeps a text among the earlier states. */
export async function setAside(stamp: string, text: string): Promise<void> {
  const transaction = (await database()).transaction("earlier", "readwrite", SAFE);
  await Promise.all([transaction.store.put(text, stamp), transaction.done]);
}

/** Removes documents with all their earlier states, for good: each that is still stored under this stamp. */
export async function forget(stamps: string[]): Promise<void> {
  const transaction = (await database()).transaction(["current", "earlier"], "readwrite", SAFE);
  const [current, earlier] = [transaction.objectStore("current"), transaction.objectStore("earlier")];
  const one = async (stamp: string) => {
    const range = ofDocument(documentOf(stamp));
    if ((await current.getAllKeys(range)).at(-1) === stamp) {
      await Promise.all([current.delete(range), earlier.delete(range)]);
    }
  };
  await Promise.all([...stamps.map(one), transaction.done]);
}

/** How many bytes are used, how many there is room for, and whether the browser has promised to keep them. */
export async function room(): Promise<[used: number, available: number, isPersistent: boolean]> {
  const { usage = 0, quota = 0 } = await navigator.storage.estimate();
  return [usage, quota, await navigator.storage.persisted()];
}

/** Asks the browser to keep what is stored when it runs out of room. Whether it will. */
export function persist(): Promise<boolean> {
  return navigator.storage.persist();
}

const FILE = "shared-file";

/** The file that the documents are tied to. */
export async function tied(): Promise<Tied | undefined> {
  return (await database()).get("handles", FILE);
}

/** Ties the documents to a file, or to none. */
export async function tie(file: Tied | undefined): Promise<void> {
  const transaction = (await database()).transaction("handles", "readwrite", SAFE);
  const { store } = transaction;
  await Promise.all([file ? store.put(file, FILE) : store.delete(FILE), transaction.done]);
}
