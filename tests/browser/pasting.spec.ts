import AxeBuilder from "@axe-core/playwright";

import { content } from "./support/app";
import { block, paste } from "./support/clipboard";
import { expect, test } from "./support/fixtures";
import { PasteDialog } from "./support/paste-dialog";

const YEARS = [2024, 2025, 2026, 2027];
/** A table whose unit stands in its caption, without signs, of other years than the document, with a row by another name. */
const TABLE = block([
  ["Beløb i mio. kr.", "", "", "", ""],
  ["", ...YEARS],
  ["Estimeret gevinst", "1,2", "1,3", "1,3", "1,3"],
  ["Investering, netto", "0,3", "-", "-", "-"],
  ["Heraf løn", "1", "1", "1", "1"],
]);

test("what is not certain about a table is asked about in one dialog, before anything is written", async ({ app }) => {
  const form = await app.newProposal();
  await form.setFirstYear(2027);
  await app.isSaved();
  const before = content(await app.storedDocument());
  const start = form.input("Estimeret gevinst 2027");
  const dialog = new PasteDialog(app.page);

  expect(await paste(start, TABLE)).toBe(true);
  await expect(dialog.root).toBeVisible();
  await expect(dialog.choice(/budgetåret er 2027/, "Sæt budgetår til 2024")).toBeChecked();
  await expect(dialog.choice(/fortegnene/, /gevinster sparer, investeringer koster/)).toBeChecked();
  await expect(dialog.row("»Investering, netto«").locator("option:checked")).toHaveText("Investeringsbehov");
  await expect(dialog.row("»Heraf løn«").locator("option:checked")).toHaveText("Ikke med");
  await dialog.shows("Estimeret gevinst", ["sparer 1.200", "sparer 1.300", "sparer 1.300", "sparer 1.300"]);
  await dialog.shows("Investeringsbehov", ["koster 300", "0", "0", "0"]);
  await expect(dialog.root.getByRole("listitem")).toHaveText(["Rækken »Heraf løn« er ikke med."]);
  for (const width of [1280, 390]) {
    await app.page.setViewportSize({ width, height: 800 });
    const { violations } = await new AxeBuilder({ page: app.page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.target.join(" "))])).toEqual([]);
    expect(await dialog.root.evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true);
  }

  // Escape leaves everything as it was, with the focus in the cell.
  await app.page.keyboard.press("Escape");
  await expect(dialog.root).toHaveCount(0);
  await expect(start).toBeFocused();
  await app.isSaved();
  expect(content(await app.storedDocument())).toEqual(before);

  // By the keyboard alone: the year is kept, and what stays out is named.
  await paste(start, TABLE);
  await expect(dialog.root).toBeVisible();
  const year = dialog.choice(/budgetåret er 2027/, "Sæt budgetår til 2024");
  await year.focus();
  await app.page.keyboard.press("ArrowDown");
  await expect(dialog.choice(/budgetåret er 2027/, "Behold budgetår 2027")).toBeFocused();
  await expect(dialog.root.getByRole("listitem").first()).toHaveText(
    "2024, 2025 og 2026 er ikke med, fordi budgetåret er 2027.",
  );
  await dialog.shows("Estimeret gevinst", ["sparer 1.300"]);
  await app.page.keyboard.press("ArrowUp");
  await expect(dialog.preview.getByRole("columnheader", { name: "2024" })).toBeVisible();
  await app.page.keyboard.press("Enter");
  await expect(dialog.root).toHaveCount(0);
  await expect(start.or(form.input("Estimeret gevinst 2024")).first()).toBeFocused();
  await expect(form.input("Budgetår")).toHaveValue("2024");
  await form.hasTotals(2024, ["−900", "−1.300", "−1.300", "−1.300"], "−4.800");
  await expect(app.notice).toContainText("Rækken »Heraf løn« er ikke med.");
  // One step.
  await app.undo();
  await expect(form.input("Budgetår")).toHaveValue("2027");
  await app.isSaved();
  expect(content(await app.storedDocument())).toEqual(before);
});

test("a table of a letter or a web page is read from the page, and nothing in it is run or loaded", async ({ app }) => {
  const form = await app.newProposal();
  await form.setFirstYear(2024);
  const page = `
    <script>window.isRun = true;</script><img src="https://example.invalid/x.png">
    <table><tr><td>
      <p>Beløb i hele kr.</p>
      <table>
        <caption>Forslag 8</caption>
        <tr><th rowspan="2">Post</th><th colspan="4">Budget</th></tr>
        <tr>${YEARS.map((year) => `<th>${year}</th>`).join("")}</tr>
        <tr><td>Estimeret<br>gevinst</td><td>-983.000</td><td>-1.183.000</td><td></td><td><p>-1.183.000</p></td></tr>
      </table>
    </td></tr></table>`;
  expect(await paste(form.input("Nuværende budget 2024"), "Estimeret gevinst -983.000", page)).toBe(true);
  await form.hasTotals(2024, ["−983", "−1.183", "", "−1.183"], "−3.349");
  await expect(form.input("Nuværende budget 2024")).toHaveValue("");
  expect(await app.page.evaluate(() => "isRun" in window)).toBe(false);
  // Footnotes are no digits, what is struck through or hidden is said not to be there, and the second table is not lost.
  const marked = `
    <style>.xl65 { text-decoration: line-through }</style>
    <p style="visibility: hidden">Udkast</p>
    <table><tr><td class="xl65">Udgår</td><td class="xl65">-5</td></tr><tr><td>Investeringsbehov</td><td>120<sup>1)</sup></td><td><del>999</del>160<svg class="icon"><path class="line" d="M0 0h9"/></svg></td><td>160<sup>2</sup></td><td style="display: none">7</td><td style="color: red">160</td></tr></table>
    <table><tr><td>Berørte antal medarbejdere</td><td>1</td><td>2</td><td>3</td><td>4</td></tr></table>`;
  await paste(form.input("Nuværende budget 2024"), "Investeringsbehov 120", marked);
  await expect(form.input("Investeringsbehov 2024")).toHaveValue("120");
  await expect(form.input("Investeringsbehov 2025")).toHaveValue("160");
  await expect(form.input("Investeringsbehov 2027")).toHaveValue("160");
  await expect(form.input("Berørte antal medarbejdere 2027")).toHaveValue("4");
  await expect(app.notice).toContainText("Fodnotetegn ved 2 tal er ikke med.");
  await expect(app.notice).toContainText("3 overstregede tekster er ikke med: »Udgår«, »-5« og »999«. 2 skjulte tekster er ikke med: »7« og »Udkast«.");
  // As a browser copies a table, its text has the marks among the digits: the page is what counts.
  const text = "Investeringsbehov\t1301)\t999170\t1802\t190";
  const copied = `<table><tr><td>Investeringsbehov</td><td>130<sup>1)</sup></td><td><s>999</s>170</td><td>180<sup>2</sup></td><td>190</td></tr></table>`;
  await paste(form.input("Nuværende budget 2024"), text, copied);
  await expect(form.input("Investeringsbehov 2024")).toHaveValue("130");
  await expect(form.input("Investeringsbehov 2025")).toHaveValue("170");
  await expect(form.input("Investeringsbehov 2026")).toHaveValue("180");
  // One cell alone is the browser's own business, whatever surrounds it.
  expect(await paste(form.input("Nuværende budget 2025"), "5", "<table><tr><td>5</td></tr></table>")).toBe(false);
});

test("which of many years the budget year is can be chosen where the form has none", async ({ app }) => {
  const form = await app.newProposal();
  await form.enter("Budgetår", "");
  const dialog = new PasteDialog(app.page);
  const heads = ["", "R 2022", "B 2023", 2024, 2025, 2026, 2027];
  await paste(form.input("Estimeret gevinst 1. år"), block([heads, ["Estimeret gevinst", -9, -1, -2, -3, -4, -5]]));
  const question = "Tabellen har årene 2022 til 2027, og der er plads til 4. Hvad er budgetåret?";
  const years = dialog.root.getByRole("group", { name: question }).getByRole("radio");
  await expect(years).toHaveCount(3);
  await expect(dialog.root.getByText("Vælg først et svar på hvert spørgsmål.")).toBeVisible();
  await dialog.choice(question, "Sæt budgetår til 2023").check();
  await expect(dialog.root.getByRole("listitem")).toHaveText(["2022 og 2027 er ikke med, fordi budgetåret er 2023."]);
  await dialog.apply();
  await form.hasTotals(2023, ["−1", "−2", "−3", "−4"], "−10");
});
