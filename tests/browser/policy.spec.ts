import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";

import { BUILD } from "./support/builds";
import { expect, test } from "./support/fixtures";
import { Server } from "./support/server";

const built = (name: string): string => readFileSync(path.join(BUILD, name), "utf8");

/** The policy that the page carries. */
const POLICY = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(built("index.html"))![1];

/** Each thing that somebody might get into the page, and what the policy says of it. */
const INTRUDERS: Record<string, { directive: string; enter: () => unknown }> = {
  "an inline script": {
    directive: "script-src-elem",
    enter: () => {
      const script = document.createElement("script");
      script.textContent = "window.intruded = true";
      document.body.append(script);
    },
  },
  "an inline event handler": {
    directive: "script-src-attr",
    enter: () => {
      const button = document.createElement("button");
      button.setAttribute("onclick", "window.intruded = true");
      document.body.append(button);
      button.click();
      button.remove();
    },
  },
  eval: {
    directive: "script-src",
    // Later: what a test calls by itself, the browser lets it evaluate.
    enter: () => void setTimeout(() => window.eval("window.intruded = true")),
  },
  "a script from another origin": {
    directive: "script-src-elem",
    enter: () => {
      const script = document.createElement("script");
      script.src = "https://example.com/x.js";
      document.body.append(script);
    },
  },
  "a request to another origin": {
    directive: "connect-src",
    enter: () => void fetch("https://example.com/").catch(() => {}),
  },
  "a picture from another origin": {
    directive: "img-src",
    enter: () => {
      new Image().src = "https://example.com/x.png";
    },
  },
  "a style attribute": {
    directive: "style-src-attr",
    enter: () => document.body.setAttribute("style", "display: none"),
  },
  "a form that is sent": {
    directive: "form-action",
    enter: () => {
      const form = document.createElement("form");
      form.action = "https://example.com/";
      document.body.append(form);
      form.submit();
    },
  },
};

for (const [name, { directive, enter }] of Object.entries(INTRUDERS)) {
  test(`the page refuses ${name}, without any help from the server`, async ({ app, complaints }) => {
    const { page } = app;
    const answer = await page.request.get("./");
    expect(answer.headers()).not.toHaveProperty("content-security-policy");
    await page.evaluate(() => {
      const refused: string[] = [];
      Object.assign(window, { refused });
      document.addEventListener("securitypolicyviolation", (event) => refused.push(event.effectiveDirective));
    });
    await page.evaluate(enter);
    await expect.poll(() => page.evaluate(() => (window as unknown as { refused: string[] }).refused)).toEqual([directive]);
    expect(await page.evaluate(() => "intruded" in window)).toBe(false);
    // The browser says in the console that it refused.
    complaints.length = 0;
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
    expect(policies, file).toEqual([`${POLICY}; frame-ancestors 'none'`]);
    for (const header of ["X-Content-Type-Options", "Referrer-Policy", "Cross-Origin-Opener-Policy", "Permissions-Policy"]) {
      expect(text, file).toContain(header);
    }
    expect(built("headers/README.md")).toContain(`\`${file}\``);
  }
});

const served = test.extend({
  baseURL: async ({}, use) => {
    // The block for every address, as Netlify and Cloudflare read it.
    const block = built("headers/_headers").split("\n\n")[0].split("\n").slice(1);
    const headers = block.map((line) => line.trim().split(/: (.*)/).slice(0, 2));
    expect(headers).toHaveLength(5);
    const server = new Server(BUILD, Object.fromEntries(headers) as Record<string, string>);
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
