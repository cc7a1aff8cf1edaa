import { content } from "./support/app";
import { file, focusArea, plan, proposal } from "./support/documents";
import { expect, test } from "./support/fixtures";

/** Mistakes of the originals in one plan: no effect at all, and a date of another year. */
const PLAN = plan(1, {
  started_on: "2022-10-03",
  expected_overspend_at_start: 83_100_000,
  focus_areas: [focusArea(11, { goal: "Der skal spares 6 mio. kr. i år" })],
});

test("advice is put aside with a reason that stays with the document", async ({ app, anotherBrowser }) => {
  const form = await app.importPlan(file([], [PLAN]), "Plan 1", 2023);
  await expect(form.advice.locator("summary")).toHaveText("Tjek: 2 ting at se på");
  await expect(form.dismissed).toHaveCount(0);
  await form.openAdvice();
  const line = form.line(form.advice, "Opstart af handleplan");
  await expect(line).toContainText("Datoen ligger i 2022");
  const button = line.getByRole("button", { name: "Det er i orden her: Opstart af handleplan" });

  // It takes a reason.
  await button.click();
  const { root, reason, apply, error } = form.dismissDialog;
  await expect(root).toContainText("Datoen ligger i 2022");
  for (const empty of ["", "  \n "]) {
    await reason.fill(empty);
    await apply.click();
    await expect(error).toHaveText("Skriv en begrundelse, så andre kan forstå det.");
    await expect(root).toBeVisible();
  }
  await app.page.keyboard.press("Escape");
  await expect(root).toHaveCount(0);
  await expect(button).toBeFocused();
  await expect(form.advice.locator("summary")).toHaveText("Tjek: 2 ting at se på");

  const why = "Planen blev lavet året før.\nDet er »aftalt« <b>her</b>.";
  await form.dismiss("Opstart af handleplan", ` ${why} `);
  await expect(app.notice).toContainText("Det er noteret som i orden.");
  await expect(form.heading).toBeFocused();
  await expect(form.advice.locator("summary")).toHaveText("Tjek: 1 ting at se på");
  await expect(form.dismissed.locator("summary")).toHaveText("Tjek: 1 ting er i orden her");
  // No longer beside the field either.
  await expect.poll(() => form.description("Opstart af handleplan")).not.toMatch(/Datoen ligger/);
  await form.dismissed.locator("summary").click();
  const put = form.line(form.dismissed, "Opstart af handleplan");
  await expect(put).toContainText("Datoen ligger i 2022");
  await expect(put).toContainText(`I orden: ${why.replace("\n", " ")}`);
  await app.isSaved();
  expect((await app.storedDocument()).dismissed_advice).toEqual([
    { advice: "date_outside_year", field: "started-on", detail: expect.any(String), reason: why },
  ]);

  // After a reload and in another browser.
  await app.page.reload();
  await form.isOpen();
  await expect(form.dismissed.locator("summary")).toHaveText("Tjek: 1 ting er i orden her");
  await expect(form.advice.locator("summary")).toHaveText("Tjek: 1 ting at se på");
  const { text } = await app.download(app.exportButton());
  const other = await anotherBrowser();
  const theirs = await other.importPlan(text, "Plan 1", 2023);
  await expect(theirs.dismissed.locator("summary")).toHaveText("Tjek: 1 ting er i orden her");
  await theirs.dismissed.locator("summary").click();
  await expect(theirs.line(theirs.dismissed, "Opstart af handleplan")).toContainText("I orden: Planen blev lavet året før.");

  // It can be brought back.
  await form.dismissed.locator("summary").click();
  await put.getByRole("button", { name: "Se på det igen: Opstart af handleplan" }).click();
  await expect(form.dismissed).toHaveCount(0);
  await expect(form.advice.locator("summary")).toHaveText("Tjek: 2 ting at se på");
  await expect.poll(() => form.description("Opstart af handleplan")).toMatch(/Datoen ligger i 2022/);
});

test("putting aside can be undone, exactly", async ({ app }) => {
  const form = await app.importPlan(file([], [PLAN]), "Plan 1", 2023);
  const before = content(await app.storedDocument());
  await form.openAdvice();
  await form.dismiss("Indsats 1 januar", "Kommer senere");
  await expect(form.dismissed.locator("summary")).toHaveText("Tjek: 1 ting er i orden her");
  await app.undo();
  await expect(form.dismissed).toHaveCount(0);
  await expect(form.advice.locator("summary")).toHaveText("Tjek: 2 ting at se på");
  await app.isSaved();
  expect(content(await app.storedDocument())).toEqual(before);
});

test("what is put aside goes with its matter: it is quiet once followed, and speaks up about something new", async ({ app }) => {
  const effects = [-1_000_000, ...Array<null>(11).fill(null)];
  const goal = "Der skal spares 6 mio. kr. i år";
  const form = await app.importPlan(file([], [plan(1, { focus_areas: [focusArea(11, { goal, effects })] })]), "Plan 1", 2023);
  await form.openAdvice();
  await form.dismiss("Indsats 1: Konkrete mål", "Målet er for to år");
  await expect(form.line(form.advice, "Indsats 1: Konkrete mål")).toHaveCount(0);
  await expect(form.dismissed.locator("summary")).toHaveText("Tjek: 1 ting er i orden her");
  // Another amount is another matter.
  await form.text(1, "Konkrete mål").fill("Der skal spares 7 mio. kr. i år");
  await form.text(1, "Konkrete mål").blur();
  await expect(form.dismissed).toHaveCount(0);
  await expect(form.line(form.advice, "Indsats 1: Konkrete mål")).toContainText("»7 mio");
  // And the reason is still there when it is the old matter again.
  await form.text(1, "Konkrete mål").fill(goal);
  await form.text(1, "Konkrete mål").blur();
  await expect(form.dismissed.locator("summary")).toHaveText("Tjek: 1 ting er i orden her");
  await form.text(1, "Konkrete mål").fill("Der skal spares 1 mio. kr. i år");
  await form.text(1, "Konkrete mål").blur();
  await expect(form.dismissed).toHaveCount(0);
  await expect(form.line(form.advice, "Indsats 1: Konkrete mål")).toHaveCount(0);
});

test("in a proposal too, each piece of advice on its own", async ({ app }) => {
  const content = proposal(1, { appropriations: ["Horseager", "Team Bostøtte"] }, { estimated_gain: -983_000, full_time_equivalents: 1.35 });
  await (await app.importFiles({ name: "f.json", content: file([content]) })).takeIn();
  const form = await app.openProposal("Forslag 1");
  await form.openAdvice();
  // Two lines are about the same field.
  const lines = form.line(form.advice, "Bevilling");
  await expect(lines).toHaveCount(2);
  const all = await form.advice.getByRole("listitem").count();
  await lines.filter({ hasText: "Horseager" }).getByRole("button", { name: "Det er i orden her: Bevilling" }).click();
  await form.dismissDialog.reason.fill("Har intet nummer");
  await form.dismissDialog.apply.click();
  await expect(form.advice.locator("summary")).toHaveText(`Tjek: ${all - 1} ting at se på`);
  await expect(lines).toHaveCount(1);
  await expect(lines).toContainText("Team Bostøtte");
  await form.dismissed.locator("summary").click();
  await expect(form.line(form.dismissed, "Bevilling")).toContainText("Horseager");
  // A line leads to its field, before and after.
  await form.line(form.dismissed, "Bevilling").getByRole("button", { name: "Bevilling", exact: true }).click();
  await expect(form.input("Bevilling")).toBeFocused();
  await form.advice.getByRole("button", { name: "Ændring i antal årsværk 2024", exact: true }).click();
  await expect(form.input("Ændring i antal årsværk 2024")).toBeFocused();
  await expect(form.input("Ændring i antal årsværk 2024")).toBeInViewport();
});

test("errors cannot be put aside", async ({ app }) => {
  const form = await app.newPlan();
  await form.enter("Indsats 1 maj", "1.5");
  await expect(form.errors).toContainText("1 felt kan ikke læses");
  await expect(form.errors.getByRole("button", { name: /Det er i orden her/ })).toHaveCount(0);
});
