import AxeBuilder from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";

import type { App } from "./support/app";
import { CATALOGUE_STATES } from "./support/catalogue-states";
import { block, paste } from "./support/clipboard";
import { GOLDEN, file, focusArea, id, plan, proposal } from "./support/documents";
import { expect, test } from "./support/fixtures";
import { walk } from "./support/keyboard";
import { PlanPage } from "./support/plan-page";
import { SharedFile } from "./support/shared-file";
import { PLAN_2023 } from "./support/slagelse";

const SIZES = {
  wide: { width: 1280, height: 900 },
  narrow: { width: 320, height: 640 },
  /** A window of 1280 × 900 at 400 %. */
  zoomed: { width: 320, height: 225 },
};

/** A plan in June: what was realised, two closed updates, something that a source states, and an application. */
const IN_JUNE = plan(9, {
  started_on: "2023-01-02",
  expected_overspend_at_start: 26_050_000,
  carried_over_overspend: 1_200_000,
  realised_through: 6,
  closed_through: 3,
  closed_updates: [
    { closed_on: "2023-03-31", realised_through: 3, effect: -6_000_000, expected_overspend: 20_050_000, note: "Sent i gang" },
    { closed_on: "2023-05-31", realised_through: 5, effect: -5_900_000, expected_overspend: 20_150_000, note: "" },
  ],
  supplementary_appropriation: { amount: 20_000_000, financing: "" },
  dismissed_advice: [{ advice: "date_outside_year", field: "started-on", detail: "", reason: "Aftalt" }],
  focus_areas: [
    focusArea(11, {
      area: "Opholdssteder",
      effects: PLAN_2023[2].effects,
      realised: [-583_333, -500_000, null, -583_333, -583_333, -583_333, ...Array<null>(6).fill(null)],
      proposal: { id: id(1), heading: "Forslag 1", year: 2024, net_change: -7_000_000 },
    }),
    focusArea(12, { area: "Egenbetaling", effects: PLAN_2023[8].effects, stated_total: -1_000_000 }),
    focusArea(13, { area: "Uden beløb" }),
  ],
});

async function openInJune(app: App): Promise<PlanPage> {
  const followed = proposal(1, { price_level: 2023, reimbursement_rate: 50 }, { estimated_gain: -7_000_000 });
  await (await app.importFiles({ name: "p.json", content: file([followed], [IN_JUNE]) })).takeIn();
  await app.closeNotice();
  return app.openPlan("Plan 9", 2023);
}

/** Every page and state of the app, and how to get there. */
const STATES: Record<string, (app: App) => Promise<void>> = {
  "empty overview": async () => {},
  "overview with examples": async (app) => {
    await app.openExamples();
    await app.closeNotice();
  },
  "overview with something unreadable": async (app) => {
    await app.page.evaluate(() => localStorage.setItem("raaderum/forslag/x", "{"));
    await app.page.reload();
    await expect(app.overview.unreadable).toBeVisible();
  },
  "empty proposal": async (app) => {
    await app.newProposal();
  },
  "menu that is open": async (app) => {
    await app.newProposal();
    await app.bar.getByRole("button", { name: "Handlinger" }).click();
    await expect(app.earlierLink).toBeVisible();
  },
  "proposal with errors and advice": async (app) => {
    const form = await app.newProposal();
    await form.setFirstYear(2024);
    await form.enter("Bevilling", "Familiehuset");
    await form.enter("Nuværende budget 2024", "1.213");
    await form.enter("Estimeret gevinst 2024", "-983");
    await form.enter("Estimeret gevinst 2025", "1.5");
    await form.enter("Ændring i antal årsværk 2024", "1,35");
    await form.enter("Budgetår", "2024x");
    await form.openAdvice();
    await expect(form.errors).toBeVisible();
  },
  plan: async (app) => {
    await app.openExamples();
    await app.closeNotice();
    await app.openPlan("Familiehusene", 2022);
  },
  "plan with errors and advice": async (app) => {
    const form = await app.newPlan();
    await form.enter(PlanPage.START, "83,1 mio.");
    await form.enter("Opstart af handleplan", "3.10.1999");
    await form.enter("Indsats 1 maj", "1.5");
    await form.openAdvice();
  },
  "spread dialog with an error": async (app) => {
    const form = await app.newPlan();
    const dialog = await form.openSpread(1);
    await dialog.amount.fill("1.5");
    await dialog.spread();
    await expect(dialog.error).toBeVisible();
  },
  "import dialog": async (app) => {
    await (await app.importFiles({ name: "a.json", content: file([proposal(1)]) })).takeIn();
    await app.closeNotice();
    await app.importFiles(
      { name: "b.json", content: file([proposal(1, { heading: "Et andet" })]) },
      { name: "c.json", content: GOLDEN },
      { name: "d.json", content: "{" },
    );
  },
  banner: async (app) => {
    await app.page.addInitScript(() => {
      for (const storage of ["localStorage", "indexedDB"]) {
        Object.defineProperty(window, storage, {
          get() {
            throw new DOMException("Access is denied for this document.", "SecurityError");
          },
        });
      }
    });
    await app.page.reload();
    await app.newProposal();
    await expect(app.banner).toBeVisible();
  },
  "earlier state beside the document": async (app) => {
    const form = await app.newProposal();
    await form.setFirstYear(2024);
    await form.enter("Overskrift", "Isafjord");
    await app.isSaved();
    await form.enter("Overskrift", "Isafjord lukkes");
    await form.enter("Estimeret gevinst 2025", "-450");
    await app.isSaved();
    await app.earlierLink.click();
    await app.page.locator(".earlier__list").getByRole("button").last().click();
    await expect(app.page.getByRole("button", { name: "Gendan denne version" })).toBeVisible();
  },
  "storage, and a file that would be tied to": async (app) => {
    await app.openExamples();
    await app.closeNotice();
    const shared = await SharedFile.of(app);
    await shared.write(GOLDEN);
    await shared.toPage();
    await shared.open.click();
    await expect(shared.section.getByRole("button", { name: "Læg sammen, og knyt til filen" })).toBeVisible();
  },
  "storage, tied to a file that cannot be read": async (app) => {
    const shared = await SharedFile.of(app);
    await shared.tieTo(GOLDEN);
    await shared.write("{");
    await shared.look();
    await expect(shared.line).toBeVisible();
  },
  "start page that may not write the file": async (app) => {
    const shared = await SharedFile.of(app);
    await shared.tieTo(GOLDEN);
    await shared.forgetPermission();
    await app.toOverview();
    await app.page.reload();
    await expect(shared.line.getByRole("button", { name: "Genoptag gem i filen" })).toBeVisible();
  },
  "storage, and a bin that is about to be emptied": async (app) => {
    const form = await app.newProposal();
    await form.enter("Overskrift", "Isafjord");
    await app.isSaved();
    await form.button("Slet").click();
    await app.overview.isOpen();
    await app.closeNotice();
    await app.page.getByRole("link", { name: "Opbevaring og sikkerhedskopi" }).click();
    await app.page.getByRole("button", { name: "Tøm papirkurven" }).click();
    await expect(app.page.getByRole("button", { name: "Fjern for altid" })).toBeVisible();
  },
  "reminder of a backup": async (app) => {
    await app.page.evaluate(() => localStorage.setItem("raaderum-begyndt", "1700000000"));
    await app.newProposal();
    await app.isSaved();
    await app.toOverview();
    await expect(app.page.getByRole("region", { name: "Sikkerhedskopi" })).toBeVisible();
  },
  "newer build": async (app) => {
    await app.page.addInitScript(() => {
      const registration = { waiting: {}, active: {}, addEventListener: () => {} };
      Object.assign(navigator.serviceWorker, { register: () => Promise.resolve(registration) });
    });
    await app.page.reload();
    await expect(app.page.getByRole("button", { name: "Tag den nye version i brug" })).toBeVisible();
  },
  "plan in June, all of it": async (app) => {
    const form = await openInJune(app);
    await form.openAdvice();
    await form.chart.openTable();
    await form.openTab("Plan");
    await expect(form.stated).toHaveCount(1);
    await form.openTab("Prognose og dækning");
  },
  "plan with a row opened": async (app) => {
    const form = await openInJune(app);
    await form.rowName(2).click();
    await expect(form.row(2)).toBeVisible();
  },
  "plan with the texts of all rows": async (app) => {
    const form = await openInJune(app);
    await form.allTexts.click();
  },
  "plan, what was realised": async (app) => {
    const form = await openInJune(app);
    await form.openTab("Opfølgning");
  },
  "plan, its updates": async (app) => {
    const form = await openInJune(app);
    await form.openTab("Opdateringer");
  },
  "plan, its head": async (app) => {
    const form = await openInJune(app);
    await form.openTab("Oplysninger");
  },
  ...CATALOGUE_STATES,
  "explanation of a figure": async (app) => {
    const form = await openInJune(app);
    await form.figure("Alle indsatser i alt").focus();
    await expect(form.explanation.root).toBeVisible();
  },
  "dialog that closes an update, with an error": async (app) => {
    const form = await openInJune(app);
    await form.button("Gem som opdatering pr. …").click();
    await form.closeDialog.getByLabel("Dato for opdateringen").fill("1.1.2023");
    await form.closeDialog.getByRole("button", { name: "Gem som opdatering" }).click();
    await expect(form.closeDialog).toContainText("Datoen ligger før sidste opdatering");
  },
  "dialog that picks a proposal": async (app) => {
    await app.openExamples();
    await app.closeNotice();
    const form = await app.newPlan();
    await form.enter("Handleplan for året", "2024");
    await form.button("Tilføj fra forslag").click();
    await expect(form.pickDialog.getByRole("listitem")).toHaveCount(8);
  },
  "dialog that dismisses advice, with an error": async (app) => {
    const form = await openInJune(app);
    await form.openAdvice();
    await form.advice.getByRole("button", { name: /^Det er i orden her/ }).first().click();
    await form.dismissDialog.apply.click();
    await expect(form.dismissDialog.error).toBeVisible();
  },
  "dismissed advice": async (app) => {
    const form = await app.newPlan();
    await form.enter(PlanPage.START, "200.000");
    await form.openAdvice();
    await form.dismiss("Indsats 1 januar", "Kommer senere");
    await app.closeNotice();
    await form.dismissed.locator("summary").click();
  },
  "proposal that is followed up, with gross amounts and something stated": async (app) => {
    const form = await openInJune(app);
    await form.source(1).click();
    await app.proposal.isOpen();
    await paste(app.proposal.input("Estimeret gevinst 2024"), block([["-7.000", "", "", "", "-7.100"]]));
    await expect(app.proposal.stated).toHaveCount(1);
    await app.closeNotice();
    await expect(app.page.getByRole("region", { name: "Opfølgning i handleplaner" })).toBeVisible();
  },
  "signs in words": async (app) => {
    await openInJune(app);
    await app.signs.selectOption("Kun ord");
  },
  notice: async (app) => {
    await app.openExamples();
    await expect(app.undoButton).toBeVisible();
  },
  "not found": async (app) => {
    await app.open("#/findes-ikke");
  },
};

/** By how much the page is wider than the window. */
function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** What axe finds, by rule and place. */
async function found(axe: AxeBuilder): Promise<unknown[]> {
  const { violations } = await axe.analyze();
  return violations.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.map((node) => node.target.join(" ")) }));
}

for (const [state, reach] of Object.entries(STATES)) {
  test(`axe finds nothing, and nothing is too wide: ${state}`, async ({ app }) => {
    await reach(app);
    for (const size of ["wide", "narrow"] as const) {
      await app.page.setViewportSize(SIZES[size]);
      expect.soft(await found(new AxeBuilder({ page: app.page })), size).toEqual([]);
      expect.soft(await overflow(app.page), size).toBe(0);
    }
    await app.page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
    const contrast = new AxeBuilder({ page: app.page }).withRules(["color-contrast", "link-in-text-block"]);
    expect.soft(await found(contrast), "dark").toEqual([]);
    await app.page.setViewportSize(SIZES.zoomed);
    expect.soft(await overflow(app.page), "zoomed").toBe(0);
  });
}

test.describe("with Tab alone", () => {
  const fillProposal = async (app: App): Promise<void> => {
    await STATES["proposal with errors and advice"](app);
    await app.proposal.enter("Budgetår", "2024");
  };
  const fillPlan = async (app: App): Promise<void> => {
    const areas = [1, 2, 3].map((number) => focusArea(number, { area: `Indsats nr. ${number}` }));
    const content = file([], [plan(9, { focus_areas: areas })]);
    await (await app.importFiles({ name: "p.json", content })).takeIn();
    await app.closeNotice();
    await app.openPlan("Plan 9", 2023);
  };
  // The tabs of a plan are walked through one by one, the first with the texts of all rows.
  const none = async (): Promise<void> => {};
  const tabs = (app: App) => [
    () => app.plan.allTexts.click(),
    ...(["Opfølgning", "Prognose og dækning", "Opdateringer", "Oplysninger"] as const).map((tab) => () => app.plan.openTab(tab)),
  ];
  const forms: [string, (app: App) => Promise<void>, number, (app: App) => (() => Promise<void>)[]][] = [
    // Inputs alone: the signs, 3 texts and 4 kinds above, 3 above the table, 6 × 4 cells, 7 texts.
    ["proposal", fillProposal, 42, () => [none]],
    // Inputs alone: the signs, 12 in the head and below, the status, 3 × 4 texts, 3 × 12 cells.
    ["plan", fillPlan, 62, tabs],
    // Inputs alone: the signs, 12 in the head and below less 2 that fill themselves, the status, 2 of the application,
    // 3 × 4 texts, 3 × 12 planned and 3 × 6 realised cells.
    ["plan in June", STATES["plan in June, all of it"], 80, tabs],
  ];
  for (const [name, fill, inputs, parts] of forms) {
    for (const size of ["wide", "zoomed"] as const) {
      test(`every field and button of the ${name} is reached, in order, and seen: ${size}`, async ({ app }) => {
        await app.page.setViewportSize(SIZES[size]);
        await fill(app);
        // The signs are there in every part.
        const reached = new Set<string>();
        for (const open of parts(app)) {
          await open();
          const forward = await walk(app.page, "Tab");
          expect.soft(forward.missed, "never reached").toEqual([]);
          forward.visited.filter((stop) => stop.isInput).forEach((stop) => reached.add(stop.id));
          expect.soft(forward.outOfOrder, "reached before what stands above it or to its left").toEqual([]);
          expect.soft(forward.unmarked, "focus not visible").toEqual([]);
          expect.soft(forward.covered, "covered by something else").toEqual([]);

          const backward = await walk(app.page, "Shift+Tab");
          expect.soft(backward.missed, "never reached backwards").toEqual([]);
          expect.soft(backward.covered, "covered by something else, backwards").toEqual([]);
        }
        expect(reached.size).toBeGreaterThanOrEqual(inputs);
      });
    }
  }

  for (const size of ["wide", "zoomed"] as const) {
    test(`the banner that stays covers nothing that is typed in: ${size}`, async ({ app }) => {
      await app.page.setViewportSize(SIZES[size]);
      await STATES.banner(app);
      expect.soft((await walk(app.page, "Tab")).covered).toEqual([]);
      expect.soft((await walk(app.page, "Shift+Tab")).covered).toEqual([]);
    });
  }

  test("the start page and its buttons work", async ({ app }) => {
    await app.openExamples();
    await app.closeNotice();
    const forward = await walk(app.page, "Tab");
    expect(forward.missed).toEqual([]);
    expect(forward.outOfOrder).toEqual([]);
    expect(forward.unmarked).toEqual([]);
    expect(forward.covered).toEqual([]);
    expect(forward.visited.map((stop) => stop.name)).toContain("Åbn fil");
  });

  test("the skip link leads past the header", async ({ app }) => {
    const form = await app.newProposal();
    await app.page.reload();
    await form.isOpen();
    await app.page.keyboard.press("Tab");
    const skip = app.page.getByRole("link", { name: "Gå til sidens indhold" });
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport();
    const address = app.page.url();
    await app.page.keyboard.press("Enter");
    await expect(app.page.getByRole("main")).toBeFocused();
    expect(app.page.url()).toBe(address);
    await app.page.keyboard.press("Tab");
    await expect(form.input("Overskrift")).toBeFocused();
  });

  test("a whole proposal can be made, typed, exported and left", async ({ app }) => {
    const keyboard = app.page.keyboard;
    await app.overview.newProposal.focus();
    await keyboard.press("Enter");
    const form = app.proposal;
    await form.isOpen();
    await expect(form.heading).toBeFocused();
    const tabTo = async (target: Locator) => {
      for (let step = 0; step < 60; step += 1) {
        await keyboard.press("Tab");
        if (await target.evaluate((element) => element === document.activeElement)) {
          return;
        }
      }
      throw new Error("It is not reached.");
    };
    await tabTo(form.input("Overskrift"));
    await keyboard.type("Isafjord");
    await tabTo(form.kinds.getByLabel("Besparelse"));
    await keyboard.press("Space");
    await tabTo(form.input("Budgetår"));
    await keyboard.press("ControlOrMeta+a");
    await keyboard.type("2024");
    await tabTo(form.input("Estimeret gevinst 2024"));
    await keyboard.type("-450");
    await keyboard.press("Control+r");
    await form.hasTotals(2024, ["−450", "−450", "−450", "−450"], "−1.800");
    await expect(form.kinds.getByLabel("Besparelse")).toBeChecked();
    await expect(form.input("Overskrift")).toHaveValue("Isafjord");
  });
});

test.describe("focus", () => {
  test("goes to the heading of a page that is opened", async ({ app }) => {
    await app.openExamples();
    await app.openProposal("Isafjord");
    await expect(app.heading).toHaveText("Nedlægge tilbuddet Isafjord");
    await expect(app.heading).toBeFocused();
    await app.toOverview();
    await expect(app.heading).toBeFocused();
    await app.openPlan("Familiehusene", 2022);
    await expect(app.heading).toBeFocused();
    await app.page.goBack();
    await app.overview.isOpen();
    await expect(app.heading).toBeFocused();
    await app.page.evaluate(() => (location.hash = "#/findes-ikke"));
    await expect(app.heading).toHaveText("Siden findes ikke");
    await expect(app.heading).toBeFocused();
    await app.toOverview();
    await app.newPlan();
    await expect(app.heading).toBeFocused();
  });

  test("is taken by the spread dialog and given back, also by Escape", async ({ app }) => {
    const form = await app.newPlan();
    await form.addUntil(2);
    const opener = form.button("Fordel beløb for indsats 2");
    const { root, amount } = form.spreadDialog;
    for (const close of ["Escape", "Annullér", "Fordel"] as const) {
      await opener.focus();
      await app.page.keyboard.press("Enter");
      await expect(amount).toBeFocused();
      // What lies behind cannot be reached.
      for (let step = 0; step < 12; step += 1) {
        await app.page.keyboard.press("Tab");
        const isInside = await root.evaluate(
          (dialog) => document.activeElement === document.body || dialog.contains(document.activeElement),
        );
        expect(isInside).toBe(true);
      }
      if (close === "Escape") {
        await app.page.keyboard.press("Escape");
      } else {
        await amount.fill("-12");
        await root.getByRole("button", { name: close, exact: true }).press("Enter");
      }
      await expect(root).toHaveCount(0);
      await expect(opener).toBeFocused();
    }
    await expect(form.figure("Indsats 2 i alt")).toHaveText("−12");
    // A dialog that was closed with Escape can be opened again.
    await opener.press("Enter");
    await expect(root).toBeVisible();
  });

  test("is taken by the import dialog and given back, also by Escape", async ({ app }) => {
    for (const close of ["Escape", "Annullér", "Indlæs"] as const) {
      await app.overview.importFile.focus();
      const { root } = await app.importFiles({ name: "a.json", content: file([proposal(1)], [plan(2)]) });
      const isInside = () => root.evaluate((dialog) => dialog.contains(document.activeElement));
      expect(await isInside()).toBe(true);
      if (close === "Escape") {
        await app.page.keyboard.press("Escape");
      } else {
        await root.getByRole("button", { name: close }).press("Enter");
      }
      await expect(root).toHaveCount(0);
      await expect(app.overview.importFile).toBeFocused();
      await expect(app.overview.proposalRows).toHaveCount(close === "Indlæs" ? 1 : 0);
    }
  });

  test("is taken by the dialogs of a plan and given back, also by Escape", async ({ app }) => {
    const form = await openInJune(app);
    await form.openAdvice();
    const advice = form.advice.getByRole("button", { name: /^Det er i orden her/ }).first();
    for (const [opener, dialog] of [
      [form.button("Gem som opdatering pr. …"), form.closeDialog],
      [form.button("Tilføj fra forslag"), form.pickDialog],
      [advice, form.dismissDialog.root],
    ] as const) {
      for (const close of ["Escape", "Annullér"] as const) {
        await opener.focus();
        await app.page.keyboard.press("Enter");
        await expect(dialog).toBeVisible();
        for (let step = 0; step < 8; step += 1) {
          const isInside = await dialog.evaluate(
            (dialog) => document.activeElement === document.body || dialog.contains(document.activeElement),
          );
          expect(isInside).toBe(true);
          await app.page.keyboard.press("Tab");
        }
        if (close === "Escape") {
          await app.page.keyboard.press("Escape");
        } else {
          await dialog.getByRole("button", { name: close }).press("Enter");
        }
        // It is closed at once, and taken away a little later.
        await expect(app.page.locator("dialog")).toHaveCount(0);
        await expect(opener).toBeFocused();
      }
    }
  });

  test("is never lost by a button that takes itself away", async ({ app }) => {
    const form = await openInJune(app);
    await form.button("Genåbn måneder").press("Enter");
    await expect(form.status).toBeFocused();
    await form.button("Lås måneder").press("Enter");
    await expect(form.status).toBeFocused();
    await form.closeUpdate("30.6.2023", "");
    await expect(form.page.getByRole("heading", { name: "Opdateringer" })).toBeFocused();
    await form.button("Glem den indsatte sum: Indsat sum: Indsats 2 i alt").press("Enter");
    await expect(form.heading).toBeFocused();
  });

  test("is never lost by a button that takes its own row away", async ({ app }) => {
    const form = await app.newPlan();
    await form.addUntil(3);
    await expect(form.page.getByRole("heading", { name: "Indsats 3", exact: true })).toBeFocused();
    await form.rowButton("Fjern", 2).press("Enter");
    // The row that took its place.
    await expect(form.rowName(2)).toBeFocused();
    await app.undoButton.press("Enter");
    // In the row that is back.
    await expect(form.page.locator(":focus")).toHaveAccessibleName("Indsatsområde");
    await form.rowButton("Flyt op", 2).press("Enter");
    await expect(form.page.getByRole("heading", { name: "Indsats 1", exact: true })).toBeFocused();
    for (let rows = 3; rows > 0; rows -= 1) {
      await form.rowButton("Fjern", rows).press("Enter");
    }
    await expect(form.add).toBeFocused();

    await app.toOverview();
    await app.openExamples();
    await app.overview.proposal("Isafjord").getByRole("button", { name: /^Slet/ }).press("Enter");
    await expect(app.heading).toBeFocused();
    await app.undoButton.press("Enter");
    await expect(app.overview.proposalRows).toHaveCount(8);
    await expect(app.page.locator("body")).not.toBeFocused();
  });
});

test("what happened is said by a live region that was there before", async ({ app }) => {
  const region = app.page.getByRole("status").filter({ has: app.notice });
  await expect(app.page.locator(".notices[role=status]")).toHaveText("");
  await app.openExamples();
  await expect(region).toHaveCount(1);
});

test("each page has a title of its own", async ({ app }) => {
  await app.openExamples();
  await expect(app.page).toHaveTitle(/Råderum/);
  const overview = await app.page.title();
  await app.openProposal("Isafjord");
  await expect(app.page).toHaveTitle(/Isafjord.*Råderum/);
  await app.toOverview();
  await expect(app.page).toHaveTitle(overview);
});

test("the matrix scrolls in its own frame, and its first column stays", async ({ app }) => {
  await app.openExamples();
  await app.closeNotice();
  const form = await app.openPlan("Afdeling Børn og Familie", 2023);
  for (const size of ["wide", "narrow"] as const) {
    await app.page.setViewportSize(SIZES[size]);
    const name = form.page.getByRole("rowheader", { name: /^Indsats 3 / });
    await app.loseFocus();
    const before = (await name.boundingBox())!;
    await form.effect(3, "december").focus();
    await expect(form.effect(3, "december")).toBeInViewport({ ratio: 1 });
    const after = (await name.boundingBox())!;
    expect(Math.abs(after.x - before.x)).toBeLessThanOrEqual(1);
    expect(await overflow(app.page)).toBe(0);
  }
});
