import { block, paste } from "./support/clipboard";
import { MONTHS, danish, sum } from "./support/danish";
import { expect, test } from "./support/fixtures";
import { PlanPage } from "./support/plan-page";
import { PLAN_2023 } from "./support/slagelse";

test("Slagelse 2023 as one plan: 4 kr. are left, and 0 when row 9 is mended", async ({ app }) => {
  const form = await app.newPlan();
  await form.enter("Handleplan for året", "2023");
  await form.enter("Center", "Børn og Familie");
  await form.enter("Virksomhed / område", "Afdeling Børn og Familie");
  await expect(form.heading).toHaveText("Afdeling Børn og Familie");
  await form.enter(PlanPage.START, "26.050.000");
  await expect(form.forecast).toHaveText("26.050.000");

  // The first page is spread from the yearly amounts …
  const firstPage = PLAN_2023.slice(0, 7);
  await form.addUntil(firstPage.length);
  for (const [index, row] of firstPage.entries()) {
    const number = index + 1;
    await form.text(number, "Indsatsområde").fill(row.area);
    await form.text(number, "Konkrete mål").fill(row.goal);
    const dialog = await form.openSpread(number);
    await dialog.amount.pressSequentially(row.total);
    if (row.effects[0] === null) {
      await dialog.from.selectOption("juli");
      await dialog.to.selectOption("juli");
    }
    await dialog.spread();
    await expect(dialog.root).toHaveCount(0);
    await expect(form.figure(`Indsats ${number} i alt`)).toHaveText(row.total);
    await form.hasEffects(number, row.effects.map((effect) => (effect === null ? "" : danish(effect))));
  }
  await expect(form.figure("Alle indsatser i alt")).toHaveText("−21.850.000");
  await expect(form.forecast).toHaveText("4.200.000");

  // … the second is pasted from the spreadsheet.
  const secondPage = PLAN_2023.slice(7);
  await form.addUntil(8);
  await paste(form.effect(8, "januar"), block(secondPage.map((row) => row.effects)));
  for (const [index, row] of secondPage.entries()) {
    const number = index + 8;
    await form.text(number, "Indsatsområde").fill(row.area);
    await form.text(number, "Konkrete mål").fill(row.goal);
    await expect(form.figure(`Indsats ${number} i alt`)).toHaveText(row.total);
  }
  const names = new RegExp(`^Alle indsatser (${MONTHS.join("|")})$`);
  await expect(form.page.getByRole("status", { name: names })).toHaveText(
    MONTHS.map((_, index) => danish(sum(PLAN_2023.map((row) => row.effects[index])))),
  );
  await expect(form.figure("Alle indsatser januar")).toHaveText("−2.379.168");
  await expect(form.figure("Alle indsatser i alt")).toHaveText("−26.049.996");
  await expect(form.forecast).toHaveText("4");
  await expect(form.page.getByText("ende i balance (4 kr. er afrunding)")).toBeVisible();
  await form.openTab("Prognose og dækning");
  await expect(form.coverage).toContainText("I balance (4 kr. er afrunding, se indsats 9)");
  // Always the last day of the plan's own year.
  await expect(form.page.getByRole("heading", { name: "Forventet merforbrug pr. 31.12.2023" })).toBeVisible();

  // The goal of row 9 says 1 mio. kr., and its months miss that by 4 kr.; rows 5 and 6 have the same amounts.
  // Nothing else is odd.
  await expect(form.errors).toHaveCount(0);
  await form.openAdvice();
  await expect(form.line(form.advice, "Indsats 9: Konkrete mål")).toContainText("månederne giver 999.996 kr.");
  await expect(form.line(form.advice, "Indsats 6")).toContainText("de samme som i indsats 5");
  await expect(form.advice.getByRole("listitem")).toHaveCount(2);

  // Mended, row 9 has the amounts of row 5 too.
  await form.enter("Indsats 9 december", "-83.337");
  await expect(form.line(form.advice, "Indsats 9: Konkrete mål")).toHaveCount(0);
  await expect(form.line(form.advice, "Indsats 9")).toContainText("de samme som i indsats 5");
  await expect(form.advice.getByRole("listitem")).toHaveCount(2);
  await expect(form.figure("Indsats 9 i alt")).toHaveText("−1.000.000");
  await expect(form.figure("Alle indsatser december")).toHaveText("−2.129.192");
  await expect(form.figure("Alle indsatser i alt")).toHaveText("−26.050.000");
  await expect(form.forecast).toHaveText("0");
  await expect(form.page.getByText("Året ventes at ende i nul.")).toBeVisible();

  // The same after a reload.
  await app.isSaved();
  await app.page.reload();
  await form.isOpen();
  await expect(form.rows).toHaveCount(11);
  await expect(form.forecast).toHaveText("0");
  await expect(form.text(9, "Indsatsområde")).toHaveValue("Egenbetaling");
});

test("Familiehusene 2022: what broke the spreadsheet is read as an amount", async ({ app }) => {
  const form = await app.newPlan();
  await form.type(PlanPage.START, "kr. 1.586.691");
  await expect(form.forecast).toHaveText("1.586.691");
  await form.input(PlanPage.START).blur();
  await expect(form.input(PlanPage.START)).toHaveValue("1.586.691");
  await form.addUntil(2);
  for (const month of MONTHS.slice(7)) {
    await form.type(`Indsats 1 ${month}`, "-2.000");
  }
  await form.type("Indsats 2 december", "-272.000");
  await expect(form.figure("Indsats 1 i alt")).toHaveText("−10.000");
  await expect(form.figure("Alle indsatser i alt")).toHaveText("−282.000");
  await expect(form.figure("Alle indsatser december")).toHaveText("−274.000");
  await expect(form.figure("Alle indsatser januar")).toHaveText("");
  await expect(form.forecast).toHaveText("1.304.691");
  await app.isSaved();
  expect((await app.storedDocument()).expected_overspend_at_start).toBe(1_586_691);
});

test("what cannot be read makes every total that depends on it incomplete", async ({ app }) => {
  const form = await app.newPlan();
  await form.enter(PlanPage.START, "2.048.567");
  await form.addUntil(2);
  await form.enter("Indsats 1 januar", "-2000");
  await form.enter("Indsats 2 januar", "ca. 2000");
  await form.isRefused("Indsats 2 januar", "ca. 2000", /»ca\.« siger, at tallet ikke er præcist/);
  for (const figure of ["Indsats 2 i alt", "Alle indsatser januar", "Alle indsatser i alt"]) {
    await expect(form.figure(figure)).toHaveText("kan ikke regnes ud");
  }
  await expect(form.forecast).toHaveText("kan ikke regnes ud");
  // What does not depend on it stands.
  await expect(form.figure("Indsats 1 i alt")).toHaveText("−2.000");
  await expect(form.figure("Alle indsatser februar")).toHaveText("");

  await form.enter("Indsats 2 januar", "");
  await form.enter(PlanPage.START, "1,2,3");
  await form.isRefused(PlanPage.START, "1,2,3", /mere end ét komma/);
  await expect(form.figure("Alle indsatser i alt")).toHaveText("−2.000");
  await expect(form.forecast).toHaveText("kan ikke regnes ud");
  await form.enter(PlanPage.START, "2.048.567");
  await expect(form.forecast).toHaveText("2.046.567");
});

test("the limit of 100.000 kr. is shown and judged", async ({ app }) => {
  const form = await app.newPlan();
  const limit = form.page.getByText(/grænsen på 100\.000 kr\.|er over 100\.000 kr\.$/);
  await expect(limit).toHaveText(/er påkrævet, når/);
  await form.type(PlanPage.START, "100.000");
  await expect(limit).toHaveText(/^Ikke over grænsen.*ikke påkrævet/);
  await form.type(PlanPage.START, "100.001");
  await expect(limit).toHaveText(/^Over grænsen.*skal laves en handleplan/);
  await form.type(PlanPage.START, "0,1 mio.");
  await expect(limit).toHaveText(/^Ikke over grænsen/);
  // A minus is hardly meant, nor are 26,1 kr.: nothing is said on their account.
  for (const typed of ["-5 mio.", "26,1"]) {
    await form.type(PlanPage.START, typed);
    await expect(limit).toHaveText(/er påkrævet, når/);
    await expect(form.coverage).toContainText("kan ikke afgøres");
  }
  await form.type(PlanPage.START, "meget");
  await expect(limit).toHaveText(/er påkrævet, når/);
});

test("83,1 mio. and no effect at all is pointed at", async ({ app }) => {
  const form = await app.newPlan();
  await form.enter(PlanPage.START, "83,1 mio. kr.");
  await expect(form.input(PlanPage.START)).toHaveValue("83.100.000");
  await expect(form.forecast).toHaveText("83.100.000");
  await form.openAdvice();
  await expect(form.line(form.advice, "Indsats 1 januar")).toContainText(/ingen økonomisk effekt/);
  await form.advice.getByRole("button", { name: "Indsats 1 januar", exact: true }).click();
  await expect(form.effect(1, "januar")).toBeFocused();
  await form.effect(1, "januar").pressSequentially("500");
  await form.effect(1, "januar").blur();
  await expect.poll(() => form.description("Indsats 1 januar")).toMatch(/Effekten øger merforbruget.*vend fortegnet/);
});

test("a date is chosen in the browser's calendar, which opens at the one that stands there", async ({ app }) => {
  const form = await app.newPlan();
  await form.enter("Handleplan for året", "2023");
  await form.openTab("Oplysninger");
  const calendar = app.page.locator("input[type=date]").first();
  // No browser shows its calendar to a test: it is only told that it was asked to.
  await calendar.evaluate((input: HTMLInputElement) => {
    input.showPicker = () => input.setAttribute("data-shown", input.value);
  });
  await form.enter("Opstart af handleplan", "3. oktober 23");
  await form.button("Vælg i kalender: Opstart af handleplan").click();
  await expect(calendar).toHaveAttribute("data-shown", "2023-10-03");
  await calendar.evaluate((input: HTMLInputElement) => {
    input.value = "2023-10-04";
    input.dispatchEvent(new Event("change", { bubbles: true }));
  });
  await expect(form.input("Opstart af handleplan")).toHaveValue("04.10.2023");
  await app.isSaved();
  expect((await app.storedDocument()).started_on).toBe("2023-10-04");
});

test("dates are read as Danes write them, and one of another year is pointed at", async ({ app }) => {
  const form = await app.newPlan();
  await form.enter("Handleplan for året", "2023");
  for (const typed of ["3.10.2023", "03-10-23", "3/10 2023", "3. oktober 23", "2023-10-03"]) {
    await form.enter("Opstart af handleplan", typed);
    await expect(form.input("Opstart af handleplan")).toHaveValue("03.10.2023");
  }
  const today = await app.page.evaluate(() => new Date().toLocaleDateString("da-DK", { day: "2-digit", month: "2-digit", year: "numeric" }));
  await form.enter("Opstart af handleplan", "i dag");
  await expect(form.input("Opstart af handleplan")).toHaveValue(today);
  await form.enter("Opstart af handleplan", "3. oktober");
  await form.isRefused("Opstart af handleplan", "3. oktober", /dag, måned og år/);
  await form.enter("Opdateret", "31.4.2023");
  await form.isRefused("Opdateret", "31.4.2023", /findes ikke i kalenderen/);
  await expect(form.errors).toContainText("2 felter");

  await form.enter("Opstart af handleplan", "3.10.2022");
  await form.enter("Opdateret", "31.12.2023");
  await expect(form.errors).toHaveCount(0);
  await expect
    .poll(() => form.description("Opstart af handleplan"))
    .toMatch(/Datoen ligger i 2022, men handleplanen er for 2023/);
  await form.enter("Opdateret", "1.2.2022");
  await expect.poll(() => form.description("Opdateret")).toMatch(/opdateret før sin opstart/);
  // Advice changes nothing.
  await expect(form.input("Opstart af handleplan")).toHaveValue("03.10.2022");
  await form.openTab("Prognose og dækning");
  await expect(form.page.getByRole("heading", { name: "Forventet merforbrug pr. 31.12.2023" })).toBeVisible();
});

test("a goal that names another amount than the months give is pointed at", async ({ app }) => {
  const form = await app.newPlan();
  await form.text(1, "Konkrete mål").fill("Der skal spares 7 mio. kr. i 2023");
  const dialog = await form.openSpread(1);
  await dialog.amount.fill("-6 mio.");
  await dialog.spread();
  await form.openAdvice();
  await expect(form.line(form.advice, "Indsats 1: Konkrete mål")).toContainText(
    /nævner »7 mio[. kr]*«, men månederne giver 6\.000\.000 kr\. Hvilket/,
  );
});

test("focus areas are added, removed and brought back; typing in between is kept", async ({ app }) => {
  const form = await app.newPlan();
  await form.addUntil(3);
  for (const [number, area] of [[1, "Aflastning"], [2, "Kontaktpersoner"], [3, "Egenbetaling"]] as const) {
    await form.text(number, "Indsatsområde").fill(area);
    await form.enter(`Indsats ${number} marts`, `-${number}00`);
  }
  await form.text(2, "Konkrete mål").fill("Færre timer");
  await expect(form.figure("Alle indsatser i alt")).toHaveText("−600");

  await form.rowButton("Fjern", 2).click();
  await expect(app.notice).toContainText("Indsats 2 »Kontaktpersoner« er fjernet.");
  await expect(form.rows).toHaveCount(2);
  await expect(form.text(2, "Indsatsområde")).toHaveValue("Egenbetaling");
  await expect(form.figure("Indsats 2 i alt")).toHaveText("−300");
  await expect(form.figure("Alle indsatser i alt")).toHaveText("−400");

  await form.enter("Indsats 2 marts", "-333");
  await form.text(1, "Handling og indsats").fill("Skrevet imens");
  await app.undo();
  await expect(form.rows).toHaveCount(3);
  await expect(form.text(2, "Indsatsområde")).toHaveValue("Kontaktpersoner");
  await expect(form.text(2, "Konkrete mål")).toHaveValue("Færre timer");
  await expect(form.effect(2, "marts")).toHaveValue("−200");
  await expect(form.text(1, "Handling og indsats")).toHaveValue("Skrevet imens");
  await expect(form.effect(3, "marts")).toHaveValue("−333");
  await expect(form.figure("Alle indsatser i alt")).toHaveText("−633");

  // All of them can go.
  for (let rows = 3; rows > 0; rows -= 1) {
    await form.rowButton("Fjern", 1).click();
    await expect(form.rows).toHaveCount(rows - 1);
  }
  await expect(form.figure("Alle indsatser i alt")).toHaveText("");
  await app.undo();
  await expect(form.rows).toHaveCount(1);
  await app.isSaved();
  expect((await app.storedDocument()).focus_areas!.map((row) => row.area)).toEqual(["Egenbetaling"]);
});

test("focus areas change places with all that is theirs", async ({ app }) => {
  const form = await app.newPlan();
  await form.addUntil(3);
  for (const [number, area] of [[1, "Første"], [2, "Anden"], [3, "Tredje"]] as const) {
    await form.text(number, "Indsatsområde").fill(area);
    await form.enter(`Indsats ${number} maj`, `-${number}`);
  }
  const hasOrder = async (areas: string[], effects: string[]) => {
    for (const [index, area] of areas.entries()) {
      await expect(form.text(index + 1, "Indsatsområde")).toHaveValue(area);
      await expect(form.effect(index + 1, "maj")).toHaveValue(effects[index]);
      await expect(form.figure(`Indsats ${index + 1} i alt`)).toHaveText(effects[index]);
    }
  };
  await expect(form.rowButton("Flyt op", 1)).toBeDisabled();
  await expect(form.rowButton("Flyt ned", 3)).toBeDisabled();
  await form.rowButton("Flyt ned", 1).click();
  await hasOrder(["Anden", "Første", "Tredje"], ["−2", "−1", "−3"]);
  await form.rowButton("Flyt op", 3).click();
  await hasOrder(["Anden", "Tredje", "Første"], ["−2", "−3", "−1"]);
  // The focus goes with the row.
  await expect(form.page.getByRole("heading", { name: "Indsats 2", exact: true })).toBeFocused();
  await app.isSaved();
  await app.page.reload();
  await form.isOpen();
  await hasOrder(["Anden", "Tredje", "Første"], ["−2", "−3", "−1"]);
});

test.describe("spreading a yearly amount", () => {
  test("puts the remainder last, or first if so chosen", async ({ app }) => {
    const form = await app.newPlan();
    let dialog = await form.openSpread(1);
    await dialog.amount.fill("-1.300.000");
    await expect(dialog.root).toContainText("11 × −108.333 kr. og −108.337 kr. i december.");
    await dialog.spread();
    await expect(form.effect(1, "januar")).toHaveValue("−108.333");
    await expect(form.effect(1, "november")).toHaveValue("−108.333");
    await expect(form.effect(1, "december")).toHaveValue("−108.337");
    await expect(form.figure("Indsats 1 i alt")).toHaveText("−1.300.000");

    // The dialog begins with what the row adds up to.
    dialog = await form.openSpread(1);
    await expect(dialog.amount).toHaveValue("−1.300.000");
    await dialog.amount.fill("-250.000");
    await dialog.remainder("I første måned").check();
    await expect(dialog.root).toContainText("11 × −20.833 kr. og −20.837 kr. i januar.");
    await dialog.spread();
    await expect(form.effect(1, "januar")).toHaveValue("−20.837");
    await expect(form.effect(1, "december")).toHaveValue("−20.833");
    await expect(form.figure("Indsats 1 i alt")).toHaveText("−250.000");

    // It can be taken back, cell by cell as it was.
    await app.undo();
    await expect(form.effect(1, "januar")).toHaveValue("−108.333");
    await expect(form.effect(1, "december")).toHaveValue("−108.337");
  });

  test("from one month to another leaves the others alone", async ({ app }) => {
    const form = await app.newPlan();
    await form.enter("Indsats 1 januar", "-999");
    const dialog = await form.openSpread(1);
    await dialog.amount.fill("-1.000");
    await dialog.from.selectOption("marts");
    await dialog.to.selectOption("maj");
    await dialog.spread();
    await form.hasEffects(1, ["−999", "", "−333", "−333", "−334", "", "", "", "", "", "", ""]);
    await expect(form.figure("Indsats 1 i alt")).toHaveText("−1.999");
  });

  test("refuses reversed months, no amount and an unreadable one, and changes nothing", async ({ app }) => {
    const form = await app.newPlan();
    await form.enter("Indsats 1 juni", "-42");
    const dialog = await form.openSpread(1);
    await dialog.amount.fill("-1.000");
    await dialog.from.selectOption("juni");
    await dialog.to.selectOption("maj");
    await dialog.spread();
    await expect(dialog.error).toHaveText(/ligger før den første\. Byt dem om\./);
    await dialog.to.selectOption("juni");
    await expect(dialog.error).toBeHidden();
    await dialog.amount.fill("");
    await expect(dialog.error).toHaveText(/Skriv det beløb, der skal fordeles/);
    await dialog.amount.fill("1.5");
    await dialog.spread();
    await expect(dialog.error).toHaveText(/»1\.5« kan ikke læses/);
    await dialog.cancel();
    await expect(form.effect(1, "juni")).toHaveValue("−42");
    await expect(form.figure("Indsats 1 i alt")).toHaveText("−42");
    await expect(app.notice).toHaveCount(0);
  });

  test("takes an amount with its unit, and a calculation", async ({ app }) => {
    const form = await app.newPlan();
    const dialog = await form.openSpread(1);
    await dialog.amount.fill("=-12*450");
    await dialog.amount.press("Enter");
    await expect(dialog.root).toHaveCount(0);
    await expect(form.effect(1, "juli")).toHaveValue("−450");
    await form.openSpread(1);
    await dialog.amount.fill("-5,3 mio. kr.");
    await dialog.spread();
    await expect(form.effect(1, "juli")).toHaveValue("−441.666");
    await expect(form.effect(1, "december")).toHaveValue("−441.674");
  });
});

test("every field of the head and of a focus area is kept", async ({ app }) => {
  const form = await app.newPlan();
  const head = {
    "Handleplan for året": "2022",
    Center: "Børn og Familie",
    "Ansvarlig for centeret": "Åse Ærø",
    "Virksomhed / område": "Familieinstitutionen Havrebjerg",
    "Ansvarlig for virksomheden / området": "Øjvind",
    "Opstart af handleplan": "03.10.2022",
    [PlanPage.START]: "2.048.567",
    Opdateret: "31.12.2022",
    "Forventet merforbrug ved sidste opdatering": "1.766.567",
    "Årsag til merforbrug": "For få børn\nog to linjer",
    Sagsnummer: "330-20",
  };
  const texts = {
    Indsatsområde: "Forplejning",
    "Konkrete mål": "Indkøb én gang om ugen",
    "Handling og indsats": "Madplan",
    Konsekvenser: "Mindre spild",
  };
  for (const [name, text] of Object.entries(head)) {
    await form.input(name).fill(text);
  }
  for (const [name, text] of Object.entries(texts)) {
    await form.text(1, name).fill(text);
  }
  await app.isSaved();
  await app.page.reload();
  await form.isOpen();
  for (const [name, text] of Object.entries(head)) {
    await expect(form.input(name)).toHaveValue(text);
  }
  for (const [name, text] of Object.entries(texts)) {
    await expect(form.text(1, name)).toHaveValue(text);
  }
});

test("the polite line says the forecast when typing stops", async ({ app }) => {
  const form = await app.newPlan();
  await form.enter(PlanPage.START, "1.304.691");
  await expect(form.announcement).toHaveText(`${PlanPage.FORECAST}: 1.304.691 kroner`);
  await form.enter("Indsats 1 maj", "-2 mio.");
  await expect(form.announcement).toHaveText(`${PlanPage.FORECAST}: minus 695.309 kroner`);
  for (const output of await form.page.locator("output").all()) {
    await expect(output).toHaveAttribute("aria-live", "off");
  }
});
