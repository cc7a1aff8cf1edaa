// The time from a keystroke to the figures that depend on it.

import { setTimeout as pause } from "node:timers/promises";

import { keystrokes, measured, print, STORAGE_UNITS, storage } from "./documents.mjs";

const WARM_UP = 60;
const KEYSTROKES = 100;

/**
 * Runs in the page. What is timed is all that the page does, and nothing else:
 *
 * - The keystroke is what a page sees of one: the field's value with one digit typed anew, then an `input`
 *   event. A key sent from outside (CDP, a driver) reaches the page through two processes, and that takes
 *   longer, and varies more, than what is measured.
 * - The clock runs from just before the value is set to the moment when every figure reads as it must. Setting
 *   it is the browser's share, the same in every page; the time from the event on is the page's own. The
 *   figures are observed by a MutationObserver, which is called as soon as the code that changed them has
 *   returned: it sees the DOM as early as anything can, whether the page changes it during the event, as plain
 *   JavaScript does, or in a task shortly after, as Leptos does.
 * - Every figure differs from what it was, so that nothing that stood there already is taken for an answer,
 *   and what must be read is worked out apart from both pages.
 * - The second time goes on to when the frame with the figures has been laid out and painted: after the next
 *   animation frame, a message is delivered only when the page is done with that frame. It contains the wait
 *   for the frame, up to 17 ms at 60 a second, so keystrokes come at random times within a frame.
 * - Between keystrokes there is a pause, as there is when somebody types, in which the page can tidy up.
 */
async function type({ input, outputs, strokes, warmUp }) {
  const channel = new MessageChannel();
  const message = () =>
    new Promise((resolve) => {
      channel.port1.onmessage = resolve;
      channel.port2.postMessage(null);
    });
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const samples = [];
  input.focus();
  for (const [index, { typed, texts }] of strokes.entries()) {
    await new Promise((resolve) => setTimeout(resolve, 10 + 17 * Math.random()));
    if (outputs.some((output, place) => output.textContent === texts[place])) {
      throw new Error(`a figure stood there before "${typed}" was typed`);
    }
    const areShown = () => outputs.every((output, place) => output.textContent === texts[place]);
    const shown = new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`${typed}: ${outputs.map((o) => o.textContent)}`)), 5000);
      const observer = new MutationObserver(() => {
        if (areShown()) {
          resolve(performance.now());
          observer.disconnect();
          clearTimeout(late);
        }
      });
      for (const output of outputs) {
        observer.observe(output, { childList: true, characterData: true, subtree: true });
      }
    });
    const event = new InputEvent("input", {
      bubbles: true,
      composed: true,
      inputType: "insertText",
      data: typed.at(-1),
    });
    const start = performance.now();
    input.value = typed;
    const atEvent = performance.now();
    input.dispatchEvent(event);
    const inDom = await shown;
    await frame();
    await message();
    if (index >= warmUp) {
      samples.push({ inDom: inDom - start, own: inDom - atEvent, inFrame: performance.now() - start });
    }
  }
  return samples;
}

/** Types in a page that shows the proposal. */
async function measure(page) {
  const strokes = keystrokes(WARM_UP + KEYSTROKES);
  const named = (role, name) => page.getByRole(role, { name, exact: true }).elementHandle({ timeout: 10_000 });
  const input = await named("textbox", measured.field);
  const outputs = [];
  for (const name of Object.keys(strokes[0].figures)) {
    outputs.push(await named("status", name));
  }
  // Without it the clock ticks in tenths of a millisecond.
  if (!(await page.evaluate(() => crossOriginIsolated))) {
    throw new Error("the page's clock is too coarse");
  }
  return page.evaluate(type, {
    input,
    outputs,
    strokes: strokes.map(({ typed, figures }) => ({ typed, texts: Object.values(figures) })),
    warmUp: WARM_UP,
  });
}

/** An empty storage and one tab, with the fine clock that pages get when they are isolated from others. */
async function newPage(browser, origin) {
  const context = await browser.newContext({ serviceWorkers: "block", locale: "da-DK", viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.route(
    (url) => url.origin === origin && /^\/($|plain\.html$|blank$)/.test(url.pathname),
    async (route) => {
      const isolated = {
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-embedder-policy": "require-corp",
      };
      if (route.request().url().endsWith("/blank")) {
        await route.fulfill({ contentType: "text/html", body: "", headers: isolated });
        return;
      }
      const response = await route.fetch();
      await route.fulfill({ response, headers: { ...response.headers(), ...isolated } });
    },
  );
  return page;
}

/** Fills local storage from a blank page of the same origin, before the app starts. */
async function fill(page, origin, entries) {
  await page.goto(`${origin}/blank`);
  const units = await page.evaluate((entries) => {
    for (const [key, value] of entries) {
      localStorage.setItem(key, value);
    }
    return Object.entries(localStorage).reduce((sum, [key, value]) => sum + key.length + value.length, 0);
  }, entries);
  const expected = entries.reduce((sum, [key, value]) => sum + key.length + value.length, 0);
  if (units !== expected || units > STORAGE_UNITS) {
    throw new Error(`${entries.length} documents do not fit: ${units} of ${expected} units are stored`);
  }
  return units;
}

/** Råderum with so many documents, the proposal opened at its address or from the overview. */
export function inApp(origin, proposals, plans, fromOverview) {
  const entries = storage(proposals, plans);
  return async (browser, profiled) => {
    const page = await newPage(browser, origin);
    const units = await fill(page, origin, entries);
    const address = `#/forslag/${measured.id}`;
    if (fromOverview) {
      await page.goto(`${origin}/#/`);
      // All documents are loaded by then.
      await page.getByText(`${print(proposals)} forslag`, { exact: true }).waitFor();
      await page.evaluate((address) => (location.hash = address), address);
    } else {
      await page.goto(`${origin}/${address}`);
    }
    const samples = await profiled(page, () => measure(page));
    await page.context().close();
    return { samples, units };
  };
}

/** The page written by hand, with the same amounts in it. */
export function inPlainPage(origin) {
  return async (browser, profiled) => {
    const page = await newPage(browser, origin);
    await page.goto(`${origin}/plain.html`);
    for (const [row, amounts] of Object.entries(measured.rows)) {
      for (const [column, amount] of amounts.entries()) {
        await page.getByRole("textbox", { name: `${row} ${2024 + column}`, exact: true }).fill(String(amount));
      }
    }
    const samples = await profiled(page, () => measure(page));
    await page.context().close();
    return { samples };
  };
}

/** Runs every case some times over in turn, so that a slow moment of the machine falls on all of them. */
export async function runInTurn(browser, cases, rounds, profiled) {
  const results = cases.map(() => ({ samples: [], units: undefined }));
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, run] of cases.entries()) {
      const { samples, units } = await run(browser, (page, work) => profiled(page, index, work));
      results[index].samples.push(...samples);
      results[index].units = units;
      await pause(200);
    }
  }
  return results;
}

/** The middle, the 95th percentile and the largest. */
export function spread(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  return { median: at(0.5), p95: at(0.95), max: sorted.at(-1) };
}
