// What `script/bench` prints: one run, in Chromium, on the release build.

import { mkdir, writeFile } from "node:fs/promises";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";

import { chromium } from "@playwright/test";

import { ARGUMENTS, EXECUTABLE } from "../tests/browser/support/chromium.cjs";
import { catalogue } from "./catalogue.mjs";
import { STORAGE_UNITS } from "./documents.mjs";
import { inApp, inPlainPage, runInTurn, spread } from "./keystroke.mjs";
import { serve } from "./server.mjs";
import { firstVisit } from "./visit.mjs";

const PROPOSALS = [10, 100, 1000];
const CATALOGUES = [8, 1000];
const PLANS = 100;
const ROUNDS = 3;
const MOST_TIMES_TEN = 1.5;
const MOST_TIMES_PLAIN = 2;
const MOST_BYTES = 250_000;

const profiles = process.argv[2] === "--profile" ? process.argv[3] : undefined;
const servers = [];
let browser;
try {
  const [app, bench, empty] = await Promise.all([process.env.DIST ?? "dist", "bench", "target/bench-empty"].map(serve));
  servers.push(app, bench, empty);
  browser = await chromium.launch({ executablePath: EXECUTABLE, args: ARGUMENTS });
  const load = () => loadavg()[0].toFixed(1);
  console.log(`Chromium ${browser.version()}, ${cpus().length} × ${cpus()[0].model.trim()}, load ${load()}`);

  const ways = [
    { name: "at its address", fromOverview: false },
    { name: "from the overview", fromOverview: true },
  ];
  const cases = [
    { name: "plain page", run: inPlainPage(bench.origin) },
    ...ways.flatMap(({ name, fromOverview }) =>
      PROPOSALS.map((proposals) => ({
        name: `${count(proposals)} proposals, ${name}`,
        proposals,
        fromOverview,
        run: inApp(app.origin, proposals, PLANS, fromOverview),
      })),
    ),
  ];
  const results = await runInTurn(
    browser,
    cases.map(({ run }) => run),
    ROUNDS,
    profiled(cases),
  );

  const figures = cases.map((one, index) => {
    const { samples, units } = results[index];
    const inDom = spread(samples.map((sample) => sample.inDom));
    const own = spread(samples.map((sample) => sample.own));
    const inFrame = spread(samples.map((sample) => sample.inFrame));
    return { ...one, units, samples: samples.length, inDom, own, inFrame };
  });
  const largest = Math.max(...figures.map(({ units }) => units ?? 0));
  console.log(`
From a keystroke in Estimeret gevinst 2024 to its five figures, in milliseconds; ${figures[0].samples} keystrokes each.
${PLANS} plans are stored too; the most that was stored: ${count(largest)} of ${count(STORAGE_UNITS)} units.
                                     keystroke to DOM      event to DOM    keystroke to frame
                                    median    p95    max    median    p95    median    p95`);
  for (const { name, inDom, own, inFrame } of figures) {
    const columns = [
      [inDom.median, inDom.p95, inDom.max],
      [own.median, own.p95],
      [inFrame.median, inFrame.p95],
    ];
    console.log(name.padEnd(35) + columns.map((part) => part.map(milliseconds).join("")).join("   "));
  }

  const visits = {
    Råderum: await firstVisit(browser, app.origin, (page) => page.getByRole("button", { name: "Nyt forslag" }).waitFor()),
    "with a proposal": await firstVisit(browser, app.origin, async (page) => {
      await page.getByRole("button", { name: "Nyt forslag" }).click();
      await page.getByRole("textbox", { name: /^Estimeret gevinst \d{4}$/ }).first().waitFor();
    }),
    "empty Leptos app": await firstVisit(browser, empty.origin, (page) => page.getByText("Tom").waitFor()),
  };
  console.log(`
First visit, in bytes                files        raw    gzip -9  brotli 11`);
  for (const [name, sizes] of Object.entries(visits)) {
    for (const [part, { files, raw, gzip, brotli }] of Object.entries(sizes)) {
      if (files > 0) {
        const columns = [raw, gzip, brotli].map((bytes) => count(bytes).padStart(11)).join("");
        console.log(`${`${name}, ${part === "rest" ? "all but fonts" : part}`.padEnd(35)}${String(files).padStart(7)}${columns}`);
      }
    }
  }

  console.log(`
A catalogue, worked in, published and read; medians and the slowest, in milliseconds`);
  const catalogues = [];
  for (const proposals of CATALOGUES) catalogues.push(await catalogue(browser, app.origin, proposals));
  console.log(`${"".padEnd(35)}${catalogues.map(({ proposals }) => `${count(proposals)} proposals`.padStart(18)).join("")}`);
  for (const name of Object.keys(catalogues[0].times)) {
    const columns = catalogues.map(({ times }) => {
      const { median, max } = spread(times[name]);
      return `${median.toFixed(0)} (${max.toFixed(0)})`.padStart(18);
    });
    console.log(`${name.padEnd(35)}${columns.join("")}`);
  }
  for (const part of ["raw", "gzip", "brotli"]) {
    const columns = catalogues.map(({ bytes }) => count(bytes[part]).padStart(18));
    console.log(`${`published file, ${part}, bytes`.padEnd(35)}${columns.join("")}`);
  }

  const loaded = (proposals) => figures.find((one) => one.fromOverview && one.proposals === proposals);
  const [plain, few, most] = [figures[0], loaded(PROPOSALS[0]), loaded(PROPOSALS.at(-1))];
  const growth = most.inDom.median / few.inDom.median;
  const toPlain = most.inDom.median / plain.inDom.median;
  const bytes = visits.Råderum.rest.brotli;
  console.log("\nAims (medians from a keystroke to the DOM, 1,000 proposals opened from the overview)");
  verdict("to 10 proposals", times(growth), times(MOST_TIMES_TEN), growth <= MOST_TIMES_TEN);
  verdict("to the plain page", times(toPlain), times(MOST_TIMES_PLAIN), toPlain <= MOST_TIMES_PLAIN);
  console.log(`${"  the same from the event".padEnd(35)}${times(most.own.median / plain.own.median).padStart(9)}`);
  verdict("first visit but fonts, brotli", count(bytes), count(MOST_BYTES), bytes <= MOST_BYTES);
  console.log(`Load at the end: ${load()}.`);
} finally {
  await browser?.close();
  servers.forEach(({ stop }) => stop());
}

function verdict(what, measured, aim, isMet) {
  console.log(`${what.padEnd(35)}${measured.padStart(9)}   aim ≤ ${aim}: ${isMet ? "met" : "not met"}`);
}

function times(ratio) {
  return `${ratio.toFixed(2)} ×`;
}

function count(number) {
  return number.toLocaleString("en");
}

function milliseconds(number) {
  return number.toFixed(2).padStart(7);
}

/** Does the work of a case, and keeps a CPU profile of it if profiles are asked for. */
function profiled(cases) {
  return async (page, index, work) => {
    if (profiles === undefined) {
      return work();
    }
    const session = await page.context().newCDPSession(page);
    await session.send("Profiler.enable");
    await session.send("Profiler.setSamplingInterval", { interval: 100 });
    await session.send("Profiler.start");
    const done = await work();
    const { profile } = await session.send("Profiler.stop");
    await mkdir(profiles, { recursive: true });
    const name = cases[index].name.replace(/[ ,]+/g, "-");
    await writeFile(join(profiles, `${name}.cpuprofile`), JSON.stringify(profile));
    return done;
  };
}
