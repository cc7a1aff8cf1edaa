import { App, documentsIn } from "./support/app";
import { file, focusArea, id, plan, proposal } from "./support/documents";
import { expect, test } from "./support/fixtures";
import { keyOf, quick, record, store } from "./support/stored";

// What documents said before: kept, compared with today's, and brought back.

const SUMMARY = "1) Kort resumé af forslaget";
const SUMMARY_LABEL = "Kort resumé af forslaget";

const texts = (app: App, kind: "current" | "earlier" = "current") =>
  app.database(kind).then((records) => Object.values(records).map((text) => documentsIn(text)[0]));

/** How long ago, as a stamp has it. */
const ago = (minutes: number): string =>
  new Date(Date.now() - 60_000 * minutes).toISOString().replace(/\.\d+/, "");

const HOUR = 60;
const DAY = 24 * HOUR;

test.describe("earlier states of a proposal", () => {
  const key = keyOf("forslag", 1);
  const said = (heading: string, gain: number | null, summary: string) =>
    file([
      proposal(
        1,
        { heading, sections: { ...(proposal(1).sections as object), summary } },
        { estimated_gain: gain },
      ),
    ]);

  test.beforeEach(async ({ page }) => {
    const today = record(key, said("Isafjord lukkes", -650_000, "Endeligt"), 4, ago(10));
    await store(page, {
      local: { [key]: quick(today) },
      current: [today],
      earlier: [
        record(key, said("Isafjord", null, ""), 1, ago(40 * DAY)),
        record(key, said("Isafjord", -450_000, "Udkast"), 2, ago(2 * DAY)),
        record(key, said("Isafjord lukkes", -650_000, "Fra den anden fane"), 3, ago(3 * HOUR), "set-aside"),
      ],
    });
    await new App(page).open(`#/forslag/${id(1)}`);
  });

  test("are listed, the newest first, and compared field by field", async ({ page }) => {
    const app = new App(page);
    const earlier = await app.openEarlier("Isafjord lukkes");
    await expect(earlier.states).toHaveCount(3);
    await expect(earlier.states.first()).toContainText("lagt til side for en anden version");
    await expect(earlier.states.last()).not.toContainText("lagt til side");
    await earlier.choose(0);
    expect(await earlier.differences()).toEqual([[SUMMARY_LABEL, "Fra den anden fane", "Endeligt"]]);
    await earlier.choose(1);
    expect(await earlier.differences()).toEqual([
      ["Overskrift", "Isafjord", "Isafjord lukkes"],
      ["Estimeret gevinst 2024", "−450", "−650"],
      [SUMMARY_LABEL, "Udkast", "Endeligt"],
    ]);
    await earlier.choose(2);
    expect(await earlier.differences()).toEqual([
      ["Overskrift", "Isafjord", "Isafjord lukkes"],
      ["Estimeret gevinst 2024", "tomt", "−650"],
      [SUMMARY_LABEL, "tomt", "Endeligt"],
    ]);
    // Looking changes nothing.
    expect((await texts(app)).map(({ heading }) => heading)).toEqual(["Isafjord lukkes"]);
    expect(await texts(app, "earlier")).toHaveLength(3);
  });

  test("are brought back, and what stood there before is kept", async ({ page }) => {
    const app = new App(page);
    const earlier = await app.openEarlier("Isafjord lukkes");
    await earlier.choose(1);
    await earlier.bringBack.click();
    await app.proposal.isOpen();
    await expect(app.notice).toContainText("Versionen er gendannet.");
    await expect(app.proposal.input("Overskrift")).toHaveValue("Isafjord");
    await expect(app.proposal.input(SUMMARY)).toHaveValue("Udkast");
    await app.isSaved();
    const [document] = await texts(app);
    expect(document).toMatchObject({ id: id(1), heading: "Isafjord" });
    expect(document.years![0].estimated_gain).toBe(-450_000);

    // Also when the document is worked on within the same five minutes.
    for (const center of ["CJS 1", "CJS 2"]) {
      await app.proposal.enter("Center", center);
      await app.isSaved();
    }
    await app.openEarlier("Isafjord");
    const before = earlier.states.filter({ hasText: "lagt til side" });
    await expect(before).toHaveCount(2);
    await earlier.choose(1);
    await earlier.bringBack.click();
    await expect(app.proposal.input("Overskrift")).toHaveValue("Isafjord lukkes");
    await expect(app.proposal.input(SUMMARY)).toHaveValue("Endeligt");
  });

  test("are put beside the document as a copy", async ({ page }) => {
    const app = new App(page);
    const earlier = await app.openEarlier("Isafjord lukkes");
    await earlier.choose(2);
    await earlier.asCopy.click();
    await app.proposal.isOpen();
    await expect(app.proposal.input("Overskrift")).toHaveValue("Isafjord (kopi)");
    await expect(app.proposal.input("Estimeret gevinst 2024")).toHaveValue("");
    await app.toOverview();
    await expect(app.overview.proposalRows).toHaveCount(2);
    await expect(app.overview.sum("2024")).toHaveText("−650");
  });

  test("stay when others are no longer kept", async ({ page }) => {
    const app = new App(page);
    // Many states within five minutes: only the last of them stays, and those that were there.
    for (let state = 1; state <= 8; state += 1) {
      await app.proposal.enter("Center", `Center ${state}`);
      await app.isSaved();
    }
    const earlier = await app.openEarlier("Isafjord lukkes");
    const count = await earlier.states.count();
    // Those eight may lie in two stretches of five minutes; and the state of ten minutes ago.
    expect(count).toBeGreaterThanOrEqual(5);
    expect(count).toBeLessThanOrEqual(6);
    const headings = (await texts(app, "earlier")).map(({ heading }) => heading);
    expect(headings.filter((heading) => heading === "Isafjord")).toHaveLength(2);
    await expect(earlier.states.filter({ hasText: "lagt til side" })).toHaveCount(1);
  });

  test("say so when one cannot be read", async ({ page }) => {
    const app = new App(page);
    const earlier = await app.openEarlier("Isafjord lukkes");
    await page.evaluate(async () => {
      const opening = indexedDB.open("raaderum");
      const database = await new Promise<IDBDatabase>((resolve) => (opening.onsuccess = () => resolve(opening.result)));
      const transaction = database.transaction("earlier", "readwrite");
      const objects = transaction.objectStore("earlier");
      objects.openCursor().onsuccess = (event) => {
        const cursor = (event.target as IDBRequest<IDBCursorWithValue | null>).result;
        cursor?.update((cursor.value as string).replace("Isafjord", "Horseager"));
        cursor?.continue();
      };
      await new Promise((resolve) => (transaction.oncomplete = resolve));
      database.close();
    });
    await earlier.choose(1);
    await expect(page.getByText("Versionen kan ikke læses")).toContainText("Indholdet er beskadiget");
    await expect(earlier.bringBack).toHaveCount(0);
    // It is handed over as it is.
    const { text } = await app.download(page.getByRole("button", { name: "Gem, som det er: Reduktionsforslag, gemt" }));
    expect(documentsIn(text)).toMatchObject([{ heading: "Horseager" }]);
    expect(Object.values(await app.database("earlier"))).toContain(text);
  });

  test("say so when the database does not answer", async ({ page }) => {
    const app = new App(page);
    const earlier = await app.openEarlier("Isafjord lukkes");
    await expect(earlier.states).toHaveCount(3);
    await page.evaluate(() => {
      const { transaction } = IDBDatabase.prototype;
      // The first time, the connection is opened once anew.
      let failures = 2;
      IDBDatabase.prototype.transaction = () => {
        failures -= 1;
        if (failures === 0) IDBDatabase.prototype.transaction = transaction;
        throw new DOMException("", "UnknownError");
      };
    });
    await earlier.choose(0);
    await expect(page.getByText("Browserens database svarer ikke")).toBeVisible();
    await expect(page.getByText("Versionen gemmes ikke længere.")).toHaveCount(0);
    // It was only for a moment.
    await earlier.choose(1);
    await expect(earlier.comparison).toBeVisible();
  });

  test("say so when one is not kept any more", async ({ page }) => {
    const earlier = await new App(page).openEarlier("Isafjord lukkes");
    await page.evaluate(async () => {
      const opening = indexedDB.open("raaderum");
      const database = await new Promise<IDBDatabase>((resolve) => (opening.onsuccess = () => resolve(opening.result)));
      const transaction = database.transaction("earlier", "readwrite");
      transaction.objectStore("earlier").clear();
      await new Promise((resolve) => (transaction.oncomplete = resolve));
      database.close();
    });
    await earlier.choose(2);
    await expect(page.getByText("Versionen gemmes ikke længere.")).toBeVisible();
  });

  test("follow what another tab changes, the heading and the comparison too", async ({ page }) => {
    const app = new App(page);
    const other = await app.otherTab();
    const earlier = await app.openEarlier("Isafjord lukkes");
    await earlier.choose(0);
    expect(await earlier.differences()).toEqual([[SUMMARY_LABEL, "Fra den anden fane", "Endeligt"]]);
    await other.proposal.enter("Overskrift", "Isafjord bliver");
    await earlier.isOpen("Isafjord bliver");
    await expect.poll(() => earlier.differences()).toEqual([
      ["Overskrift", "Isafjord lukkes", "Isafjord bliver"],
      [SUMMARY_LABEL, "Fra den anden fane", "Endeligt"],
    ]);
  });

  test("can be brought back after another tab has deleted the document", async ({ page }) => {
    const app = new App(page);
    const other = await app.otherTab();
    const earlier = await app.openEarlier("Isafjord lukkes");
    await other.proposal.button("Slet").click();
    await other.overview.isOpen();
    // What was deleted is a state too.
    await expect(earlier.states).toHaveCount(4);
    await earlier.choose(1);
    await expect(page.getByText("Dokumentet er slettet siden.")).toBeVisible();
    await earlier.bringBack.click();
    await expect(app.proposal.input("Overskrift")).toHaveValue(/^Isafjord/);
    await app.isSaved();
    await expect(other.overview.proposalRows).toHaveCount(1);
  });
});

test.describe("the page of earlier states, opened by its address", () => {
  const address = `#/forslag/${id(1)}/udgaver`;
  const key = keyOf("forslag", 1);
  const today = record(key, file([proposal(1, { heading: "Isafjord" })]), 2);

  test("finds a document that lies in the database only", async ({ page }) => {
    const before = record(key, file([proposal(1, { heading: "Før" })]), 1);
    await store(page, { current: [today], earlier: [before] });
    // Nor does it say for a moment that there is none.
    await page.addInitScript(() => {
      const look = () => {
        const isMissing = document.body?.innerText.includes("findes ikke");
        Object.assign(window, isMissing ? { wasMissing: true } : {});
      };
      new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true });
    });
    const app = new App(page);
    await page.goto(address);
    await app.earlier.isOpen("Isafjord");
    expect(await page.evaluate(() => "wasMissing" in window)).toBe(false);
    await app.earlier.choose(0);
    expect(await app.earlier.differences()).toEqual([["Overskrift", "Før", "Isafjord"]]);
  });

  test("says that there is none when there is none", async ({ page }) => {
    const app = new App(page);
    await app.open(address);
    await expect(app.heading).toHaveText("Siden findes ikke");
    await expect(page.getByText("Dokumentet findes ikke i denne browser")).toBeVisible();
  });

  test("does not say so while the database cannot be asked", async ({ page }) => {
    await store(page, { current: [today] });
    await page.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException("", "UnknownError");
      };
    });
    const app = new App(page);
    for (const route of [address, `#/forslag/${id(1)}`]) {
      await app.open(route);
      await expect(page.getByText("Det, der er gemt i browseren, kan ikke læses lige nu")).toBeVisible();
      await expect(page.getByText("Dokumentet findes ikke i denne browser")).toHaveCount(0);
    }
  });

  test("lists nothing while the database cannot be asked, and says why", async ({ page }) => {
    await store(page, { local: { [key]: quick(today) } });
    await page.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException("", "UnknownError");
      };
    });
    const app = new App(page);
    await app.open(address);
    await app.earlier.isOpen("Isafjord");
    await expect(page.getByText("Browserens database svarer ikke, så papirkurv og tidligere versioner kan ikke vises")).toBeVisible();
    await expect(page.getByText("Der er endnu ingen tidligere versioner")).toHaveCount(0);
  });
});

test("earlier states of a plan are compared, rows that are gone too, and brought back", async ({ page }) => {
  const key = keyOf("handleplan", 2);
  const row = (number: number, area: string, march: number | null) =>
    focusArea(number, { area, effects: [null, null, march, ...Array<null>(9).fill(null)] });
  const said = (...rows: ReturnType<typeof row>[]) => file([], [plan(2, { unit: "Havrebjerg", focus_areas: rows })]);
  const today = record(key, said(row(11, "Aflastning", -200)), 2, ago(10));
  await store(page, {
    local: { [key]: quick(today) },
    current: [today],
    earlier: [record(key, said(row(11, "Aflastning", -100), row(12, "Egenbetaling", -300)), 1, ago(2 * DAY))],
  });
  const app = new App(page);
  await app.open(`#/handleplaner/${id(2)}`);
  await app.earlierLink.click();
  await app.earlier.choose(0);
  const differences = await app.earlier.differences();
  expect(differences).toContainEqual(["Indsats 1 marts", "−100", "−200"]);
  expect(differences).toContainEqual([expect.stringContaining("Indsats 2"), "Egenbetaling", "tomt"]);
  expect(differences).toContainEqual(["Indsats 2 marts", "−300", "tomt"]);
  await app.earlier.bringBack.click();
  await app.plan.isOpen();
  await expect(app.plan.rows).toHaveCount(2);
  await expect(app.plan.effect(2, "marts")).toHaveValue("−300");
  await app.isSaved();
  expect((await texts(app, "earlier")).map(({ focus_areas }) => focus_areas!.length).sort()).toEqual([1, 2]);
});

test("a document that was only just made has no earlier state, and one that is changed has", async ({ app }) => {
  const form = await app.newProposal();
  await app.isSaved();
  const address = app.page.url();
  await app.earlierLink.click();
  await expect(app.page.getByText("Der er endnu ingen tidligere versioner af dokumentet.")).toBeVisible();
  await app.page.getByRole("link", { name: "Til dokumentet" }).click();
  await form.isOpen();
  await form.enter("Overskrift", "Isafjord");
  // What was just typed is stored first.
  await app.page.goto(`${address}/udgaver`);
  await app.earlier.isOpen("Isafjord");
  await expect(app.earlier.states).toHaveCount(1);
  await app.earlier.choose(0);
  expect(await app.earlier.differences()).toEqual([["Overskrift", "tomt", "Isafjord"]]);
});

test.describe("the bin", () => {
  /** Makes proposals, and deletes them, each in a second of its own: the bin knows the second, and no order within it. */
  async function deleted(app: App, ...names: string[]): Promise<void> {
    const second = () => app.page.evaluate(() => Math.floor(Date.now() / 1000));
    for (const name of names) {
      const form = await app.newProposal();
      await form.enter("Overskrift", name);
      await app.isSaved();
      const before = await second();
      await form.button("Slet").click();
      await app.overview.isOpen();
      await expect.poll(second).toBeGreaterThan(before);
    }
    await expect(app.overview.proposalRows).toHaveCount(0);
  }

  test("holds what was deleted, and gives it back with its earlier states", async ({ app }) => {
    await deleted(app, "Isafjord", "Horseager");
    const page = await app.openSafekeeping();
    await expect(page.deleted).toHaveCount(2);
    await expect(page.deleted.first()).toContainText("Horseager");
    await page.bringBack("Isafjord").click();
    await app.proposal.isOpen();
    await expect(app.proposal.input("Overskrift")).toHaveValue("Isafjord");
    await expect(app.notice).toContainText("»Isafjord« er gendannet fra papirkurven.");
    await app.isSaved();
    const earlier = await app.openEarlier("Isafjord");
    await expect(earlier.states.filter({ hasText: "da det blev slettet" })).toHaveCount(1);
    await app.openSafekeeping();
    await expect(page.deleted).toHaveCount(1);
    await expect(page.deleted).toContainText("Horseager");
    await app.toOverview();
    await expect(app.overview.titles).toHaveText(["Isafjord"]);
    // It is there after a reload too, and so is the bin.
    await app.page.reload();
    await expect(app.overview.titles).toHaveText(["Isafjord"]);
  });

  test("is emptied when somebody is sure, and then nothing is left of it", async ({ app }) => {
    const form = await app.newProposal();
    await form.enter("Overskrift", "Beholdes");
    await app.isSaved();
    await app.toOverview();
    await app.newProposal();
    await form.enter("Overskrift", "Isafjord");
    await app.isSaved();
    await form.enter("Overskrift", "Isafjord lukkes");
    await app.isSaved();
    await form.button("Slet").click();
    await app.overview.isOpen();
    const page = await app.openSafekeeping();
    await page.emptyBin.click();
    await expect(page.bin).toContainText("fjernes for altid. Det kan ikke fortrydes.");
    await page.bin.getByRole("button", { name: "Annullér" }).click();
    await expect(page.deleted).toHaveCount(1);
    expect(await texts(app)).toHaveLength(2);
    await page.emptyBin.click();
    await page.emptyForGood.click();
    await expect(page.bin).toContainText("Papirkurven er tom.");
    await expect(app.notice).toContainText("Papirkurven er tømt.");
    expect((await texts(app)).map(({ heading }) => heading)).toEqual(["Beholdes"]);
    const earlier = (await texts(app, "earlier")).map(({ heading }) => heading);
    expect(earlier.filter((heading) => String(heading).startsWith("Isafjord"))).toEqual([]);
    await expect.poll(async () => JSON.stringify(await app.stored())).not.toContain("Isafjord");
    await app.page.reload();
    await expect(page.bin).toContainText("Papirkurven er tom.");
  });

  test("shows in one tab what another tab deletes and brings back", async ({ app }) => {
    const form = await app.newProposal();
    await form.enter("Overskrift", "Isafjord");
    await app.isSaved();
    const other = await app.otherTab();
    const bin = await other.openSafekeeping();
    await expect(bin.bin).toContainText("Papirkurven er tom.");
    await form.button("Slet").click();
    await app.overview.isOpen();
    await expect(bin.deleted).toHaveCount(1);
    const page = await app.openSafekeeping();
    await page.bringBack("Isafjord").click();
    await app.proposal.isOpen();
    await expect(bin.deleted).toHaveCount(0);
    await expect(bin.bin).toContainText("Papirkurven er tom.");
  });

  test("does not take away what another tab has brought back, though it has not heard of it", async ({ app }) => {
    await deleted(app, "Isafjord", "Horseager");
    const address = app.page.url();
    // This tab hears nothing of the other one.
    await app.page.addInitScript(() =>
      addEventListener("storage", (event) => event.stopImmediatePropagation(), { capture: true }),
    );
    await app.page.addInitScript(() => delete (window as { BroadcastChannel?: unknown }).BroadcastChannel);
    await app.page.goto(address);
    await app.page.reload();
    const page = await app.openSafekeeping();
    await expect(page.deleted).toHaveCount(2);
    await page.emptyBin.click();
    const other = await app.otherTab();
    await other.safekeeping.bringBack("Isafjord").click();
    await other.proposal.isOpen();
    await other.isSaved();
    await expect(page.deleted).toHaveCount(2);
    await page.emptyForGood.click();
    await expect(page.bin).toContainText("Papirkurven er tom.");
    expect((await texts(app)).map(({ heading }) => heading)).toEqual(["Isafjord"]);
    await other.page.reload();
    await expect(other.proposal.input("Overskrift")).toHaveValue("Isafjord");
  });
});

test("the page about storage tells how much is used, and when the last backup was made", async ({ app }) => {
  await app.openExamples();
  const page = await app.openSafekeeping();
  await expect(page.room).toContainText(/Brugt: [\d,]+ (KB|MB) af [\d,]+ (MB|GB)\./);
  await expect(page.room).toContainText(/Dokumenterne er (ikke )?beskyttet/);
  await expect(page.backup).toContainText("Der er ikke taget en sikkerhedskopi fra denne browser.");
  const { text, name } = await app.download(page.backup.getByRole("button", { name: "Tag sikkerhedskopi" }));
  expect(name).toMatch(/\.json$/);
  expect(documentsIn(text)).toHaveLength(12);
  await expect(page.backup).toContainText("Sidste sikkerhedskopi:");
  await app.page.reload();
  await expect(page.backup).toContainText("Sidste sikkerhedskopi:");
});

for (const [used, isShort] of [[890, false], [910, true]] as const) {
  test(`with ${used} of 1,000 MB used, ${isShort ? "little room is left, and both pages say so" : "there is room"}`, async ({ page }) => {
    await page.addInitScript((used) => {
      StorageManager.prototype.estimate = async () => ({ usage: used * 1_000_000, quota: 1_000_000_000 });
    }, used);
    const app = new App(page);
    await app.open();
    const reminder = page.getByRole("region", { name: "Opbevaring i browseren" });
    if (isShort) {
      await expect(reminder).toContainText("Der er næsten ikke mere plads. Tøm papirkurven");
      await reminder.getByRole("link", { name: "Opbevaring og sikkerhedskopi" }).click();
      await app.safekeeping.isOpen();
    } else {
      await app.openSafekeeping();
    }
    await expect(app.safekeeping.room).toContainText(`Brugt: ${used},0 MB af 1,0 GB.`);
    await expect(app.safekeeping.room.getByText("Der er næsten ikke mere plads.")).toHaveCount(isShort ? 1 : 0);
    await app.toOverview();
    await expect(reminder).toHaveCount(isShort ? 1 : 0);
  });
}

test("a browser that refuses to keep what is stored is believed, and asked again when somebody wants", async ({ page }) => {
  await page.addInitScript(() => {
    let answer = false;
    StorageManager.prototype.persisted = () => Promise.resolve(answer);
    StorageManager.prototype.persist = () => Promise.resolve(answer);
    Object.assign(window, { promise: () => (answer = true) });
  });
  const app = new App(page);
  await app.open();
  const { room } = await app.openSafekeeping();
  const ask = room.getByRole("button", { name: "Beskyt dokumenterne mod automatisk oprydning" });
  await ask.click();
  await expect(room).toContainText("Browseren afviste det.");
  await page.evaluate(() => (window as unknown as { promise: () => void }).promise());
  await ask.click();
  await expect(room).toContainText("Dokumenterne er beskyttet mod automatisk oprydning, også");
  await expect(ask).toHaveCount(0);
});

test("an import over a document keeps what stood there as an earlier state", async ({ app }) => {
  const here = file([proposal(1, { heading: "Isafjord", department: "Skrevet her" })]);
  await (await app.importFiles({ name: "her.json", content: here })).takeIn();
  await app.closeNotice();
  const newer = file([proposal(1, { heading: "Isafjord lukkes", changed_at: "2030-01-01T08:00:00Z" })]);
  const dialog = await app.importFiles({ name: "ny.json", content: newer });
  await dialog.choice("Isafjord lukkes", "Erstat den, der ligger her").check();
  await dialog.takeIn();
  const form = await app.openProposal("Isafjord lukkes");
  await app.isSaved();
  // Also when it is worked on at once.
  for (const heading of ["Isafjord lukkes 1", "Isafjord lukkes 2"]) {
    await form.enter("Overskrift", heading);
    await app.isSaved();
  }
  const earlier = await app.openEarlier("Isafjord lukkes 2");
  await earlier.choose((await earlier.states.count()) - 1);
  expect(await earlier.differences()).toEqual([
    ["Overskrift", "Isafjord", "Isafjord lukkes 2"],
    ["Center", "Skrevet her", "CJS"],
  ]);
  await earlier.bringBack.click();
  await expect(form.input("Center")).toHaveValue("Skrevet her");
});
