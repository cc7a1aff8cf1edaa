import type { App } from "./support/app";
import { file, id, plan, proposal } from "./support/documents";
import { expect, test } from "./support/fixtures";

async function hasSums(app: App, sums: string[], total: string): Promise<void> {
  const names = /^Viste forslag (2024|2025|2026|2027|i alt)$/;
  await expect(app.page.getByRole("status", { name: names })).toHaveText([...sums, total]);
}

test("an empty start page says what to do, and has no tables", async ({ app }) => {
  await expect(app.page.getByText("Her er ingen dokumenter endnu.")).toBeVisible();
  await expect(app.page.getByRole("table")).toHaveCount(0);
  await app.openExamples();
  await expect(app.page.getByText("Her er ingen dokumenter endnu.")).toHaveCount(0);
});

test("the examples: Lejre's catalogue and Slagelse's plans with their real figures", async ({ app }) => {
  await app.openExamples();
  await expect(app.overview.proposalRows).toHaveCount(8);
  await expect(app.overview.planRows).toHaveCount(4);
  await expect(app.overview.count).toHaveText("8 forslag");
  await hasSums(app, ["−5.083", "−8.283", "−8.283", "−8.283"], "−29.932");

  const net: Record<string, string[]> = {
    "Hjemtagning af akut foranstaltninger": ["−1.500", "−1.500", "−1.500", "−1.500", "−6.000"],
    "Nedlægge tilbuddet Isafjord": ["−450", "−650", "−650", "−650", "−2.400"],
    "Reducering af tabt arbejdsfortjeneste": ["−700", "−1.700", "−1.700", "−1.700", "−5.800"],
    "Administrationsbesparelse i Jobcentret": ["−700", "−700", "−700", "−700", "−2.800"],
    "Støttet og overvåget samvær": ["−550", "−550", "−550", "−550", "−2.200"],
    "§108": ["0", "−1.000", "−1.000", "−1.000", "−3.000"],
    "§104": ["−200", "−1.000", "−1.000", "−1.000", "−3.200"],
    "Værestedet Horseager": ["−983", "−1.183", "−1.183", "−1.183", "−4.532"],
  };
  for (const [heading, figures] of Object.entries(net)) {
    await expect(app.overview.figures(app.overview.proposal(heading))).toHaveText(figures);
  }
  const plans: [string, number, string[]][] = [
    ["Afdeling Børn og Familie", 2022, ["83.100.000", "83.100.000"]],
    ["Afdeling Børn og Familie", 2023, ["26.050.000", "−26.049.996", "4"]],
    ["Familiehusene", 2022, ["1.586.691", "−282.000", "1.304.691"]],
    ["Familieinstitutionen Havrebjerg", 2022, ["2.048.567", "−282.000", "1.766.567"]],
  ];
  for (const [name, year, figures] of plans) {
    await expect(app.overview.figures(app.overview.plan(name, year))).toHaveText(figures);
  }

  // A new one is for another year. Without an amount it is counted as such, and opens no years for the others.
  await (await app.newProposal()).enter("Overskrift", "Uden beløb");
  await app.toOverview();
  await expect(app.overview.count).toHaveText("9 forslag, 1 uden beløb endnu");
  await expect(app.page.getByRole("status", { name: /^Viste forslag \d{4}$/ })).toHaveCount(4);
  await hasSums(app, ["−5.083", "−8.283", "−8.283", "−8.283"], "−29.932");
  await expect(app.overview.proposal("Uden beløb")).toContainText("intet beløb endnu");
  await expect(app.overview.figures(app.overview.proposal("Uden beløb"))).toHaveCount(0);
});

test("opened twice, the examples add nothing and change nothing", async ({ app }) => {
  await app.openExamples();
  const form = await app.openProposal("Isafjord");
  await form.enter("Overskrift", "Isafjord, rettet");
  await app.isSaved();
  await app.toOverview();
  await app.overview.openExample.click();
  await expect(app.notice).toContainText("Eksemplerne ligger her allerede.");
  await expect(app.overview.proposalRows).toHaveCount(8);
  await expect(app.overview.proposal("Isafjord, rettet")).toBeVisible();

  // Only what is missing is added.
  await app.overview.proposal("Horseager").getByRole("button", { name: /^Slet/ }).click();
  await app.overview.openExample.click();
  await expect(app.notice).toContainText("1 dokument er lagt i oversigten.");
  await expect(app.overview.proposalRows).toHaveCount(8);
  await expect(app.overview.planRows).toHaveCount(4);
});

test("the examples can be taken back", async ({ app }) => {
  await app.openExamples();
  await app.undo();
  await expect(app.page.getByText("Her er ingen dokumenter endnu.")).toBeVisible();
  await expect.poll(() => app.stored()).toEqual({});
});

test.describe("finding proposals", () => {
  test.beforeEach(async ({ app }) => app.openExamples());

  test("by what they say, with totals that follow", async ({ app }) => {
    await app.overview.search.pressSequentially("horsEAGER");
    await expect(app.overview.titles).toHaveText(["Lukning af Værestedet Horseager"]);
    await expect(app.overview.count).toHaveText("1 af 8 forslag");
    await hasSums(app, ["−983", "−1.183", "−1.183", "−1.183"], "−4.532");
    // By center, by budget line and by the texts too.
    await app.overview.search.fill("3.20.32");
    await expect(app.overview.proposalRows).toHaveCount(2);
    await app.overview.search.fill("marselisborg");
    await expect(app.overview.titles).toHaveText(["Administrationsbesparelse i Jobcentret"]);
    await app.overview.search.fill("  ÅRSVÆRK ");
    await expect(app.overview.proposalRows).not.toHaveCount(0);
    await app.overview.search.fill("findes ikke");
    await expect(app.overview.proposalRows).toHaveCount(0);
    await expect(app.overview.count).toHaveText("0 af 8 forslag");
    await expect(app.overview.sum("i alt")).toHaveText("");
    await app.overview.search.fill("");
    await hasSums(app, ["−5.083", "−8.283", "−8.283", "−8.283"], "−29.932");
  });

  test("by center and by kind, together with the search", async ({ app }) => {
    await expect(app.overview.department.getByRole("option")).toHaveText([
      "Alle centre",
      "CJS",
      "CJS – Jobcenter",
    ]);
    await app.overview.department.selectOption("CJS – Jobcenter");
    await expect(app.overview.titles).toHaveText(["Administrationsbesparelse i Jobcentret"]);
    await expect(app.overview.sum("i alt")).toHaveText("−2.800");
    await app.overview.department.selectOption("CJS");
    await expect(app.overview.count).toHaveText("7 af 8 forslag");
    await app.overview.kind.selectOption("Investering");
    await expect(app.overview.count).toHaveText("5 af 8 forslag");
    await hasSums(app, ["−2.950", "−5.750", "−5.750", "−5.750"], "−20.200");
    await app.overview.search.fill("hjemtagning");
    await expect(app.overview.count).toHaveText("2 af 8 forslag");
    await app.overview.kind.selectOption("Merindtægt");
    await expect(app.overview.count).toHaveText("0 af 8 forslag");
  });

  test("in the order that is asked for", async ({ app }) => {
    await app.overview.order.selectOption("Overskrift");
    const titles = await app.overview.titles.allInnerTexts();
    expect(titles).toEqual([...titles].sort((a, b) => a.localeCompare(b, "da")));
    expect(titles[0]).toBe("Administrationsbesparelse i Jobcentret");
    await app.overview.order.selectOption("Største besparelse");
    await expect(app.overview.titles.first()).toHaveText("Hjemtagning af akut foranstaltninger");
    await expect(app.overview.titles.last()).toHaveText("Hjemtagning af Støttet og overvåget samvær");
    await app.overview.order.selectOption("Center");
    await expect(app.overview.titles.last()).toHaveText("Administrationsbesparelse i Jobcentret");
    const form = await app.openProposal("Isafjord");
    await form.enter("Center", "Center for Unge");
    await app.toOverview();
    // It is still asked for on the way back.
    await expect(app.overview.chosen(app.overview.order)).toHaveText("Center");
    await expect(app.overview.titles.first()).toHaveText("Nedlægge tilbuddet Isafjord");
    await app.overview.order.selectOption("Overskrift");
    await expect(app.overview.titles.first()).not.toHaveText("Nedlægge tilbuddet Isafjord");
    await app.overview.order.selectOption("Senest ændret");
    await expect(app.overview.titles.first()).toHaveText("Nedlægge tilbuddet Isafjord");
  });

  test("a center that no proposal has any more no longer hides the others", async ({ app }) => {
    await app.overview.department.selectOption("CJS – Jobcenter");
    await app.overview.proposal("Jobcentret").getByRole("button", { name: /^Slet/ }).click();
    await expect(app.overview.chosen(app.overview.department)).toHaveText("Alle centre");
    await expect(app.overview.count).toHaveText("7 forslag");
    await expect(app.overview.proposalRows).toHaveCount(7);
  });
});

test("Danish letters are sorted as Danes sort them", async ({ app }) => {
  const headings = ["Åben", "Ørken", "Ære", "Zebra", "Andet"];
  const dialog = await app.importFiles({
    name: "f.json",
    content: file(headings.map((heading, index) => proposal(index + 1, { heading }))),
  });
  await dialog.takeIn();
  await app.overview.order.selectOption("Overskrift");
  await expect(app.overview.titles).toHaveText(["Andet", "Zebra", "Ære", "Ørken", "Åben"]);
});

test("proposals of several budget years each count in their own years", async ({ app }) => {
  const documents = [
    proposal(1, {}, { estimated_gain: -1_000_000 }),
    proposal(2, { first_year: 2026 }, { estimated_gain: -20_000 }),
    proposal(3, {}, { estimated_gain: { unreadable: "ca. 4" } }),
  ];
  await (await app.importFiles({ name: "f.json", content: file(documents) })).takeIn();
  await expect(app.overview.sum(2024)).toHaveText("kan ikke regnes ud");
  await expect(app.overview.sum(2026)).toHaveText("−20");
  await expect(app.overview.sum("i alt")).toHaveText("kan ikke regnes ud");
  await app.overview.search.fill("Forslag 1");
  await expect(app.overview.sum(2024)).toHaveText("−1.000");
  await expect(app.overview.sum("i alt")).toHaveText("−1.000");
});

test("a hundred proposals are drawn at first, and the sum is of all", async ({ app }) => {
  const documents = Array.from({ length: 130 }, (_, index) =>
    proposal(index + 1, {}, { estimated_gain: -1_000 }),
  );
  await (await app.importFiles({ name: "f.json", content: file(documents) })).takeIn();
  await expect(app.overview.proposalRows).toHaveCount(100);
  await expect(app.overview.sum(2024)).toHaveText("−130");
  await app.page.getByRole("button", { name: "Vis alle 130" }).click();
  await expect(app.overview.proposalRows).toHaveCount(130);
});

test("a duplicate is a document of its own, from the list and from the editor", async ({ app }) => {
  await app.openExamples();
  await app.overview.proposal("Isafjord").getByRole("button", { name: "Duplikér Nedlægge tilbuddet Isafjord" }).click();
  await expect(app.notice).toContainText("»Nedlægge tilbuddet Isafjord (kopi)«");
  await expect(app.overview.proposalRows).toHaveCount(9);
  await hasSums(app, ["−5.533", "−8.933", "−8.933", "−8.933"], "−32.332");
  const copy = await app.openProposal("Isafjord (kopi)");
  await copy.enter("Estimeret gevinst 2024", "");
  await app.toOverview();
  await hasSums(app, ["−5.083", "−8.933", "−8.933", "−8.933"], "−31.882");
  await expect(app.overview.proposal("Nedlægge tilbuddet Isafjord").filter({ hasText: "−450" })).toHaveCount(1);

  const form = await app.openPlan("Familiehusene", 2022);
  await form.enter("Sagsnummer", "før kopien");
  await form.button("Duplikér").click();
  await expect(form.heading).toHaveText("Familiehusene (kopi)");
  await expect(form.heading).toBeFocused();
  await form.enter("Sagsnummer", "kun kopien");
  await app.toOverview();
  await expect(app.overview.planRows).toHaveCount(5);
  await app.openPlan("Familiehusene", 2022);
  await expect(form.input("Sagsnummer")).toHaveValue("før kopien");
});

test.describe("deleting", () => {
  test("from the list can be undone, exactly", async ({ app }) => {
    await app.openExamples();
    // Local storage holds what is stored.
    await expect.poll(async () => Object.keys(await app.stored())).toHaveLength(12);
    const before = await app.storedWhole();
    await app.overview.proposal("Horseager").getByRole("button", { name: "Slet Lukning af Værestedet Horseager" }).click();
    await expect(app.notice).toContainText("»Lukning af Værestedet Horseager« er slettet.");
    await expect(app.overview.proposalRows).toHaveCount(7);
    await expect.poll(async () => Object.keys(await app.stored())).toHaveLength(11);
    await hasSums(app, ["−4.100", "−7.100", "−7.100", "−7.100"], "−25.400");
    await app.undo();
    await hasSums(app, ["−5.083", "−8.283", "−8.283", "−8.283"], "−29.932");
    await expect.poll(() => app.stored()).toEqual(before);

    await app.overview.plan("Familiehusene", 2022).getByRole("button", { name: "Slet Familiehusene" }).click();
    await expect(app.overview.planRows).toHaveCount(3);
    await app.undo();
    await expect(app.overview.planRows).toHaveCount(4);
    await expect.poll(() => app.stored()).toEqual(before);
  });

  test("from the editor leads to the start page and can be undone there", async ({ app }) => {
    const form = await app.newPlan();
    await form.enter("Virksomhed / område", "Havrebjerg");
    await form.type("Center", "Skrevet lige før");
    await form.button("Slet").click();
    await app.overview.isOpen();
    await expect(app.notice).toContainText("»Havrebjerg« er slettet.");
    await expect(app.overview.planRows).toHaveCount(0);
    await expect.poll(() => app.stored()).toEqual({});
    await app.undo();
    await expect(app.overview.planRows).toHaveCount(1);
    await app.page.reload();
    await app.openPlan("Havrebjerg", new Date().getFullYear());
    await expect(form.input("Center")).toHaveValue("Skrevet lige før");
  });

  test("the last document leaves an empty page", async ({ app }) => {
    await (await app.importFiles({ name: "f.json", content: file([], [plan(1)]) })).takeIn();
    await app.overview.plan("Plan 1", 2023).getByRole("button", { name: "Slet Plan 1" }).click();
    await expect(app.page.getByText("Her er ingen dokumenter endnu.")).toBeVisible();
    await expect(app.overview.exportAll).toBeDisabled();
  });
});

test.describe("addresses", () => {
  test("of a document stay, with the browser's way back", async ({ app }) => {
    await (await app.importFiles({ name: "f.json", content: file([proposal(1)], [plan(2)]) })).takeIn();
    await app.openProposal("Forslag 1");
    expect(new URL(app.page.url()).hash).toBe(`#/forslag/${id(1)}`);
    await app.page.goBack();
    await app.overview.isOpen();
    await app.openPlan("Plan 2", 2023);
    expect(new URL(app.page.url()).hash).toBe(`#/handleplaner/${id(2)}`);
    await app.page.reload();
    await expect(app.heading).toHaveText("Plan 2");
    await app.page.goBack();
    await app.page.goForward();
    await expect(app.heading).toHaveText("Plan 2");
    // From one document straight to another.
    await app.open(`#/forslag/${id(1)}`);
    await expect(app.heading).toHaveText("Forslag 1");
  });

  const unknown = [
    "#/findes-ikke",
    `#/forslag/${id(404)}`,
    `#/handleplaner/${id(404)}`,
    "#/forslag/ikke-en-nøgle",
  ];
  for (const address of unknown) {
    test(`${address} says that nothing is there`, async ({ app }) => {
      await app.open(address);
      await expect(app.heading).toHaveText("Siden findes ikke");
      await expect.poll(() => app.stored()).toEqual({});
      await app.page.getByRole("link", { name: "Til oversigten" }).click();
      await app.overview.isOpen();
    });
  }

  test("of a proposal under the plans is no document either", async ({ app }) => {
    await (await app.importFiles({ name: "f.json", content: file([proposal(1)]) })).takeIn();
    await app.open(`#/handleplaner/${id(1)}`);
    await expect(app.heading).toHaveText("Siden findes ikke");
  });
});
