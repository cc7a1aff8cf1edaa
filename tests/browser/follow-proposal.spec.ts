import { content } from "./support/app";
import { file, focusArea, id, plan, proposal } from "./support/documents";
import { expect, test } from "./support/fixtures";
import { PlanPage } from "./support/plan-page";

const HEADING = "Hjemtagning af akut foranstaltninger";

test("a focus area from a proposal of the catalogue, and the way back", async ({ app }) => {
  await app.openExamples();
  const form = await app.newPlan();
  await form.enter("Handleplan for året", "2024");
  await form.enter("Virksomhed / område", "Familiehuset");
  await form.enter(PlanPage.START, "1.500.000");
  await form.button("Tilføj fra forslag").click();
  const choices = form.pickDialog.getByRole("listitem");
  await expect(choices).toHaveCount(8);
  await form.pickDialog.getByLabel("Søg i forslag").fill("HJEMTAGNING af a");
  await expect(choices).toHaveCount(1);
  await expect(choices).toContainText("−1.500.000 kr.");
  await choices.getByRole("button", { name: HEADING }).click();
  await expect(form.pickDialog).toHaveCount(0);
  // It takes the place of the empty row that a new plan begins with.
  await expect(form.rows).toHaveCount(1);
  await expect(form.page.getByRole("heading", { name: "Indsats 1", exact: true })).toBeFocused();
  await expect(app.notice).toContainText(`»${HEADING}« er tilføjet som indsats.`);
  await expect(form.text(1, "Indsatsområde")).toHaveValue(HEADING);
  await form.hasEffects(1, Array<string>(12).fill("−125.000"));
  await expect(form.forecast).toHaveText("0");
  await expect(form.row(1)).toContainText(`Fra forslaget »${HEADING}«, der sparer 1,5 mio. kr. i 2024.`);

  // To the proposal and back.
  const link = form.source(1);
  await link.click();
  await app.proposal.isOpen();
  await expect(app.heading).toHaveText(HEADING);
  const followUp = app.page.getByRole("region", { name: "Opfølgning i handleplaner" });
  await expect(followUp.getByRole("listitem")).toHaveText([
    "Handleplan 2024: Familiehuset: Planlagt for hele året: sparer 1,5 mio. kr. Intet er meldt realiseret endnu.",
  ]);
  await followUp.getByRole("link", { name: "Handleplan 2024: Familiehuset" }).click();
  await form.isOpen();
  await form.status.selectOption("marts");
  await form.enter("Indsats 1 realiseret i januar", "-125.000");
  await form.enter("Indsats 1 realiseret i marts", "-75.000");
  await link.click();
  await expect(followUp.getByRole("listitem")).toHaveText([
    "Handleplan 2024: Familiehuset: Planlagt for hele året: sparer 1,5 mio. kr. Realiseret til og med marts: sparer 200.000 kr.",
  ]);
  // From its own address too, when nothing else was looked at before.
  await app.isSaved();
  await app.page.reload();
  await expect(followUp.getByRole("listitem")).toContainText(["Realiseret til og med marts: sparer 200.000 kr."]);

  // The plan says when the proposal has changed since; its own amounts are its own.
  await app.proposal.enter("Estimeret gevinst 2024", "-5.100");
  await followUp.getByRole("link").click();
  await form.isOpen();
  await expect(form.row(1)).toContainText("Forslaget er ændret siden: det sparer 2 mio. kr. nu.");
  await expect(form.figure("Indsats 1 i alt")).toHaveText("−1.500.000");
});

test("a proposal that is no longer here is named all the same", async ({ app }) => {
  const source = { id: id(7), heading: "Værestedet", year: 2023, net_change: -983_000 };
  const content = plan(1, { focus_areas: [focusArea(11, { area: "Omdøbt", proposal: source })] });
  const form = await app.importPlan(file([], [content]), "Plan 1", 2023);
  await expect(form.row(1)).toContainText(
    "Fra forslaget »Værestedet«, der sparer 983.000 kr. i 2023. Forslaget ligger ikke i denne browser.",
  );
  await expect(form.row(1).getByRole("link")).toHaveCount(0);
});

test("a pick is spread over the months that are open, and can be undone", async ({ app }) => {
  const saving = proposal(1, { heading: "Lukning" }, { estimated_gain: -1_000_000 });
  const content0 = plan(2, { year: 2024, realised_through: 3, closed_through: 3, focus_areas: [focusArea(11)] });
  const form = await app.importPlan(file([saving], [content0]), "Plan 2", 2024);
  const before = Object.values(await app.storedWhole()).map((text) => content(JSON.parse(text)));
  await form.pick("Lukning");
  await form.hasEffects(1, ["", "", "", ...Array<string>(8).fill("−111.111"), "−111.112"]);
  await expect(form.figure("Indsats 1 i alt")).toHaveText("−1.000.000");
  await app.undo();
  await expect(form.text(1, "Indsatsområde")).toHaveValue("");
  await expect(form.figure("Indsats 1 i alt")).toHaveText("");
  await expect(form.rows).toHaveCount(1);
  await app.isSaved();
  const rows = (text: string) => JSON.parse(text).action_plans[0]?.focus_areas;
  expect(Object.values(await app.storedWhole()).map(rows)).toEqual(before.map((file) => (file.action_plans as { focus_areas: unknown }[])[0]?.focus_areas));
  // The second time it is added after a row that holds something.
  await form.text(1, "Indsatsområde").fill("Aflastning");
  await form.pick("Lukning");
  await expect(form.rows).toHaveCount(2);
  await expect(form.text(2, "Indsatsområde")).toHaveValue("Lukning");
});

test("without a year, or without a proposal for it, the dialog says why there is nothing to pick", async ({ app }) => {
  const proposals = [
    proposal(1, { heading: "I 2024-2027" }, { estimated_gain: -1_000_000 }),
    proposal(2, { heading: "Ulæseligt" }, { estimated_gain: { unreadable: "ca. 4" } }),
  ];
  const form = await app.importPlan(file(proposals, [plan(3, { year: 2023 })]), "Plan 3", 2023);
  const opens = async (words: string, choices: string[]) => {
    await form.button("Tilføj fra forslag").click();
    await expect(form.pickDialog).toContainText(words);
    await expect(form.pickDialog.getByRole("listitem").getByRole("button")).toHaveText(choices);
    await form.pickDialog.getByRole("button", { name: "Annullér" }).click();
    await expect(form.pickDialog).toHaveCount(0);
    await expect(form.button("Tilføj fra forslag")).toBeFocused();
  };
  await opens("Ingen forslag her i browseren har tal for planens år.", []);
  await form.enter("Handleplan for året", "");
  await opens("Skriv først, hvilket år handleplanen er for.", []);
  await form.enter("Handleplan for året", "2027");
  // A year without an amount is no amount of 0 to follow up.
  await opens("Ingen forslag her i browseren har tal for planens år.", []);
  await form.enter("Handleplan for året", "2024");
  // What cannot be read is no amount to follow up.
  await opens("forslagets beløb for planens år fordeles", ["I 2024-2027"]);
});
