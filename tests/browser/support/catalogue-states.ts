import { expect } from "@playwright/test";

import type { App } from "./app";
import type { CataloguePage, CatalogueTab } from "./catalogue-page";
import { id } from "./documents";
import { exampleId, publicCatalogue } from "./publishing";

/** The catalogue of Lejre, with two variants, which another requires, and two packages. */
async function openCatalogue(app: App, tab: CatalogueTab): Promise<CataloguePage> {
  const [isafjord, horseager, akut] = ["Isafjord", "Horseager", "akut"].map(exampleId);
  const relation = { from: akut, kind: "requires", to: isafjord, note: "" };
  const page = await publicCatalogue(app, {
    variant_groups: [{ id: id(110), name: "Væresteder", proposals: [isafjord, horseager] }],
    relations: [{ id: id(113), ...relation, weakening: [null, null, null, null] }],
    packages: [
      { id: id(111), name: "Flertallets", proposals: [isafjord, horseager] },
      { id: id(112), name: "", proposals: [akut] },
    ],
  });
  await page.openTab(tab);
  return page;
}

const opened = (tab: CatalogueTab) => async (app: App): Promise<void> => {
  await openCatalogue(app, tab);
};

/** The tabs of a catalogue, and how to get there. */
export const CATALOGUE_STATES: Record<string, (app: App) => Promise<void>> = {
  "catalogue, its proposals": opened("Forslag"),
  "catalogue, what proposals have to do with each other": opened("Sammenhænge"),
  "catalogue, its packages": opened("Pakker"),
  "catalogue that is to be published": opened("Udgiv"),
  "catalogue, its head with an error": async (app) => {
    const page = await openCatalogue(app, "Oplysninger");
    await page.enter("Måltal 2027", "1.5");
    await expect(page.errors).toBeVisible();
  },
};
