import type { Page } from "@playwright/test";

import { App, documentsIn } from "./support/app";
import { file, id, proposal } from "./support/documents";
import { expect, test } from "./support/fixtures";
import { holdDatabase, keyOf, record, store, toQuietPage } from "./support/stored";

// What is not stored yet is noted in local storage by the tab that it was typed in. Should that tab end, the next one that
// starts stores it.

const ONE = keyOf("forslag", 1);
const TAB = "7d2f6c1e-0b3a-4c5d-9e8f-1a2b3c4d5e6f";
const text = (heading: string, changes = {}) => file([proposal(1, { heading, ...changes })]);

/** A note as a tab writes it: the first change of a document that was seen in revision 7. */
const note = (heading: string, base: string, standing: "saved" | "deleted" = "saved") => {
  const parts = [record(ONE, text(heading), 7, "2023-06-02T08:00:00Z", standing), record(ONE, base, 7)];
  return ["1", ...parts.map(({ stamp, text }) => `${stamp}\n${text}`)].join("\n");
};
const noted = (content: string, tab = TAB) => ({ [`raaderum-venter/${tab}/${ONE}`]: content });

async function headings(app: App, of: "current" | "earlier" = "current"): Promise<string[]> {
  return Object.values(await app.database(of)).map((stored) => documentsIn(stored)[0].heading as string);
}

/** The document is stored in revision 7, and somebody has it open. */
async function openSeventh(page: Page, local: Record<string, string> = {}): Promise<App> {
  await store(page, { local, current: [record(ONE, text("Gemt"), 7)] });
  const app = new App(page);
  await app.open(`#/forslag/${id(1)}`);
  return app;
}

test("what is typed is noted until it is stored, and then no longer", async ({ page }) => {
  const app = await openSeventh(page);
  const release = await holdDatabase(page);
  await app.proposal.enter("Overskrift", "Skrevet");
  await expect.poll(async () => Object.values(await app.noted()).join()).toContain("Skrevet");
  expect(Object.keys(await app.noted())).toEqual([expect.stringMatching(`^raaderum-venter/[0-9a-f-]{36}/${ONE}$`)]);
  // The copy that opens at once is that of what is stored.
  expect((await app.copyThatOpens()).heading).toBe("Gemt");
  await expect(app.saveStatus).not.toHaveText("Gemt");
  await release();
  await app.isSaved();
  expect(await app.noted()).toEqual({});
  expect((await app.storedDocument()).heading).toBe("Skrevet");
});

test("what a closed tab had not stored is stored by the next one", async ({ page, context }) => {
  const app = await openSeventh(page);
  const release = await holdDatabase(page);
  await app.proposal.enter("Overskrift", "Skrevet før lukningen");
  await app.proposal.type("Center", "CJS og CBF");
  await page.close({ runBeforeUnload: true });
  const next = new App(await context.newPage());
  await toQuietPage(next.page);
  expect(Object.keys(await next.noted())).toHaveLength(1);
  await release();
  await next.open(`#/forslag/${id(1)}`);
  await expect(next.proposal.input("Overskrift")).toHaveValue("Skrevet før lukningen");
  await expect(next.proposal.input("Center")).toHaveValue("CJS og CBF");
  await next.isSaved();
  expect(await next.noted()).toEqual({});
  expect(await headings(next)).toEqual(["Skrevet før lukningen"]);
  expect(await headings(next, "earlier")).toEqual(["Gemt"]);
  await expect(next.notice).toHaveCount(0);
});

test("a tab that is open already stores what another had not when it was closed", async ({ page, context }) => {
  const app = await openSeventh(page);
  const open = new App(await context.newPage());
  await open.open();
  await expect(open.overview.titles).toHaveText(["Gemt"]);
  const release = await holdDatabase(page);
  await app.proposal.enter("Overskrift", "Skrevet før lukningen");
  await page.close({ runBeforeUnload: true });
  await release();
  await expect(open.overview.titles).toHaveText(["Skrevet før lukningen"]);
  await expect.poll(() => open.noted()).toEqual({});
  expect(await headings(open)).toEqual(["Skrevet før lukningen"]);
  await expect(open.notice).toHaveCount(0);
});

test("what was written after a note stands, and the note becomes a copy", async ({ page }) => {
  await store(page, {
    local: noted(note("Fra den lukkede", text("Gemt"))),
    current: [record(ONE, text("Skrevet siden"), 9, "2023-06-03T08:00:00Z")],
  });
  const app = new App(page);
  await app.open(`#/forslag/${id(1)}`);
  await expect(app.notice).toContainText("Begge versioner er gemt");
  await expect(app.proposal.input("Overskrift")).toHaveValue("Skrevet siden");
  await app.isSaved();
  expect((await headings(app)).sort()).toEqual(["Fra den lukkede (kopi)", "Skrevet siden"]);
});

test("what another tab stored meanwhile stays, and where both wrote the same field, both are kept", async ({ page }) => {
  await store(page, {
    local: noted(note("Fra den lukkede", text("Gemt"))),
    current: [record(ONE, text("Fra den anden", { department: "CJS" }), 9)],
  });
  const app = new App(page);
  await app.open(`#/forslag/${id(1)}`);
  await expect(app.proposal.input("Overskrift")).toHaveValue("Fra den lukkede");
  await expect(app.proposal.input("Center")).toHaveValue("CJS");
  await expect(app.notice).toContainText("Begge versioner er gemt");
  await app.isSaved();
  expect((await headings(app)).sort()).toEqual(["Fra den anden (kopi)", "Fra den lukkede"]);
  expect(await app.noted()).toEqual({});
});

test("a note of a tab that is open is left to it", async ({ page, context }) => {
  const app = await openSeventh(page);
  const other = new App(await context.newPage());
  await toQuietPage(other.page);
  const release = await holdDatabase(page);
  await app.proposal.enter("Overskrift", "Skrevet");
  await expect.poll(() => app.noted()).not.toEqual({});
  await other.open(`#/forslag/${id(1)}`);
  await expect(other.proposal.input("Overskrift")).toHaveValue("Gemt");
  const [name] = Object.keys(await app.noted());
  // The tab that starts finds the note, and the lock of the tab that wrote it.
  const { held } = await other.page.evaluate(() => navigator.locks.query());
  expect(held!.map((lock) => lock.name)).toContain(`raaderum-${name.split("/")[1]}`);
  await release();
  await app.isSaved();
  await expect(other.proposal.input("Overskrift")).toHaveValue("Skrevet");
  await other.isSaved();
  expect(await headings(app)).toEqual(["Skrevet"]);
  await expect(app.notice).toHaveCount(0);
  await expect(other.notice).toHaveCount(0);
});

test("a note that comes back after it was stored, as when the computer stops, changes nothing", async ({ page }) => {
  const app = await openSeventh(page);
  const release = await holdDatabase(page);
  await app.proposal.enter("Overskrift", "Skrevet først");
  await expect.poll(() => app.noted()).not.toEqual({});
  const old = await app.noted();
  await release();
  await app.isSaved();
  await app.proposal.enter("Overskrift", "Skrevet sidst");
  await app.isSaved();
  await toQuietPage(page);
  await page.evaluate((old) => Object.entries(old).forEach((entry) => localStorage.setItem(...entry)), old);
  await app.open(`#/forslag/${id(1)}`);
  await expect.poll(() => app.noted()).toEqual({});
  await app.isSaved();
  await expect(app.proposal.input("Overskrift")).toHaveValue("Skrevet sidst");
  expect(await headings(app)).toEqual(["Skrevet sidst"]);
  await expect(app.notice).toHaveCount(0);
});

test("how far a tab came is known for a day, and longer where it has left a note", async ({ page }) => {
  const damaged = noted("Hej");
  const [withNote] = Object.keys(damaged);
  const [old, fresh] = [1, 2].map((tab) => `raaderum-venter/${id(tab)}/${ONE}`);
  await store(page, { local: damaged, current: [record(ONE, text("Gemt"), 7)] });
  const arrivals = (put: [string, string][]) =>
    page.evaluate(async (put) => {
      const opening = indexedDB.open("raaderum", 1);
      await new Promise((resolve) => (opening.onsuccess = resolve));
      const objects = opening.result.transaction("arrived", "readwrite").objectStore("arrived");
      put.forEach(([key, value]) => objects.put(value, key));
      const keys = objects.getAllKeys();
      await new Promise((resolve) => (keys.onsuccess = resolve));
      opening.result.close();
      return keys.result;
    }, put);
  const now = new Date().toISOString().replace(/\.\d+/, "");
  await arrivals([
    [old, "3 2023-06-01T08:00:00Z"],
    [withNote, "3 2023-06-01T08:00:00Z"],
    [fresh, `3 ${now}`],
  ]);
  const app = new App(page);
  await app.open();
  await expect.poll(() => arrivals([])).toEqual([fresh, withNote].sort());
});

test("what was deleted as the tab was closed goes to the bin", async ({ page, context }) => {
  const app = await openSeventh(page);
  await app.open();
  const release = await holdDatabase(page);
  await app.overview.proposal("Gemt").getByRole("button", { name: /^Slet/ }).click();
  await page.close({ runBeforeUnload: true });
  const next = new App(await context.newPage());
  await toQuietPage(next.page);
  await release();
  await next.open();
  await expect(next.overview.proposalRows).toHaveCount(0);
  await expect.poll(() => next.noted()).toEqual({});
  await expect.poll(() => next.stored()).toEqual({});
  const safekeeping = await next.openSafekeeping();
  await expect(safekeeping.bringBack("Gemt")).toBeVisible();
});

test("a note that cannot be read is listed, handed over as it is, and left", async ({ page }) => {
  const damaged = noted(note("Skrevet", text("Gemt")).replace("Skrevet", "Skrovet"));
  const app = await openSeventh(page, { ...damaged, "raaderum-venter/hej": "Hej" });
  await app.toOverview();
  const list = app.overview.unreadable.getByRole("listitem");
  await expect(list).toHaveCount(2);
  for (const [key, content] of Object.entries({ ...damaged, "raaderum-venter/hej": "Hej" })) {
    const button = list.filter({ hasText: key }).getByRole("button", { name: "Gem, som det er" });
    expect((await app.download(button)).text).toBe(content);
  }
  await expect(list.first()).toContainText("en ændring, der ikke nåede at blive gemt");
  expect(await app.noted()).toEqual({ ...damaged, "raaderum-venter/hej": "Hej" });
  await expect(app.overview.titles).toHaveText(["Gemt"]);
});

test("beside a record that cannot be read, a note becomes a copy", async ({ page }) => {
  const newer = file([], [], { version: 99 });
  await store(page, { local: noted(note("Skrevet", text("Gemt"))), current: [record(ONE, newer, 9)] });
  const app = new App(page);
  await app.open();
  await expect(app.overview.titles).toHaveText(["Skrevet (kopi)"]);
  await expect(app.notice).toContainText("kopi");
  await expect.poll(() => app.noted()).toEqual({});
  expect(Object.values(await app.database())).toContain(newer);
});

test("a browser without locks takes over what is old, and stores as ever", async ({ page }) => {
  await page.addInitScript(() => delete (Navigator.prototype as { locks?: unknown }).locks);
  const app = await openSeventh(page, noted(note("Fra før", text("Gemt"))));
  await expect(app.proposal.input("Overskrift")).toHaveValue("Fra før");
  await app.proposal.enter("Center", "CJS");
  await app.isSaved();
  expect(await app.noted()).toEqual({});
  const other = await app.otherTab();
  await other.proposal.enter("Center", "CBF");
  await other.isSaved();
  await expect(app.proposal.input("Center")).toHaveValue("CBF");
  expect(await headings(app)).toEqual(["Fra før"]);
});

test("a document that a tab with the previous version wrote is kept beside what is stored", async ({ page }) => {
  const plain = { [ONE]: text("Fra den forrige version af Råderum") };
  await store(page, { local: plain, current: [record(ONE, text("Gemt"), 7)] });
  const app = new App(page);
  await app.open();
  await expect(app.overview.titles).toHaveText(["Gemt", "Fra den forrige version af Råderum (kopi)"]);
  await expect(app.notice).toContainText("Begge versioner er gemt");
  await app.overview.isOpen();
  await expect.poll(async () => (await headings(app)).length).toBe(2);
});

test("an earlier state that local storage still holds is no copy", async ({ page }) => {
  await store(page, {
    local: { [ONE]: text("Før") },
    current: [record(ONE, text("Gemt"), 7)],
    earlier: [record(ONE, text("Før"), 1)],
  });
  const app = new App(page);
  await app.open();
  await expect(app.overview.titles).toHaveText(["Gemt"]);
  await expect.poll(async () => (await app.storedDocument()).heading).toBe("Gemt");
  await expect(app.notice).toHaveCount(0);
});
