import { readdirSync } from "node:fs";
import path from "node:path";

import { chromium, type Page } from "@playwright/test";

import { App, documentsIn } from "./support/app";
import { BUILD } from "./support/builds";
import { file, id, proposal } from "./support/documents";
import { expect, test } from "./support/fixtures";
import { keyOf, quick, record, store, toQuietPage } from "./support/stored";

// What a browser may lack, lose or refuse, and what other pages at the same origin can do.

const [ONE, TWO, THREE] = [1, 2, 3].map((number) => keyOf("forslag", number));
const headings = async (app: App) => Object.values(await app.database()).flatMap(documentsIn).map(({ heading }) => heading);

test("on plain http, where browsers give less, the first change is saved, and nothing is complained of", async ({ baseURL }, info) => {
  const { launchOptions, locale, viewport } = info.project.use;
  const args = [...launchOptions!.args!, "--host-resolver-rules=MAP raaderum.test 127.0.0.1"];
  const browser = await chromium.launch({ ...launchOptions, args });
  const context = await browser.newContext({ baseURL: baseURL!.replace("127.0.0.1", "raaderum.test"), locale, viewport });
  const complaints: string[] = [];
  context.on("weberror", (error) => complaints.push(error.error().message));
  context.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  const app = new App(await context.newPage());
  await app.open();
  const lacks = await app.page.evaluate(() => [isSecureContext, "storage" in navigator, "locks" in navigator, "serviceWorker" in navigator]);
  expect(lacks).toEqual([false, false, false, false]);
  const form = await app.newProposal();
  await form.enter("Overskrift", "Skrevet uden https");
  await app.isSaved();
  await app.page.reload();
  await expect(form.input("Overskrift")).toHaveValue("Skrevet uden https");
  await app.isSaved();
  expect(await headings(app)).toEqual(["Skrevet uden https"]);
  const { room } = await app.openSafekeeping();
  await expect(room).toContainText("Browseren oplyser ikke");
  expect(complaints).toEqual([]);
  await browser.close();
});

/** Lets a test end every connection to the database that is open, and refuse new ones. */
async function breakConnections(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const { transaction } = IDBDatabase.prototype;
    const known = new Set<IDBDatabase>();
    const dead = new WeakSet<IDBDatabase>();
    const connections = {
      refuses: false,
      end: () => known.forEach((connection) => dead.add(connection)),
    };
    Object.assign(window, { connections });
    IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...words: Parameters<typeof transaction>) {
      known.add(this);
      if (connections.refuses || dead.has(this)) {
        throw new DOMException("The database connection is closing.", "InvalidStateError");
      }
      return transaction.apply(this, words);
    };
  });
}

interface Connections {
  refuses: boolean;
  end: () => void;
}

test("a connection to the database that is dead is opened once anew; where that fails too, it is said until it works", async ({ page }) => {
  await breakConnections(page);
  const app = new App(page);
  await app.open();
  const form = await app.newProposal();
  await form.enter("Overskrift", "Før");
  await app.isSaved();
  const connections = (change: (connections: Connections) => void) =>
    page.evaluate(`(${change.toString()})(window.connections)`);
  await connections((all) => all.end());
  await form.enter("Overskrift", "Efter baggrunden");
  await app.isSaved();
  expect(await headings(app)).toEqual(["Efter baggrunden"]);
  await connections((all) => (all.refuses = true));
  await form.enter("Overskrift", "Mens intet virker");
  await expect(app.banner).toContainText("browserens database svarer ikke");
  await connections((all) => (all.refuses = false));
  await app.isSaved();
  await expect(app.banner).toHaveCount(0);
  expect(await headings(app)).toEqual(["Mens intet virker"]);
});

test("a database without its stores is made anew, with all that it and local storage hold; a tab in the way is named", async ({ page }) => {
  const [here, there] = [1, 2].map((number) => record(keyOf("forslag", number), file([proposal(number)])));
  await toQuietPage(page);
  // Another page at this origin has it open, and does not let go of it.
  const holder = await page.context().newPage();
  await toQuietPage(holder);
  await holder.evaluate(
    async ([key, text, stamp, stored]) => {
      localStorage.setItem(key, text);
      const opening = indexedDB.open("raaderum", 1);
      opening.onupgradeneeded = () => void opening.result.createObjectStore("current").put(stored, stamp);
      await new Promise((resolve) => (opening.onsuccess = resolve));
      opening.result.onversionchange = () => {};
    },
    [ONE, quick(here), there.stamp, there.text],
  );
  const app = new App(page);
  await app.open(`#/forslag/${id(1)}`);
  await expect(app.banner).toContainText("en anden fane holder browserens database optaget");
  await app.proposal.enter("Center", "Skrevet imens");
  await holder.close();
  await app.isSaved();
  await expect(app.banner).toHaveCount(0);
  const stored = Object.values(await app.database()).flatMap(documentsIn);
  expect(stored.map(({ heading, department }) => [heading, department])).toEqual([
    ["Forslag 1", "Skrevet imens"],
    ["Forslag 2", "CJS"],
  ]);
});

test("what is stored and is no text is listed with what cannot be read, and can be taken away", async ({ page }) => {
  const whole = record(TWO, file([proposal(2)]));
  await store(page, { current: [record(ONE, ""), whole] });
  await page.evaluate(async (stamp) => {
    const opening = indexedDB.open("raaderum", 1);
    await new Promise((resolve) => (opening.onsuccess = resolve));
    const current = opening.result.transaction("current", "readwrite").objectStore("current");
    current.put({ heading: "Intet sprog" }, stamp);
    current.put("en tekst under et tal", 7);
    await new Promise((resolve) => (current.transaction.oncomplete = resolve));
    opening.result.close();
  }, record(ONE, "").stamp);
  const app = new App(page);
  await app.open();
  await expect(app.overview.titles).toHaveText(["Forslag 2"]);
  const entries = app.overview.unreadable.getByRole("listitem");
  await expect(entries).toHaveCount(2);
  const texts = [];
  for (const entry of await entries.all()) {
    texts.push((await app.download(entry.getByRole("button"))).text);
  }
  expect(texts.sort()).toEqual(["en tekst under et tal", '{"heading":"Intet sprog"}']);
});

test("what another page says it has stored is shown only where it lies in the database", async ({ page }) => {
  const state = (heading: string, revision: number) => record(THREE, file([proposal(3, { heading })]), revision);
  await store(page, { current: [state("Det gemte", 4)] });
  const app = new App(page);
  await app.open(`#/forslag/${id(3)}`);
  await app.isSaved();
  const liar = await page.context().newPage();
  await toQuietPage(liar);
  const say = ({ stamp, text }: { stamp: string; text: string }) =>
    liar.evaluate((message) => {
      const channel = new BroadcastChannel("raaderum");
      channel.postMessage(message);
      channel.postMessage(["raaderum/forslag/x", message]);
      channel.close();
    }, [stamp, text]);
  await say(state("Opdigtet", 9));
  await say(state("Opdigtet", 10 ** 12));
  // What is stored after it arrives after it.
  const other = await app.otherTab();
  await other.proposal.enter("Center", "Fra en rigtig fane");
  await expect(app.proposal.input("Center")).toHaveValue("Fra en rigtig fane");
  await expect(app.proposal.input("Overskrift")).toHaveValue("Det gemte");
  await app.proposal.enter("Overskrift", "Skrevet videre");
  await app.isSaved();
  await app.page.reload();
  await expect(app.proposal.input("Overskrift")).toHaveValue("Skrevet videre");
  await app.toOverview();
  await expect(app.overview.titles).toHaveText(["Skrevet videre"]);
});

test("an open tab whose parts are gone from the server offers to load the page anew, and nothing typed is lost", async ({ app, complaints }) => {
  const { page } = app;
  const form = await app.newProposal();
  const folder = readdirSync(BUILD).find((name) => name.startsWith("app-"))!;
  expect(readdirSync(path.join(BUILD, folder))).toContain("split_safekeeping.wasm");
  let asked = 0;
  await page.route("**/split_safekeeping.wasm", (route) => {
    asked += 1;
    return route.fulfill({ status: 404, contentType: "text/html", body: "Not found" });
  });
  await form.type("Overskrift", "Skrevet i den gamle udgave");
  await app.earlierLink.click();
  await expect(page.getByRole("alert")).toContainText("genindlæs siden");
  expect(asked).toBe(2);
  await expect(page.getByRole("button", { name: "Prøv igen" })).toBeVisible();
  await page.unroute("**/split_safekeeping.wasm");
  await page.getByRole("button", { name: "Genindlæs siden" }).click();
  await app.earlier.isOpen("Skrevet i den gamle udgave");
  // The browser says in the console what it could not load.
  expect(complaints.length).toBeGreaterThan(0);
  complaints.length = 0;
});
