// Documents as a file of version 3 holds them.

import { readFileSync } from "node:fs";

/** An identity that is the same in every run. */
export const id = (number) => `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;

const BLANK = JSON.parse(readFileSync("tests/browser/support/blank.json", "utf8"));

const proposal = (number, heading) => ({ ...BLANK.proposal, id: id(number), heading });

const plan = (number, unit) => ({
  ...BLANK.plan,
  id: id(number),
  unit,
  focus_areas: [{ ...BLANK.focus_area, id: id(number + 50_000) }],
});

const catalogue = (number, title, entries, changes = {}) => ({
  ...BLANK.catalogue,
  id: id(number),
  title,
  entries: entries.map((proposal) => ({ proposal, status: "consultation", outcome: "" })),
  ...changes,
});

/** A file with so many blank documents of each kind, and a catalogue of all proposals. */
export function blankFile(count, kinds) {
  const numbers = (kind) => Array.from({ length: count }, (_, number) => [kind.first + number, `Nr. ${number}`]);
  const [proposals, plans, catalogues] = kinds;
  const all = numbers(proposals).map(([number]) => id(number));
  // A catalogue of two proposals, with everything that can be given a text.
  const small = ([number, title], place) => {
    const two = [all[place], all[(place + 1) % count]];
    return catalogue(number, title, two, {
      variant_groups: [{ id: id(number + 60_000), name: "", proposals: two }],
      relations: [{ id: id(number + 70_000), kind: "requires", from: two[0], to: two[1], weakening: Array(4).fill(null), note: "" }],
      packages: [{ id: id(number + 80_000), name: "", proposals: [two[0]] }],
    });
  };
  return {
    format: "raaderum",
    version: 3,
    proposals: numbers(proposals).map((given) => proposal(...given)),
    action_plans: numbers(plans).map((given) => plan(...given)),
    catalogues: [
      ...numbers(catalogues).map(small),
      catalogue(catalogues.first + count, "Alle strenge", all),
    ],
  };
}
