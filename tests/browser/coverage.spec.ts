import { expect, test } from "./support/fixtures";
import { PlanPage } from "./support/plan-page";

const APPROPRIATION = "Ansøgt tillægsbevilling";
const FINANCING = "Finansiering af tillægsbevillingen";
const CARRIED_OVER = "Overført merforbrug fra sidste år";
const REMAINING = "Mangler efter tillægsbevilling";

test("16 mio. and 1,5 mio. of effects: 14,5 mio. are missing, applied for and covered", async ({ app }) => {
  const form = await app.newPlan();
  // Nothing is known yet, so nothing is missing.
  await expect(form.coverage.getByRole("textbox")).toHaveCount(0);
  await form.enter(PlanPage.START, "16 mio.");
  const dialog = await form.openSpread(1);
  await dialog.amount.fill("-1.500.000");
  await dialog.spread();
  await expect(form.coverage).toContainText(
    "Mangler 14,5 mio. kr. Tilføj flere indsatser, eller søg om en tillægsbevilling.",
  );
  await expect(form.figure(REMAINING)).toHaveCount(0);

  await form.enter(APPROPRIATION, "14,5 mio.");
  await expect(form.input(APPROPRIATION)).toHaveValue("14.500.000");
  await expect(form.figure(REMAINING)).toHaveText("0");
  await expect(form.coverage).toContainText("Med tillægsbevillingen er alt dækket.");
  await expect(form.coverage).not.toContainText("søg om");
  // The forecast is that of the plan: an application covers nothing until it is granted.
  await expect(form.forecast).toHaveText("14.500.000");
  // An application without financing is pointed at.
  await expect.poll(() => form.description(FINANCING)).toMatch(/hvor pengene til tillægsbevillingen skal komme fra/);
  await form.enter(FINANCING, "Kassebeholdningen");
  await expect.poll(() => form.description(FINANCING)).not.toMatch(/skal komme fra\. Uden/);

  await form.enter(APPROPRIATION, "14.000.000");
  await expect(form.figure(REMAINING)).toHaveText("500.000");
  await expect(form.coverage).toContainText("Efter tillægsbevillingen mangler stadig 500.000 kr.");
  await form.enter(APPROPRIATION, "15 mio.");
  await expect(form.figure(REMAINING)).toHaveText("−500.000");
  await expect(form.coverage).toContainText("Tillægsbevillingen er 500.000 kr. større end det, der mangler.");

  await app.isSaved();
  await app.page.reload();
  await form.isOpen();
  await expect(form.input(APPROPRIATION)).toHaveValue("15.000.000");
  await expect(form.input(FINANCING)).toHaveValue("Kassebeholdningen");
  expect((await app.storedDocument()).supplementary_appropriation).toEqual({
    amount: 15_000_000,
    financing: "Kassebeholdningen",
  });
});

test("what is carried over from last year is apart from this year's, and has to be covered too", async ({ app }) => {
  const form = await app.newPlan();
  await form.enter(PlanPage.START, "1.000.000");
  await expect(form.figure("At dække i alt")).toHaveCount(0);
  await form.enter(CARRIED_OVER, "1,2 mio.");
  await form.enter("Indsats 1 maj", "-1.000.000");
  // This year ends in nothing; the carried-over overspend is what is missing.
  await expect(form.forecast).toHaveText("0");
  await expect(form.page.getByText("Året ventes at ende i nul.")).toBeVisible();
  await form.openTab("Prognose og dækning");
  await expect(form.page.getByRole("row", { name: CARRIED_OVER }).getByRole("cell")).toHaveText("1.200.000");
  await expect(form.figure("At dække i alt")).toHaveText("1.200.000");
  await expect(form.coverage).toContainText("Mangler 1,2 mio. kr.");
  await form.enter(APPROPRIATION, "1.200.000");
  await expect(form.figure(REMAINING)).toHaveText("0");
  // And the history is that of this year's overspend.
  expect((await form.history()).map((line) => line[3])).toEqual(["1.000.000", "0"]);

  await form.enter(CARRIED_OVER, "1.5");
  await form.isRefused(CARRIED_OVER, "1.5", /komma til decimaler/);
  await expect(form.figure("At dække i alt")).toHaveText("kan ikke regnes ud");
  await expect(form.figure(REMAINING)).toHaveText("kan ikke regnes ud");
  await expect(form.forecast).toHaveText("0");
});

test("a plan that covers its overspend says so, and when it is opened asks for no application", async ({ app }) => {
  const form = await app.newPlan();
  await form.enter(PlanPage.START, "150.000");
  await form.openTab("Prognose og dækning");
  await expect(form.input(APPROPRIATION)).toBeVisible();
  await form.enter("Indsats 1 maj", "-150.000");
  await expect(form.coverage).toContainText("Planen dækker merforbruget.");
  await app.isSaved();
  await app.page.reload();
  await expect(form.coverage).toContainText("Planen dækker merforbruget.");
  await expect(form.coverage.getByRole("textbox")).toHaveCount(0);
  await form.enter("Indsats 1 maj", "-149.999");
  await expect(form.coverage).toContainText("I balance (1 kr. er afrunding, se indsats 1)");
  await form.enter("Indsats 1 maj", "-140.000");
  await expect(form.coverage).toContainText("Mangler 10.000 kr.");
  // What was applied for stays, even if it is not needed any more.
  await form.enter(APPROPRIATION, "-1");
  await expect.poll(() => form.description(APPROPRIATION)).toMatch(/skrives uden minus/);
  await form.enter("Indsats 1 maj", "-150.000");
  await app.isSaved();
  await app.page.reload();
  await expect(form.input(APPROPRIATION)).toHaveValue("−1");
});

test("the field of an application stays while somebody types in it", async ({ app }) => {
  const form = await app.newPlan();
  await form.enter(PlanPage.START, "150.000");
  await form.enter(APPROPRIATION, "1");
  await form.enter("Indsats 1 maj", "-150.000");
  const field = form.input(APPROPRIATION);
  await field.focus();
  await field.press("End");
  await field.press("Backspace");
  await expect(field).toBeFocused();
  await field.press("2");
  await expect(field).toHaveValue("2");
});

test("a focus area without an amount says so, in its row and in the sum", async ({ app }) => {
  const form = await app.newPlan();
  await form.enter(PlanPage.START, "200.000");
  await form.addUntil(3);
  const note = form.page.getByText(/tæller ikke med i summen/);
  const row = (number: number) => form.page.getByRole("row").filter({ has: form.effect(number, "januar") });
  // An empty row is no focus area yet.
  await expect(note).toHaveCount(0);
  await form.text(1, "Indsatsområde").fill("Aflastning");
  await form.text(2, "Konkrete mål").fill("Færre timer");
  await expect(row(1)).toContainText("intet beløb endnu");
  await expect(row(2)).toContainText("intet beløb endnu");
  await expect(row(3)).not.toContainText("intet beløb endnu");
  await expect(note).toHaveText("2 indsatser har intet beløb endnu og tæller ikke med i summen: 1, 2.");
  await form.enter("Indsats 1 maj", "0");
  await expect(note).toHaveText("Indsats 2 har intet beløb endnu og tæller ikke med i summen.");
  await form.explanation.isHidden();
  await form.figure("Alle indsatser i alt").focus();
  await form.explanation.says("0 = 0", "Indsats 1 Aflastning: 0", "Indsats 2: ikke udfyldt, tæller ikke med");
  await form.enter("Indsats 2 juni", "-50.000");
  await expect(note).toHaveCount(0);
  await expect(form.figure("Alle indsatser i alt")).toHaveText("−50.000");
});
