import type { CDPSession, Page } from "@playwright/test";

import { documentsIn, type App } from "./support/app";
import { expect, test } from "./support/fixtures";
import { fill, free, toQuietPage } from "./support/stored";

// The browser has no room, or gives none: nothing is lost that anybody typed, and the page says the truth about it.

const SUMMARY = "1) Kort resumé af forslaget";

const headings = async (app: App) =>
  Object.values(await app.database()).map((text) => documentsIn(text)[0].heading);

/** What the export from the banner holds. */
async function exported(app: App) {
  const { text } = await app.download(app.banner.getByRole("button", { name: "Gem alt som Råderum-fil (JSON)" }));
  return documentsIn(text);
}

test.describe("local storage is full", () => {
  test("the database has room: it is saved, and the newest text is there after a reload", async ({ app }) => {
    const form = await app.newProposal();
    await form.enter("Overskrift", "Før");
    await app.isSaved();
    await fill(app.page);
    await form.enter("Overskrift", "Mens lageret var fuldt");
    await form.enter(SUMMARY, "Det her er der kun plads til i databasen. ".repeat(5));
    await app.isSaved();
    await expect(app.banner).toHaveCount(0);
    expect(Object.values(await app.stored()).join()).not.toContain("kun plads til i databasen");
    await app.page.reload();
    await expect(form.input("Overskrift")).toHaveValue("Mens lageret var fuldt");
    await expect(form.input(SUMMARY)).toHaveValue(/^Det her er der kun plads til i databasen/);
    // What is shown is what is worked on.
    await form.enter("Center", "CJS");
    await app.isSaved();
    await app.toOverview();
    await expect(app.overview.titles).toHaveText(["Mens lageret var fuldt"]);
    expect(await headings(app)).toEqual(["Mens lageret var fuldt"]);
  });

  test("a new document is there after a reload, though only the database holds it", async ({ app }) => {
    await fill(app.page);
    const form = await app.newPlan();
    await form.enter("Virksomhed / område", "Havrebjerg");
    await app.isSaved();
    await app.page.reload();
    await form.isOpen();
    await expect(form.input("Virksomhed / område")).toHaveValue("Havrebjerg");
    await app.toOverview();
    await expect(app.overview.planRows).toHaveCount(1);
    await free(app.page);
    await app.openPlan("Havrebjerg", new Date().getFullYear());
    await form.enter("Center", "Børn");
    await app.isSaved();
    expect((await app.storedDocument()).department).toBe("Børn");
  });

  test("deleting works, and the document is in the bin", async ({ app }) => {
    const form = await app.newProposal();
    await form.enter("Overskrift", "Isafjord");
    await app.isSaved();
    await fill(app.page);
    await form.button("Slet").click();
    await app.overview.isOpen();
    await expect(app.overview.proposalRows).toHaveCount(0);
    const page = await app.openSafekeeping();
    await expect(page.bringBack("Isafjord")).toBeVisible();
  });
});

test.describe("the database is full", () => {
  let session: CDPSession;
  let origin: string;

  // The browser looks again for how much room there is only when what it knew of has been used up; so there is little
  // from the start.
  test.beforeEach(async ({ page, baseURL }) => {
    session = await page.context().newCDPSession(page);
    origin = new URL(baseURL!).origin;
    await session.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 4_000_000 });
  });

  /** Uses up the room that there is. */
  async function useUp(page: Page): Promise<void> {
    const { usage } = await session.send("Storage.getUsageAndQuota", { origin });
    await session.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: Math.max(usage, 1) });
    await page.evaluate(async () => {
      const opening = indexedDB.open("fill", 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore("fill");
      const database = await new Promise<IDBDatabase>((resolve) => (opening.onsuccess = () => resolve(opening.result)));
      for (let size = 1 << 21, part = 0; size >= 1; part += 1) {
        const transaction = database.transaction("fill", "readwrite");
        transaction.objectStore("fill").put("x".repeat(size), part);
        const isStored = await new Promise<boolean>((resolve) => {
          transaction.oncomplete = () => resolve(true);
          transaction.onabort = () => resolve(false);
        });
        if (!isStored) {
          size >>= 1;
        }
      }
      database.close();
    });
  }

  /** Makes room again, as when other sites' data has been removed. */
  const makeRoom = () => session.send("Storage.overrideQuotaForOrigin", { origin });

  test("typing goes on, the banner stays, the export has it all, and it is saved as soon as there is room", async ({
    app,
  }) => {
    const form = await app.newProposal();
    await form.setFirstYear(2024);
    await form.enter("Overskrift", "Gemt før");
    await app.isSaved();
    await useUp(app.page);

    await form.enter("Overskrift", "Ikke plads");
    await form.enter("Estimeret gevinst 2024", "-450");
    await expect(app.banner).toContainText("Ikke gemt: der er ikke mere plads i browseren");
    await expect(app.saveStatus).toHaveText("Ikke gemt");
    await form.hasTotals(2024, ["−450", "0", "0", "0"], "−450");
    expect(await headings(app)).toEqual(["Gemt før"]);

    // The banner is there on every page, and nothing is forgotten on the way.
    await app.toOverview();
    await expect(app.banner).toBeVisible();
    await expect(app.overview.sum("2024")).toHaveText("−450");
    const [document] = await exported(app);
    expect(document.heading).toBe("Ikke plads");
    expect(document.years![0].estimated_gain).toBe(-450_000);

    await app.openProposal("Ikke plads");
    await expect(app.saveStatus).toHaveText("Ikke gemt");
    await makeRoom();
    await app.isSaved();
    await expect(app.banner).toHaveCount(0);
    expect(await headings(app)).toEqual(["Ikke plads"]);
  });

  test("local storage holds the last that was typed, and it is saved by itself after a reload", async ({ app }) => {
    const form = await app.newProposal();
    await form.enter("Overskrift", "Gemt før");
    await app.isSaved();
    await useUp(app.page);
    await form.enter("Overskrift", "Ikke plads");
    await expect(app.banner).toBeVisible();
    await form.enter("Overskrift", "Ikke plads endnu");
    await form.enter("Center", "CJS");
    await expect.poll(async () => Object.values(await app.noted()).join()).toContain("CJS");
    await app.page.reload();
    await expect(form.input("Overskrift")).toHaveValue("Ikke plads endnu");
    await expect(form.input("Center")).toHaveValue("CJS");
    await expect(app.banner).toContainText("der er ikke mere plads i browseren");
    expect(await headings(app)).toEqual(["Gemt før"]);
    await makeRoom();
    await expect(app.banner).toHaveCount(0);
    await expect.poll(() => headings(app)).toEqual(["Ikke plads endnu"]);
    await app.isSaved();
  });

  test("what is newer in the database is shown all the same at start", async ({ app }) => {
    const form = await app.newProposal();
    await form.enter("Overskrift", "Først");
    await app.isSaved();
    const older = await app.page.evaluate(() => ({ ...localStorage }));
    await form.enter("Overskrift", "Nyest");
    await app.isSaved();
    const address = app.page.url();
    await app.toOverview();
    const second = await app.newProposal();
    await useUp(app.page);
    // This one is newer in local storage, and cannot be taken over by the database.
    await second.enter("Overskrift", "Kun i lokalt lager");
    await expect(app.banner).toBeVisible();
    await toQuietPage(app.page);
    await app.page.evaluate((older) => Object.entries(older).forEach((entry) => localStorage.setItem(...entry)), older);
    await app.open(address);
    await expect(form.input("Overskrift")).toHaveValue("Nyest");
    await app.toOverview();
    await expect(app.overview.titles).toHaveCount(2);
    expect((await app.overview.titles.allInnerTexts()).sort()).toEqual(["Kun i lokalt lager", "Nyest"]);
  });

  test("the browser asks before a page is left with what is nowhere but in it", async ({ app }) => {
    const form = await app.newProposal();
    await fill(app.page);
    await useUp(app.page);
    await form.enter("Overskrift", "Ikke plads til det her nogen steder");
    await expect(app.banner).toBeVisible();
    let question = "";
    app.page.on("dialog", (dialog) => {
      question = dialog.type();
      return dialog.accept();
    });
    await app.page.reload();
    expect(question).toBe("beforeunload");
  });

  test("deleting documents makes room for nothing while there is none, and loses nothing", async ({ app }) => {
    await app.openExamples();
    await app.openProposal("Isafjord");
    await app.isSaved();
    await app.toOverview();
    await useUp(app.page);
    await app.overview.proposal("Horseager").getByRole("button", { name: /^Slet/ }).click();
    await expect(app.banner).toBeVisible();
    await expect(app.overview.proposal("Horseager")).toHaveCount(0);
    await makeRoom();
    await expect(app.banner).toHaveCount(0);
    const page = await app.openSafekeeping();
    await expect(page.deleted).toHaveCount(1);
    await expect(page.deleted).toContainText("Horseager");
  });
});

/** How a page finds storage when it may not use it. */
const blockLocal = (page: Page) =>
  page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("Access is denied for this document.", "SecurityError");
      },
    });
  });

const NO_DATABASE: Record<string, (page: Page) => Promise<unknown>> = {
  "is missing": (page) =>
    page.addInitScript(() => Object.defineProperty(window, "indexedDB", { value: undefined })),
  "throws": (page) =>
    page.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException("The operation is insecure.", "SecurityError");
      };
    }),
  "does not open": (page) =>
    page.addInitScript(() => {
      const { open } = IDBFactory.prototype;
      // A version that the browser must refuse: the request fails later, as it does in a private window.
      IDBFactory.prototype.open = function (this: IDBFactory, name: string) {
        const first = open.call(this, name, 5);
        const second = open.call(this, name, 4);
        first.onsuccess = () => first.result.close();
        Object.defineProperty(second, "error", { value: new DOMException("Internal error.", "UnknownError") });
        return second;
      };
    }),
};

test.describe("local storage is blocked", () => {
  test.beforeEach(({ page }) => blockLocal(page));

  test("the database keeps everything: saved, and there after a reload", async ({ app }) => {
    const form = await app.newProposal();
    await form.setFirstYear(2024);
    await form.enter("Overskrift", "Kun i databasen");
    await form.enter("Estimeret gevinst 2024", "-450");
    await app.isSaved();
    await expect(app.banner).toHaveCount(0);
    await app.page.reload();
    await form.isOpen();
    await expect(form.input("Overskrift")).toHaveValue("Kun i databasen");
    await form.hasTotals(2024, ["−450", "0", "0", "0"], "−450");
    await app.toOverview();
    const { text } = await app.download(app.exportButton());
    expect(documentsIn(text)[0].heading).toBe("Kun i databasen");
  });

  test("the browser is asked once, not at every change, to keep what is stored", async ({ app }) => {
    await app.page.addInitScript(() => {
      const asked = { times: 0 };
      Object.assign(window, { asked });
      StorageManager.prototype.persist = () => {
        asked.times += 1;
        return Promise.resolve(false);
      };
    });
    await app.page.reload();
    const form = await app.newProposal();
    for (const heading of ["Først", "Så", "Til sidst"]) {
      await form.enter("Overskrift", heading);
      await app.isSaved();
      await expect.poll(() => headings(app)).toEqual([heading]);
    }
    expect(await app.page.evaluate(() => (window as unknown as { asked: { times: number } }).asked.times)).toBe(1);
  });
});

for (const [how, block] of Object.entries(NO_DATABASE)) {
  test.describe(`the database ${how}`, () => {
    test.beforeEach(({ page }) => block(page));

    test("the banner says that it is not safe, and local storage keeps everything", async ({ app }) => {
      await expect(app.banner).toContainText("Gemmer ikke sikkert: browserens database svarer ikke.");
      const form = await app.newProposal();
      await form.enter("Overskrift", "Kun i lokalt lager");
      await form.enter(SUMMARY, "Første linje");
      await expect(app.saveStatus).toHaveText("Ikke gemt");
      await expect.poll(async () => Object.values(await app.stored()).join()).toContain("Første linje");
      const [document] = await exported(app);
      expect(document.heading).toBe("Kun i lokalt lager");
      await app.page.reload();
      await expect(form.input("Overskrift")).toHaveValue("Kun i lokalt lager");
      await expect(form.input(SUMMARY)).toHaveValue("Første linje");
      await expect(app.banner).toContainText("Gemmer ikke sikkert");
      // Other pages say so too, rather than showing an empty bin.
      const page = await app.openSafekeeping();
      await expect(page.bin).toContainText("Browserens database svarer ikke");
    });
  });

  test.describe(`local storage is blocked and the database ${how}`, () => {
    test.beforeEach(async ({ page }) => {
      await blockLocal(page);
      await block(page);
    });

    test("the banner says from the start that nothing is saved, and everything but saving works", async ({ app }) => {
      await expect(app.banner).toContainText("Gemmer ikke: browseren tillader ikke Råderum at gemme.");
      const form = await app.newProposal();
      await form.setFirstYear(2024);
      await form.enter("Overskrift", "Kun i hukommelsen");
      await form.enter("Estimeret gevinst 2024", "-450");
      await expect(app.saveStatus).toHaveText("Ikke gemt");
      await form.hasTotals(2024, ["−450", "0", "0", "0"], "−450");
      await app.toOverview();
      await app.openExamples();
      await expect(app.overview.count).toHaveText("9 forslag");
      await app.overview.proposal("Horseager").getByRole("button", { name: /^Slet/ }).click();
      await app.undo();
      await expect(app.overview.count).toHaveText("9 forslag");
      await expect(app.banner).toBeVisible();
      const documents = await exported(app);
      expect(documents).toHaveLength(13);
      expect(documents.map((document) => document.heading)).toContain("Kun i hukommelsen");
    });
  });
}
