import type { App } from "./support/app";
import { block, paste } from "./support/clipboard";
import { file, focusArea, plan, proposal } from "./support/documents";
import { expect, test } from "./support/fixtures";
import { PlanPage } from "./support/plan-page";
import type { ProposalPage } from "./support/proposal-page";

const FORMS = ["Minus sparer", "Plus sparer", "Kun ord"] as const;

/** Without signs: gains save, investments cost. What a sum means is in words. */
const BY_ROW = "Uden fortegn: rækken afgør";

const PROPOSAL = proposal(
  1,
  { heading: "Hjemtagning", price_level: 2024 },
  { current_budget: 19_024_000, estimated_gain: -4_600_000, investment_need: 3_100_000, full_time_equivalents: 4, operating_change: { unreadable: "ca. 4" } },
);
const AREA = focusArea(11, {
  effects: [-300_000, 40_000, ...Array<null>(10).fill(null)],
  realised: [-200_000, ...Array<null>(11).fill(null)],
});
const PLAN = plan(2, { expected_overspend_at_start: 1_000_000, realised_through: 1, focus_areas: [AREA] });

async function openProposal(app: App): Promise<ProposalPage> {
  await (await app.importFiles({ name: "f.json", content: file([PROPOSAL], [PLAN]) })).takeIn();
  await app.closeNotice();
  const form = await app.openProposal("Hjemtagning");
  await form.enter("Budgetændring – drift 2024", "");
  return form;
}

/** What an amount means, in words under its cell or total. */
function meaning(form: ProposalPage | PlanPage, cell: ReturnType<ProposalPage["input"]>) {
  return form.page.getByRole("cell").filter({ has: cell }).locator(".meaning");
}

test("what is typed and computed is shown with minus, with plus or with words; levels never change", async ({ app }) => {
  const form = await openProposal(app);
  await expect(app.signs.locator("option")).toHaveText([...FORMS, BY_ROW]);
  await expect(app.signs.locator("option:checked")).toHaveText("Minus sparer");
  const shown = {
    "Minus sparer": { gain: "−4.600", investment: "3.100", net: "−1.500", words: "sparer 1,5 mio. kr.", caption: "Minus er en besparelse." },
    "Plus sparer": { gain: "4.600", investment: "−3.100", net: "1.500", words: "sparer 1,5 mio. kr.", caption: "Plus er en besparelse." },
    "Kun ord": { gain: "sparer 4.600", investment: "koster 3.100", net: "sparer 1.500", words: "", caption: "»sparer« er en besparelse." },
  };
  for (const signs of [...FORMS, "Minus sparer"] as const) {
    const { gain, investment, net, words, caption } = shown[signs];
    await app.signs.selectOption(signs);
    await expect(form.input("Estimeret gevinst 2024")).toHaveValue(gain);
    await expect(form.input("Investeringsbehov 2024")).toHaveValue(investment);
    await form.hasTotals(2024, [net, "", "", ""], net);
    await expect(form.figure("Estimeret gevinst, alle år")).toHaveText(gain);
    await expect(meaning(form, form.figure("Ændringsforslag i alt 2024"))).toHaveText(words);
    await expect(meaning(form, form.input("Estimeret gevinst 2024"))).toHaveText(words && "sparer 4,6 mio. kr.");
    await expect(meaning(form, form.input("Investeringsbehov 2024"))).toHaveText(words && "koster 3,1 mio. kr.");
    await expect(form.page.getByRole("caption")).toHaveText(`Beløb i hele 1.000 kr., 2024-pl. ${caption}`);
    // Neither a budget nor a number of positions is a change of money.
    await expect(form.input("Nuværende budget 2024")).toHaveValue("19.024");
    await expect(form.figure("Budget efter ændring 2024")).toHaveText("17.524");
    await expect(form.figure("Ændring i procent 2024")).toHaveText("−7,9 %");
    await expect(form.input("Ændring i antal årsværk 2024")).toHaveValue("4");
    await expect(meaning(form, form.input("Ændring i antal årsværk 2024"))).toHaveText("4 årsværk oprettes");
    // Nothing is advised because of how a sign is shown.
    await form.openAdvice();
    await expect(form.line(form.advice, "Estimeret gevinst 2024")).toHaveCount(0);
    await form.openAdvice();
  }
  await app.signs.selectOption(BY_ROW);
  await expect(form.input("Estimeret gevinst 2024")).toHaveValue("4.600");
  await expect(form.input("Investeringsbehov 2024")).toHaveValue("3.100");
  await expect(meaning(form, form.input("Investeringsbehov 2024"))).toHaveText("koster 3,1 mio. kr.");
  await expect(form.figure("Ændringsforslag i alt 2024")).toHaveText("sparer 1.500");
  await form.enter("Investeringsbehov 2024", "3.200");
  await expect(form.figure("Ændringsforslag i alt 2024")).toHaveText("sparer 1.400");
  // What goes the other way than its row says so.
  await form.enter("Investeringsbehov 2024", "-3.100");
  await expect(form.input("Investeringsbehov 2024")).toHaveValue("sparer 3.100");
  await form.enter("Investeringsbehov 2024", "3.100");
  await app.toOverview();
  for (const signs of FORMS) {
    await app.signs.selectOption(signs);
    const { net, caption } = shown[signs];
    await expect(app.overview.sum("i alt")).toHaveText(net);
    await expect(app.overview.proposal("Hjemtagning").locator("td.number").last()).toHaveText(net);
    await expect(app.overview.proposals.getByRole("caption")).toHaveText(`Beløb i hele 1.000 kr., 2024-pl. ${caption}`);
  }
});

test("the same in a plan", async ({ app }) => {
  const form = await app.importPlan(file([], [PLAN]), "Plan 2", 2023);
  const shown = {
    "Minus sparer": { january: "−300.000", february: "40.000", row: "−260.000", expected: "−160.000", deviation: "100.000" },
    "Plus sparer": { january: "300.000", february: "−40.000", row: "260.000", expected: "160.000", deviation: "−100.000" },
    "Kun ord": { january: "sparer 300.000", february: "koster 40.000", row: "sparer 260.000", expected: "sparer 160.000", deviation: "koster 100.000" },
  };
  for (const signs of FORMS) {
    const { january, february, row, expected, deviation } = shown[signs];
    await app.signs.selectOption(signs);
    await expect(form.effect(1, "januar")).toHaveValue(january);
    await expect(form.effect(1, "februar")).toHaveValue(february);
    await expect(form.realised(1, "januar")).toHaveValue(january.replace("300", "200"));
    await expect(form.figure("Indsats 1 i alt")).toHaveText(row);
    await expect(form.sumInWords(1)).toHaveText(signs === "Kun ord" ? "" : "sparer 260.000 kr.");
    await form.hasFollowUp(1, [january, january.replace("300", "200"), deviation, expected]);
    // An overspend is a level.
    await expect(form.input(PlanPage.START)).toHaveValue("1.000.000");
    await expect(form.forecast).toHaveText("840.000");
    await expect(form.page.getByText("ende med et merforbrug på 840.000 kr.")).toBeVisible();
  }
});

test("typing is read in the form that is shown, and words mean the same in all", async ({ app }) => {
  const form = await openProposal(app);
  const years = [2024, 2025, 2026, 2027];
  const cases: Record<(typeof FORMS)[number], [string, string, number][]> = {
    "Minus sparer": [["-450", "−450", -450_000], ["300", "300", 300_000], ["sparer 5", "−5", -5_000], ["koster 1,2 mio.", "1.200", 1_200_000]],
    "Plus sparer": [["450", "450", -450_000], ["-300", "−300", 300_000], ["sparer 5", "5", -5_000], ["koster 1,2 mio.", "−1.200", 1_200_000]],
    "Kun ord": [["-450", "sparer 450", -450_000], ["300", "koster 300", 300_000], ["sparer 5", "sparer 5", -5_000], ["Koster 1,2 mio.", "koster 1.200", 1_200_000]],
  };
  for (const signs of FORMS) {
    await app.signs.selectOption(signs);
    for (const [index, [typed, shown]] of cases[signs].entries()) {
      const name = `Estimeret gevinst ${years[index]}`;
      await form.enter(name, typed);
      await expect(form.input(name)).toHaveValue(shown);
    }
    const { text } = await app.download(app.exportButton());
    const gains = JSON.parse(text).proposals[0].years.map((year: { estimated_gain: number }) => year.estimated_gain);
    expect(gains).toEqual(cases[signs].map(([, , kroner]) => kroner));
    // What cannot be read stays as it was typed, in every form.
    await form.enter("Investeringsbehov 2025", "sparer -4");
    await form.isRefused("Investeringsbehov 2025", "sparer -4", /to fortegn/);
    // A level has no direction to turn.
    await form.enter("Nuværende budget 2025", "100");
    await expect(form.input("Nuværende budget 2025")).toHaveValue("100");
  }
});

test("pasting, filling and spreading keep to the form that is shown too", async ({ app }) => {
  const form = await app.newPlan();
  await app.signs.selectOption("Plus sparer");
  await paste(form.effect(1, "januar"), block([["1.000", "-200", "sparer 30", "0", ""]]));
  await form.hasEffects(1, ["1.000", "−200", "30", "0", "", ...Array<string>(7).fill("")]);
  await expect(form.sumInWords(1)).toHaveText("sparer 830 kr.");
  await form.effect(1, "marts").focus();
  await app.page.keyboard.press("Control+r");
  await expect(form.figure("Indsats 1 i alt")).toHaveText("1.100");
  await app.undo();
  await expect(form.figure("Indsats 1 i alt")).toHaveText("830");

  let dialog = await form.openSpread(1);
  await expect(dialog.amount).toHaveValue("830");
  await dialog.amount.fill("1.200.001");
  await dialog.spread();
  await form.hasEffects(1, [...Array<string>(11).fill("100.000"), "100.001"]);
  await app.signs.selectOption("Kun ord");
  await expect(form.effect(1, "december")).toHaveValue("sparer 100.001");
  dialog = await form.openSpread(1);
  await expect(dialog.amount).toHaveValue("sparer 1.200.001");
  await dialog.amount.fill("koster 12");
  await dialog.spread();
  await form.hasEffects(1, Array<string>(12).fill("koster 1"));
  await app.undo();
  await app.signs.selectOption("Minus sparer");
  await form.hasEffects(1, [...Array<string>(11).fill("−100.000"), "−100.001"]);
});

test("explanations are in the form that is shown", async ({ app }) => {
  const form = await openProposal(app);
  const blank = "Budgetændring – drift 2024: ikke udfyldt, tæller ikke med";
  const says = async (signs: string, formula: string, ...sources: string[]) => {
    await app.signs.focus();
    await app.signs.selectOption(signs);
    await form.figure("Ændringsforslag i alt 2024").focus();
    await form.explanation.says(formula, blank, ...sources);
  };
  await says("Plus sparer", "4.600 − 3.100 = 1.500", "Estimeret gevinst 2024: 4.600", "Investeringsbehov 2024: −3.100");
  // Arithmetic needs signs.
  await says("Kun ord", "−4.600 + 3.100 = −1.500", "Estimeret gevinst 2024: sparer 4.600", "Investeringsbehov 2024: koster 3.100");
  await says("Minus sparer", "−4.600 + 3.100 = −1.500", "Estimeret gevinst 2024: −4.600", "Investeringsbehov 2024: 3.100");
});

test("files are the same whichever form is shown", async ({ app }) => {
  await app.openExamples();
  const texts = new Set<string>();
  for (const signs of FORMS) {
    await app.signs.selectOption(signs);
    // Looking at a document and walking through its cells changes nothing either.
    const form = await app.openProposal("Isafjord");
    await form.input("Estimeret gevinst 2024").focus();
    await form.input("Estimeret gevinst 2025").focus();
    await app.loseFocus();
    await app.toOverview();
    texts.add((await app.download(app.overview.exportAll)).text);
  }
  expect(texts.size).toBe(1);
});

test("the setting is kept, and every tab follows it", async ({ app }) => {
  const form = await openProposal(app);
  await app.isSaved();
  const other = await app.otherTab();
  await expect(other.proposal.input("Estimeret gevinst 2024")).toHaveValue("−4.600");
  await app.signs.selectOption("Kun ord");
  await expect(other.proposal.input("Estimeret gevinst 2024")).toHaveValue("sparer 4.600");
  await expect(other.signs.locator("option:checked")).toHaveText("Kun ord");
  await other.signs.selectOption("Plus sparer");
  await expect(form.input("Estimeret gevinst 2024")).toHaveValue("4.600");
  await app.page.reload();
  await form.isOpen();
  await expect(app.signs.locator("option:checked")).toHaveText("Plus sparer");
  await expect(form.input("Estimeret gevinst 2024")).toHaveValue("4.600");
  await form.hasTotals(2024, ["1.500", "", "", ""], "1.500");
  // It is no document.
  await app.toOverview();
  await expect(app.overview.unreadable).toHaveCount(0);
});

test("where storage is blocked, the setting still works as long as the page is there", async ({ page, app }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("Access is denied for this document.", "SecurityError");
      },
    });
  });
  await page.reload();
  const form = await app.newProposal();
  await form.setFirstYear(2024);
  await app.signs.selectOption("Plus sparer");
  await form.enter("Estimeret gevinst 2024", "450");
  await expect(meaning(form, form.input("Estimeret gevinst 2024"))).toHaveText("sparer 450.000 kr.");
});
