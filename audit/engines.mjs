// One journey through the whole program in an engine that is not Chromium's, with real clicks and keys.

import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { Server } from "../tests/browser/support/server.cjs";
import { Page } from "./support/page.mjs";
import { until } from "./support/poll.mjs";
import { Check } from "./support/results.mjs";
import { WORDS } from "./support/words.mjs";

const GOLDEN = path.resolve("tests/golden/v3.json");
const TAB = "\uE004";

/** What an engine lacks that the program would use. */
const LACKING = () =>
  Object.entries({
    "navigator.storage (no room told, no promise to keep what is stored)": "storage" in navigator,
    "navigator.locks (what a closed tab left is found by age)": "locks" in navigator,
    "a service worker": "serviceWorker" in navigator,
    "showSaveFilePicker (no file on a shared drive)": "showSaveFilePicker" in window,
  }).flatMap(([what, is]) => (is ? [] : [what]));

async function toStart(page) {
  await page.engine.evaluate(() => void (location.hash = "#/"));
  await page.find("heading", WORDS.start);
}

/** Leaves the field by the keyboard, and waits until all is stored. */
async function save(page) {
  await page.engine.keys(TAB);
  await page.says(WORDS.saved);
}

async function start({ page, server }) {
  await page.engine.open(server.address);
  await page.find("heading", WORDS.start);
  await page.find("button", WORDS.newProposal);
}

async function example({ page }) {
  await page.click("button", WORDS.example);
  await page.says("12 dokumenter");
  await page.find("link", /Horseager/);
}

async function typing({ page }) {
  await toStart(page);
  await page.click("button", WORDS.newProposal);
  await page.type(WORDS.heading, "Færre møder på § 3");
  await page.shows("heading", "Færre møder på § 3", "Færre møder på § 3");
  await page.type(WORDS.budgetYear, "2024");
  await page.type(WORDS.gain(2024), "-1.200,5");
  await page.type(WORDS.gain(2025), "-2*650");
  await page.type(WORDS.investment(2024), "200");
}

async function totals({ page }) {
  await page.shows("status", WORDS.netChange(2024), "−1.000,5");
  await page.shows("status", WORDS.netChange(2025), "−1.300");
  await page.shows("status", WORDS.netChangeAll, "−2.300,5");
}

async function reload({ page }) {
  await save(page);
  await page.engine.reload();
  await page.holds(WORDS.heading, "Færre møder på § 3");
  await page.shows("status", WORDS.netChangeAll, "−2.300,5");
}

async function plan({ page }) {
  await toStart(page);
  await page.click("button", WORDS.newPlan);
  await page.click("tab", WORDS.detailsTab);
  await page.type(WORDS.overspend, "500.000");
  await page.click("tab", WORDS.planTab);
  await page.type(WORDS.effect(1, "maj"), "-100.000");
  await page.click("tab", WORDS.forecastTab);
  await page.shows("status", WORDS.forecast, "400.000");
  await save(page);
}

async function catalogue({ page }) {
  await toStart(page);
  await page.click("button", WORDS.newCatalogue);
  await page.click("tab", WORDS.detailsTab);
  await page.type(WORDS.title, "Råderumskatalog 2024");
  await page.type(WORDS.budgetYear, "2024");
  await page.engine.keys(TAB);
  await page.click("tab", WORDS.proposalsTab);
  await page.click("button", WORDS.takeAll);
  // The eight examples give −5.083, the one that was typed in −1.000,5.
  await page.shows("status", WORDS.catalogueChange(2024), "−6.083,5");
  await page.says(WORDS.saved);
}

/** The page that was handed over, once it is whole. */
function handedOver(folder) {
  return until("a published page is handed over, whole", async () => {
    const name = (await readdir(folder)).find((name) => name.endsWith(".html"));
    const text = name && (await readFile(path.join(folder, name), "utf8"));
    return text?.trimEnd().endsWith("</html>") && { name, text };
  });
}

async function publish({ page, downloads }) {
  // What is a draft is not published.
  await until("every proposal is in a hearing", () =>
    page.engine.evaluate((status) => {
      const lists = [...document.querySelectorAll("select")];
      const places = lists.map((list) => [list, [...list.options].find(({ text }) => text === status)]).filter(([, one]) => one);
      const open = places.filter(([list, { value }]) => list.value !== value);
      for (const [list, { value }] of open) {
        list.value = value;
        list.dispatchEvent(new Event("change", { bubbles: true }));
      }
      return places.length === 9 && open.length === 0;
    }, WORDS.inHearing));
  await page.click("tab", WORDS.publishTab);
  await page.tick(WORDS.signsSeen);
  await page.click("button", WORDS.publish);
  return (await handedOver(downloads)).name;
}

async function published({ page, server, downloads }) {
  const { text } = await handedOver(downloads);
  await writeFile(path.join(downloads, "udgivet.html"), text);
  await page.engine.open(`${server.address}udgivet.html`);
  await page.says("intet er besluttet");
  await page.find("region", WORDS.yourPackage);
  await page.says("Færre møder på § 3");
  await page.engine.evaluate(() => {
    const row = [...document.querySelectorAll("#program-proposals li")].find((row) => row.textContent.includes("Horseager"));
    row.querySelector("label").id = "audit-choice";
  });
  await page.engine.click(await page.engine.find(() => document.getElementById("audit-choice")));
  await until("the package has the sums of what was chosen", () =>
    page.engine.evaluate((name) => {
      const region = [...document.querySelectorAll("section")].find((section) => section.textContent.includes(name));
      return region?.innerText.includes("−4.532");
    }, WORDS.yourPackage));
}

async function openFile({ page, server }) {
  await page.engine.open(server.address);
  await page.engine.chooseFile(await page.find("button", WORDS.openFile), GOLDEN);
  await page.find("dialog", /./);
  await page.click("button", WORDS.takeIn);
  const { proposals } = JSON.parse(await readFile(GOLDEN, "utf8"));
  await page.says(proposals[0].heading);
}

async function twoTabs({ page, server }) {
  await page.engine.open(server.address);
  await page.click("link", /Færre møder/);
  await page.find("textbox", WORDS.heading);
  const address = await page.engine.evaluate(() => location.href);
  await page.engine.newTab(address);
  await page.holds(WORDS.heading, "Færre møder på § 3");
  await page.type(WORDS.gain(2026), "-700");
  await save(page);
  await page.engine.turnTo(0);
  await page.shows("status", WORDS.netChange(2026), "−700");
  await page.type(WORDS.gain(2027), "-1");
  await save(page);
  await page.engine.turnTo(1);
  await page.shows("status", WORDS.netChangeAll, "−3.001,5");
}

async function offline({ page, server }) {
  await until("the program is on the computer", () =>
    page.engine.evaluate(() => navigator.serviceWorker.controller?.state === "activated"));
  await server.stop();
  await page.engine.reload();
  await page.shows("status", WORDS.netChangeAll, "−3.001,5");
  await page.type(WORDS.gain(2027), "-2");
  await page.shows("status", WORDS.netChangeAll, "−3.002,5");
}

const JOURNEY = {
  start,
  example,
  "typing in a proposal": typing,
  totals,
  reload,
  plan,
  catalogue,
  publish,
  "the published page": published,
  "opening a file": openFile,
  "two tabs": twoTabs,
  offline,
};

/** `launch` starts an engine that puts what is handed over into a folder. */
export async function engine(name, launch) {
  const downloads = await mkdtemp(path.join(tmpdir(), "audit-"));
  const engine = await launch(downloads);
  const check = new Check(name, engine.name);
  const server = new Server(["dist", downloads]);
  await server.start();
  try {
    const page = new Page(engine);
    let isOn = true;
    for (const [what, step] of Object.entries(JOURNEY)) {
      if (!isOn) {
        check.failed(what, "not reached");
        continue;
      }
      isOn = await check.case(what, () => step({ page, server, downloads }));
      if (what === "start" && isOn) {
        (await engine.evaluate(LACKING)).forEach((lack) => check.note(`has no ${lack}`));
      }
    }
  } finally {
    await engine.close();
    await server.stop();
    await rm(downloads, { recursive: true, force: true });
  }
  return check.end();
}
