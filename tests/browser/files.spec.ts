import type { Download } from "@playwright/test";
import { readFile } from "node:fs/promises";

import type { App } from "./support/app";
import { documentsIn } from "./support/app";
import { GOLDEN, GOLDEN_1, file, focusArea, id, plan, proposal } from "./support/documents";
import { expect, test } from "./support/fixtures";

const today = () =>
  new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Copenhagen" }).format(new Date());

async function imports(app: App, text: string, name = "fil.json"): Promise<void> {
  const dialog = await app.importFiles({ name, content: text });
  await dialog.takeIn();
}

/** The files that are handed over when this is done, as they come. */
async function downloads(app: App, count: number, act: () => Promise<void>) {
  const downloads: Download[] = [];
  app.page.on("download", (download) => downloads.push(download));
  await act();
  await expect.poll(() => downloads.length).toBe(count);
  return Promise.all(
    downloads.map(async (download) => ({
      name: download.suggestedFilename(),
      content: await readFile(await download.path(), "utf8"),
    })),
  );
}

test.describe("export", () => {
  test("of one document: its own file, named after it", async ({ app }) => {
    await app.openExamples();
    const form = await app.openProposal("Værestedet Horseager");
    const { name, text } = await app.download(form.button("Gem som Råderum-fil (JSON)"));
    expect(name).toBe(`raaderum-lukning-af-vaerestedet-horseager-${today()}.json`);
    expect(documentsIn(text).map((document) => document.heading)).toEqual([
      "Lukning af Værestedet Horseager",
    ]);
    await expect(app.notice).toContainText(name);
  });

  test("of one document has what was typed a moment ago", async ({ app }) => {
    const form = await app.newPlan();
    await form.type("Virksomhed / område", "Åse & Øre/../ÆØÅ");
    const { name, text } = await app.download(form.button("Gem som Råderum-fil (JSON)"));
    expect(name).toBe(`raaderum-aase-oere-aeoeaa-${today()}.json`);
    expect(documentsIn(text)[0].unit).toBe("Åse & Øre/../ÆØÅ");
  });

  test("of everything: one file, amounts as exact numbers of kroner", async ({ app }) => {
    await expect(app.overview.exportAll).toBeDisabled();
    await app.openExamples();
    const { name, text } = await app.download(app.overview.exportAll);
    expect(name).toBe(`raaderum-alt-${today()}.json`);
    expect(JSON.parse(text)).toMatchObject({ format: "raaderum", version: 3 });
    expect(documentsIn(text)).toHaveLength(12);
    const isafjord = documentsIn(text).find((document) => document.heading?.includes("Isafjord"));
    expect(isafjord!.years!.map((year) => year.estimated_gain)).toEqual([
      -450_000, -650_000, -650_000, -650_000,
    ]);
    expect(isafjord!.years![0].investment_need).toBeNull();
    // Again gives the same bytes.
    expect((await app.download(app.overview.exportAll)).text).toBe(text);
  });
});

test("the matrix of a plan is handed over for a spreadsheet, with what describes it", async ({ app }) => {
  await app.openExamples();
  const form = await app.openPlan("Afdeling Børn og Familie", 2023);
  const files = await downloads(app, 3, () => form.button("Gem som CSV").click());
  const content = (name: string) => files.find((file) => file.name === name)?.content ?? "";
  const [head, first] = content("indsatser.csv").split("\r\n");
  expect(head).toMatch(/^\uFEFFIndsatsnøgle;Måned;/);
  expect(first).toContain(";-500000;");
  const { resources } = JSON.parse(content("datapackage.json"));
  const paths = resources.map(({ path }: { path: string }) => path);
  expect([...paths, "datapackage.json"].sort()).toEqual(files.map(({ name }) => name).sort());
  expect(documentsIn(content("handleplan.json"))).toHaveLength(1);
  await expect(app.notice).toContainText("indsatser.csv, handleplan.json og datapackage.json er lavet.");
});

test("more than one file can hold is exported as several, which can be taken in again", async ({ app, anotherBrowser }) => {
  test.slow();
  const long = (number: number) => {
    const sections = { ...(proposal(number).sections as object), summary: "x".repeat(10_100_000) };
    return { name: `${number}.json`, content: file([proposal(number, { sections })]) };
  };
  await (await app.importFiles(long(1), long(2))).takeIn();
  await app.closeNotice();
  const files = await downloads(app, 2, () => app.overview.exportAll.click());
  expect(files.map(({ name }) => name).sort()).toEqual([
    `raaderum-1-af-2-alt-${today()}.json`,
    `raaderum-2-af-2-alt-${today()}.json`,
  ]);
  await expect(app.notice).toContainText("delt i 2 filer");
  const other = await anotherBrowser();
  const dialog = await other.importFiles(...files);
  await expect(dialog.refusals).toHaveCount(0);
  await dialog.takeIn();
  await expect(other.overview.proposalRows).toHaveCount(2);
});

test("the golden file is exported as it was imported, byte for byte", async ({ app }) => {
  await imports(app, GOLDEN, "v3.json");
  await expect(app.notice).toContainText("12 dokumenter er indlæst.");
  expect((await app.download(app.overview.exportAll)).text).toBe(GOLDEN);
  // From storage too, not only from memory.
  await app.page.reload();
  await app.overview.isOpen();
  expect((await app.download(app.overview.exportAll)).text).toBe(GOLDEN);
  // And looking at a document does not change it.
  for (const link of ["Æbleø", "Forslag uden overskrift"]) {
    const form = await app.openProposal(link);
    await form.input("Overskrift").focus();
    await app.loseFocus();
    await app.toOverview();
  }
  await app.openPlan("Familieinstitutionen Havrebjerg", 2023);
  await app.plan.effect(1, "maj").focus();
  await app.plan.effect(1, "juni").focus();
  await app.toOverview();
  expect((await app.download(app.overview.exportAll)).text).toBe(GOLDEN);
});

test("a file of version 1 is taken in whole, and exported as version 3", async ({ app, anotherBrowser }) => {
  await imports(app, GOLDEN_1, "v1.json");
  await expect(app.notice).toContainText("4 dokumenter er indlæst.");
  const { text } = await app.download(app.overview.exportAll);
  // Everything that was there is there; what is new is blank.
  expect(JSON.parse(text)).toMatchObject({ ...JSON.parse(GOLDEN_1), version: 3 });
  const [proposal] = documentsIn(text);
  expect(proposal).toMatchObject({ price_level: null, reimbursement_rate: null, dismissed_advice: [] });

  const other = await anotherBrowser();
  await imports(other, text);
  expect((await other.download(other.overview.exportAll)).text).toBe(text);
});

test("what was typed is the same in another browser", async ({ app, anotherBrowser }) => {
  const form = await app.newProposal();
  await form.enter("Overskrift", "»Æ« \\ \"ø\" <b>å</b> 👩‍👧");
  await form.setFirstYear(2024);
  await form.enter("Estimeret gevinst 2024", "-0,00001 mio.");
  await form.enter("Estimeret gevinst 2025", "ca. 4");
  await form.enter("Ændring i antal årsværk 2026", "-1,35");
  await app.toOverview();
  const plan = await app.newPlan();
  await plan.enter("Opstart af handleplan", "3.10.2022");
  await plan.enter("Indsats 1 maj", "-83.333,07");
  await app.toOverview();
  const { text } = await app.download(app.overview.exportAll);

  const other = await anotherBrowser();
  await imports(other, text);
  await expect(other.overview.proposalRows).toHaveCount(1);
  await expect(other.overview.planRows).toHaveCount(1);
  expect((await other.download(other.overview.exportAll)).text).toBe(text);
});

test.describe("the preview", () => {
  const here = [
    proposal(1, { heading: "Uændret" }),
    proposal(2, { heading: "Ændret i filen" }),
    proposal(3, { heading: "Ændret her", changed_at: "2023-09-01T08:00:00Z" }),
  ];
  const there = [
    // The moment of the change alone is no difference.
    proposal(1, { heading: "Uændret", changed_at: "2023-07-01T08:00:00Z" }),
    proposal(2, { heading: "Ændret i filen – nyere", changed_at: "2023-07-01T08:00:00Z" }),
    proposal(3, { heading: "Ændret her – ældre" }),
    proposal(4, { heading: "Helt nyt" }),
  ];

  test("says what is new, changed or the same, and writes nothing", async ({ app }) => {
    await imports(app, file(here));
    await app.closeNotice();
    const before = await app.storedWhole();

    const dialog = await app.importFiles({ name: "b.json", content: file(there, [plan(5)]) });
    await expect(dialog.root).toContainText("Intet er ændret endnu.");
    await expect(dialog.group("Nye: 2")).toHaveText([
      "Reduktionsforslag: Helt nyt",
      "Handleplan: Plan 5",
    ]);
    await expect(dialog.group("Ændrede: 2")).toContainText(["Ændret i filen – nyere", "Ændret her – ældre"]);
    await expect(dialog.group("Uændrede, springes over: 1")).toHaveText(["Reduktionsforslag: Uændret"]);
    // The newer one takes the place of the older; never the other way round by itself.
    await expect(dialog.choice("Ændret i filen – nyere", "Erstat den, der ligger her")).toBeChecked();
    await expect(dialog.choice("Ændret her – ældre", "Behold begge")).toBeChecked();
    await expect.poll(() => app.stored()).toEqual(before);
    await expect(app.overview.proposalRows).toHaveCount(3);

    await dialog.cancel();
    await expect.poll(() => app.stored()).toEqual(before);
    await expect(app.overview.titles).toHaveText(["Ændret her", "Uændret", "Ændret i filen"]);

    // The same file can be chosen again.
    await app.importFiles({ name: "b.json", content: file(there, [plan(5)]) });
    await dialog.takeIn();
    await expect(app.notice).toContainText("4 dokumenter er indlæst.");
    await expect(app.overview.proposalRows).toHaveCount(5);
  });

  test("leaves the choice about each changed document; Fortryd makes it as it was", async ({ app }) => {
    await imports(app, file(here));
    const before = await app.storedWhole();
    const titles = async () => (await app.overview.titles.allInnerTexts()).sort();

    const dialog = await app.importFiles({ name: "b.json", content: file(there) });
    await dialog.choice("Ændret i filen – nyere", "Spring over").check();
    await dialog.choice("Ændret her – ældre", "Erstat den, der ligger her").check();
    await dialog.takeIn();
    await expect(app.notice).toContainText("2 dokumenter er indlæst.");
    await expect.poll(titles).toEqual(["Helt nyt", "Uændret", "Ændret her – ældre", "Ændret i filen"]);
    await expect.poll(async () => Object.keys(await app.stored())).toHaveLength(4);
    await app.undo();
    await expect.poll(titles).toEqual(["Uændret", "Ændret her", "Ændret i filen"]);
    await expect.poll(() => app.stored()).toEqual(before);

    await app.importFiles({ name: "b.json", content: file(there) });
    await dialog.choice("Ændret i filen – nyere", "Behold begge").check();
    await dialog.choice("Ændret her – ældre", "Spring over").check();
    await dialog.takeIn();
    await expect
      .poll(titles)
      .toEqual(["Helt nyt", "Uændret", "Ændret her", "Ændret i filen", "Ændret i filen – nyere"]);
    const identities = Object.values(await app.storedWhole()).map((text) => documentsIn(text)[0].id);
    expect(new Set(identities).size).toBe(5);
    await app.undo();
    await expect.poll(titles).toEqual(["Uændret", "Ændret her", "Ændret i filen"]);
    await expect.poll(() => app.stored()).toEqual(before);
  });

  test("Fortryd takes back what the import changed, and nothing that another tab wrote since", async ({ app }) => {
    await imports(app, file([proposal(1, { heading: "Isafjord" })]));
    await app.closeNotice();
    const changed = proposal(1, { heading: "Isafjord lukkes", changed_at: "2030-01-01T08:00:00Z" });
    const dialog = await app.importFiles({
      name: "b.json",
      content: file([changed, proposal(2, { heading: "Nyt og ændret" }), proposal(3, { heading: "Nyt" })]),
    });
    await dialog.choice("Isafjord lukkes", "Erstat den, der ligger her").check();
    await dialog.takeIn();
    await expect(app.overview.proposalRows).toHaveCount(3);

    const other = await app.otherTab();
    for (const number of [1, 2]) {
      await other.open(`#/forslag/${id(number)}`);
      await other.proposal.enter("Center", "Skrevet i den anden fane");
      await other.isSaved();
    }
    await other.open(`#/forslag/${id(1)}`);
    const written = app.overview.proposalRows.filter({ hasText: "Skrevet i den anden fane" });
    await expect(written).toHaveCount(2);
    await app.undo();
    await expect(app.notice).toContainText(
      "Indlæsningen er fortrudt. »Isafjord« er ændret siden, og det, der er skrevet siden, er blevet stående. »Nyt og ændret« er ændret siden og er beholdt.",
    );
    await expect(app.overview.proposalRows).toHaveCount(2);
    await expect(written).toHaveCount(2);
    await expect(app.overview.proposal("Isafjord")).toBeVisible();
    await expect(app.overview.proposal("Nyt og ændret")).toBeVisible();
    await expect(app.overview.proposal("lukkes")).toHaveCount(0);
    // The document that is open in the other tab follows.
    await expect(other.proposal.input("Overskrift")).toHaveValue("Isafjord");
    await expect(other.proposal.input("Center")).toHaveValue("Skrevet i den anden fane");
    await app.page.reload();
    await expect(written).toHaveCount(2);
    await expect(app.overview.proposal("lukkes")).toHaveCount(0);
  });

  test("Fortryd is offered on the page of the import only: a document has steps of its own", async ({ app }) => {
    // However quickly another page is opened.
    await app.page.evaluate(() => {
      const now = Date.now();
      Date.now = () => now;
    });
    await imports(app, file([proposal(1, { heading: "Isafjord" })]));
    await expect(app.undoButton).toBeVisible();
    await app.openProposal("Isafjord");
    await expect(app.notice).toHaveCount(0);
  });

  test("a document replaced by one changed at the same moment shows what it says now", async ({ app }) => {
    await imports(app, file([proposal(1, { heading: "Som det var" }, { estimated_gain: -1000 })]));
    const changed = proposal(1, { heading: "Rettet i hånden" }, { estimated_gain: -2000 });
    const dialog = await app.importFiles({ name: "b.json", content: file([changed]) });
    await dialog.choice("Rettet i hånden", "Erstat den, der ligger her").check();
    await dialog.takeIn();
    await expect(app.overview.sum("2024")).toHaveText("−2");
    await expect(app.overview.titles).toHaveText(["Rettet i hånden"]);
  });

  test("a plan with the identity of a proposal that is here never costs either of them", async ({ app }) => {
    await imports(app, file([proposal(1, { heading: "Et forslag" })]));
    const dialog = await app.importFiles({ name: "b.json", content: file([], [plan(1)]) });
    await dialog.takeIn();
    await app.page.reload();
    await app.overview.isOpen();
    await expect(app.overview.proposal("Et forslag")).toBeVisible();
    await expect(app.overview.planRows).toHaveCount(1);
  });

  test("of several files at once: the good ones are offered, the bad ones named", async ({ app }) => {
    const dialog = await app.importFiles(
      { name: "a.json", content: file([proposal(1)]) },
      { name: "b.json", content: file([proposal(2)], [plan(3)]) },
      { name: "ferie.json", content: '{"navn": "ferie"}' },
    );
    await expect(dialog.group("Nye: 3")).toHaveCount(3);
    await expect(dialog.refusals).toHaveCount(1);
    await expect(dialog.refusals).toContainText("ferie.json blev afvist");
    await dialog.takeIn();
    await expect(app.overview.proposalRows).toHaveCount(2);
    await expect(app.overview.planRows).toHaveCount(1);
  });

  test("opens for files that are dropped on the page", async ({ app }) => {
    const transfer = await app.page.evaluateHandle((text) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], "sluppet.json", { type: "application/json" }));
      transfer.items.add(new File(["?"], "billede.png", { type: "image/png" }));
      return transfer;
    }, GOLDEN);
    const target = app.heading;
    await target.dispatchEvent("dragover", { dataTransfer: transfer });
    await target.dispatchEvent("drop", { dataTransfer: transfer });
    await expect(app.importDialog.group("Nye: 12")).toHaveCount(12);
    await expect(app.importDialog.refusals).toContainText("billede.png blev afvist");
    await app.importDialog.takeIn();
    await expect(app.overview.proposalRows).toHaveCount(5);
  });
});

test.describe("a file is refused, with the place and the reason, and nothing happens", () => {
  const gain = (value: unknown) => file([proposal(1), proposal(2, {}, { estimated_gain: value })]);
  const two = (value: unknown[]) => file([], [plan(1, { focus_areas: value })]);
  const cases: [string, string | Buffer, string | RegExp][] = [
    ["cut off", GOLDEN.slice(0, 1000), /^Filen kan ikke læses som en Råderum-fil \(JSON\): linje \d+, tegn \d+\./],
    ["empty", "", /^Filen er tom\./],
    ["a page", "<!DOCTYPE html><title>Budget</title><table></table>", /^Det er en webside \(HTML\)\..*kopiér tabellen/],
    ["cells", "Forslag;2024\nIsafjord;-450\n", /^Det er en CSV-fil\..*kopiér cellerne/],
    ["a picture", Buffer.from("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "latin1"), /^Det er et billede\./],
    ["no text at all", Buffer.from([0x01, 0xff, 0xfe, 0x80]), /^Filen er ikke en tekstfil/],
    ["foreign JSON", '{"format": "andet", "version": 1}', /^Filen er ikke fra Råderum\./],
    ["JSON that is no object", "[1, 2]", /^Filen er ikke fra Råderum\./],
    [
      "too new",
      file([], [], { version: 4 }),
      /^version: Filen er lavet med en nyere Råderum \(version 4\).*til og med version 3\./,
    ],
    ["without a version", '{"format": "raaderum"}', "version: Her mangler en værdi."],
    [
      "an amount out of bounds",
      gain(1_000_000_000_001),
      /^proposals\[1\]\.years\[0\]\.estimated_gain: Tallet er uden for grænserne\./,
    ],
    [
      "an amount finer than øre",
      gain(0.001),
      /^proposals\[1\]\.years\[0\]\.estimated_gain: Tallet er uden for grænserne\./,
    ],
    [
      "an amount as a text",
      gain("-450.000"),
      "proposals[1].years[0].estimated_gain: Her skal stå et tal eller null.",
    ],
    [
      "too few years",
      file([proposal(1, { years: [] })]),
      "proposals[0].years: Her skal stå en liste med netop 4.",
    ],
    [
      "a year out of bounds",
      file([proposal(1, { first_year: 1899 })]),
      /^proposals\[0\]\.first_year: Her skal stå et årstal mellem 1970 og 2100/,
    ],
    [
      "a date that is none",
      file([], [plan(1, { started_on: "31-12-2023" })]),
      /^action_plans\[0\]\.started_on: Her skal stå en dato som 2023-12-31/,
    ],
    [
      "an unknown field",
      file([proposal(1, { color: "blue" })]),
      /^proposals\[0\]\.color: Denne version kender ikke feltet/,
    ],
    [
      "an unknown kind",
      file([proposal(1, { kinds: ["saving", "spare"] })]),
      /^proposals\[0\]\.kinds\[1\]: Her skal stå efficiency/,
    ],
    [
      "half an employee",
      file([proposal(1, {}, { employees_affected: 0.5 })]),
      /^proposals\[0\]\.years\[0\]\.employees_affected: .*helt antal/,
    ],
    [
      "the same document twice",
      file([proposal(1)], [plan(1)]),
      `action_plans[0]: Nøglen ${id(1)} er brugt to gange i filen.`,
    ],
    [
      "too many focus areas",
      two(Array.from({ length: 201 }, (_, index) => focusArea(index + 10))),
      "action_plans[0].focus_areas: Her er for mange. Grænsen er 200. Fjern nogle, eller del filen i flere.",
    ],
    [
      "a month too many",
      two([focusArea(9), focusArea(8, { effects: Array(13).fill(0) })]),
      "action_plans[0].focus_areas[1].effects: Her skal stå en liste med netop 12.",
    ],
    ["too large", Buffer.alloc(20_000_001, " "), /^Filen er for stor\. Grænsen er 20 MB\./],
  ];

  test("one after another", async ({ app }) => {
    await imports(app, file([proposal(9, { heading: "Var her før" })]));
    await app.closeNotice();
    const before = await app.storedWhole();
    for (const [name, content, sentence] of cases) {
      await test.step(name, async () => {
        const dialog = await app.importFiles({ name: "fil.json", content });
        await expect(dialog.refusals).toHaveCount(1);
        await expect(dialog.refusals.getByRole("heading")).toHaveText("fil.json blev afvist");
        await expect(dialog.refusals.getByRole("paragraph")).toHaveText(sentence);
        await expect(dialog.apply).toHaveCount(0);
        await dialog.cancel();
        await expect.poll(() => app.stored()).toEqual(before);
        await expect(app.overview.titles).toHaveText(["Var her før"]);
        await expect(app.notice).toHaveCount(0);
      });
    }
  });
});

test("a rescue file is taken in: every document as it was last, and what cannot be read is told", async ({ app }) => {
  const place = "local-storage";
  const whole = file([proposal(1, { heading: "Isafjord" })]);
  const rescue = JSON.stringify({
    format: "raaderum-rescue",
    version: 1,
    written_at: "2026-11-22T10:00:00Z",
    records: [
      { place, key: `raaderum/forslag/${id(1)}`, text: whole },
      { place, key: `raaderum/forslag/${id(2)}`, text: whole.slice(0, 200) },
      { place, key: "raaderum-fortegn", text: "plus" },
    ],
  });
  const dialog = await app.importFiles({ name: "redning.json", content: rescue });
  await expect(dialog.group("Nye: 1")).toHaveText(["Reduktionsforslag: Isafjord"]);
  await expect(dialog.refusals).toHaveCount(1);
  await expect(dialog.refusals).toContainText(id(2));
  await dialog.takeIn();
  await expect(app.overview.proposal("Isafjord")).toBeVisible();
});
