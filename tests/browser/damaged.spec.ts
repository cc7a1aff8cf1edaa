import type { Page } from "@playwright/test";

import { App, content, documentsIn, type StoredDocument } from "./support/app";
import { file, id, plan, proposal, type Json } from "./support/documents";
import { expect, test } from "./support/fixtures";
import { keyOf, quick, record, store, type StoredRecord } from "./support/stored";

// Records are damaged in fifty ways, each in a document of its own. What is damaged is never shown as if it were good, is
// never lost, and never stands in the way of what is whole.

const REVISION = 5;
/** Stored just now: what is stored next lies in the same five minutes, of which only the last state would stay. */
const NOW = new Date().toISOString().replace(/\.\d+/, "");

/** Random numbers that are the same in every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    // Mulberry32.
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** The document of a victim, all of them different, with text, amounts and what is not ASCII. */
function victim(number: number): Json {
  return proposal(
    number,
    {
      heading: `Forslag ${number} – blåbærgrød`,
      sections: {
        summary: `Hvad der står i forslag ${number}. 💰`.repeat(3),
        reduction: "",
        investment: "",
        consequences: "",
        time_horizon: "",
        related_contributions: "",
        relevant_documents: "",
      },
    },
    { estimated_gain: -1000 * number },
  );
}

const textOf = (number: number, changes: Json = {}): string => file([{ ...victim(number), ...changes }]);
const good = (number: number, revision = REVISION): StoredRecord =>
  record(keyOf("forslag", number), textOf(number), revision, NOW);

/** A way to damage a record. Where none of its stamp is touched, the text is another. */
type Way = (whole: StoredRecord, number: number) => StoredRecord;

const onText =
  (change: (text: string, number: number) => string): Way =>
  ({ stamp, text }, number) => ({ stamp, text: change(text, number) });

/** A text without halves of characters, which would be no text any more. */
const mended = (text: string): string => Buffer.from(text).toString();

const flip = (text: string, random: (below: number) => number): string => {
  const place = random(text.length);
  const flipped = String.fromCharCode(text.charCodeAt(place) ^ (1 << random(7)));
  return mended(text.slice(0, place) + flipped + text.slice(place + 1));
};

/** The stamp with another word in one of its places: key, revision, time, standing, checksum. */
const restamped = ({ stamp, text }: StoredRecord, place: number, ...words: string[]): StoredRecord => {
  const stamped = stamp.split(" ");
  stamped.splice(place, 1, ...words);
  return { stamp: stamped.join(" "), text };
};

const WAYS: Record<string, Way> = {
  ...Object.fromEntries(
    [0.02, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.98].map((part) => [
      `cut after ${100 * part} %`,
      onText((text) => mended(text.slice(0, text.length * part))),
    ]),
  ),
  "cut after the first character": onText((text) => text.slice(0, 1)),
  "cut before the last character": onText((text) => text.slice(0, -1)),
  "cut at the front": onText((text) => text.slice(40)),
  "cut in the middle": onText((text) => text.slice(0, 100) + text.slice(180)),
  ...Object.fromEntries(
    Array.from({ length: 12 }, (_, seed) => [
      `one bit, seed ${seed + 1}`,
      onText((text) => flip(text, numbers(seed + 1))),
    ]),
  ),
  "twenty bits": onText((text) => {
    const random = numbers(99);
    return Array.from({ length: 20 }).reduce<string>((flipped) => flip(flipped, random), text);
  }),
  "another amount": onText((text, number) => text.replace(String(-1000 * number), String(-7000 * number))),
  "another heading": onText((text) => text.replace("blåbærgrød", "jordbærgrød")),
  "another date": onText((text) => text.replace("2023-06-01", "2023-06-02")),
  "empty": onText(() => ""),
  "blank": onText(() => " \n\t"),
  "null": onText(() => "null"),
  "an empty object": onText(() => "{}"),
  "a list": onText(() => "[]"),
  "foreign JSON": onText(() => '{"format":"regneark","rows":[[1,2],[3,4]]}'),
  "no JSON": onText(() => "<!doctype html><title>502 Bad Gateway</title>"),
  "junk": onText(() => String.fromCharCode(...Array.from({ length: 400 }, (_, code) => (code * 7919) % 0xd800))),
  "zeros": onText((text) => "\0".repeat(text.length)),
  "doubled": onText((text) => text + text),
  "backwards": onText((text) => [...text].reverse().join("")),
  "with something behind it": onText((text) => `${text}}`),
  "a field doubled": onText((text) => text.replace('"heading":', '"heading":"Noget andet","heading":')),
  "a field more": onText((text) => text.replace('"heading":', '"rubrik":"","heading":')),
  "a field less": onText((text) => text.replace('"department":"CJS",', "")),
  "the wrong document": onText((_, number) => textOf(number + 500)),
  "two documents": onText((_, number) => file([victim(number), victim(number + 500)])),
  "the other form": onText((_, number) => file([], [plan(number)])),
  "no document": onText(() => file([])),
  "a newer version": ({ stamp, text }) => {
    const newer = text.replace(/"version":\d+/, '"version":99');
    return record(stamp.split(" ")[0], newer, REVISION, NOW);
  },
  "the stamp and text of another document": (_, number) => good(number + 500),
  "the stamp of another document": ({ text }, number) => ({ stamp: good(number + 500).stamp, text }),
  "another checksum": (whole) => restamped(whole, 4, "0123456789abcdef"),
  "a stamp without a checksum": (whole) => restamped(whole, 4),
  "a stamp with a short revision": (whole) => restamped(whole, 1, String(REVISION)),
  "a stamp with an unknown word": (whole) => restamped(whole, 3, "gemt"),
  "a stamp that is cut": ({ stamp, text }) => ({ stamp: stamp.slice(0, -3), text }),
};

const NAMES = Object.keys(WAYS);
const NUMBERS = NAMES.map((_, place) => place + 1);
/** Beside the victims there are two that nothing has happened to. */
const WHOLE = [901, 902];

const damaged = (number: number): StoredRecord => WAYS[NAMES[number - 1]](good(number), number);

/** Where a record of another document would lie under that document's key. */
const isForeign = (number: number): boolean => !damaged(number).stamp.startsWith(`${keyOf("forslag", number)} `);

/** What local storage holds under the key of a victim. */
const inLocal = (record: (number: number) => StoredRecord, numbers: number[]): Record<string, string> =>
  Object.fromEntries(numbers.map((number) => [keyOf("forslag", number), quick(record(number))]));

/** What the database holds; a stamp of another document would not be found as this one's. */
const inDatabase = (numbers: number[]): StoredRecord[] =>
  numbers.map((number) => {
    const { stamp, text } = damaged(number);
    return isForeign(number) ? { stamp: good(number).stamp, text } : { stamp, text };
  });

/** Opens the start page, and waits until the two copies have been compared. */
async function open(page: Page): Promise<App> {
  const app = new App(page);
  await app.open();
  for (const number of WHOLE) {
    await expect(app.overview.proposal(`Forslag ${number} `)).toBeVisible();
  }
  // The page knows what lies in the database when it shows this one, which lies nowhere else.
  await expect(app.overview.plan("Kun i databasen", 2023)).toBeVisible();
  return app;
}

const ONLY_STORED = record(keyOf("handleplan", 900), file([], [plan(900, { unit: "Kun i databasen" })]), 1);

/** Everything that the page shows as good, by the document's number. */
async function shown(app: App): Promise<Map<number, StoredDocument>> {
  const { text } = await app.download(app.exportButton());
  const documents = documentsIn(text).filter(({ heading }) => heading !== undefined);
  return new Map(documents.map((document) => [Number(document.id.slice(-12)), document]));
}

/** What is shown must be what was written, to the last character. */
function isGood(number: number, document: StoredDocument | undefined): void {
  const [written] = documentsIn(textOf(number));
  expect(document && content(document), NAMES[number - 1]).toEqual(content(written));
}

/** All texts that are left anywhere: in place, set aside, or offered for download. */
async function left(app: App): Promise<Set<string>> {
  const local = Object.values(await app.page.evaluate(() => ({ ...localStorage })));
  const current = Object.values(await app.database());
  const earlier = Object.values(await app.database("earlier"));
  const withoutStamp = (text: string) => text.slice(text.indexOf("\n") + 1);
  return new Set([...local, ...local.map(withoutStamp), ...current, ...earlier]);
}

/** Fails for each way of which the damaged record is not left byte for byte, with its stamp or without. */
async function areLeft(app: App, numbers: number[]): Promise<void> {
  const texts = await left(app);
  const lost = numbers.filter((number) => {
    const record = damaged(number);
    return !texts.has(record.text) && !texts.has(quick(record));
  });
  expect(lost.map((number) => NAMES[number - 1])).toEqual([]);
}

test("there are fifty ways and more, and each does damage", () => {
  expect(NAMES.length).toBeGreaterThanOrEqual(50);
  for (const number of NUMBERS) {
    expect(quick(damaged(number)), NAMES[number - 1]).not.toBe(quick(good(number)));
  }
});

test("damaged in local storage: the copy in the database counts", async ({ page }) => {
  await store(page, {
    local: inLocal(damaged, NUMBERS),
    current: [...NUMBERS, ...WHOLE].map((number) => good(number)).concat(ONLY_STORED),
  });
  const app = await open(page);
  const documents = await shown(app);
  for (const number of [...NUMBERS, ...WHOLE]) {
    isGood(number, documents.get(number));
  }
  expect(documents.size).toBe(NUMBERS.length + WHOLE.length);
  await areLeft(app, NUMBERS);
  // Local storage is mended, and there is nothing to tell.
  await expect(app.overview.unreadable).toHaveCount(0);
  await page.reload();
  await expect(app.overview.count).toHaveText(`${documents.size} forslag`);
  await areLeft(app, NUMBERS);
  expect(await shown(app)).toEqual(documents);
});

test("damaged in the database: the copy in local storage counts", async ({ page }) => {
  await store(page, {
    local: inLocal(good, [...NUMBERS, ...WHOLE]),
    current: inDatabase(NUMBERS).concat(WHOLE.map((number) => good(number)), ONLY_STORED),
  });
  const app = await open(page);
  const documents = await shown(app);
  for (const number of [...NUMBERS, ...WHOLE]) {
    isGood(number, documents.get(number));
  }
  await areLeft(app, NUMBERS);
  // Working on does not lose it either: not even when many states of the same five minutes follow.
  const chosen = [1, NAMES.indexOf("another amount") + 1, NAMES.indexOf("empty") + 1, NAMES.indexOf("junk") + 1];
  for (const number of chosen) {
    await app.open(`#/forslag/${id(number)}`);
    for (const center of ["CJS 1", "CJS 2", "CJS 3"]) {
      await app.proposal.enter("Center", center);
      await app.isSaved();
    }
  }
  await areLeft(app, NUMBERS);
});

test("damaged in the database, with an older copy in local storage: that one is worked on, and the other kept", async ({
  page,
}) => {
  const older = (number: number) => record(keyOf("forslag", number), textOf(number), REVISION - 2, NOW);
  // A record without a stamp of its own document is never found: it only lies there.
  const numbers = NUMBERS.filter((number) => !isForeign(number));
  await store(page, {
    local: inLocal(older, numbers),
    current: inDatabase(numbers).concat(WHOLE.map((number) => good(number)), ONLY_STORED),
  });
  const app = await open(page);
  const documents = await shown(app);
  for (const number of [...numbers, ...WHOLE]) {
    isGood(number, documents.get(number));
  }
  await areLeft(app, numbers);
  await app.open(`#/forslag/${id(1)}`);
  for (const center of ["CJS 1", "CJS 2", "CJS 3"]) {
    await app.proposal.enter("Center", center);
    await app.isSaved();
  }
  await areLeft(app, numbers);
});

test("damaged in both: none is shown as good, each is offered as it is, and the rest opens", async ({ page }) => {
  await store(page, {
    local: inLocal(damaged, NUMBERS),
    current: inDatabase(NUMBERS).concat(WHOLE.map((number) => good(number)), ONLY_STORED),
  });
  const app = await open(page);
  const documents = await shown(app);
  for (const number of WHOLE) {
    isGood(number, documents.get(number));
  }
  // Where only the stamp was damaged, the text may be known to be good.
  for (const [number, document] of documents) {
    isGood(number, document);
  }
  const list = app.overview.unreadable.getByRole("listitem");
  const offered = await list.locator("code").allInnerTexts();
  for (const number of NUMBERS.filter((number) => !documents.has(number))) {
    expect(offered.some((key) => key.startsWith(keyOf("forslag", number))), NAMES[number - 1]).toBe(true);
  }
  await areLeft(app, NUMBERS);
  // A few are handed over, each as it is.
  for (const name of ["cut after 50 %", "another amount", "junk"]) {
    const number = NAMES.indexOf(name) + 1;
    const line = list.filter({ hasText: keyOf("forslag", number) }).first();
    const { text } = await app.download(line.getByRole("button", { name: "Gem, som det er" }));
    expect([damaged(number).text, quick(damaged(number))]).toContain(text);
  }
  // Nothing that happens to the others touches them.
  await app.openProposal(`Forslag ${WHOLE[0]} `);
  await app.proposal.enter("Center", "Nyt center");
  await app.isSaved();
  await page.reload();
  await app.proposal.isOpen();
  await areLeft(app, NUMBERS);
});

test("damaged in the database, and gone from local storage: each is offered as it is", async ({ page }) => {
  await store(page, {
    local: inLocal(good, WHOLE),
    current: inDatabase(NUMBERS).concat(WHOLE.map((number) => good(number)), ONLY_STORED),
  });
  const app = await open(page);
  const documents = await shown(app);
  for (const [number, document] of documents) {
    isGood(number, document);
  }
  const list = app.overview.unreadable.getByRole("listitem");
  await expect(list).toHaveCount(NUMBERS.filter((number) => !documents.has(number)).length);
  await areLeft(app, NUMBERS);
});

test("damaged in local storage while the document is open: it is saved, and what was there is kept", async ({ app }) => {
  const form = await app.newProposal();
  await form.enter("Overskrift", "Isafjord");
  await app.isSaved();
  const [key] = Object.keys(await app.storedWhole());
  const junk = '{"ikke": "vores"';
  await app.page.evaluate(([key, junk]) => localStorage.setItem(key, junk), [key, junk]);
  await form.enter("Overskrift", "Isafjord lukkes");
  await app.isSaved();
  expect((await left(app)).has(junk)).toBe(true);
  expect((await app.storedDocument()).heading).toBe("Isafjord lukkes");
});
