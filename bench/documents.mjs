// What a municipality's browser would hold: the examples over and over, each a document of its own, written as
// the app writes them.

import { readFileSync } from "node:fs";

const examples = JSON.parse(readFileSync("src/example/examples.json", "utf8"));

/** Local storage holds this many UTF-16 units, keys and values together. */
export const STORAGE_UNITS = 5_242_880;

/** The proposal that is typed in. Amounts in 1.000 kr., as they are typed. */
export const measured = {
  id: id(1, 0),
  field: "Estimeret gevinst 2024",
  rows: {
    "Nuværende budget": [1213, 1213, 1213, 1213],
    "Estimeret gevinst": [-1230, -1830, -1830, -1830],
    Investeringsbehov: [300, 300, 300, 300],
  },
};

/** Every keystroke changes each of the figures: the last digit of the gain of 2024, typed anew. */
const DIGITS = [3, 6, 9, 2, 5, 8, 1, 4, 7, 0];

/** Keystrokes: the text that the field then holds, and the figures that must follow from it. */
export function keystrokes(count) {
  return Array.from({ length: count }, (_, index) => {
    const digit = DIGITS[index % DIGITS.length];
    const gain = -1230 - digit;
    const change = gain + 300;
    const tenths = Math.round((-change * 1000) / 1213);
    return {
      typed: `-1.23${digit}`,
      figures: {
        "Ændringsforslag i alt 2024": print(change),
        "Ændringsforslag i alt, alle år": print(change + 3 * (-1830 + 300)),
        "Estimeret gevinst, alle år": print(gain + 3 * -1830),
        "Budget efter ændring 2024": print(1213 + change),
        "Ændring i procent 2024": `−${Math.floor(tenths / 10)},${tenths % 10} %`,
      },
    };
  });
}

/** A whole number as it is printed in Danish. */
export function print(number) {
  const digits = String(Math.abs(number)).replace(/\B(?=(\d{3})+$)/g, ".");
  return (number < 0 ? "−" : "") + digits;
}

/** Local storage with this many documents: keys and values. */
export function storage(proposals, plans) {
  const entries = [];
  for (let index = 0; index < proposals; index += 1) {
    const example = examples.proposals[index % examples.proposals.length];
    const proposal = { ...example, id: id(1, index), heading: `${example.heading} (${index + 1})` };
    if (proposal.id === measured.id) {
      proposal.years = example.years.map((year, column) => ({
        ...year,
        current_budget: 1000 * measured.rows["Nuværende budget"][column],
        operating_change: null,
        estimated_gain: 1000 * measured.rows["Estimeret gevinst"][column],
        investment_need: 1000 * measured.rows.Investeringsbehov[column],
      }));
    }
    entries.push([`raaderum/forslag/${proposal.id}`, file([proposal], [])]);
  }
  for (let index = 0; index < plans; index += 1) {
    const example = examples.action_plans[index % examples.action_plans.length];
    const plan = { ...example, id: id(2, index), unit: `${example.unit} (${index + 1})` };
    entries.push([`raaderum/handleplan/${plan.id}`, file([], [plan])]);
  }
  return entries;
}

/** A catalogue of all these proposals, in a hearing, with a package: its key in local storage, its identity and its text. */
export function catalogueIn(proposals) {
  const catalogue = {
    id: id(3, 0),
    changed_at: "2023-06-01T08:00:00Z",
    title: "Råderumskatalog 2024",
    municipality: "Lejre Kommune",
    first_year: 2024,
    stage: "Høring",
    price_level: 2024,
    hearing_from: null,
    hearing_to: null,
    introduction: "",
    targets: [-50_000_000, -80_000_000, null, null],
    entries: Array.from({ length: proposals }, (_, index) => ({ proposal: id(1, index), status: "consultation", outcome: "" })),
    variant_groups: [],
    relations: [],
    packages: [{ id: id(4, 0), name: "Et bud", proposals: [] }],
    edition: null,
  };
  const content = { format: "raaderum", version: 3, proposals: [], action_plans: [], catalogues: [catalogue] };
  const text = `${JSON.stringify(content, null, 2)}\n`;
  return { key: `raaderum/katalog/${catalogue.id}`, id: catalogue.id, text };
}

function file(proposals, actionPlans) {
  const content = { format: "raaderum", version: 1, proposals, action_plans: actionPlans };
  return `${JSON.stringify(content, null, 2)}\n`;
}

function id(kind, index) {
  return `0000000${kind}-0000-4000-8000-${index.toString(16).padStart(12, "0")}`;
}
