import type { App } from "./support/app";
import { file, focusArea, plan, proposal } from "./support/documents";
import { expect, test } from "./support/fixtures";
import { PlanPage } from "./support/plan-page";

const LONG = Array.from({ length: 60 }, (_, line) => `Linje ${line + 1} af en lang tekst, der skal med helt ud.`).join("\n");

const PROPOSAL = proposal(
  1,
  {
    heading: "Lukning af Værestedet Horseager",
    appropriations: ["3.20.35 Familiehuset", "Team Bostøtte"],
    kinds: ["saving"],
    sections: {
      summary: LONG,
      reduction: "Kort tekst",
      investment: "",
      consequences: "Et ord".repeat(200),
      time_horizon: "Fra sommer",
      related_contributions: "",
      relevant_documents: "https://example.dk/bilag?nr=3",
    },
  },
  { current_budget: 1_213_000, estimated_gain: -983_000, full_time_equivalents: 1.35 },
);

const PLAN = plan(2, {
  unit: "Afdeling Børn og Familie",
  expected_overspend_at_start: 26_050_000,
  started_on: "2022-10-03",
  cause: LONG,
  focus_areas: Array.from({ length: 11 }, (_, index) =>
    focusArea(index + 10, {
      area: `Indsatsområde nummer ${index + 1}`,
      goal: "6 mio. kr. mindre",
      action: index === 3 ? LONG : "Teamlederne bevilger",
      effects: Array(12).fill(-1_583_333),
    }),
  ),
});

async function open(app: App, name: "proposal" | "plan"): Promise<void> {
  await (await app.importFiles({ name: "f.json", content: file([PROPOSAL], [PLAN]) })).takeIn();
  if (name === "proposal") {
    await app.openProposal("Horseager");
  } else {
    await app.openPlan("Afdeling Børn og Familie", 2023);
  }
}

/** The sizes of a PDF's pages in millimetres. */
function pageSizes(pdf: Buffer): [number, number][] {
  const boxes = pdf.toString("latin1").matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g);
  const millimetres = (points: string) => Math.round((Number(points) * 25.4) / 72);
  return [...boxes].map(([, width, height]) => [millimetres(width), millimetres(height)]);
}

test("a proposal is printed on A4 upright, a plan on A4 across", async ({ app }) => {
  await open(app, "proposal");
  const upright = pageSizes(await app.page.pdf({ preferCSSPageSize: true }));
  expect(upright.length).toBeGreaterThan(1);
  expect(new Set(upright.map(String))).toEqual(new Set(["210,297"]));
  await app.toOverview();
  await app.openPlan("Afdeling Børn og Familie", 2023);
  const across = pageSizes(await app.page.pdf({ preferCSSPageSize: true }));
  expect(across.length).toBeGreaterThan(1);
  expect(new Set(across.map(String))).toEqual(new Set(["297,210"]));
});

test.describe("on paper", () => {
  // The width of the paper between its margins.
  const widths = { proposal: 182, plan: 273 };
  for (const name of ["proposal", "plan"] as const) {
    test(`the ${name} has all of its text and figures, and nothing to click`, async ({ app }) => {
      await open(app, name);
      const form = name === "proposal" ? app.proposal : app.plan;
      if (name === "proposal") {
        await form.enter("Investeringsbehov 2025", "1.5");
        await form.enter("5) Tidshorisont", "Rettet lige før udskriften");
      } else {
        await form.enter("Sagsnummer", "330-20");
      }
      await app.page.emulateMedia({ media: "print" });
      await app.page.setViewportSize({ width: Math.floor((widths[name] / 25.4) * 96), height: 1000 });

      await expect(app.page.getByRole("button")).toHaveCount(0);
      // The skip link waits above the page, where no paper is.
      await expect(app.page.getByRole("link").filter({ hasNotText: "Gå til sidens indhold" })).toHaveCount(0);
      await expect(app.page.locator("textarea").filter({ visible: true })).toHaveCount(0);
      await expect(app.notice).toBeHidden();
      await expect(app.saveStatus).toBeHidden();
      await expect(form.heading).toBeVisible();

      // Each text stands as text, whole: nothing is cut off as it would be in a field.
      const texts = app.page.locator("textarea, input.form-input:not(.cell)");
      for (const field of await texts.all()) {
        const label = app.page.locator(`label[for="${await field.getAttribute("id")}"]`);
        const printed = field.locator("xpath=following-sibling::*[contains(@class, 'print-text')]");
        await expect(label).toBeVisible();
        await expect(printed).toBeVisible();
        expect(await printed.evaluate((text) => text.textContent)).toBe(await field.inputValue());
        const isCut = await printed.evaluate(
          (text) => text.scrollHeight > text.clientHeight + 1 || text.scrollWidth > text.clientWidth + 1,
        );
        expect(isCut, await label.innerText()).toBe(false);
      }

      // Each figure is there, whole, and the table is no wider than the paper.
      const cells = app.page.locator("input.cell");
      expect(await cells.count()).toBe(name === "proposal" ? 24 : 132);
      const cut = await cells.evaluateAll((cells) =>
        (cells as HTMLInputElement[])
          .filter((cell) => !cell.checkVisibility() || cell.scrollWidth > cell.clientWidth)
          .map((cell) => cell.getAttribute("aria-label")),
      );
      expect(cut).toEqual([]);
      const figures = app.page.locator("output:not(:empty)").filter({ hasText: /\S/ });
      expect(await figures.count()).toBeGreaterThan(5);
      await expect(figures.filter({ visible: false })).toHaveCount(0);
      const overflow = await app.page.evaluate(() => {
        const right = Math.max(...[...document.querySelectorAll("table, input.cell, output")].map((element) => element.getBoundingClientRect().right));
        return Math.max(0, right - document.documentElement.clientWidth);
      });
      expect(overflow).toBeLessThanOrEqual(1);
      if (name === "plan") {
        await expect(app.plan.figure(PlanPage.FORECAST)).toHaveText("−182.949.956");
      }
    });
  }

  test("kinds show their crosses", async ({ app }) => {
    await open(app, "proposal");
    await app.page.emulateMedia({ media: "print" });
    for (const kind of ["Effektivisering", "Investering", "Besparelse", "Merindtægt"]) {
      await expect(app.page.getByText(kind, { exact: true })).toBeVisible();
      await expect(app.proposal.kinds.getByLabel(kind)).toBeChecked({ checked: kind === "Besparelse" });
    }
  });

  test("the print button asks the browser to print", async ({ app }) => {
    await open(app, "proposal");
    await app.page.evaluate(() => {
      window.print = () => document.body.setAttribute("data-printed", "yes");
    });
    await app.proposal.button("Udskriv").click();
    await expect(app.page.locator("body")).toHaveAttribute("data-printed", "yes");
  });

  test("what stands over something is never alone at the foot of a sheet, and never over nothing", async ({ app }) => {
    const { page } = app;
    const over = () =>
      page.locator("main").locator("h1, h2, h3, h4, legend, .field > .form-label").evaluateAll((all) => {
        const seen = all.filter((one) => one.checkVisibility());
        const alone = seen.filter((one) => {
          const { breakAfter, display } = getComputedStyle(one);
          // Nothing else keeps to what follows it.
          return breakAfter !== "avoid" || display.startsWith("inline");
        });
        return { seen: seen.length, alone: alone.map((one) => one.textContent) };
      });
    await open(app, "proposal");
    for (const name of ["proposal", "plan"]) {
      if (name === "plan") {
        await app.openPlan("Afdeling Børn og Familie", 2023);
      }
      await page.emulateMedia({ media: "print" });
      const { seen, alone } = await over();
      expect(seen).toBeGreaterThan(7);
      expect(alone, name).toEqual([]);
      const torn = await page.locator(".print-text:empty").evaluateAll((all) =>
        all.filter((one) => getComputedStyle(one).breakInside !== "avoid").length);
      expect(torn, name).toBe(0);
      await page.emulateMedia({ media: "screen" });
      await app.toOverview();
    }
    const catalogue = await app.newCatalogue();
    await page.emulateMedia({ media: "print" });
    expect((await over()).alone, "catalogue").toEqual([]);
    const heading = (name: string) => page.getByRole("heading", { name, exact: true });
    await expect(heading("Måltal")).toBeVisible();
    const parts = ["Varianter og sammenhænge", "Varianter", "Sammenhænge: kræver, udelukker, overlapper", "Pakker"];
    for (const name of parts) {
      await expect(heading(name)).toBeHidden();
    }
    await page.emulateMedia({ media: "screen" });
    await catalogue.openTab("Sammenhænge");
    for (const name of parts.slice(0, 3)) {
      await expect(heading(name)).toBeVisible();
    }
    await catalogue.openTab("Pakker");
    await expect(heading("Pakker")).toBeVisible();
    await catalogue.openTab("Sammenhænge");
    await catalogue.button("Tilføj varianter").click();
    await page.emulateMedia({ media: "print" });
    for (const name of parts.slice(0, 2)) {
      await expect(heading(name)).toBeVisible();
    }
    await expect(heading("Pakker")).toBeHidden();
  });
});
