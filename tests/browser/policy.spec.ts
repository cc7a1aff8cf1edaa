import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";

import { BUILD } from "./support/builds";
import { expect, test } from "./support/fixtures";
import { INTRUDERS, isRefused } from "./support/intruders";
import { headersFor } from "./support/headers";
import { Server } from "./support/server.cjs";

const built = (name: string): string => readFileSync(path.join(BUILD, name), "utf8");

/** The policy that the page carries. */
const POLICY = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(built("index.html"))![1];

for (const [name, intruder] of Object.entries(INTRUDERS)) {
  test(`the page refuses ${name}, without any help from the server`, async ({ app, complaints }) => {
    const answer = await app.page.request.get("./");
    expect(answer.headers()).not.toHaveProperty("content-security-policy");
    await isRefused(app.page, intruder, complaints);
  });
}

test("the policy is strict", () => {
  expect(POLICY).toContain("default-src 'none'");
  expect(POLICY).not.toMatch(/'unsafe-inline'|'unsafe-eval'|\*|https?:/);
});

test("every file for servers carries the policy of the page, and forbids framing besides", () => {
  const files = readdirSync(path.join(BUILD, "headers")).filter((name) => name !== "README.md");
  expect(files.sort()).toEqual(["_headers", "apache.htaccess", "nginx.conf", "web.config"]);
  for (const file of files) {
    const text = built(`headers/${file}`);
    const policies = text.match(/default-src[^"\n]*/g);
    expect([...new Set(policies)], file).toEqual([`${POLICY}; frame-ancestors 'none'`]);
    for (const header of ["X-Content-Type-Options", "Referrer-Policy", "Cross-Origin-Opener-Policy", "Permissions-Policy"]) {
      expect(text, file).toContain(header);
    }
    expect(built("headers/README.md")).toContain(`\`${file}\``);
  }
});

const served = test.extend({
  baseURL: async ({}, use) => {
    const headers = headersFor("/");
    expect(Object.keys(headers)).toHaveLength(6);
    const server = new Server([BUILD], headers);
    await server.start();
    await use(server.address);
    await server.stop();
  },
});

served("served with these headers, the app works, and nothing is refused", async ({ app }) => {
  const answer = await app.page.request.get("./");
  expect(answer.headers()["content-security-policy"]).toContain("frame-ancestors 'none'");
  await app.newPlan();
});
