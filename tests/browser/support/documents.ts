import { readFileSync } from "node:fs";
import path from "node:path";

/** The file that shows every feature of version 1 of the format. */
export const GOLDEN = readFileSync(path.join(__dirname, "../../golden/v1.json"), "utf8");

type Json = Record<string, unknown>;

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
    years: [{ ...YEAR, ...firstYear }, YEAR, YEAR, YEAR],
    sections: {
      summary: "",
      reduction: "",
      investment: "",
      consequences: "",
      time_horizon: "",
      related_contributions: "",
      relevant_documents: "",
    },
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
    cause: "",
    case_number: "",
    focus_areas: [],
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
    effects: Array<null>(12).fill(null),
    ...changes,
  };
}

/** A whole file. */
export function file(proposals: Json[], plans: Json[] = [], changes: Json = {}): string {
  return JSON.stringify({
    format: "raaderum",
    version: 1,
    proposals,
    action_plans: plans,
    ...changes,
  });
}
