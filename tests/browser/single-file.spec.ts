import { readFileSync } from "node:fs";
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

import AxeBuilder from "@axe-core/playwright";

import { App } from "./support/app";
import { BUILD } from "./support/builds";
import { crash, isStopped, notStarted } from "./support/crash";
import { expect, test as base } from "./support/fixtures";
import { INTRUDERS, isRefused } from "./support/intruders";
import { PlanPage } from "./support/plan-page";
import { headersFor } from "./support/headers";
import { Server } from "./support/server.cjs";

const NAME = "raaderum.html";

/** Where a server says what the page may, beside what the page says itself. */
const HEADERS: Record<string, Record<string, string>> = {
  "a server": headersFor(`/${NAME}`),
  "a server that lets it store nothing": { "content-security-policy": "sandbox allow-scripts allow-downloads" },
};

/** Where the rest of the build lies beside it. */
const BESIDE = "a server with the whole build";

interface Fixtures {
  /** Where the page comes from. It lies alone, but for one place. */
  place: string;
  /** What the browser asks for. Every test fails when it is anything but the page. */
  asked: string[];
}

const test = base.extend<Fixtures>({
  place: ["a file", { option: true }],
  baseURL: async ({ place }, use, info) => {
    const folder = info.outputPath("stick");
    await mkdir(folder, { recursive: true });
    await copyFile(path.join(BUILD, NAME), path.join(folder, NAME));
    if (place === "a file") {
      await use(pathToFileURL(path.join(folder, NAME)).href);
      return;
    }
    const server = new Server([place === BESIDE ? BUILD : folder], HEADERS[place]);
    await server.start();
    await use(server.address + NAME);
    await server.stop();
  },
  asked: [
    async ({ context, baseURL }, use) => {
      const asked: string[] = [];
      context.on("request", (request) => asked.push(request.url().replace(/#.*/, "")));
      await use(asked);
      const other = asked.filter((address) => !/^(data|blob|about):/.test(address) && address !== baseURL);
      expect(other, "requests for something else than the page").toEqual([]);
    },
    { auto: true },
  ],
});

/** The proposal to close Isafjord: its gains in thousands, and how its sums are printed. */
const GAINS = [-450, -650, -650, -650];
const TOTALS = ["−450", "−650", "−650", "−650"];
const SUM = "−2.400";

for (const place of ["a file", "a server"]) {
  test.describe(`from ${place}`, () => {
    test.use({ place });

    test("a proposal is saved, is there after a reload and in another tab, and its export opens elsewhere", async ({ app, anotherBrowser }) => {
      const form = await app.newProposal();
      await form.enter("Overskrift", "Nedlægge tilbuddet Isafjord");
      await form.setFirstYear(2024);
      for (const [year, gain] of GAINS.entries()) {
        await form.enter(`Estimeret gevinst ${2024 + year}`, String(gain));
      }
      await form.hasTotals(2024, TOTALS, SUM);
      await app.isSaved();
      await expect(app.banner).toHaveCount(0);
      expect(Object.values(await app.database()).join()).toContain("Isafjord");

      await app.page.reload();
      await form.isOpen();
      await form.hasTotals(2024, TOTALS, SUM);

      const tab = await app.otherTab();
      await tab.proposal.enter("Estimeret gevinst 2027", "-700");
      await expect(form.input("Estimeret gevinst 2027")).toHaveValue("−700");
      await form.enter("Estimeret gevinst 2027", "-650");
      await form.hasTotals(2024, TOTALS, SUM);

      const { name, text } = await app.download(form.button("Gem som Råderum-fil (JSON)"));
      const other = await anotherBrowser();
      await (await other.importFiles({ name, content: text })).takeIn();
      await other.closeNotice();
      await (await other.openProposal("Isafjord")).hasTotals(2024, TOTALS, SUM);
    });

    test("the examples are in it, and every part: proposals, plans, earlier states and the bin", async ({ app }) => {
      await app.openExamples();
      await app.closeNotice();
      await (await app.openProposal("Isafjord")).hasTotals(2024, TOTALS, SUM);
      await app.openEarlier("Nedlægge tilbuddet Isafjord");
      await app.toOverview();
      await expect((await app.openPlan("Familiehusene", 2022)).forecast).toHaveText(/\d/);
      await app.openSafekeeping();
      await app.toOverview();

      const plan = await app.newPlan();
      await plan.enter(PlanPage.START, "500.000");
      await plan.enter("Indsats 1 maj", "-100.000");
      await expect(plan.forecast).toHaveText("400.000");
      await app.undoStep.click();
      await expect(plan.forecast).toHaveText("500.000");
      await app.isSaved();
      await expect(app.banner).toHaveCount(0);
    });

    test("axe finds nothing", async ({ app }) => {
      const finds = async () => (await new AxeBuilder({ page: app.page }).analyze()).violations.map(({ id }) => id);
      expect.soft(await finds()).toEqual([]);
      await app.newProposal();
      expect.soft(await finds()).toEqual([]);
      await app.toOverview();
      await app.newPlan();
      expect.soft(await finds()).toEqual([]);
    });

    test.describe("with scripting off", () => {
      test.use({ javaScriptEnabled: false });

      test("it says in plain Danish what it is, and what it needs", async ({ page }) => {
        await page.goto("");
        await expect(page.getByRole("heading", { level: 1, name: "Råderum" })).toBeVisible();
        const text = page.getByRole("main");
        await expect(text).toContainText("Denne fil er et program til reduktionsforslag og handleplaner.");
        await expect(text).toContainText("kræver, at JavaScript er slået til");
        // Nothing that is not true then.
        await expect(page.locator("#starting")).toHaveCSS("display", "none");
        await expect(page.getByText(/gået i stå|kunne ikke starte/).locator("visible=true")).toHaveCount(0);
      });
    });
  });
}

test("looks like the page: the whole style is in it, and the fonts", async ({ app }) => {
  // What the first rule of all says.
  await expect(app.heading).toHaveCSS("box-sizing", "border-box");
  const loaded = await app.page.evaluate(async () => {
    await document.fonts.ready;
    return [...document.fonts].filter(({ status }) => status === "loaded").map(({ family }) => family.replaceAll('"', ""));
  });
  expect(loaded).toContain("IBM Plex Sans");
});

test.describe("where the browser lets it store nothing", () => {
  test.use({ place: "a server that lets it store nothing" });

  test("it works, says so, and the export has what was typed", async ({ page }) => {
    // As in Firefox.
    await page.addInitScript(() => {
      window.BroadcastChannel = class {
        constructor() {
          throw new DOMException("The operation is insecure.", "SecurityError");
        }
      } as unknown as typeof BroadcastChannel;
    });
    const app = new App(page);
    await app.open();
    const form = await app.newProposal();
    await form.enter("Overskrift", "Isafjord");
    await expect(app.banner).toBeVisible();
    const { text } = await app.download(form.button("Gem som Råderum-fil (JSON)"));
    expect(text).toContain("Isafjord");
  });
});

for (const [name, intruder] of Object.entries(INTRUDERS)) {
  test(`the file refuses ${name}`, async ({ app, complaints, asked }) => {
    await isRefused(app.page, intruder, complaints);
    // What is refused was asked for by the test.
    const refused = asked.filter((address) => address.startsWith("https://example.com/"));
    expect(refused.length).toBeLessThanOrEqual(1);
    asked.splice(0, asked.length, ...asked.filter((address) => !refused.includes(address)));
  });
}

test("its policy lets in its own script and style by what they hold, and nothing from anywhere", () => {
  const text = readFileSync(path.join(BUILD, NAME), "utf8");
  const hash = "'sha256-[A-Za-z0-9+/]{43}='";
  const policy = new RegExp(
    `content="default-src 'none'; script-src ${hash} 'wasm-unsafe-eval'; style-src ${hash}; ` +
      `img-src data:; font-src data:; base-uri 'none'; form-action 'none'">`,
  );
  expect(text).toMatch(policy);
  expect(text).not.toMatch(/<[^>]* (src|href)="(?!data:)/);
  // Nothing in the data ends its element.
  const elements = [...text.matchAll(/<script(?: type="([^"]*)")?/g)].map(([, type]) => type);
  expect(elements.length).toBe([...text.matchAll(/<\/script>/g)].length);
  expect(elements.filter((type) => type === undefined)).toHaveLength(1);
});

test.describe("beside the page on a server", () => {
  test.use({ place: BESIDE, serviceWorkers: "allow" });

  test("it starts no worker, which would offer it newer builds", async ({ app }) => {
    const { page } = app;
    await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
    await app.newProposal();
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  });
});

test("where it is damaged, it says so, and hands over what is stored", async ({ app, baseURL, complaints }) => {
  const { page } = app;
  const form = await app.newProposal();
  await form.enter("Overskrift", "Isafjord");
  await app.isSaved();
  const file = fileURLToPath(baseURL!);
  const text = await readFile(file, "utf8");
  await writeFile(file, text.replace(/(id="raaderum_bg\.wasm">[^<]{100000})[^<]*/, "$1"));
  await page.reload();
  await expect(notStarted(page)).toBeFocused();
  const { text: rescued } = await app.download(page.getByRole("button", { name: "Gem alt som fil" }));
  expect(rescued).toContain("Isafjord");
  await writeFile(file, text);
  await page.getByRole("button", { name: "Genindlæs siden" }).click();
  await expect(form.input("Overskrift")).toHaveValue("Isafjord");
  expect(complaints.length).toBeGreaterThan(0);
  complaints.length = 0;
});

test("when the program stops, it says so, and goes on after a reload", async ({ app, complaints }) => {
  const { page } = app;
  const form = await app.newProposal();
  await app.isSaved();
  await crash(page);
  await expect(isStopped(page)).toBeFocused();
  await page.getByRole("button", { name: "Genindlæs siden" }).click();
  await form.isOpen();
  await expect(isStopped(page)).toBeHidden();
  expect(complaints.length).toBeGreaterThan(0);
  complaints.length = 0;
});
