// Firefox, driven by WebDriver BiDi, which it speaks itself.

import puppeteer from "puppeteer-core";

/** The keys without a letter, as WebDriver names them. */
const KEYS = { "\uE003": "Backspace", "\uE004": "Tab", "\uE007": "Enter", "\uE00C": "Escape", "\uE017": "Delete" };

/** Starts the engine; what is handed over goes into a folder. */
export async function firefox(downloads) {
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr",
    headless: true,
    defaultViewport: { width: 1280, height: 900 },
    env: { ...process.env, TZ: "Europe/Copenhagen" },
    extraPrefsFirefox: {
      "browser.download.alwaysOpenPanel": false,
      "browser.download.dir": downloads,
      "browser.download.folderList": 2,
      "intl.accept_languages": "da",
    },
  });
  const [page] = await browser.pages();
  return new Firefox(browser, page, await browser.version());
}

class Firefox {
  #pages;

  constructor(browser, page, version) {
    this.browser = browser;
    this.page = page;
    this.#pages = [page];
    this.name = `Firefox ${version.replace(/^firefox\//i, "")}`;
  }

  open(address) {
    return this.page.goto(address);
  }

  reload() {
    return this.page.reload();
  }

  evaluate(work, ...given) {
    return this.page.evaluate(work, ...given);
  }

  async find(work, ...given) {
    return (await this.page.evaluateHandle(work, ...given)).asElement() ?? undefined;
  }

  async click(element) {
    // In the window, it may still be behind the bar that stays there.
    await element.evaluate((element) => element.scrollIntoView({ block: "center", behavior: "instant" }));
    await element.click();
  }

  async keys(text) {
    for (const key of text) {
      if (KEYS[key]) {
        await this.page.keyboard.press(KEYS[key]);
      } else {
        await this.page.keyboard.type(key);
      }
    }
  }

  chooseFile(element, file) {
    return element.uploadFile(file);
  }

  async newTab(address) {
    this.page = await this.browser.newPage();
    this.#pages.push(this.page);
    await this.page.goto(address);
  }

  async turnTo(number) {
    this.page = this.#pages[number];
    await this.page.bringToFront();
  }

  close() {
    return this.browser.close();
  }
}
