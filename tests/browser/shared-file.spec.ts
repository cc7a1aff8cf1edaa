import type { Page } from "@playwright/test";

import { documentsIn, type App } from "./support/app";
import { file, id, plan, proposal } from "./support/documents";
import { stopClock } from "./support/clock";
import { expect, test } from "./support/fixtures";
import { SharedFile } from "./support/shared-file";

const ONE = file([proposal(1)]);

/** A file in which somebody changed the first proposal. */
const changed = (changes: Record<string, unknown>) =>
  file([proposal(1, { changed_at: "2023-07-01T08:00:00Z", ...changes })]);

/** The proposal that the tests work in, tied to a file that holds it, and open. */
async function openTied(app: App): Promise<SharedFile> {
  const shared = await SharedFile.of(app);
  await shared.tieTo(ONE);
  await app.toOverview();
  await app.openProposal("Forslag 1");
  return shared;
}

/** The headings of the proposals that are safe in the browser. */
async function storedHeadings(app: App): Promise<unknown[]> {
  const texts = Object.values(await app.database());
  return texts.flatMap(documentsIn).map((document) => document.heading);
}

/** Lets something happen right before a text that was written takes the place of the file's. Once. */
function beforeClosing(page: Page, what: "other" | "error", text = ""): Promise<void> {
  return page.evaluate(
    ([what, text]) => {
      const handle = FileSystemFileHandle.prototype;
      const { createWritable } = handle;
      handle.createWritable = async function (this: FileSystemFileHandle, ...options) {
        handle.createWritable = createWritable;
        const stream = await createWritable.apply(this, options);
        const { write } = stream;
        stream.write = async (data) => {
          await write.call(stream, data);
          if (what === "error") {
            throw new DOMException("", "NoModificationAllowedError");
          }
          const other = await this.createWritable();
          await other.write(text);
          await other.close();
        };
        return stream;
      };
    },
    [what, text],
  );
}

test("a new file holds everything, and what is typed later", async ({ app }) => {
  await app.openExamples();
  const shared = await SharedFile.of(app);
  await shared.tieToNew();
  await expect(shared.section).toContainText("Dokumenterne er knyttet til filen »afdelingen.json«.");
  expect(await shared.documents()).toHaveLength(12);

  await app.toOverview();
  const form = await app.openProposal("Værestedet Horseager");
  await form.enter("Center", "Lejre");
  await expect.poll(() => shared.all("department")).toContain("Lejre");
  // It is a file like any other: what the export gives.
  await app.toOverview();
  expect((await app.download(app.overview.exportAll)).text).toBe(await shared.read());
});

test("a file without documents is a file too", async ({ app }) => {
  const shared = await SharedFile.of(app);
  await shared.tieToNew();
  expect(await shared.documents()).toEqual([]);
});

test.describe("changed by somebody else", () => {
  test("in another field: both changes are here and there", async ({ app }) => {
    const shared = await openTied(app);
    await shared.write(changed({ department: "Deres" }));
    await shared.look();
    await expect(app.proposal.input("Center")).toHaveValue("Deres");
    await expect(app.notice).toContainText("1 dokument er ændret i filen.");
    // Both at once.
    await app.proposal.enter("Overskrift", "Vores");
    await shared.write(changed({ department: "Deres igen" }));
    await expect.poll(() => shared.all("heading")).toEqual(["Vores"]);
    expect(await shared.all("department")).toEqual(["Deres igen"]);
    await expect(app.proposal.input("Center")).toHaveValue("Deres igen");
    await expect(app.proposal.input("Overskrift")).toHaveValue("Vores");
  });

  test("in the same field: ours stands, theirs is a copy beside it, here and there", async ({ app }) => {
    const shared = await openTied(app);
    await app.proposal.enter("Overskrift", "Vores");
    await shared.write(changed({ heading: "Deres" }));
    await expect.poll(() => shared.all("heading")).toEqual(["Deres (kopi)", "Vores"]);
    await expect(app.notice).toContainText("»Deres« er ændret både her og i filen.");
    await expect(app.notice).toContainText("den ene hedder »Deres (kopi)«");
    await expect(app.proposal.input("Overskrift")).toHaveValue("Vores");
    await app.toOverview();
    await expect(app.overview.titles).toHaveText(["Vores", "Deres (kopi)"]);
  });

  test("added and deleted: it is so here too, and what was deleted lies in the bin", async ({ app }) => {
    const shared = await SharedFile.of(app);
    await shared.tieTo(file([proposal(1), proposal(2)], [plan(3)]));
    await app.toOverview();
    await shared.write(file([proposal(1), proposal(4)], [plan(3)]));
    await shared.look();
    await expect(app.overview.titles).toHaveText(["Forslag 1", "Forslag 4"]);
    await expect(app.notice).toContainText("1 dokument er kommet til i filen.");
    await expect(app.notice).toContainText("»Forslag 2« er slettet i filen og ligger nu i papirkurven.");
    await shared.toPage();
    await expect(shared.section).toContainText("Sidst indlæst");
    const bin = app.page.getByRole("region", { name: "Kurv" }).getByRole("listitem");
    await expect(bin).toHaveText(/Forslag 2/);
    // Deleted here: gone there.
    await app.toOverview();
    await app.overview.proposal("Forslag 4").getByRole("button", { name: /^Slet/ }).click();
    await expect.poll(() => shared.all("id")).toEqual([id(1), id(3)]);
  });

  test("deleted there while it was changed here: it stays", async ({ app }) => {
    const shared = await openTied(app);
    await app.proposal.enter("Overskrift", "Vores");
    await shared.write(file([]));
    await expect.poll(() => shared.all("heading")).toEqual(["Vores"]);
    await expect(app.proposal.input("Overskrift")).toHaveValue("Vores");
  });

  test("while we write: nothing of theirs is written over", async ({ app }) => {
    const shared = await openTied(app);
    await beforeClosing(app.page, "other", changed({ department: "I sidste øjeblik" }));
    await app.proposal.enter("Overskrift", "Vores");
    await expect.poll(() => shared.all("heading")).toEqual(["Vores"]);
    expect(await shared.all("department")).toEqual(["I sidste øjeblik"]);
  });

  test("right after us, by one who had not seen what we wrote: ours comes back", async ({ app }) => {
    const shared = await openTied(app);
    await app.proposal.enter("Overskrift", "Vores");
    await expect.poll(() => shared.all("heading")).toEqual(["Vores"]);
    await shared.write(changed({ department: "Samtidig" }));
    await shared.look();
    await expect.poll(() => shared.all("heading")).toEqual(["Vores"]);
    expect(await shared.all("department")).toEqual(["Samtidig"]);
    await expect(app.proposal.input("Overskrift")).toHaveValue("Vores");
  });
});

test.describe("a file that cannot be read", () => {
  for (const [what, text, why] of [
    ["damaged", ONE.slice(0, 300), "Filen kan ikke læses som en Råderum-fil"],
    ["newer", file([], [], { version: 4 }), "Filen er lavet med en nyere Råderum"],
    ["emptied", "", "Filen er tom"],
  ]) {
    test(`is not written over: ${what}`, async ({ app }) => {
      const shared = await openTied(app);
      await shared.write(text);
      await app.proposal.enter("Overskrift", "Vores");
      await expect(app.notice).toContainText("Der gemmes ikke i filen »afdelingen.json« lige nu.");
      await expect(shared.line).toContainText("Der gemmes ikke i filen »afdelingen.json« lige nu.");
      expect(await shared.read()).toBe(text);
      await shared.toPage();
      await expect(shared.section).toContainText("bliver derfor ikke skrevet over");
      await expect(shared.section).toContainText(why);
      await shared.saveNow.click();
      await expect(shared.section).toContainText(why);
      expect(await shared.read()).toBe(text);
      // What was typed is safe here, and is written when the file is in order again.
      expect(await storedHeadings(app)).toEqual(["Vores"]);
      await shared.write(ONE);
      await shared.saveNow.click();
      await expect(shared.section).toContainText("Alt er gemt i filen");
      await expect(shared.line).toHaveCount(0);
      expect(await shared.all("heading")).toEqual(["Vores"]);
    });
  }

  test("cannot be tied to", async ({ app }) => {
    const shared = await SharedFile.of(app);
    await shared.write("{");
    await shared.toPage();
    await shared.open.click();
    await expect(shared.section).toContainText("»afdelingen.json« kan ikke bruges");
    await expect(shared.section).toContainText("Filen kan ikke læses som en Råderum-fil");
    await expect(shared.open).toBeVisible();
    expect(await shared.read()).toBe("{");
  });
});

test.describe("a file that cannot be written", () => {
  test("because it is locked: it is as it was, and is written later", async ({ app }) => {
    const shared = await openTied(app);
    await beforeClosing(app.page, "error");
    await app.proposal.enter("Overskrift", "Vores");
    await expect(app.notice).toContainText("Der gemmes ikke i filen");
    expect(await shared.read()).toBe(ONE);
    await app.isSaved();
    await shared.toPage();
    await expect(shared.section).toContainText("Filen er optaget eller skrivebeskyttet.");
    await shared.look();
    await expect(shared.section).toContainText("Alt er gemt i filen");
    expect(await shared.all("heading")).toEqual(["Vores"]);
  });

  test("because it is gone: it is not made anew, and found again when it is back", async ({ app }) => {
    const shared = await openTied(app);
    await shared.remove();
    await app.proposal.enter("Overskrift", "Vores");
    await expect(app.notice).toContainText("Der gemmes ikke i filen");
    await shared.toPage();
    await expect(shared.section).toContainText("Filen kan ikke findes.");
    expect(await storedHeadings(app)).toEqual(["Vores"]);
    await shared.write(ONE);
    await shared.look();
    await expect(shared.section).toContainText("Alt er gemt i filen");
    expect(await shared.all("heading")).toEqual(["Vores"]);
  });
});

test.describe("tying to a file that exists", () => {
  test("says first what would happen, and does it only then", async ({ app }) => {
    await (await app.importFiles({ name: "a.json", content: file([proposal(1), proposal(2), proposal(5)]) })).takeIn();
    const theirs = file(
      [proposal(1), proposal(3), proposal(5, { heading: "Deres 5", changed_at: "2023-07-01T08:00:00Z" })],
      [plan(4)],
    );
    const shared = await SharedFile.of(app);
    await shared.write(theirs);
    await shared.toPage();
    await shared.open.click();
    const offer = shared.section.locator("#file-offer");
    await expect(offer).toBeFocused();
    await expect(offer.getByRole("listitem")).toHaveText([
      "2 dokumenter i filen kommer ind her.",
      "1 dokument her kommer med i filen.",
      "1 dokument er ens begge steder.",
      /^1 dokument siger noget andet i filen end her/,
    ]);
    await expect(offer).toContainText("Bagefter ligger 6 dokumenter både her og i filen.");
    await offer.getByRole("button", { name: "Annullér" }).click();
    await expect(offer).toHaveCount(0);
    expect(await shared.read()).toBe(theirs);

    await shared.open.click();
    await offer.getByRole("button", { name: "Læg sammen, og knyt til filen" }).click();
    await expect(shared.section).toContainText("Alt er gemt i filen");
    expect((await shared.documents()).map((document) => document.heading ?? document.unit).sort()).toEqual(
      ["Deres 5", "Forslag 1", "Forslag 2", "Forslag 3", "Forslag 5 (kopi)", "Plan 4"],
    );
    await app.toOverview();
    await expect(app.overview.proposalRows).toHaveCount(5);
    await expect(app.overview.planRows).toHaveCount(1);
  });
});

test.describe("after a restart", () => {
  test("the file is followed on every page", async ({ app }) => {
    const shared = await openTied(app);
    await app.page.reload();
    await app.proposal.isOpen();
    await app.proposal.enter("Overskrift", "Efter genstart");
    await expect.poll(() => shared.all("heading")).toEqual(["Efter genstart"]);
    await shared.toPage();
    await expect(shared.section).toContainText("Dokumenterne er knyttet til filen »afdelingen.json«.");
  });

  test("what others wrote meanwhile is combined with what was written here", async ({ app }) => {
    const shared = await openTied(app);
    await shared.forgetPermission();
    await app.proposal.enter("Overskrift", "Vores");
    await app.isSaved();
    await shared.write(changed({ department: "Deres" }));
    await app.page.reload();
    await app.proposal.isOpen();
    // The browser wants to ask, and may do so only after a click.
    await expect(shared.line).toContainText("Der gemmes ikke i filen »afdelingen.json« lige nu.");
    expect(await shared.all("heading")).toEqual(["Forslag 1"]);
    await shared.line.getByRole("button", { name: "Genoptag gem i filen" }).click();
    await expect(shared.line).toHaveCount(0);
    await expect.poll(() => shared.all("heading")).toEqual(["Vores"]);
    expect(await shared.all("department")).toEqual(["Deres"]);
    await expect(app.proposal.input("Center")).toHaveValue("Deres");
  });

  test("the page about storage lets it go on as well", async ({ app }) => {
    const shared = await openTied(app);
    await shared.forgetPermission();
    await shared.toPage();
    await app.page.reload();
    await expect(shared.section).toContainText("Browseren skal have lov af dig igen");
    await shared.section.getByRole("button", { name: "Genoptag gem i filen" }).click();
    await expect(shared.section).toContainText("Alt er gemt i filen");
  });

  test("without a file, nothing of it is loaded", async ({ page }) => {
    const loaded: string[] = [];
    page.on("request", (request) => loaded.push(request.url()));
    await page.goto("#/");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await page.waitForLoadState("networkidle");
    expect(loaded.filter((url) => /database\.js/.test(url))).toHaveLength(1);
    expect(loaded.filter((url) => /shared_file|safekeeping/.test(url))).toEqual([]);
  });
});

test("two tabs write one file, each what it has and nothing older", async ({ app }) => {
  const shared = await openTied(app);
  const other = await app.otherTab();
  await SharedFile.of(other);
  await other.page.reload();
  await other.proposal.isOpen();
  await app.proposal.enter("Overskrift", "Fra den ene");
  await other.proposal.enter("Center", "Fra den anden");
  await expect.poll(() => shared.all("heading")).toEqual(["Fra den ene"]);
  await expect.poll(() => shared.all("department")).toEqual(["Fra den anden"]);
  await shared.look();
  await (await SharedFile.of(other)).look();
  await expect(app.proposal.input("Center")).toHaveValue("Fra den anden");
  await expect(other.proposal.input("Overskrift")).toHaveValue("Fra den ene");
  expect(documentsIn(await shared.read())).toHaveLength(1);

  // Untied in one, it is so in the other.
  await shared.toPage();
  await shared.untie.click();
  await expect(shared.open).toBeVisible();
  const before = await shared.read();
  await stopClock(app.page, other.page);
  await other.proposal.enter("Overskrift", "Kun her");
  const untied = await SharedFile.of(other);
  await untied.pass();
  await other.isSaved();
  await untied.look();
  await untied.pass();
  expect(await shared.read()).toBe(before);
  await other.page.reload();
  await (await SharedFile.of(other)).toPage();
  await expect(other.page.getByRole("button", { name: "Knyt til en fil" })).toBeVisible();
});

test("a file that the documents are untied from is written no more", async ({ app }) => {
  const shared = await openTied(app);
  await shared.toPage();
  await shared.untie.click();
  await expect(app.notice).toContainText("Dokumenterne er løsnet fra filen.");
  await expect(shared.open).toBeVisible();
  await app.toOverview();
  await app.openProposal("Forslag 1");
  await stopClock(app.page);
  await app.proposal.enter("Overskrift", "Kun her");
  await shared.pass();
  await app.isSaved();
  expect(await shared.read()).toBe(ONE);
  await app.page.reload();
  await app.proposal.isOpen();
  await shared.look();
  await shared.pass();
  expect(await shared.read()).toBe(ONE);
});

test("where the browser cannot write files, the page says so, and how else", async ({ app }) => {
  await app.page.addInitScript(() => {
    delete (window as Partial<Window>).showOpenFilePicker;
    delete (window as Partial<Window>).showSaveFilePicker;
    delete (Window.prototype as Partial<Window>).showOpenFilePicker;
    delete (Window.prototype as Partial<Window>).showSaveFilePicker;
  });
  await app.page.reload();
  await app.open("#/lager");
  const section = app.page.getByRole("region", { name: "Fil på computeren eller fællesdrevet" });
  await expect(section).toContainText("Denne browser kan ikke gemme direkte i en fil");
  await expect(section.getByRole("button")).toHaveCount(0);
  await expect(app.page.getByRole("button", { name: "Tag sikkerhedskopi" })).toBeVisible();
});
