import type { Locator } from "@playwright/test";

import type { App } from "./support/app";
import { file, focusArea, plan, proposal } from "./support/documents";
import { expect, test } from "./support/fixtures";
import { PlanPage } from "./support/plan-page";
import type { ProposalPage } from "./support/proposal-page";

const NET = "Ændringsforslag i alt 2024";
const FORMULA = "−4.600 + 3.100 = −1.500";
const SOURCES = [
  "Budgetændring – drift 2024: ikke udfyldt, tæller ikke med",
  "Estimeret gevinst 2024: −4.600",
  "Investeringsbehov 2024: 3.100",
];

/** The proposal with which Lejre Kommune takes its emergency measures home. */
async function open(app: App): Promise<ProposalPage> {
  await app.openExamples();
  await app.closeNotice();
  return app.openProposal("Hjemtagning af akut foranstaltninger");
}

test("a figure explains itself while it has the focus", async ({ app }) => {
  const form = await open(app);
  const figure = form.figure(NET);
  await expect(figure).not.toHaveAttribute("aria-describedby");
  await figure.focus();
  await form.explanation.says(FORMULA, ...SOURCES);
  // A screen reader reads it with the figure.
  await expect(figure).toHaveAccessibleDescription([FORMULA, ...SOURCES].join(" "));
  await app.page.keyboard.press("Tab");
  await expect(form.figure("Ændringsforslag i alt 2025")).toBeFocused();
  await form.explanation.says(FORMULA, ...SOURCES.map((source) => source.replace("2024", "2025")));
  await expect(figure).not.toHaveAttribute("aria-describedby");
  await form.input("Overskrift").focus();
  await form.explanation.isHidden();
});

test("Escape hides it, and nothing else; the focus stays", async ({ app }) => {
  const form = await open(app);
  await form.figure(NET).focus();
  await form.explanation.says(FORMULA, ...SOURCES);
  await app.page.keyboard.press("Escape");
  await form.explanation.isHidden();
  await expect(form.figure(NET)).toBeFocused();
  await expect(form.figure(NET)).toHaveText("−1.500");
});

test("the pointer shows it, and can move onto it without its vanishing", async ({ app }) => {
  const form = await open(app);
  await form.figure(NET).hover();
  await form.explanation.says(FORMULA, ...SOURCES);
  const from = (await form.figure(NET).boundingBox())!;
  const to = (await form.explanation.root.boundingBox())!;
  // In small steps over what lies between, as a hand moves.
  const middle = from.x + from.width / 2;
  await app.page.mouse.move(middle, from.y + from.height / 2);
  await app.page.mouse.move(middle, to.y + to.height / 2, { steps: 40 });
  await form.explanation.says(FORMULA, ...SOURCES);
  await app.page.mouse.move(to.x + 2, to.y + to.height - 2, { steps: 40 });
  await form.explanation.says(FORMULA, ...SOURCES);
  // It can be selected and copied.
  await form.explanation.root.getByText(FORMULA).selectText();
  await form.explanation.says(FORMULA, ...SOURCES);
  await app.page.mouse.move(5, 5);
  await form.explanation.isHidden();
});

test("Escape hides one that the pointer shows, too", async ({ app }) => {
  const form = await open(app);
  await form.input("Overskrift").focus();
  await form.figure(NET).hover();
  await form.explanation.says(FORMULA, ...SOURCES);
  await app.page.keyboard.press("Escape");
  await form.explanation.isHidden();
  await expect(form.input("Overskrift")).toHaveValue("Hjemtagning af akut foranstaltninger");
});

test("the pointer that passes by does not hide what the focus shows", async ({ app }) => {
  const form = await open(app);
  await form.figure(NET).focus();
  await form.figure(NET).hover();
  await form.explanation.says(FORMULA, ...SOURCES);
  await app.page.mouse.move(5, 5);
  // Whatever the page does about it, it does before its next frame.
  await app.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  await form.explanation.says(FORMULA, ...SOURCES);
});

test("one that is shown follows what is typed meanwhile", async ({ app }) => {
  const form = await open(app);
  const gain = form.input("Estimeret gevinst 2024");
  await gain.focus();
  await form.figure(NET).hover();
  await form.explanation.says(FORMULA, ...SOURCES);
  await gain.press("ControlOrMeta+a");
  await gain.pressSequentially("-5.000");
  await expect(form.figure(NET)).toHaveText("−1.900");
  await form.explanation.says("−5.000 + 3.100 = −1.900", SOURCES[0], "Estimeret gevinst 2024: −5.000", SOURCES[2]);
});

test("none is left behind by a focus or a pointer that goes on at once", async ({ app }) => {
  const form = await open(app);
  const passes: Record<string, (figure: HTMLElement) => void> = {
    focus: (figure) => {
      figure.focus();
      figure.blur();
    },
    pointer: (figure) => {
      figure.parentElement!.dispatchEvent(new MouseEvent("mouseenter"));
      figure.parentElement!.dispatchEvent(new MouseEvent("mouseleave"));
    },
  };
  for (const [name, pass] of Object.entries(passes)) {
    await form.figure(NET).evaluate(pass);
    await app.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    expect(await form.explanation.root.count(), name).toBe(0);
  }
});

test.describe("on a touch screen", () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 800 } });

  test("a tap shows it, and a tap elsewhere hides it", async ({ app }) => {
    const form = await open(app);
    await form.figure(NET).tap();
    await form.explanation.says(FORMULA, ...SOURCES);
    await form.input("Estimeret gevinst 2024").tap();
    await form.explanation.isHidden();
  });
});

test("each figure of a proposal has its own formula", async ({ app }) => {
  const content = proposal(
    1,
    { reimbursement_rate: 50 },
    { current_budget: 19_024_000, operating_change: 100_500, estimated_gain: -700_000, investment_need: { unreadable: "ca. 4" } },
  );
  await (await app.importFiles({ name: "f.json", content: file([content]) })).takeIn();
  const form = await app.openProposal("Forslag 1");
  const says = async (name: string, formula: string, ...sources: string[]) => {
    await form.figure(name).focus();
    await form.explanation.says(formula, ...sources);
  };
  // What cannot be read is named, and makes the sum incomplete.
  await says(
    NET,
    "100,5 − 700 + ? = kan ikke regnes ud",
    "Budgetændring – drift 2024: 100,5",
    "Estimeret gevinst 2024: −700",
    "Investeringsbehov 2024: »ca. 4« kan ikke læses",
  );
  await form.enter("Investeringsbehov 2024", "");
  const blank = (year: number) => `${year}: ikke udfyldt, tæller ikke med`;
  await says("Estimeret gevinst, alle år", "−700 = −700", "2024: −700", ...[2025, 2026, 2027].map(blank));
  await says(
    "Ændringsforslag i alt, alle år",
    "−599,5 + 0 + 0 + 0 = −599,5",
    "Ændringsforslag i alt 2024: −599,5",
    ...[2025, 2026, 2027].map((year) => `Ændringsforslag i alt ${year}: 0`),
  );
  await says(
    "Budget efter ændring 2024",
    "19.024 − 599,5 = 18.424,5",
    "Nuværende budget 2024: 19.024",
    "Ændringsforslag i alt 2024: −599,5",
  );
  await says(
    "Ændring i procent 2024",
    "−599,5 / 19.024 = −3,2 %",
    "Ændringsforslag i alt 2024: −599,5",
    "Nuværende budget 2024: 19.024",
  );
  for (const figure of ["Statens andel 2024", "Brutto 2024"]) {
    await says(
      figure,
      "−599,5 / (100 % − 50 %) = −1.199; heraf staten −599,5",
      "Ændringsforslag i alt 2024: −599,5",
      "Refusion: 50 %",
    );
  }
});

test("each figure of a plan has its own formula", async ({ app }) => {
  const areas = [
    focusArea(11, { area: "Aflastning", effects: [-100, null, -50, ...Array<null>(8).fill(null), -25], realised: [-80, null, -60, ...Array<null>(9).fill(null)] }),
    focusArea(12, { effects: [20, ...Array<null>(11).fill(null)], realised: Array<null>(12).fill(null) }),
  ];
  const changes = { expected_overspend_at_start: 200_000, carried_over_overspend: 1_000, realised_through: 3, focus_areas: areas };
  const form = await app.importPlan(
    file([], [plan(1, { ...changes, supplementary_appropriation: { amount: 200_500, financing: "" } })]),
    "Plan 1",
    2023,
  );
  const says = async (name: string, formula: string, ...sources: string[]) => {
    await form.figure(name).focus();
    await form.explanation.says(formula, ...sources);
  };
  await says("Indsats 1 i alt", "−100 − 50 − 25 = −175", "januar: −100", "marts: −50", "december: −25");
  await says("Indsats 1 realiseret", "−80 − 60 = −140", "januar: −80", "marts: −60");
  await says("Alle indsatser januar", "−100 + 20 = −80", "Indsats 1 Aflastning: −100", "Indsats 2: 20");
  await says("Alle indsatser i alt", "−175 + 20 = −155", "Indsats 1 Aflastning: −175", "Indsats 2: 20");
  await says("Indsats 1: Afvigelse", "−140 + 150 = 10", "Realiseret: −140", "Planlagt: −150");
  await says("Alle indsatser: Afvigelse", "−140 + 130 = −10", "Realiseret: −140", "Planlagt: −130");
  await says("Indsats 1: Forventet hele året", "−80 − 60 − 25 = −165", "januar: −80", "marts: −60", "december: −25");
  await says(
    PlanPage.FORECAST,
    "200.000 − 165 = 199.835",
    "Forventet merforbrug ved opstart af handleplan: 200.000",
    "Økonomisk effekt af alle indsatser: −165",
  );
  await says(
    "At dække i alt",
    "199.835 + 1.000 = 200.835",
    `${PlanPage.FORECAST}: 199.835`,
    "Overført merforbrug fra sidste år: 1.000",
  );
  await says(
    "Mangler efter tillægsbevilling",
    "200.835 − 200.500 = 335",
    "At dække i alt: 200.835",
    "Ansøgt tillægsbevilling: 200.500",
  );
  await says(
    "Det skal de resterende måneder give",
    "−199.860 / 9 = −22.206",
    "Forventet merforbrug ved opstart af handleplan: 200.000",
    "Realiseret: −140",
    "Måneder tilbage: 9; den sidste med resten: −22.212",
  );
  await form.chart.openTable();
  await says("Realiseret og derefter planlagt: marts", "199.920 − 60 = 199.860", "februar: 199.920", "Alle indsatser marts: −60");
  await says("Som planlagt: januar", "200.000 − 80 = 199.920", "Opstart: 200.000", "Alle indsatser januar: −80");
});

test("the sums of the start page name the proposals in them", async ({ app }) => {
  await app.openExamples();
  await app.closeNotice();
  await app.overview.search.fill("hjemtagning");
  await app.overview.sum("2024").focus();
  const { explanation } = app.proposal;
  await explanation.says(
    "−1.500 − 550 = −2.050",
    "Hjemtagning af akut foranstaltninger: −1.500",
    "Hjemtagning af Støttet og overvåget samvær: −550",
  );
});

test.describe("it stays inside the window", () => {
  const check = async (app: App, figures: Locator) => {
    const outside: string[] = [];
    // Where no figure comes to lie under the pointer while the page scrolls.
    await app.page.mouse.move(0, 0);
    for (const figure of await figures.filter({ hasText: /\S/ }).filter({ visible: true }).all()) {
      await figure.focus();
      await expect(app.proposal.explanation.root).toBeVisible();
      await expect(figure).toHaveAttribute("aria-describedby", (await app.proposal.explanation.root.getAttribute("id"))!);
      if ((await app.proposal.explanation.overhang()) > 0) {
        outside.push((await figure.getAttribute("aria-label"))!);
      }
    }
    expect(outside).toEqual([]);
  };
  for (const [name, size] of Object.entries({
    narrow: { width: 320, height: 640 },
    wide: { width: 1280, height: 720 },
    zoomed: { width: 320, height: 225 },
  })) {
    test(`on a proposal: ${name}`, async ({ app }) => {
      const form = await open(app);
      await form.enter("Nuværende budget 2024", "19.024");
      await form.enter("Refusion", "50 %");
      await app.page.setViewportSize(size);
      await check(app, app.page.locator("output"));
    });

    test(`on a plan: ${name}`, async ({ app }) => {
      const areas = [1, 2].map((number) =>
        focusArea(number + 10, { area: `En indsats med et langt navn ${number}`, effects: Array(12).fill(-83_333), realised: Array(12).fill(-80_000) }),
      );
      const content = plan(1, { expected_overspend_at_start: 26_050_000, realised_through: 6, focus_areas: areas });
      const form = await app.importPlan(file([], [content]), "Plan 1", 2023);
      await form.chart.openTable();
      await app.page.setViewportSize(size);
      await check(app, app.page.locator("output"));
    });
  }
});
