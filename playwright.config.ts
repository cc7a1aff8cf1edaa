import { execFileSync } from "node:child_process";

import { defineConfig } from "@playwright/test";

import { ARGUMENTS, EXECUTABLE } from "./tests/browser/support/chromium.cjs";

// Two checkouts can be tested side by side: the port is TEST_PORT, or one that is free. This file is read again in every worker,
// which gets the choice by its environment.
const CHOOSE_PORT = 'const s = require("node:net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })';
process.env.TEST_PORT ??= execFileSync("node", ["-e", CHOOSE_PORT], { encoding: "utf8" }).trim();
const port = Number(process.env.TEST_PORT);

// The tests run against the built app (dist/, or DIST), in the machine's own Chromium.

export default defineConfig({
  testDir: "tests/browser",
  outputDir: "test-results",
  // Each test has a browser context, and so a storage, of its own.
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  retries: 0,
  timeout: 60_000,
  // A machine that runs CI can be busy with something else for a while.
  expect: { timeout: 15_000 },
  reporter: [["list"]],
  use: {
    baseURL: `http://127.0.0.1:${port}/`,
    locale: "da-DK",
    timezoneId: "Europe/Copenhagen",
    viewport: { width: 1280, height: 900 },
    // Only tests/browser/offline.spec.ts lets the worker in: what the others change on the way must reach the page.
    serviceWorkers: "block",
    launchOptions: {
      executablePath: EXECUTABLE,
      args: ARGUMENTS,
    },
  },
  webServer: {
    command: `node_modules/.bin/sirv ${process.env.DIST ?? "dist"} --host 127.0.0.1 --port ${port} --quiet`,
    port,
    reuseExistingServer: false,
  },
});
