// What `script/bench` prints: one run, in Chromium, on the release build.

import { mkdir, writeFile } from "node:fs/promises";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";

import { chromium } from "@playwright/test";

import { STORAGE_UNITS } from "./documents.mjs";
import { inApp, inPlainPage, runInTurn, spread } from "./keystroke.mjs";
import { serve } from "./server.mjs";
import { firstVisit } from "./visit.mjs";

const PROPOSALS = [10, 100, 1000];
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
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM,
    // As in playwright.config.ts.
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
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
    const inFrame = spread(samples.map((sample) => sample.inFrame));
    return { ...one, units, samples: samples.length, inDom, inFrame };
  });
  const largest = Math.max(...figures.map(({ units }) => units ?? 0));
  console.log(`
From a keystroke in Estimeret gevinst 2024 to its five figures, in milliseconds; ${figures[0].samples} keystrokes each.
${PLANS} plans are stored too; the most that was stored: ${count(largest)} of ${count(STORAGE_UNITS)} units.
                                         in the DOM            in a frame
                                    median    p95    max    median    p95`);
  for (const { name, inDom, inFrame } of figures) {
    const times = [inDom.median, inDom.p95, inDom.max].map(milliseconds).join("");
    console.log(`${name.padEnd(35)}${times}   ${milliseconds(inFrame.median)}${milliseconds(inFrame.p95)}`);
  }

  const visits = {
    Råderum: await firstVisit(browser, app.origin, async (page) => {
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

  const median = (proposals) =>
    figures.find((one) => one.fromOverview && one.proposals === proposals).inDom.median;
  const plain = figures[0].inDom.median;
  const bytes = visits.Råderum.rest.brotli;
  console.log("\nAims (medians in the DOM, opened from the overview)");
  verdict("1,000 proposals to 10", times(median(1000) / median(10)), times(MOST_TIMES_TEN), median(1000) / median(10) <= MOST_TIMES_TEN);
  verdict("1,000 proposals to the plain page", times(median(1000) / plain), times(MOST_TIMES_PLAIN), median(1000) / plain <= MOST_TIMES_PLAIN);
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
