// A file on the computer or a shared drive that others write to as well (File System Access API). What is made of its text
// is decided by the caller (shared_file.rs).

interface Picking {
  id: string;
  types: { description: string; accept: Record<string, string[]> }[];
  suggestedName?: string;
}

// TypeScript knows only what every browser has.
declare global {
  interface Window {
    showOpenFilePicker?(options: Picking): Promise<FileSystemFileHandle[]>;
    showSaveFilePicker?(options: Picking): Promise<FileSystemFileHandle>;
  }
  interface FileSystemFileHandle {
    queryPermission(access: { mode: "readwrite" }): Promise<PermissionState>;
    requestPermission(access: { mode: "readwrite" }): Promise<PermissionState>;
  }
}

/** Whether the browser can. */
export function isThere(): boolean {
  return "showOpenFilePicker" in window && "showSaveFilePicker" in window;
}

/** Lets the user choose a file, or where a new one of that name is to lie. Nothing when no choice is made. */
export async function choose(kind: string, name?: string): Promise<FileSystemFileHandle | undefined> {
  const types = [{ description: kind, accept: { "application/json": [".json"] } }];
  const picking: Picking = { id: "raaderum", types };
  try {
    if (name === undefined) {
      return (await window.showOpenFilePicker?.(picking))?.[0];
    }
    return await window.showSaveFilePicker?.({ ...picking, suggestedName: name });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") {
      return undefined;
    }
    throw error;
  }
}

/** Whether the file may be read and written. The browser asks the user only after a click. */
export async function mayWrite(file: FileSystemFileHandle, asks: boolean): Promise<boolean> {
  const mode = { mode: "readwrite" } as const;
  const answer = await file.queryPermission(mode);
  return (answer === "prompt" && asks ? await file.requestPermission(mode) : answer) === "granted";
}

/** When the file was changed last. */
export async function modified(file: FileSystemFileHandle): Promise<number> {
  return (await file.getFile()).lastModified;
}

/** What a file holds, and when that was written. */
interface Content {
  bytes: Uint8Array;
  modified: number;
}

/** What the file holds, or a little more than `most` bytes of it. */
export async function read(file: FileSystemFileHandle, most: number): Promise<Content> {
  const found = await file.getFile();
  const bytes = new Uint8Array(await found.slice(0, most + 1).arrayBuffer());
  return { bytes, modified: found.lastModified };
}

async function holds(file: FileSystemFileHandle, bytes: Uint8Array): Promise<boolean> {
  const found = (await read(file, bytes.length)).bytes;
  return found.length === bytes.length && found.every((byte, place) => byte === bytes[place]);
}

/**
 * Writes a text in place of the one that was read. Nothing is written when the file holds something else by now, or when
 * writing fails: what is written lies beside the file until it is whole. Whether it was written.
 */
export async function write(file: FileSystemFileHandle, text: string, before: string): Promise<boolean> {
  const expected = new TextEncoder().encode(before);
  const stream = await file.createWritable();
  try {
    await stream.write(text);
    if (await holds(file, expected)) {
      await stream.close();
      return true;
    }
  } catch (error) {
    await stream.abort().catch(() => {});
    throw error;
  }
  await stream.abort();
  return false;
}

/** Waits until no other tab of this browser is at the file. Gives what lets the next one in. */
export function turn(): Promise<() => void> {
  return new Promise((begin, fail) => {
    const work = (): Promise<void> => new Promise((end) => begin(end));
    // Without locks there is no other tab that this one could know of.
    if (!navigator.locks) return begin(() => {});
    navigator.locks.request("raaderum-file", work).catch(fail);
  });
}

export const wait = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));
