import { readFileSync } from "node:fs";
import path from "node:path";

const golden = (version: number): string =>
  readFileSync(path.join(__dirname, `../../golden/v${version}.json`), "utf8");

/** The file that shows every feature of the format, and the one of the version before. */
export const GOLDEN = golden(3);
export const GOLDEN_1 = golden(1);

export type Json = Record<string, unknown>;

/** Blank documents as a file holds them; audit/ uses them too. */
const BLANK = JSON.parse(readFileSync(path.join(__dirname, "blank.json"), "utf8")) as {
  proposal: Json & { years: Json[] };
  plan: Json;
  focus_area: Json;
};

/** An identity that is the same in every run. */
export function id(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
}

/** A proposal as a file holds it. */
export function proposal(number: number, changes: Json = {}, firstYear: Json = {}): Json {
  const blank = structuredClone(BLANK.proposal);
  const [first, ...years] = blank.years;
  return {
    ...blank,
    id: id(number),
    heading: `Forslag ${number}`,
    department: "CJS",
    years: [{ ...first, ...firstYear }, ...years],
    ...changes,
  };
}

/** A plan as a file holds it. */
export function plan(number: number, changes: Json = {}): Json {
  return { ...structuredClone(BLANK.plan), id: id(number), department: "Børn og Familie", unit: `Plan ${number}`, ...changes };
}

export function focusArea(number: number, changes: Json = {}): Json {
  return { ...structuredClone(BLANK.focus_area), id: id(number), ...changes };
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
