import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { chromium, type BrowserContext } from "@playwright/test";

import { App, documentsIn } from "./support/app";
import { file, id, plan, proposal } from "./support/documents";
import { expect, test } from "./support/fixtures";
import { keyOf, quick, record, store, toQuietPage } from "./support/stored";

// `Gemt` is a promise: what was there then is there when the browser is killed that moment.

const ROUNDS = 20;
const SUMMARY = "1) Kort resumé af forslaget";
const CAUSE = "Årsag til merforbrug";

/** A process and all that it has started, by their numbers. */
async function family(isFirst: (commandLine: string) => boolean): Promise<number[]> {
  const parents = new Map<number, number>();
  const members: number[] = [];
  for (const name of await readdir("/proc")) {
    const number = Number(name);
    // A process may end while it is looked at.
    const read = (part: string) => readFile(`/proc/${name}/${part}`, "utf8").catch(() => "");
    if (!Number.isInteger(number)) {
      continue;
    }
    // After the name, which may hold anything: the state, and the parent.
    parents.set(number, Number((await read("stat")).split(") ").at(-1)!.split(" ")[1]));
    if (isFirst((await read("cmdline")).replaceAll("\0", " "))) {
      members.push(number);
    }
  }
  for (let known = 0; known < members.length; known += 1) {
    const children = [...parents].filter(([, parent]) => parent === members[known]).map(([child]) => child);
    members.push(...children.filter((child) => !members.includes(child)));
  }
  return members;
}

test("what is said to be saved is there after the browser was killed: twenty times", async ({ baseURL }, testInfo) => {
  test.skip(process.platform !== "linux", "processes are found in /proc");
  test.setTimeout(240_000);
  const profile = await mkdtemp(path.join(tmpdir(), "raaderum-profile-"));
  const { launchOptions, locale, timezoneId, viewport, serviceWorkers } = testInfo.project.use;
  let context: BrowserContext | undefined;

  const start = async (): Promise<App> => {
    context = await chromium.launchPersistentContext(profile, {
      ...launchOptions,
      locale,
      timezoneId,
      viewport,
      serviceWorkers,
      baseURL,
    });
    return new App(context.pages()[0]);
  };
  /** The pids are known beforehand, so that nothing comes between `Gemt` and the end. */
  const pids = () => family((line) => line.includes(`--user-data-dir=${profile}`));
  const kill = async (all: number[]): Promise<void> => {
    const isOver = new Promise((resolve) => context!.once("close", resolve));
    for (const pid of all) {
      try {
        process.kill(pid, "SIGKILL");
      } catch {
        // It ended with the one before.
      }
    }
    await isOver;
  };

  const summary: string[] = [];
  const cause: string[] = [];
  let rows = 0;
  const deleted: string[] = [];
  let older = 0;
  try {
    // Both documents, and one to delete in every fifth round.
    let app = await start();
    const spare = Array.from({ length: ROUNDS / 5 }, (_, round) => `Slettes ${round + 1}`);
    const proposals = spare.map((heading, round) => proposal(10 + round, { heading }));
    const content = file([proposal(1, { heading: "Isafjord" }), ...proposals], [plan(2, { unit: "Havrebjerg" })]);
    await app.open();
    await (await app.importFiles({ name: "alt.json", content })).takeIn();

    for (let round = 1; round <= ROUNDS; round += 1) {
      const all = await pids();
      expect(all.length).toBeGreaterThan(3);
      const word = `runde${round}`;
      const isOfPlan = round % 2 === 0;
      if (round % 5 === 0) {
        await app.open("#/");
        const name = spare[deleted.length];
        await app.overview.proposal(name).getByRole("button", { name: /^Slet/ }).click();
        await expect(app.overview.proposal(name)).toHaveCount(0);
        deleted.push(name);
        await app.page.evaluate((address) => (location.hash = address), isOfPlan ? `#/handleplaner/${id(2)}` : `#/forslag/${id(1)}`);
      } else {
        await app.open(isOfPlan ? `#/handleplaner/${id(2)}` : `#/forslag/${id(1)}`);
      }
      if (isOfPlan) {
        await app.plan.isOpen();
        if (round % 4 === 0) {
          await app.plan.add.click();
          rows += 1;
          await app.plan.effect(rows, "marts").fill(String(-1000 * round));
        }
        cause.push(word);
        await app.plan.input(CAUSE).fill(cause.join(" "));
      } else {
        await app.proposal.isOpen();
        summary.push(word);
        await app.proposal.input(SUMMARY).fill(summary.join(" "));
      }
      await app.isSaved();
      await kill(all);

      app = await start();
      // What local storage holds was written to disk late, or not at all.
      await toQuietPage(app.page);
      const key = keyOf(isOfPlan ? "handleplan" : "forslag", isOfPlan ? 2 : 1);
      const first = await app.page.evaluate((key) => localStorage.getItem(key), key);
      older += Number(!first?.includes(word));

      await app.open(`#/forslag/${id(1)}`);
      await expect(app.proposal.input(SUMMARY)).toHaveValue(summary.join(" "));
      await app.open(`#/handleplaner/${id(2)}`);
      if (cause.length) {
        await expect(app.plan.input(CAUSE)).toHaveValue(cause.join(" "));
      }
      await expect(app.plan.rows).toHaveCount(rows);
      if (rows) {
        const last = round - (round % 4);
        await expect(app.plan.effect(rows, "marts")).toHaveValue(`−${last}.000`);
      }
      if (round % 5 === 0) {
        const page = await app.openSafekeeping();
        await expect(page.deleted).toHaveCount(deleted.length);
        for (const name of deleted) {
          await expect(page.bringBack(name)).toBeVisible();
        }
        await app.open("#/");
        await expect(app.overview.titles).toHaveText(["Isafjord", ...spare.slice(deleted.length)]);
      }
    }
    console.log(`${ROUNDS} of ${ROUNDS} rounds; local storage was behind after ${older} of them`);
  } finally {
    const left = await pids();
    await context?.close().catch(() => undefined);
    left.forEach((pid) => {
      try {
        process.kill(pid, "SIGKILL");
      } catch {
        // It has ended, as it should.
      }
    });
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
});

test.describe("local storage is older than the database, as after a kill", () => {
  const [one, two] = [keyOf("forslag", 1), keyOf("forslag", 2)];
  const state = (number: number, heading: string, revision: number) =>
    record(keyOf("forslag", number), file([proposal(number, { heading })]), revision);

  test("the newest counts in every page, and the older one is not lost", async ({ page }) => {
    const older = state(1, "Ældre", 3);
    await store(page, {
      local: { [one]: quick(older) },
      // The second one never reached the disk. Both change at once in the tab.
      current: [state(1, "Nyest", 7), state(2, "Kun i databasen", 1)],
    });
    const app = new App(page);
    await app.open(`#/forslag/${id(1)}`);
    await expect(app.proposal.input("Overskrift")).toHaveValue("Nyest");
    // What is shown is what is worked on.
    await app.proposal.enter("Center", "Nyt center");
    await app.isSaved();
    const current = Object.values(await app.database()).flatMap(documentsIn);
    expect(current.map(({ heading, department }) => [heading, department])).toEqual([
      ["Nyest", "Nyt center"],
      ["Kun i databasen", "CJS"],
    ]);
    expect(Object.values(await app.database("earlier"))).toContain(older.text);
    await app.toOverview();
    await expect(app.overview.titles).toHaveText(["Nyest", "Kun i databasen"]);
    expect(Object.keys(await app.storedWhole()).sort()).toEqual([one, two]);
  });

  test("what is typed before the newest is there is not lost, and neither is the newest", async ({ page }) => {
    await store(page, {
      local: { [one]: quick(state(1, "Ældre", 3)) },
      current: [state(1, "Nyest", 7)],
    });
    // The database takes its time.
    await page.addInitScript(() => {
      const { open } = IDBFactory.prototype;
      const late = { is: true };
      Object.assign(window, { late });
      IDBFactory.prototype.open = function (this: IDBFactory, ...words: [string, number?]) {
        const request = open.apply(this, words);
        if (late.is) {
          const add = request.addEventListener.bind(request) as (name: string, act: (event: Event) => void) => void;
          request.addEventListener = (name: string, act: (event: Event) => void) =>
            add(name, (event) => {
              const wait = () => (late.is ? setTimeout(wait, 20) : act(event));
              wait();
            });
        }
        return request;
      };
    });
    const app = new App(page);
    await app.open(`#/forslag/${id(1)}`);
    await expect(app.proposal.input("Overskrift")).toHaveValue("Ældre");
    await app.proposal.enter("Center", "Skrevet straks");
    await page.evaluate(() => ((window as unknown as { late: { is: boolean } }).late.is = false));
    await expect(app.proposal.input("Overskrift")).toHaveValue("Nyest");
    await app.isSaved();
    await expect(app.proposal.input("Center")).toHaveValue("Skrevet straks");
    const [document] = Object.values(await app.database()).flatMap(documentsIn);
    expect(document).toMatchObject({ heading: "Nyest", department: "Skrevet straks" });
  });

  test("what was deleted stays deleted, and lies in the bin", async ({ page }) => {
    const older = state(1, "Ældre", 3);
    await store(page, {
      local: { [one]: quick(older) },
      current: [record(one, file([proposal(1, { heading: "Nyest" })]), 7, "2023-06-02T08:00:00Z", "deleted")],
    });
    const app = new App(page);
    await app.open();
    await expect(app.overview.proposalRows).toHaveCount(0);
    const safekeeping = await app.openSafekeeping();
    await safekeeping.bringBack("Nyest").click();
    await expect(app.heading).toHaveText("Nyest");
    expect(Object.values(await app.database("earlier"))).toContain(older.text);
  });
});

test("what is newer in local storage, as after a visit without a database, counts", async ({ page }) => {
  const key = keyOf("forslag", 1);
  const text = (heading: string) => file([proposal(1, { heading })]);
  await store(page, {
    local: { [key]: quick(record(key, text("Nyest"), 8)) },
    current: [record(key, text("Ældre"), 7)],
  });
  const app = new App(page);
  await app.open();
  await expect(app.overview.titles).toHaveText(["Nyest"]);
  await expect.poll(async () => Object.values(await app.database())).toEqual([text("Nyest")]);
  expect(Object.values(await app.database("earlier"))).toEqual([text("Ældre")]);
});

test("a reload while a change is being stored loses nothing that was typed since", async ({ app }) => {
  const form = await app.newProposal();
  await form.enter("Overskrift", "Først");
  await app.isSaved();
  // From now on, what is stored takes long.
  await app.page.evaluate(() => {
    const { transaction } = IDBDatabase.prototype;
    IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...words: Parameters<typeof transaction>) {
      const made = transaction.apply(this, words);
      if (words[1] === "readwrite") {
        const objects = made.objectStore("current");
        const until = Date.now() + 4_000;
        const hold = () => (Date.now() < until ? (objects.count().onsuccess = hold) : undefined);
        hold();
      }
      return made;
    };
  });
  await form.type("Overskrift", "Er på vej");
  await app.hide();
  await form.input("Overskrift").pressSequentially(", og så mere");
  await app.page.reload();
  await expect(form.input("Overskrift")).toHaveValue("Er på vej, og så mere");
  await app.isSaved();
  await app.toOverview();
  await expect(app.overview.titles).toHaveText(["Er på vej, og så mere"]);
  const headings = async () => Object.values(await app.database()).map((text) => documentsIn(text)[0].heading);
  expect(await headings()).toEqual(["Er på vej, og så mere"]);
});
