import { file, proposal } from "./support/documents";
import { expect, test } from "./support/fixtures";

test("a net saving of 2 mio. with 50 % reimbursement is 4 mio. gross", async ({ app }) => {
  const form = await app.newProposal();
  await form.setFirstYear(2024);
  await form.enter("Estimeret gevinst 2024", "-2.000");
  await form.enter("Investeringsbehov 2025", "300");
  await expect(form.figure("Brutto 2024")).toHaveCount(0);
  await form.enter("Refusion", "50");
  await expect(form.input("Refusion")).toHaveValue("50 %");
  const has = async (figures: Record<string, string[]>) => {
    for (const [row, texts] of Object.entries(figures)) {
      const names = new RegExp(`^${row}( 2024| 2025| 2026| 2027|, alle år)$`);
      await expect(form.page.getByRole("status", { name: names })).toHaveText(texts);
    }
  };
  await has({
    "Statens andel": ["−2.000", "300", "0", "0", "−1.700"],
    Brutto: ["−4.000", "600", "0", "0", "−3.400"],
  });
  // The amounts of the form are the municipality's own, before and after.
  await form.hasTotals(2024, ["−2.000", "300", "0", "0"], "−1.700");
  await form.enter("Refusion", "25 %");
  await has({ Brutto: ["−2.666,66667", "400", "0", "0", "−2.266,66667"] });
  await app.isSaved();
  await app.page.reload();
  await form.isOpen();
  await expect(form.input("Refusion")).toHaveValue("25 %");

  for (const [typed, why] of [["100 %", /under 100/], ["-5", /under 100/], ["halvdelen", /ikke en del af et tal|under 100/]] as const) {
    await form.enter("Refusion", typed);
    await form.isRefused("Refusion", typed, why);
    await has({ Brutto: Array<string>(5).fill("kan ikke regnes ud") });
    await form.hasTotals(2024, ["−2.000", "300", "0", "0"], "−1.700");
  }
  await form.enter("Refusion", "");
  await expect(form.figure("Brutto 2024")).toHaveCount(0);
  await expect(form.figure("Statens andel, alle år")).toHaveCount(0);
});

test("the price level stands above the table, and above the catalogue", async ({ app }) => {
  const form = await app.newProposal();
  await form.setFirstYear(2024);
  await form.enter("Overskrift", "Isafjord");
  await expect(form.page.getByRole("caption")).toHaveText("Beløb i hele 1.000 kr. Minus er en besparelse.");
  for (const typed of ["2024", "2024 p/l", "2024-PL"]) {
    await form.enter("Prisniveau", typed);
    await expect(form.input("Prisniveau")).toHaveValue("2024-pl");
    await form.enter("Prisniveau", "");
  }
  await form.enter("Prisniveau", "2024-lp");
  await form.isRefused("Prisniveau", "2024-lp", /årstal, fx 2024-pl/);
  await form.enter("Prisniveau", "2024pl");
  await expect(form.page.getByRole("caption")).toHaveText("Beløb i hele 1.000 kr., 2024-pl. Minus er en besparelse.");
  // What the table is called follows.
  await expect(form.page.getByRole("table", { name: "Beløb i hele 1.000 kr., 2024-pl. Minus er en besparelse." })).toBeVisible();
  await app.toOverview();
  await expect(app.overview.proposals.getByRole("caption")).toHaveText("Beløb i hele 1.000 kr., 2024-pl. Minus er en besparelse.");
});

test("proposals of different price levels are not added up in silence", async ({ app }) => {
  const documents = [
    proposal(1, { price_level: 2024 }, { estimated_gain: -1_000_000 }),
    proposal(2, { price_level: 2025, department: "Jobcenter" }, { estimated_gain: -20_000 }),
    proposal(3, {}, { estimated_gain: -3_000 }),
  ];
  await (await app.importFiles({ name: "f.json", content: file(documents) })).takeIn();
  const mixed = app.page.getByText("Forslagene har forskellige prisniveauer (2024-pl, 2025-pl), så summen blander priser.");
  await expect(mixed).toBeVisible();
  await expect(app.overview.sum("i alt")).toHaveText("−1.023");
  await expect(app.overview.proposals.getByRole("caption")).toHaveText("Beløb i hele 1.000 kr. Minus er en besparelse.");
  // Only what is shown counts.
  await app.overview.department.selectOption("Jobcenter");
  await expect(mixed).toHaveCount(0);
  await expect(app.overview.proposals.getByRole("caption")).toHaveText("Beløb i hele 1.000 kr., 2025-pl. Minus er en besparelse.");
  await app.overview.department.selectOption("CJS");
  await expect(app.overview.proposalRows).toHaveCount(2);
  await expect(mixed).toHaveCount(0);
  // One of the two names no level: the sum is in none.
  await expect(app.overview.proposals.getByRole("caption")).toHaveText("Beløb i hele 1.000 kr. Minus er en besparelse.");
});
