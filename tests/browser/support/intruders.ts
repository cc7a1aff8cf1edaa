import { expect, type Page } from "@playwright/test";

interface Intruder {
  directive: string;
  enter: () => unknown;
}

/** Each thing that somebody might get into the page, and what the policy says of it. */
export const INTRUDERS: Record<string, Intruder> = {
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

/** Lets one in, and checks that the page refuses it. */
export async function isRefused(page: Page, { directive, enter }: Intruder, complaints: string[]): Promise<void> {
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
}
