import { type Json, file, focusArea, plan } from "./support/documents";
import { MONTHS } from "./support/danish";
import { expect, test } from "./support/fixtures";
import type { Point } from "./support/chart";
import type { PlanPage } from "./support/plan-page";

const PLANNED = "Som planlagt";
const EXPECTED = "Realiseret og derefter planlagt";
const LIMIT = 100_000;

const twelve = (each: number, last: number): number[] => [...Array<number>(11).fill(each), last];

/** Halfway through the year, one focus area is behind and one was not reported for in May. */
const HALFWAY = {
  expected_overspend_at_start: 26_050_000,
  realised_through: 6,
  focus_areas: [
    focusArea(11, {
      area: "Opholdssteder",
      effects: twelve(-583_333, -583_337),
      realised: [-583_333, -583_333, -500_000, -583_333, null, -583_333, ...Array<null>(6).fill(null)],
    }),
    focusArea(12, { area: "Aflastning", effects: twelve(-83_333, -83_337), realised: [-100_000.5, ...Array<null>(11).fill(null)] }),
  ],
};

const CASES: Record<string, { changes: Json; name: string }> = {
  "halfway through the year": {
    changes: HALFWAY,
    name: "Kurve over det forventede merforbrug: fra 26,05 mio. kr. ved opstart til 19.116.663,5 kr. ved årets udgang.",
  },
  "with nothing realised": {
    changes: { ...HALFWAY, realised_through: null },
    name: "Kurve over det forventede merforbrug: fra 26,05 mio. kr. ved opstart til 18,05 mio. kr. ved årets udgang.",
  },
  "with all of it realised": {
    changes: { ...HALFWAY, realised_through: 12 },
    name: "Kurve over det forventede merforbrug: fra 26,05 mio. kr. ved opstart til 23.116.667,5 kr. ved årets udgang.",
  },
  "that ends below nothing": {
    changes: { expected_overspend_at_start: 1_000_000, focus_areas: [focusArea(11, { effects: twelve(-150_000, 7) })] },
    name: "Kurve over det forventede merforbrug: fra 1 mio. kr. ved opstart til −649.993 kr. ved årets udgang.",
  },
  "all of it under the limit": {
    changes: { expected_overspend_at_start: 40_000, focus_areas: [focusArea(11, { effects: twelve(-1_000, -1_000) })] },
    name: "Kurve over det forventede merforbrug: fra 40.000 kr. ved opstart til 28.000 kr. ved årets udgang.",
  },
};

/** Checks every point that is drawn against the figures of the table. */
async function agrees(form: PlanPage, start: number, status: number): Promise<void> {
  const planned = [start, ...(await form.chart.column(PLANNED))];
  const expected = [start, ...(await form.chart.column(EXPECTED))];
  const all = [...planned, ...expected, LIMIT, 0];
  const [highest, lowest] = [Math.max(...all), Math.min(...all)];
  const down = (amount: number): number => ((highest - amount) * 1000) / (highest - lowest);
  const lies = (points: Point[], amounts: number[], firstStep: number): void => {
    expect(points).toHaveLength(amounts.length);
    for (const [index, { x, y }] of points.entries()) {
      expect(x).toBe(Math.floor(((firstStep + index) * 1000) / 12));
      expect(Number.isInteger(y)).toBe(true);
      expect(Math.abs(y - down(amounts[index]))).toBeLessThanOrEqual(0.5);
    }
  };
  lies(await form.chart.points("planned"), planned, 0);
  lies(await form.chart.points("realised"), expected.slice(0, status + 1), 0);
  lies(await form.chart.points("rest"), expected.slice(status), status);
  for (const [line, amount] of [["zero", 0], ["limit", LIMIT]] as const) {
    const [from, to] = await form.chart.level(line);
    expect([from.x, to.x]).toEqual([0, 1000]);
    expect(to.y).toBe(from.y);
    expect(Math.abs(from.y - down(amount))).toBeLessThanOrEqual(0.5);
  }
}

for (const [state, { changes, name }] of Object.entries(CASES)) {
  test(`every point of a year ${state} is that of its figure in the table`, async ({ app }) => {
    const content = plan(1, changes);
    const form = await app.importPlan(file([], [content]), "Plan 1", 2023);
    await form.openTab("Prognose og dækning");
    await expect(form.chart.image).toHaveAccessibleName(name);
    await form.chart.openTable();
    await agrees(form, content.expected_overspend_at_start as number, (content.realised_through as number | null) ?? 0);
    // The last figure is the forecast.
    await expect(form.chart.figure(EXPECTED, "december")).toHaveText(await form.forecast.innerText());
    // A month that was realised has a dot.
    await expect(form.chart.image.locator(".chart__dot")).toHaveCount((content.realised_through as number | null) ?? 0);
  });
}

test("the curve follows what is typed", async ({ app }) => {
  const form = await app.importPlan(file([], [plan(1, HALFWAY)]), "Plan 1", 2023);
  await form.chart.openTable();
  await form.type("Indsats 1 realiseret i maj", "-2 mio.");
  await expect(form.chart.figure(EXPECTED, "maj")).toHaveText("21.700.000,5");
  await expect(form.chart.figure(PLANNED, "maj")).toHaveText("22.716.670");
  await agrees(form, 26_050_000, 6);
  await form.status.selectOption("marts");
  await expect(form.chart.figure(EXPECTED, "april")).toHaveText("23.616.667,5");
  await agrees(form, 26_050_000, 3);
});

test("without a start, or with something unreadable, it says why nothing is drawn", async ({ app }) => {
  const form = await app.newPlan();
  await form.enter("Indsats 1 januar", "-1.000");
  await expect(form.chart.image).toHaveCount(0);
  await expect(form.chart.section).toContainText("Skriv det forventede merforbrug ved opstart");
  await form.enter("Forventet merforbrug ved opstart af handleplan", "200.000");
  await form.openTab("Prognose og dækning");
  await expect(form.chart.image).toBeVisible();
  await form.enter("Indsats 1 marts", "ca. 4");
  await expect(form.chart.image).toHaveCount(0);
  await expect(form.chart.section).toContainText("Et felt kan ikke læses");
  await form.chart.openTable();
  await expect(form.chart.figure(PLANNED, "februar")).toHaveText("199.000");
  await expect(form.chart.figure(PLANNED, "marts")).toHaveText("kan ikke regnes ud");
  await expect(form.chart.figure(PLANNED, "december")).toHaveText("kan ikke regnes ud");
});

test("at 320 px picture and table stay inside the window, or scroll in a frame of their own", async ({ app }) => {
  const form = await app.importPlan(file([], [plan(1, HALFWAY)]), "Plan 1", 2023);
  await app.page.setViewportSize({ width: 320, height: 640 });
  await form.chart.openTable();
  await expect(form.chart.table).toBeVisible();
  const outside = await form.chart.section.evaluate((section) =>
    [...section.querySelectorAll("*")]
      .filter((element) => element.checkVisibility() && !element.closest(".table-frame table"))
      .filter((element) => {
        const { left, right } = element.getBoundingClientRect();
        return left < -0.5 || right > document.documentElement.clientWidth + 0.5;
      })
      .map((element) => `${element.tagName} ${element.getAttribute("class")} ${element.textContent!.slice(0, 30)}`),
  );
  expect(outside).toEqual([]);
});

test("on paper the figures of the table stand below the picture, opened or not", async ({ app }) => {
  const form = await app.importPlan(file([], [plan(1, HALFWAY)]), "Plan 1", 2023);
  await app.page.emulateMedia({ media: "print" });
  await app.page.setViewportSize({ width: 1031, height: 1000 });
  await expect(form.chart.image).toBeVisible();
  for (const month of MONTHS) {
    await expect(form.chart.figure(PLANNED, month)).toBeVisible();
    await expect(form.chart.figure(EXPECTED, month)).toBeVisible();
  }
  await expect(form.chart.figure(EXPECTED, "december")).toHaveText("19.116.663,5");
  // They take up room of their own.
  const [picture, table] = [await form.chart.image.boundingBox(), await form.chart.table.boundingBox()];
  expect(table!.y).toBeGreaterThanOrEqual(picture!.y + picture!.height);
  const next = await form.page.getByRole("heading", { name: "Forventet merforbrug pr. 31.12.2023" }).boundingBox();
  expect(next!.y).toBeGreaterThanOrEqual(table!.y + table!.height);
});
