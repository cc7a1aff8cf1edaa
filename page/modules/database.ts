// The database in the browser that a document is safe in: what a transaction has completed is there after the
// browser was killed. It knows records only by their stamps (src/record/stamp.rs), as texts; what is stored next is decided
// by the caller, inside the transaction, so that no tab writes over what it has not seen.

import { type DBSchema, type IDBPDatabase, type IDBPTransaction, type StoreNames, deleteDB, openDB } from "idb";

interface Records extends DBSchema {
  /** Each document as it is: one record, under its stamp. */
  current: { key: string; value: string };
  /** Earlier states, under their stamps, and what could not be read. */
  earlier: { key: string; value: string };
  /** What the browser lets us keep but is no text: the file that the documents are tied to. */
  handles: { key: string; value: StoredFile };
  /** How far each tab has come in storing what it noted in local storage (src/record/pending.rs). */
  arrived: { key: string; value: string };
}

/** The file that the documents are tied to, as it is stored. Earlier builds store it so too: it cannot be changed. */
type StoredFile = [handle: FileSystemFileHandle, text: string, modified: number, before: string | undefined];

const NAME = "raaderum";
const STORES = ["current", "earlier", "handles", "arrived"] as const;
/** How long another tab may stand in the way of opening the database before that is said, in milliseconds. */
const PATIENCE = 2_000;

type Database = IDBPDatabase<Records>;

let opened: Promise<Database> | undefined;
/** Fails when another tab has stood in the way of what is being opened for too long. */
let late: Promise<never>;

/** Something that a store holds. */
interface Held {
  store: string;
  key: IDBValidKey;
  value: unknown;
}

/** Opens the database. One that is made holds `records`. */
function open(blocked: () => void, records: Held[] = []): Promise<Database> {
  return openDB<Records>(NAME, 1, {
    upgrade(database, _from, _to, transaction) {
      for (const store of STORES) database.createObjectStore(store);
      const stores = transaction as unknown as IDBPTransaction<unknown, string[], "versionchange">;
      for (const { store, key, value } of records) void stores.objectStore(store).put(value, key);
    },
    blocked,
    // A newer version in another tab wants to change the database: it need not wait for this tab.
    blocking(_from, _to, event) {
      (event.target as IDBDatabase).close();
      opened = undefined;
    },
    terminated() {
      opened = undefined;
    },
  });
}

const isWhole = (database: Database): boolean => STORES.every((name) => database.objectStoreNames.contains(name));

/** All that a database holds in stores of ours. */
async function all(database: Database): Promise<Held[]> {
  const records: Held[] = [];
  for (const name of database.objectStoreNames) {
    if (!STORES.includes(name)) continue;
    const { store } = database.transaction(name);
    const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
    keys.forEach((key, place) => records.push({ store: name, key, value: values[place] }));
  }
  return records;
}

/**
 * Opens the database, and makes it anew where it has not got its stores: a browser that ended while it was made leaves it so, and
 * any page at the same origin can. What it holds stays.
 */
async function openWhole(blocked: () => void): Promise<Database> {
  const mend = async (): Promise<Database> => {
    const database = await open(blocked);
    if (isWhole(database)) return database;
    const records = await all(database);
    database.close();
    await deleteDB(NAME, { blocked });
    return open(blocked, records);
  };
  const database = await open(blocked);
  if (isWhole(database)) return database;
  database.close();
  // Of two tabs, the second must not delete what the first has just made.
  return (await navigator.locks?.request(`${NAME}-mend`, mend)) ?? mend();
}

/** The database, which is opened when it is first asked for. */
function database(): Promise<Database> {
  if (!opened) {
    let blocked = (): void => {};
    late = new Promise((_, reject) => {
      const error = new DOMException("Another tab holds the database", "BlockedError");
      blocked = () => void setTimeout(reject, PATIENCE, error);
    });
    // Nobody may be waiting any more.
    late.catch(() => {});
    const opening: Promise<Database> = openWhole(blocked).catch((error: unknown) => {
      if (opened === opening) opened = undefined;
      throw error;
    });
    opened = opening;
  }
  // It may yet be opened, and then counts.
  return Promise.race([opened, late]);
}

/**
 * Begins a transaction; one that writes is complete only when all is on the disk. A connection that cannot begin one is opened
 * once anew: some browsers end them while the page is in the background, and do not tell.
 */
async function begin<
  const Names extends StoreNames<Records>[],
  Mode extends "readonly" | "readwrite" = "readonly",
>(names: Names, mode?: Mode): Promise<IDBPTransaction<Records, Names, Mode>> {
  const options: IDBTransactionOptions | undefined = mode === "readwrite" ? { durability: "strict" } : undefined;
  const connection = await database();
  try {
    return connection.transaction(names, mode, options);
  } catch {
    connection.close();
    opened = undefined;
    return (await database()).transaction(names, mode, options);
  }
}

/** Every stamp of a document begins with its key and a space. */
const ofDocument = (key: string) => IDBKeyRange.bound(`${key} `, `${key}!`, false, true);

const documentOf = (stamp: string) => stamp.slice(0, stamp.indexOf(" "));

/** Keys that are no text, by the text that stands for them. */
const strange = new Map<string, IDBValidKey>();

/** What is stored as a text: what is none, as JSON, so that it can be shown and handed over. */
function asText(value: unknown): string | undefined {
  if (typeof value === "string" || value === undefined) return value;
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return String(value);
  }
}

function nameOf(key: IDBValidKey): string {
  if (typeof key === "string") return key;
  const name = asText(key)!;
  strange.set(name, key);
  return name;
}

/** Some browsers refuse it to a page that they let store nothing. */
function openChannel(): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(NAME);
  } catch {
    return undefined;
  }
}

const channel = openChannel();

/** Tells the stamp of every record that another tab says it has stored. Any page at this origin can say so. */
export function listen(heard: (stamp: string) => void): void {
  channel?.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
    if (Array.isArray(data) && typeof data[0] === "string") heard(data[0]);
  });
}

/** The stamps of every document. A key that is no text has a text that stands for it. */
export async function stamps(): Promise<string[]> {
  const { store } = await begin(["current"]);
  return (await store.getAllKeys()).map(nameOf);
}

/** The stamps of the earlier states of a document. */
export async function earlierStamps(key: string): Promise<string[]> {
  const { store } = await begin(["earlier"]);
  return store.getAllKeys(ofDocument(key));
}

/** The records with these stamps; nothing for one that is not there any more. One that is no text is given as JSON. */
export async function texts(stamps: string[]): Promise<(string | undefined)[]> {
  const transaction = await begin(["current", "earlier"]);
  const get = async (stamp: string) => {
    const key = (strange.get(stamp) ?? stamp) as string;
    const current: unknown = await transaction.objectStore("current").get(key);
    return asText(current ?? (await transaction.objectStore("earlier").get(key)));
  };
  return Promise.all(stamps.map(get));
}

/** What is stored of a document, and what surrounds it. */
interface StoredRecord {
  /** The stamp and the text of the document's record, if there is one. */
  stamp?: string | undefined;
  text?: string | undefined;
  /** The stamps of the earlier states. */
  earlier: string[];
  /** How far the tab has come. */
  arrived?: string | undefined;
}

/** What takes the place of a record. */
interface Replacement {
  stamp: string;
  text: string;
  /** The stamp that the old record is kept under, if there is one. */
  keptAs?: string;
  /** The stamps of earlier states that are no longer kept. */
  dropped: string[];
}

/** What becomes of what is stored, which stays where nothing takes its place, and how far the tab has come with that. */
interface Decision {
  arrived: string;
  replacement?: Replacement;
}

/**
 * Stores what `decide` makes of what is stored, under the key where the tab notes what is not stored. When it decides nothing, the
 * change is refused, and nothing is stored. Ends when the record is safe.
 */
export async function write(
  key: string,
  noted: string,
  decide: (stored: StoredRecord) => Decision | undefined,
): Promise<void> {
  const transaction = await begin(["current", "earlier", "arrived"], "readwrite");
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
  const decision = decide({ stamp: stored, text: asText(text), earlier: kept, arrived: asText(before) });
  const changes: Promise<unknown>[] = [transaction.done];
  const replacement = decision?.replacement;
  if (decision) {
    changes.push(progress.put(decision.arrived, noted));
  }
  if (replacement) {
    if (stored !== undefined && text !== undefined) {
      changes.push(current.delete(stored), earlier.put(text, replacement.keptAs!));
    }
    changes.push(current.put(replacement.text, replacement.stamp));
    changes.push(...replacement.dropped.map((old) => earlier.delete(old)));
  }
  await Promise.all(changes);
  if (replacement) {
    // Only an earlier build, open in another tab, believes the record.
    channel?.postMessage([replacement.stamp, replacement.text]);
  }
}

/** Forgets how far tabs came before a moment (an ISO date) that have left no note. */
export async function forgetArrivals(before: string): Promise<void> {
  const { store, done } = await begin(["arrived"], "readwrite");
  const one = async (noted: string) => {
    const moment = asText(await store.get(noted))?.split(" ")[1] ?? "";
    if (moment < before && localStorage.getItem(noted) === null) {
      await store.delete(noted);
    }
  };
  await Promise.all([...(await store.getAllKeys()).map(one), done]);
}

/** A record that is to take the place of the one that was found. */
interface Adopted {
  stamp: string;
  text: string;
  /** The stamp of the one that was found, if any, and the stamp that it is kept under. */
  before?: string;
  keptAs?: string;
  /** The stamp that this one is kept under if something else is stored by now. */
  aside: string;
}

/** Stores records in place of those that were found, each where that is still what is stored. */
export async function adopt(records: Adopted[]): Promise<void> {
  const transaction = await begin(["current", "earlier"], "readwrite");
  const [current, earlier] = [transaction.objectStore("current"), transaction.objectStore("earlier")];
  const one = async ({ stamp, text, before, keptAs, aside }: Adopted) => {
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
      await Promise.all([current.delete(before), earlier.put(old, keptAs!)]);
    }
    await current.put(text, stamp);
  };
  await Promise.all([...records.map(one), transaction.done]);
}

/** Keeps a text among the earlier states. */
export async function setAside(stamp: string, text: string): Promise<void> {
  const transaction = await begin(["earlier"], "readwrite");
  await Promise.all([transaction.store.put(text, stamp), transaction.done]);
}

/** Removes documents with all their earlier states, for good: each that is still stored under this stamp. */
export async function forget(stamps: string[]): Promise<void> {
  const transaction = await begin(["current", "earlier"], "readwrite");
  const [current, earlier] = [transaction.objectStore("current"), transaction.objectStore("earlier")];
  const one = async (stamp: string) => {
    const range = ofDocument(documentOf(stamp));
    if ((await current.getAllKeys(range)).at(-1) === stamp) {
      await Promise.all([current.delete(range), earlier.delete(range)]);
    }
  };
  await Promise.all([...stamps.map(one), transaction.done]);
}

/** The browser has none where the page does not come from a safe origin, and some browsers have none at all. */
const storage = navigator.storage as Partial<StorageManager> | undefined;

/** How many bytes are used, how many there is room for, and whether the browser has promised to keep them. */
interface Room {
  used: number;
  available: number;
  isPersistent: boolean;
}

/** How much is stored. Nothing where the browser does not tell. */
export async function storageRoom(): Promise<Room | undefined> {
  if (!storage?.estimate) return undefined;
  const { usage = 0, quota = 0 } = await storage.estimate();
  return { used: usage, available: quota, isPersistent: (await storage.persisted?.()) ?? false };
}

/** Asks the browser to keep what is stored when it runs out of room. Whether it will; nothing where it cannot be asked. */
export async function askToPersist(): Promise<boolean | undefined> {
  return storage?.persist?.();
}

const FILE = "shared-file";

/** The file that the documents are tied to. */
interface TiedFile {
  handle: FileSystemFileHandle;
  /** What it held, and when that was written, as we last saw it. */
  text: string;
  modified: number;
  /** What it held before, if we wrote it. */
  before?: string | undefined;
}

/** The file that the documents are tied to, if any. */
export async function tiedFile(): Promise<TiedFile | undefined> {
  const { store } = await begin(["handles"]);
  const stored = await store.get(FILE);
  if (!stored) return undefined;
  // Any page at the same origin can have stored something else.
  const [handle, text, modified, before] = Array.from(stored) as StoredFile;
  return { handle, text: asText(text) ?? "", modified: Number(modified), before: asText(before) };
}

/** Ties the documents to a file, or to none. */
export async function tie(file: TiedFile | undefined): Promise<void> {
  const transaction = await begin(["handles"], "readwrite");
  const { store } = transaction;
  const change = file ? store.put([file.handle, file.text, file.modified, file.before], FILE) : store.delete(FILE);
  await Promise.all([change, transaction.done]);
}
