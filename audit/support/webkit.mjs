// WebKitGTK, driven by its own WebDriver (Debian's webkit2gtk-driver) with plain calls of the W3C protocol, on a screen that
// exists in memory only.

import { writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import path from "node:path";

import { start, stop } from "./children.mjs";
import { until } from "./poll.mjs";

const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function call(address, method, body) {
  const answer = await fetch(address, {
    method,
    body: method === "POST" ? JSON.stringify(body ?? {}) : undefined,
    signal: AbortSignal.timeout(90_000),
  });
  const { value } = await answer.json();
  if (!answer.ok) throw new Error(`${value.error}: ${value.message}`);
  return value;
}

/** Starts the engine; what is handed over goes into a folder. */
export async function webkit(downloads) {
  await writeFile(path.join(downloads, "user-dirs.dirs"), `XDG_DOWNLOAD_DIR="${downloads}"\n`);
  const screen = await start("Xvfb", ["-displayfd", "1", "-screen", "0", "1280x1000x24", "-nolisten", "tcp"], /^(\d+)\n/);
  const port = await freePort();
  const driver = await start("/usr/bin/bash", ["-c", `echo started; exec WebKitWebDriver --port=${port}`], /started/, {
    DISPLAY: `:${screen.match[1]}`,
    LANG: "C.UTF-8",
    TZ: "Europe/Copenhagen",
    XDG_CONFIG_HOME: downloads,
    WEBKIT_DISABLE_COMPOSITING_MODE: "1",
  });
  const root = `http://127.0.0.1:${port}`;
  await until("WebKitWebDriver answers", () => fetch(`${root}/status`).then((answer) => answer.ok));
  const { sessionId, capabilities } = await call(`${root}/session`, "POST", {
    capabilities: { alwaysMatch: { pageLoadStrategy: "normal", timeouts: { script: 60_000 } } },
  });
  const session = `${root}/session/${sessionId}`;
  const post = (what, body) => call(`${session}/${what}`, "POST", body);
  return new WebKit(post, session, capabilities, async () => {
    await call(session, "DELETE").catch(() => undefined);
    await stop(driver);
    await stop(screen);
  });
}

class WebKit {
  constructor(post, session, capabilities, close) {
    Object.assign(this, { post, session, close });
    this.name = `WebKitGTK ${capabilities.browserVersion}`;
  }

  open(address) {
    return this.post("url", { url: address });
  }

  reload() {
    return this.post("refresh");
  }

  /** Runs a function in the page; gives what it gives, also when that is a promise. */
  async evaluate(work, ...given) {
    const script = `const done = arguments[arguments.length - 1];
      Promise.resolve((${work})(...Array.from(arguments).slice(0, -1))).then((value) => done({ value }), (error) => done({ error: String(error) }));`;
    const { value, error } = await this.post("execute/async", { script, args: given });
    if (error) throw new Error(error);
    return value;
  }

  /** An element that a function finds in the page, or nothing. */
  async find(work, ...given) {
    return (await this.post("execute/sync", { script: `return (${work})(...arguments)`, args: given })) ?? undefined;
  }

  /** Clicks the middle of an element. The driver's own click takes some fields for ones that cannot be reached. */
  async click(element) {
    const middle = (element) => {
      element.scrollIntoView({ block: "center", inline: "center" });
      const { left, top, width, height } = element.getClientRects()[0];
      return { x: Math.round(left + width / 2), y: Math.round(top + height / 2) };
    };
    const place = await this.find(middle, element);
    const pointer = (type, rest) => ({ type, ...rest });
    const actions = [
      pointer("pointerMove", { duration: 0, origin: "viewport", ...place }),
      pointer("pointerDown", { button: 0 }),
      pointer("pointerUp", { button: 0 }),
    ];
    await this.post("actions", { actions: [{ type: "pointer", id: "mouse", parameters: { pointerType: "mouse" }, actions }] });
  }

  /** Presses keys, one after the other, where the focus is. `\uE003` and the like are keys without a letter. */
  async keys(text) {
    const actions = [...text].flatMap((value) => [
      { type: "keyDown", value },
      { type: "keyUp", value },
    ]);
    await this.post("actions", { actions: [{ type: "key", id: "keyboard", actions }] });
  }

  chooseFile(element, file) {
    return this.post(`element/${element[ELEMENT]}/value`, { text: file });
  }

  /** Opens another tab and turns to it: here a window, since a tab that is turned to again stays hidden for the page. */
  async newTab(address) {
    const { handle } = await this.post("window/new", { type: "window" });
    await this.post("window", { handle });
    await this.open(address);
  }

  /** Turns to a tab, the first being 0. */
  async turnTo(number) {
    const handles = await call(`${this.session}/window/handles`, "GET");
    await this.post("window", { handle: handles[number] });
  }
}
