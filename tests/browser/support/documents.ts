import { readFileSync } from "node:fs";
import path from "node:path";

const golden = (version: number): string =>
  readFileSync(path.join(__dirname, `../../golden/v${version}.json`), "utf8");

/** The file that shows every feature of the format, and the one of the version before. */
export const GOLDEN = golden(3);
export const GOLDEN_1 = golden(1);

export type Json = Record<string, unknown>;

const blank = (count: number): null[] => Array<null>(count).fill(null);

const YEAR: Json = {
  current_budget: null,
  operating_change: null,
  estimated_gain: null,
  investment_need: null,
  employees_affected: null,
  full_time_equivalents: null,
};

/** An identity that is the same in every run. */
export function id(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
}

/** A proposal as a file holds it. */
export function proposal(number: number, changes: Json = {}, firstYear: Json = {}): Json {
  return {
    id: id(number),
    changed_at: "2023-06-01T08:00:00Z",
    heading: `Forslag ${number}`,
    department: "CJS",
    appropriations: [],
    kinds: [],
    first_year: 2024,
    price_level: null,
    reimbursement_rate: null,
    years: [{ ...YEAR, ...firstYear }, YEAR, YEAR, YEAR],
    stated_totals: { rows: blank(3), net_change: blank(4), net_change_total: null },
    sections: {
      summary: "",
      reduction: "",
      investment: "",
      consequences: "",
      time_horizon: "",
      related_contributions: "",
      relevant_documents: "",
    },
    dismissed_advice: [],
    ...changes,
  };
}

/** A plan as a file holds it. */
export function plan(number: number, changes: Json = {}): Json {
  return {
    id: id(number),
    changed_at: "2023-06-01T08:00:00Z",
    year: 2023,
    department: "Børn og Familie",
    department_responsible: "",
    unit: `Plan ${number}`,
    unit_responsible: "",
    started_on: null,
    expected_overspend_at_start: null,
    updated_on: null,
    expected_overspend_at_update: null,
    carried_over_overspend: null,
    cause: "",
    case_number: "",
    focus_areas: [],
    stated_sums: [],
    realised_through: null,
    closed_through: null,
    closed_updates: [],
    supplementary_appropriation: { amount: null, financing: "" },
    dismissed_advice: [],
    ...changes,
  };
}

export function focusArea(number: number, changes: Json = {}): Json {
  return {
    id: id(number),
    area: "",
    goal: "",
    action: "",
    consequences: "",
    effects: blank(12),
    realised: blank(12),
    stated_total: null,
    proposal: null,
    ...changes,
  };
}

/** A whole file. */
export function file(proposals: Json[], plans: Json[] = [], changes: Json = {}): string {
  return JSON.stringify({
    format: "raaderum",
    version: 3,
    proposals,
    action_plans: plans,
    catalogues: [],
    ...changes,
  });
}
