import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";

import { expect, type Browser, type FrameLocator, type Locator, type Page } from "@playwright/test";

import type { App } from "./app";
import type { CataloguePage } from "./catalogue-page";
import { file, id, proposal, type Json } from "./documents";

const EXAMPLES = JSON.parse(readFileSync(path.join(__dirname, "../../../src/example/examples.json"), "utf8")) as {
  proposals: { id: string; heading: string }[];
};

/** The identities of the eight proposals of Lejre by a part of their headings. */
export function exampleId(heading: string): string {
  return EXAMPLES.proposals.find((one) => one.heading.includes(heading))!.id;
}

/** What nobody but who works on it may see. */
export const SECRET = "Hemmelig kladde om rengøring";
export const SECRET_TEXT = "Ordlyden er ikke besluttet i gruppen";

/** A catalogue of Lejre's eight proposals, which are in a hearing, and a ninth, which is a draft. */
export async function publicCatalogue(app: App, changes: Json = {}): Promise<CataloguePage> {
  await app.openExamples();
  await app.closeNotice();
  const draft = proposal(9, { heading: SECRET }, { estimated_gain: -500_000 });
  (draft.sections as Json).summary = SECRET_TEXT;
  const entries = EXAMPLES.proposals.map((one) => ({ proposal: one.id, status: "consultation", outcome: "" }));
  const catalogue = {
    id: id(100),
    changed_at: "2023-06-01T08:00:00Z",
    title: "Råderumskatalog 2024",
    municipality: "Lejre Kommune",
    first_year: 2024,
    stage: "Høring",
    price_level: 2024,
    hearing_from: null,
    hearing_to: null,
    introduction: "",
    targets: [-6_000_000, -8_000_000, null, null],
    entries: [...entries.slice(0, 2), { proposal: id(9), status: "draft", outcome: "" }, ...entries.slice(2)],
    variant_groups: [],
    relations: [],
    packages: [],
    edition: null,
    ...changes,
  };
  await (await app.importFiles({ name: "k.json", content: file([draft], [], { catalogues: [catalogue] }) })).takeIn();
  await app.closeNotice();
  return app.openCatalogue("Råderumskatalog 2024");
}

/** The part of a catalogue's page in which it is published: a tab, whose content is there while it is shown. */
export class Publishing {
  readonly root: Locator;
  readonly preview: Locator;
  readonly frame: FrameLocator;

  constructor(private readonly app: App) {
    this.root = app.page.getByRole("region", { name: "Udgiv" });
    this.preview = app.page.getByRole("dialog", { name: "Se siden, som den bliver" });
    this.frame = this.preview.frameLocator("iframe");
  }

  /** Opens the tab. */
  async show(): Promise<void> {
    await this.app.catalogue.openTab("Udgiv");
  }

  get button(): Locator {
    return this.root.getByRole("button", { name: "Udgiv" });
  }

  /** The lines under a heading. */
  lines(heading: string): Locator {
    return this.root.locator(`h3:text-is("${heading}") ~ :is(ol, ul)`).first().getByRole("listitem");
  }

  async openPreview(): Promise<void> {
    await this.show();
    await this.root.getByRole("button", { name: "Se siden, som den bliver" }).click();
    await expect(this.preview).toBeVisible();
  }

  /** By which somebody says that he has looked at the signs that readers would misread. */
  get signsSeen(): Locator {
    return this.root.getByRole("checkbox", { name: "Jeg har set på fortegnene" });
  }

  /** Takes the packages along. */
  async takePackages(): Promise<void> {
    await this.show();
    await this.root.getByRole("checkbox", { name: "Tag pakkerne med" }).check({ force: true });
  }

  /** Publishes, having looked at doubtful signs; gives the file. */
  async publish(): Promise<{ name: string; text: string }> {
    await this.show();
    await expect(this.button).toBeVisible();
    if (await this.signsSeen.count()) {
      // The design system draws the box over the input.
      await this.signsSeen.check({ force: true });
    }
    return this.app.download(this.button);
  }
}

/** A published page as a reader has it: in a browser of his own, which notes what the page asks for and complains of. */
export interface Reader {
  page: Page;
  asked: string[];
  complaints: string[];
}

/** Opens a page in a browser of its own. */
export async function readAt(browser: Browser, address: string, javaScriptEnabled = true): Promise<Reader> {
  const context = await browser.newContext({ javaScriptEnabled, locale: "da-DK", viewport: { width: 1280, height: 900 } });
  const asked: string[] = [];
  const complaints: string[] = [];
  context.on("request", (request) => asked.push(request.url()));
  context.on("console", (message) => {
    if (message.type() !== "log") complaints.push(message.text());
  });
  context.on("weberror", (error) => complaints.push(error.error().message));
  const page = await context.newPage();
  await page.goto(address);
  return { page, asked: asked.filter((url) => !/^(data|blob):/.test(url)), complaints };
}

/** Puts a published file on a disk; gives its address there. */
export async function onDisk(folder: string, text: string): Promise<string> {
  const place = path.join(folder, "udgivet.html");
  await writeFile(place, text);
  return pathToFileURL(place).href;
}
