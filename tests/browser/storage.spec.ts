import { App, documentsIn } from "./support/app";
import { stopClock } from "./support/clock";
import { file, id, plan, proposal } from "./support/documents";
import { expect, test } from "./support/fixtures";
import { keyOf, quick, record, store } from "./support/stored";

test.describe("saving while typing", () => {
  test("a change is stored at the latest 300 ms after the last key", async ({ app }) => {
    const form = await app.newProposal();
    await stopClock(app.page);
    await form.input("Overskrift").click();
    for (const key of "Isafjord") {
      await app.page.keyboard.press(key);
      await app.page.clock.runFor(100);
    }
    await expect(app.saveStatus).toHaveText("Gemmer …");
    await app.page.clock.runFor(200);
    await expect(app.saveStatus).toHaveText("Gemt");
    expect((await app.storedDocument()).heading).toBe("Isafjord");
  });

  test("a reload in the middle loses nothing, and typing goes on", async ({ app }) => {
    const form = await app.newProposal();
    await form.setFirstYear(2024);
    await form.enter("Estimeret gevinst 2024", "-450");
    await form.type("Estimeret gevinst 2025", "-65");
    await app.isSaved();
    await app.page.reload();
    await form.isOpen();
    await form.hasTotals(2024, ["−450", "−65", "", ""], "−515");
    await form.input("Estimeret gevinst 2025").press("End");
    await form.input("Estimeret gevinst 2025").pressSequentially("0");
    await form.hasTotals(2024, ["−450", "−650", "", ""], "−1.100");
  });

  test("a reload right after a key loses nothing either", async ({ app }) => {
    const form = await app.newProposal();
    await form.setFirstYear(2024);
    await app.isSaved();
    // With the clock stopped, nothing is stored unless the page does it when it goes away.
    await stopClock(app.page);
    await form.type("Estimeret gevinst 2024", "-450");
    await form.type("1) Kort resumé af forslaget", "Midt i en sæt");
    expect((await app.copyThatOpens()).years![0].estimated_gain).toBeNull();
    await app.page.reload();
    await form.isOpen();
    await expect(form.input("Estimeret gevinst 2024")).toHaveValue("−450");
    await expect(form.input("1) Kort resumé af forslaget")).toHaveValue("Midt i en sæt");
  });

  test("hiding the page stores at once", async ({ app }) => {
    const form = await app.newPlan();
    await stopClock(app.page);
    await form.type("Center", "Børn");
    // The clock stands still: nothing is stored for having waited.
    await app.hide();
    await expect.poll(async () => (await app.storedDocument()).department).toBe("Børn");
  });

  test("leaving for another page of the app loses nothing", async ({ app }) => {
    const form = await app.newProposal();
    await stopClock(app.page);
    await form.type("Overskrift", "Isafjord");
    await app.toOverview();
    await app.page.clock.runFor(300);
    await expect(app.overview.proposal("Isafjord")).toBeVisible();
    await expect.poll(async () => (await app.storedDocument()).heading).toBe("Isafjord");
  });
});

test("each document is one entry in the public format, and there is no index", async ({ app }) => {
  for (const heading of ["Første", "Andet"]) {
    const form = await app.newProposal();
    await form.enter("Overskrift", heading);
    await app.toOverview();
  }
  const form = await app.newPlan();
  await form.enter("Virksomhed / område", "Familiehusene");
  await app.isSaved();

  const stored = await app.storedWhole();
  expect(Object.keys(stored)).toHaveLength(3);
  const names = new Set<unknown>();
  for (const [key, text] of Object.entries(stored)) {
    const documents = documentsIn(text);
    expect(documents).toHaveLength(1);
    expect(key).toBe(`raaderum/${documents[0].heading ? "forslag" : "handleplan"}/${documents[0].id}`);
    expect(JSON.parse(text)).toMatchObject({ format: "raaderum", version: 3 });
    names.add(documents[0].heading ?? documents[0].unit);
  }
  expect(names).toEqual(new Set(["Første", "Andet", "Familiehusene"]));

  // An entry of somebody else's is none of the app's business.
  await app.page.evaluate(() => localStorage.setItem("andet", "{"));
  await app.toOverview();
  await app.page.reload();
  await expect(app.overview.proposalRows).toHaveCount(2);
  await expect(app.overview.planRows).toHaveCount(1);
  await expect(app.overview.unreadable).toHaveCount(0);
});

test("what cannot be read is listed, left as it is, and handed over as it is", async ({ app }) => {
  const entries = {
    [`raaderum/forslag/${id(1)}`]: file([proposal(1)]).slice(0, 300),
    [`raaderum/forslag/${id(2)}`]: file([proposal(2)], [], { version: 4 }),
    [`raaderum/forslag/${id(3)}`]: file([proposal(3, {}, { estimated_gain: "-450" })]),
    // Another document than the key says.
    [`raaderum/handleplan/${id(4)}`]: file([], [plan(5)]),
    "raaderum/noget-andet": "\u0000 💰",
  };
  const readable = { [`raaderum/forslag/${id(6)}`]: file([proposal(6, { heading: "Læseligt" })]) };
  await app.page.evaluate(
    (entries) => Object.entries(entries).forEach(([key, text]) => localStorage.setItem(key, text)),
    { ...entries, ...readable },
  );
  await app.page.reload();
  const list = app.overview.unreadable.getByRole("listitem");
  await expect(list).toHaveCount(5);
  await expect(list.filter({ hasText: id(1) })).toContainText("ikke gyldig JSON (linje 1,");
  await expect(list.filter({ hasText: id(2) })).toContainText("version: Filen er lavet med en nyere Råderum");
  await expect(list.filter({ hasText: id(3) })).toContainText(
    "proposals[0].years[0].estimated_gain: Her skal stå et tal eller null.",
  );
  await expect(app.overview.titles).toHaveText(["Læseligt"]);

  for (const [key, text] of Object.entries(entries)) {
    const button = list.filter({ hasText: key }).getByRole("button", { name: "Gem, som det er" });
    expect((await app.download(button)).text).toBe(text);
  }

  // Working on does not touch them: neither what is made nor what is deleted, exported or reloaded.
  const form = await app.openProposal("Læseligt");
  await form.enter("Overskrift", "Skrevet videre");
  await app.isSaved();
  await app.toOverview();
  await app.download(app.exportButton());
  await app.overview.proposal("Skrevet videre").getByRole("button", { name: /^Slet/ }).click();
  await app.page.reload();
  await expect(list).toHaveCount(5);
  // What was deleted leaves local storage when it is in the bin.
  await expect.poll(() => app.stored()).toEqual(entries);

  // Its own address says that it is not there.
  await app.open(`#/forslag/${id(3)}`);
  await expect(app.heading).toHaveText("Siden findes ikke");
  await expect.poll(() => app.stored()).toEqual(entries);
});

test("what cannot be read is told apart by what it is and when it was stored", async ({ page }) => {
  const [proposalKey, planKey] = [keyOf("forslag", 1), keyOf("handleplan", 2)];
  const damaged = (key: string, text: string, at: string) => {
    const whole = record(key, text, 3, at);
    return { ...whole, text: whole.text.replace("2023", "2024") };
  };
  // One lies in local storage only, one in the database only, and one says of itself nothing but its key.
  const local = damaged(proposalKey, file([proposal(1)]), "2026-11-22T09:04:30Z");
  const inDatabase = damaged(planKey, file([], [plan(2)]), "2026-07-01T20:15:00Z");
  const foreign = quick(record(keyOf("forslag", 4), file([proposal(4)])));
  await store(page, {
    local: { [proposalKey]: quick(local), [keyOf("handleplan", 3)]: foreign, "raaderum/andet": "?" },
    current: [inDatabase],
  });
  const app = new App(page);
  await app.open();
  const list = app.overview.unreadable.getByRole("listitem");
  await expect(list).toHaveCount(4);
  for (const [key, name] of [
    [proposalKey, "Reduktionsforslag, gemt 22. november 2026 kl. 10.04"],
    [inDatabase.stamp, "Handleplan, gemt 1. juli 2026 kl. 22.15"],
    [keyOf("handleplan", 3), "Handleplan"],
    ["raaderum/andet", "Ukendt indhold"],
  ]) {
    const line = list.filter({ has: page.getByText(key, { exact: true }) });
    await expect(line).toHaveText(new RegExp(`^${name} raaderum/`));
    await expect(line.getByRole("button", { name: `Gem, som det er: ${name}, ${key}`, exact: true })).toBeVisible();
  }
  await expect(list.filter({ hasText: proposalKey })).toContainText("Indholdet er beskadiget");
  await expect(list.filter({ hasText: "raaderum/andet" })).toContainText("Det er ikke det dokument, som hører til her.");
});

test.describe("one document in two tabs", () => {
  test("a tab that changes nothing follows the other", async ({ app }) => {
    const form = await app.newProposal();
    await form.setFirstYear(2024);
    await form.enter("Overskrift", "Isafjord");
    await app.isSaved();
    const other = await app.otherTab();
    await other.proposal.enter("Estimeret gevinst 2024", "-450");
    await other.proposal.enter("Investeringsbehov 2025", "1.5");
    await other.isSaved();
    await form.hasTotals(2024, ["−450", "kan ikke regnes ud", "", ""], "kan ikke regnes ud");
    await form.isRefused("Investeringsbehov 2025", "1.5", /komma til decimaler/);

    // And the other way round, again and again: both tabs' changes are kept.
    await form.enter("Investeringsbehov 2025", "300");
    await app.isSaved();
    await other.proposal.hasTotals(2024, ["−450", "300", "", ""], "−150");
    await other.proposal.enter("Overskrift", "Isafjord lukkes");
    await other.isSaved();
    await expect(form.heading).toHaveText("Isafjord lukkes");
    expect((await app.storedDocument()).heading).toBe("Isafjord lukkes");
    await expect(app.notice).toHaveCount(0);
    await expect(other.notice).toHaveCount(0);
  });

  test("a field with the caret in it follows too, once its tab is not the one in use", async ({ app }) => {
    const form = await app.newProposal();
    await form.type("Overskrift", "Isafjord");
    await app.isSaved();
    await app.loseFocus();
    const other = await app.otherTab();
    await other.proposal.enter("Overskrift", "Isafjord lukkes");
    await other.isSaved();
    await expect(form.input("Overskrift")).toHaveValue("Isafjord lukkes");
    await form.input("Overskrift").press("End");
    await form.input("Overskrift").pressSequentially(" nu");
    await app.isSaved();
    expect((await app.storedDocument()).heading).toBe("Isafjord lukkes nu");
  });

  // Stored one after the other, or at the very same moment, when neither tab can see yet what the other stored.
  for (const moment of ["one after the other", "at the same moment"] as const) {
    test(`changes in both are both kept, stored ${moment}: one becomes a copy`, async ({ app }) => {
      const form = await app.newProposal();
      await form.setFirstYear(2024);
      await form.enter("Overskrift", "Isafjord");
      await app.isSaved();
      const other = await app.otherTab();
      await stopClock(app.page, other.page);
      await form.type("Estimeret gevinst 2024", "-450");
      await other.proposal.type("Estimeret gevinst 2024", "-650");
      await other.proposal.type("5) Tidshorisont", "Fra sommer");
      await app.loseFocus();
      await other.loseFocus();
      if (moment === "at the same moment") {
        await app.page.clock.runFor(300);
        // What came to the one tab while it stored is stored in turn.
        await expect
          .poll(async () => {
            await app.page.clock.runFor(300);
            return [await app.saveStatus.textContent(), await other.saveStatus.textContent()];
          })
          .toEqual(["Gemt", "Gemt"]);
      } else {
        await app.hide();
        await expect.poll(async () => Object.values(await other.stored()).join()).toContain("-450000");
        await other.hide();
      }
      await app.isSaved();
      await other.isSaved();
      // The tab that keeps the copy says so.
      await expect
        .poll(async () => [...(await app.notice.allInnerTexts()), ...(await other.notice.allInnerTexts())])
        .toContainEqual(expect.stringMatching(/Begge versioner er gemt/));

      const stored = async () => Object.values(await app.stored()).map((text) => documentsIn(text)[0]);
      const gains = async () => (await stored()).map(({ years }) => years![0].estimated_gain).sort();
      await expect.poll(gains).toEqual([-450_000, -650_000]);
      // What only one changed is in the document itself; in the copy too, if that was stored first.
      const document = async () => (await stored()).find(({ heading }) => heading === "Isafjord");
      await expect.poll(document).toMatchObject({ sections: { time_horizon: "Fra sommer" } });

      // Both tabs show the same document now, and the copy is in the list.
      const shown = await other.proposal.input("Estimeret gevinst 2024").inputValue();
      await expect(form.input("Estimeret gevinst 2024")).toHaveValue(shown);
      await app.toOverview();
      await expect(app.overview.proposalRows).toHaveCount(2);
      await expect(app.overview.sum("2024")).toHaveText("−1.100");
    });
  }

  test("the overview follows every change that another tab makes", async ({ app }) => {
    const form = await app.newProposal();
    await form.setFirstYear(2024);
    await form.enter("Overskrift", "Isafjord");
    await app.isSaved();
    const other = await app.otherTab();
    await app.toOverview();
    // Stored twice within a second, as a person does who pauses while typing.
    await stopClock(other.page);
    await other.proposal.type("Estimeret gevinst 2024", "-4");
    await other.page.clock.runFor(300);
    await expect(app.overview.figures(app.overview.proposal("Isafjord")).first()).toHaveText("−4");
    await other.proposal.input("Estimeret gevinst 2024").pressSequentially("50");
    await other.page.clock.runFor(300);
    await expect(app.overview.sum("2024")).toHaveText("−450");
    await expect(app.overview.figures(app.overview.proposal("Isafjord")).first()).toHaveText("−450");

    const second = await app.otherTab();
    // No frame comes while the clock stands still, and so no focus.
    await second.overview.newPlan.click();
    await second.plan.isOpen();
    await expect(app.overview.planRows).toHaveCount(1);
  });

  test("a document that another tab deletes can still be typed in, and is stored again", async ({ app }) => {
    const form = await app.newProposal();
    await form.enter("Overskrift", "Isafjord");
    await app.isSaved();
    const other = await app.otherTab();
    await other.proposal.button("Slet").click();
    await other.overview.isOpen();
    await expect.poll(() => app.stored()).toEqual({});
    await form.input("Overskrift").press("End");
    await form.input("Overskrift").pressSequentially(" bliver");
    await app.isSaved();
    expect((await app.storedDocument()).heading).toBe("Isafjord bliver");
    await expect(other.overview.proposal("Isafjord bliver")).toBeVisible();
  });

  test("an entry that the other tab made unreadable is kept beside what takes its place", async ({ app }) => {
    const form = await app.newProposal();
    await form.enter("Overskrift", "Isafjord");
    await app.isSaved();
    const other = await app.otherTab();
    const [key] = Object.keys(await app.storedWhole());
    const newer = file([], [], { version: 4 });
    await other.page.evaluate(([key, text]) => localStorage.setItem(key, text), [key, newer]);
    await form.enter("Overskrift", "Isafjord igen");
    await app.isSaved();
    expect(Object.values(await app.database()).map((text) => documentsIn(text)[0].heading)).toEqual(["Isafjord igen"]);
    expect(Object.values(await app.database("earlier"))).toContain(newer);
    expect((await app.storedDocument()).heading).toBe("Isafjord igen");
  });
});
