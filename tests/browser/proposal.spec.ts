import { stopClock } from "./support/clock";
import { danish, sum } from "./support/danish";
import { expect, test } from "./support/fixtures";
import { PROPOSALS } from "./support/lejre";

const YEARS = [2024, 2025, 2026, 2027];

test.describe("a proposal typed in key by key", () => {
  for (const example of PROPOSALS) {
    test(example.heading, async ({ app }) => {
      const form = await app.newProposal();
      await form.enter("Overskrift", example.heading);
      await expect(form.heading).toHaveText(example.heading);
      await form.enter("Center", example.department);
      await form.enter("Bevilling", example.appropriations.join("\n"));
      for (const kind of example.kinds) {
        await form.kinds.getByRole("checkbox", { name: kind }).check();
      }
      await form.setFirstYear(2024);
      await expect(form.page.getByText("Reduktionsforslag til Budget 2024-2027")).toBeVisible();

      // After each field every total is read: what was typed so far, added up.
      const net: (number | undefined)[] = [undefined, undefined, undefined, undefined];
      const printed = (amounts: (number | undefined)[]) => {
        const typed = amounts.filter((amount) => amount !== undefined);
        return typed.length === 0 ? "" : danish(sum(typed));
      };
      const totals = () => form.hasTotals(2024, net.map((amount) => printed([amount])), printed(net));
      const typeRow = async (row: string, numbers: readonly (number | string)[], counts: boolean) => {
        for (const [index, number] of numbers.entries()) {
          await form.type(`${row} ${YEARS[index]}`, String(number));
          if (counts) {
            net[index] = (net[index] ?? 0) + Number(number);
          }
          await totals();
        }
      };
      await totals();
      await typeRow("Nuværende budget", example.budget ?? [], false);
      await typeRow("Estimeret gevinst", example.gain, true);
      await typeRow("Investeringsbehov", example.investment ?? [], true);
      await typeRow("Berørte antal medarbejdere", example.employees ?? [], false);
      await typeRow("Ændring i antal årsværk", example.positions ?? [], false);

      await form.hasTotals(2024, example.net, example.total);
      await expect(form.figure("Estimeret gevinst, alle år")).toHaveText(danish(sum(example.gain)));
      for (const [index, year] of YEARS.entries()) {
        const after = form.figure(`Budget efter ændring ${year}`);
        const percent = form.figure(`Ændring i procent ${year}`);
        if (example.budget && example.percent) {
          await expect(after).toHaveText(danish(example.budget[index] + (net[index] ?? 0)));
          await expect(percent).toHaveText(example.percent[index]);
        } else {
          await expect(after).toHaveCount(0);
          await expect(percent).toHaveCount(0);
        }
      }

      await app.isSaved();
      const { appropriations, years } = await app.storedDocument();
      expect(appropriations).toEqual(example.appropriations);
      expect(years!.map((year) => year.estimated_gain)).toEqual(
        example.gain.map((thousands) => thousands * 1000),
      );
    });
  }
});

test("a gain of 0 is not blank, and a blank one adds nothing", async ({ app }) => {
  const form = await app.newProposal();
  await form.setFirstYear(2024);
  await form.enter("Estimeret gevinst 2024", "0");
  await form.enter("Investeringsbehov 2025", " ");
  await expect(form.input("Estimeret gevinst 2024")).toHaveValue("0");
  await expect(form.input("Investeringsbehov 2025")).toHaveValue("");
  await form.hasTotals(2024, ["0", "", "", ""], "0");
  await app.isSaved();
  const [first, second] = (await app.storedDocument()).years!;
  expect(first.estimated_gain).toBe(0);
  expect(second.investment_need).toBeNull();
});

test("another budget year renames the columns and keeps the figures", async ({ app }) => {
  const form = await app.newProposal();
  await form.setFirstYear(2024);
  await form.enter("Estimeret gevinst 2024", "-450");
  await form.enter("Ændring i antal årsværk 2027", "-1");

  await form.type("Budgetår", "20");
  // While the year cannot be read, the columns are called by their place.
  await expect(form.input("Estimeret gevinst 1. år")).toHaveValue("−450");
  await expect(form.figure("Ændringsforslag i alt 1. år")).toHaveText("−450");

  await form.input("Budgetår").pressSequentially("26");
  await expect(form.input("Estimeret gevinst 2026")).toHaveValue("−450");
  await expect(form.input("Ændring i antal årsværk 2029")).toHaveValue("−1");
  await expect(form.input("Estimeret gevinst 2024")).toHaveCount(0);
  await form.hasTotals(2026, ["−450", "", "", ""], "−450");
  await expect(form.page.getByRole("columnheader", { name: "2029" })).toBeVisible();
  await expect(form.page.getByText("Reduktionsforslag til Budget 2026-2029")).toBeVisible();

  await form.enter("Budgetår", "1899");
  await form.isRefused("Budgetår", "1899", /årstal mellem 1970 og 2100/);
});

test.describe("amounts as people write them", () => {
  // In a field of 1.000 kr.; what the field shows when it is left.
  const readable: [string, string][] = [
    ["-4.600", "−4.600"],
    ["−4.600", "−4.600"],
    ["–4.600", "−4.600"],
    ["+4", "4"],
    ["1213", "1.213"],
    ["0,5", "0,5"],
    ["5,6 mio.", "5.600"],
    ["5,6 mio. kr.", "5.600"],
    ["250 t.kr.", "250"],
    ["1,2 mia.", "1.200.000"],
    ["=12*450", "5.400"],
    ["450*12", "5.400"],
    ["(1.200-300)/3", "300"],
    ["4600-", "−4.600"],
    ["(4.600)", "−4.600"],
    ["kr. 1.586.691", "1.586,691"],
    ["30.000 kr.", "30"],
    ["\u00a0 ", ""],
  ];
  test("are read, add up while typing and are printed when the field is left", async ({ app }) => {
    const form = await app.newProposal();
    await form.setFirstYear(2024);
    const input = form.input("Investeringsbehov 2024");
    for (const [typed, printed] of readable) {
      await form.type("Investeringsbehov 2024", typed);
      await expect(input).toHaveValue(typed);
      await form.hasTotals(2024, [printed, "", "", ""], printed);
      await input.blur();
      await expect(input).toHaveValue(printed);
      await expect(input).not.toHaveAttribute("aria-invalid");
    }
  });

  const unreadable: [string, RegExp][] = [
    ["1.5", /»1\.5«.*komma til decimaler/],
    ["1,2,3", /mere end ét komma/],
    ["12.34.567", /punktum mellem tusinder/],
    ["abc", /»abc« er ikke en del af et tal/],
    ["1e5", /ikke en del af et tal/],
    ["--4", /to fortegn/],
    ["=12*", /ikke skrevet færdigt/],
    ["1/0", /dividere med nul/],
    ["2000 mia.", /for stort/],
    ["0,000001", /finere end én øre/],
  ];
  test("stay as they were typed when they cannot be read, with what to type instead", async ({ app }) => {
    const form = await app.newProposal();
    await form.setFirstYear(2024);
    await form.enter("Estimeret gevinst 2024", "-983");
    await form.enter("Estimeret gevinst 2025", "-1.183");
    for (const [typed, why] of unreadable) {
      await form.enter("Estimeret gevinst 2025", typed);
      await form.isRefused("Estimeret gevinst 2025", typed, why);
      // The last amount that could be read is not used behind the user's back.
      await form.hasTotals(2024, ["−983", "kan ikke regnes ud", "", ""], "kan ikke regnes ud");
      await expect(form.figure("Estimeret gevinst, alle år")).toHaveText("kan ikke regnes ud");
      await expect(form.line(form.errors, "Estimeret gevinst 2025")).toContainText(why);
    }
    await form.enter("Estimeret gevinst 2025", "-1.183");
    await expect(form.input("Estimeret gevinst 2025")).not.toHaveAttribute("aria-invalid");
    await expect(form.errors).toHaveCount(0);
    await form.hasTotals(2024, ["−983", "−1.183", "", ""], "−2.166");
  });

  test("in the staff rows are counts", async ({ app }) => {
    const form = await app.newProposal();
    await form.setFirstYear(2024);
    await form.enter("Ændring i antal årsværk 2024", "-1,35");
    await expect(form.input("Ændring i antal årsværk 2024")).toHaveValue("−1,35");
    await form.enter("Ændring i antal årsværk 2025", "1,35 kr.");
    await form.isRefused("Ændring i antal årsværk 2025", "1,35 kr.", /uden kr\./);
    await form.enter("Berørte antal medarbejdere 2024", "2");
    await expect(form.input("Berørte antal medarbejdere 2024")).toHaveValue("2");
    await form.enter("Berørte antal medarbejdere 2025", "1,5");
    await form.isRefused("Berørte antal medarbejdere 2025", "1,5", /helt antal medarbejdere/);
    // Neither is money.
    await form.hasTotals(2024, ["", "", "", ""], "");
  });
});

test("typing is never rewritten: a digit goes where the caret is", async ({ app }) => {
  const form = await app.newProposal();
  await form.setFirstYear(2024);
  const input = form.input("Estimeret gevinst 2024");
  await form.type("Estimeret gevinst 2024", "-1234");
  for (let step = 0; step < 2; step += 1) {
    await input.press("ArrowLeft");
  }
  await input.pressSequentially("9");
  await expect(input).toHaveValue("-12934");
  await input.pressSequentially("8");
  await expect(input).toHaveValue("-129834");
  expect(await input.evaluate((element: HTMLInputElement) => element.selectionStart)).toBe(5);
  await form.hasTotals(2024, ["−129.834", "", "", ""], "−129.834");

  // The same in a text of several lines.
  const text = form.input("1) Kort resumé af forslaget");
  await form.type("1) Kort resumé af forslaget", "Første linje\ntredje");
  await text.press("Home");
  await text.pressSequentially("anden\n");
  await expect(text).toHaveValue("Første linje\nanden\ntredje");
});

test("what cannot be read survives a reload, letter for letter", async ({ app }) => {
  const form = await app.newProposal();
  await form.setFirstYear(2024);
  await form.enter("Estimeret gevinst 2024", " ca. 4,6 mio  ");
  await form.enter("Investeringsbehov 2024", "--4");
  await form.enter("Budgetår", "næste år");
  await app.isSaved();
  await app.page.reload();
  await form.isOpen();
  await form.isRefused("Budgetår", "næste år", /årstal/);
  await form.isRefused("Estimeret gevinst 1. år", " ca. 4,6 mio  ", /tallet ikke er præcist/);
  await form.isRefused("Investeringsbehov 1. år", "--4", /to fortegn/);
  await expect(form.errors).toContainText("3 felter kan ikke læses");
  await expect(form.figure("Ændringsforslag i alt 1. år")).toHaveText("kan ikke regnes ud");
  await expect(form.figure("Ændringsforslag i alt 2. år")).toHaveText("");
});

test("advice stands beside the field and in the summary, and leads to the field", async ({ app }) => {
  const form = await app.newProposal();
  await form.setFirstYear(2024);
  // An untouched form gives no advice.
  await expect(form.advice).toHaveCount(0);

  await form.enter("Bevilling", "3.20.35 Familiehuset\nVærestedet Horseager");
  await form.enter("Estimeret gevinst 2025", "-983");
  await form.enter("Ændring i antal årsværk 2025", "1,35");
  await form.enter("Investeringsbehov 2026", "-300");
  await form.enter("Estimeret gevinst 2027", "450");

  const expected: [string, RegExp][] = [
    ["Bevilling", /»Værestedet Horseager« har intet nummer/],
    ["Ændringen vedrører", /Sæt mindst ét kryds/],
    ["Nuværende budget 2025", /Udfyld det nuværende budget/],
    ["Estimeret gevinst 2027", /Gevinsten tæller som en udgift.*vend fortegnet/],
    ["Investeringsbehov 2026", /Investeringen tæller som en besparelse.*vend fortegnet/],
    ["Ændring i antal årsværk 2025", /årsværk står med plus/],
    ["Konsekvenser ved forslaget", /hvad forslaget betyder/],
    ["Tidshorisont", /hvornår forslaget får virkning/],
  ];
  await expect(form.advice.locator("summary")).toHaveText(`Tjek: ${expected.length} ting at se på`);
  await form.openAdvice();
  for (const [field, advice] of expected) {
    await expect(form.line(form.advice, field)).toContainText(advice);
    await form.advice.getByRole("button", { name: field, exact: true }).click();
    if (field === "Ændringen vedrører") {
      await expect(form.kinds).toBeFocused();
      await expect(form.kinds).toContainText(advice);
    } else {
      const name = { "Konsekvenser ved forslaget": "4) ", Tidshorisont: "5) " }[field] ?? "";
      await expect(form.input(name + field)).toBeFocused();
      await expect.poll(() => form.description(name + field)).toMatch(advice);
      // Advice is no error.
      await expect(form.input(name + field)).not.toHaveAttribute("aria-invalid");
    }
    await expect(app.page.locator(":focus")).toBeInViewport();
  }

  // It goes when it has been followed, and nothing that was typed was changed.
  await form.kinds.getByRole("checkbox", { name: "Besparelse" }).check();
  await form.enter("Bevilling", "3.20.35 Familiehuset");
  await expect(form.advice.locator("summary")).toHaveText(`Tjek: ${expected.length - 2} ting at se på`);
  await expect(form.input("Estimeret gevinst 2027")).toHaveValue("450");
});

test("an error in the summary leads to its field", async ({ app }) => {
  const form = await app.newProposal();
  await form.setFirstYear(2024);
  await form.enter("Investeringsbehov 2027", "1.5");
  await expect(form.errors).toContainText("1 felt kan ikke læses");
  await form.errors.getByRole("button", { name: "Investeringsbehov 2027" }).click();
  await expect(form.input("Investeringsbehov 2027")).toBeFocused();
  await expect(form.input("Investeringsbehov 2027")).toBeInViewport();
});

test("advice and errors never block saving", async ({ app }) => {
  const form = await app.newProposal();
  await form.setFirstYear(2024);
  await form.enter("Overskrift", "Nedlægge tilbuddet Isafjord");
  await form.type("Estimeret gevinst 2025", "1.5");
  await app.isSaved();
  const { heading, years } = await app.storedDocument();
  expect(heading).toBe("Nedlægge tilbuddet Isafjord");
  expect(years![1].estimated_gain).toEqual({ unreadable: "1.5" });
});

test("several budget lines, any number of kinds, and seven texts in the form's order", async ({ app }) => {
  const form = await app.newProposal();
  const lines = ["3.20.35 Familiehuset", "3.20.32 Det specialiserede børne- og ungeområde"];
  await form.enter("Bevilling", lines.join("\n"));
  const kinds = ["Effektivisering", "Investering", "Besparelse", "Merindtægt"];
  await expect(form.kinds.getByRole("checkbox")).toHaveCount(4);
  for (const kind of kinds) {
    await form.kinds.getByLabel(kind).check();
  }
  await form.kinds.getByLabel("Investering").uncheck();
  const sections = [
    "1) Kort resumé af forslaget",
    "2) Reduktionsforslag",
    "3) Investeringsbehov (evt.)",
    "4) Konsekvenser ved forslaget",
    "5) Tidshorisont",
    "6) Sammenhæng til andre bidrag (evt.)",
    "7) Relevante dokumenter",
  ];
  const texts = form.page.getByRole("region", { name: "Beskrivelse" }).getByRole("textbox");
  await expect(texts).toHaveCount(7);
  for (const [index, section] of sections.entries()) {
    await expect(texts.nth(index)).toHaveAccessibleName(section);
    await form.enter(section, `Afsnit ${index + 1}\n– med to linjer`);
  }
  await app.isSaved();
  await app.page.reload();
  await form.isOpen();
  await expect(form.input("Bevilling")).toHaveValue(lines.join("\n"));
  for (const kind of kinds) {
    await expect(form.kinds.getByLabel(kind)).toBeChecked({ checked: kind !== "Investering" });
  }
  for (const [index, section] of sections.entries()) {
    await expect(form.input(section)).toHaveValue(`Afsnit ${index + 1}\n– med to linjer`);
  }
  const stored = await app.storedDocument();
  expect(stored.appropriations).toEqual(lines);
  expect(stored.kinds).toEqual(["efficiency", "saving", "additional_revenue"]);
});

test("figures are quiet; one polite line says the total when typing stops", async ({ app }) => {
  const form = await app.newProposal();
  await form.setFirstYear(2024);
  await app.page.reload();
  await form.isOpen();
  const before = (await form.announcement.textContent())!;
  await stopClock(app.page);
  await form.type("Estimeret gevinst 2024", "-4.6");
  await app.page.clock.runFor(900);
  await form.input("Estimeret gevinst 2024").pressSequentially("00");
  await app.page.clock.runFor(900);
  await form.hasTotals(2024, ["−4.600", "", "", ""], "−4.600");
  await expect(form.announcement).toHaveText(before);
  await app.page.clock.runFor(200);
  await expect(form.announcement).toHaveText(
    "Ændringsforslag i alt 2024-2027: sparer 4,6 mio. kr.",
  );
  await form.input("Estimeret gevinst 2024").pressSequentially("x");
  await app.page.clock.runFor(1100);
  await expect(form.announcement).toHaveText("Ændringsforslag i alt 2024-2027: kan ikke regnes ud. 1 felt kan ikke læses");

  const outputs = form.page.locator("output");
  expect(await outputs.count()).toBeGreaterThan(5);
  for (const output of await outputs.all()) {
    await expect(output).toHaveAttribute("aria-live", "off");
  }
  // No other live region talks along.
  await expect(form.page.locator("[aria-live]:not([aria-live=off])")).toHaveCount(0);
  // The line, what is selected, the notices, the offer of a newer build, and what the crash page would say.
  await expect(form.page.locator("[role=status]")).toHaveCount(5);
});
