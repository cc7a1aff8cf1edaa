// Starts the program, and takes over when it cannot start or has stopped: says what happened, and hands over all that is
// stored, without the program. It imports nothing, so that it works when nothing else does.

/** Everything of ours in local storage begins so; the database is called so. */
const OURS = "raaderum";
/** A database that answers this late, in milliseconds, does not answer. */
const PATIENCE = 5_000;

/** One stored text, and where it lay: `local-storage`, or `database/` and the name of the store. */
interface Entry {
  place: string;
  key: string;
  text: string;
}

/** What wasm-bindgen makes to load the program. */
interface Loader {
  default: () => Promise<unknown>;
}

const element = (id: string): HTMLElement => document.getElementById(id)!;
const show = (id: string, isShown = true): void => void (element(id).hidden = !isShown);

function giveUp(way: "stopped" | "not-started", error: unknown): void {
  console.error(error);
  if (!element("crash").hidden) return;
  // A dialog would keep everything outside it out of reach; and what no longer works should not look as if it did.
  document.querySelectorAll("dialog").forEach((dialog) => dialog.close());
  document.querySelectorAll<HTMLInputElement>("input, textarea").forEach((field) => (field.readOnly = true));
  document
    .querySelectorAll<HTMLButtonElement>("button:not(#crash *), select, [type=checkbox], [type=radio]")
    .forEach((control) => (control.disabled = true));
  show("starting", false);
  show(`crash-${way}`);
  show(way === "not-started" && !canRun() ? "crash-why-forbidden" : `crash-why-${way}`);
  // Then it is all that there is of the page.
  if (way === "not-started") element("crash").role = "main";
  show("crash");
  element("crash-heading").focus();
}

/** Whether the browser runs programs at all: a policy of the computer or of the server may forbid it. */
export function canRun(): boolean {
  try {
    // The shortest program there is.
    return Boolean(new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)));
  } catch {
    return false;
  }
}

/** The program ends at once when it fails, or runs out of stack, and the browser reports that as an error. */
export function isOfProgram(error: unknown): boolean {
  return (globalThis.WebAssembly && error instanceof WebAssembly.RuntimeError) || error instanceof RangeError;
}

function look(error: unknown): void {
  if (isOfProgram(error)) giveUp("stopped", error);
}

function inLocalStorage(): Entry[] {
  return Object.keys(localStorage)
    .filter((key) => key.startsWith(OURS))
    .map((key) => ({ place: "local-storage", key, text: localStorage.getItem(key) ?? "" }));
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Nothing where there is no database: none is made. */
async function inDatabase(): Promise<Entry[]> {
  const known = await indexedDB.databases?.();
  if (known && !known.some(({ name }) => name === OURS)) return [];
  const opening = indexedDB.open(OURS);
  let isMissing = false;
  opening.onupgradeneeded = () => {
    isMissing = true;
    opening.transaction!.abort();
  };
  let database: IDBDatabase;
  try {
    database = await done(opening);
  } catch (error) {
    if (isMissing) return [];
    throw error;
  }
  const entries: Entry[] = [];
  for (const name of database.objectStoreNames) {
    const store = database.transaction(name).objectStore(name);
    const [keys, texts] = await Promise.all([done(store.getAllKeys()), done(store.getAll())]);
    keys.forEach((key, index) => {
      const text: unknown = texts[index];
      if (typeof key === "string" && typeof text === "string") entries.push({ place: `database/${name}`, key, text });
    });
  }
  database.close();
  return entries;
}

/** Hands over everything that is stored, as it is stored. */
async function rescue(): Promise<void> {
  const late = new Promise<never>((_, reject) => setTimeout(reject, PATIENCE));
  const read = await Promise.allSettled([(async () => inLocalStorage())(), Promise.race([inDatabase(), late])]);
  const records = read.flatMap((part) => (part.status === "fulfilled" ? part.value : []));
  const isWhole = read.every((part) => part.status === "fulfilled");
  if (records.length) {
    const written_at = new Date().toISOString().replace(/\.\d+/, "");
    const file = JSON.stringify({ format: "raaderum-rescue", version: 1, written_at, records });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([file], { type: "application/json" }));
    link.download = `raaderum-${written_at.slice(0, 10)}-alt-gemt.json`;
    link.click();
  }
  show("crash-rescued", records.length > 0);
  show("crash-nothing", !records.length && isWhole);
  show("crash-blocked", !isWhole);
}

/** Starts the program, whose loader `load` gets. `again` loads the page anew. */
export function start(load: () => Promise<Loader>, again: () => unknown): void {
  addEventListener("error", (event) => look(event.error));
  addEventListener("unhandledrejection", (event) => look(event.reason));
  element("crash-reload").addEventListener("click", again);
  element("crash-rescue").addEventListener("click", () => void rescue());
  load()
    .then((loader) => loader.default())
    .then(
      () => show("starting", false),
      (error: unknown) => giveUp("not-started", error),
    );
}
