// Documents as a file of version 3 holds them.

/** An identity that is the same in every run. */
export const id = (number) => `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;

const AT = "2023-06-01T08:00:00Z";
const blank = (count) => Array(count).fill(null);

const proposal = (number, heading) => ({
  id: id(number),
  changed_at: AT,
  heading,
  department: "",
  appropriations: [],
  kinds: [],
  first_year: 2024,
  price_level: null,
  reimbursement_rate: null,
  years: Array.from({ length: 4 }, () => ({
    current_budget: null,
    operating_change: null,
    estimated_gain: null,
    investment_need: null,
    employees_affected: null,
    full_time_equivalents: null,
  })),
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
});

const plan = (number, unit) => ({
  id: id(number),
  changed_at: AT,
  year: 2023,
  department: "",
  department_responsible: "",
  unit,
  unit_responsible: "",
  started_on: null,
  expected_overspend_at_start: null,
  updated_on: null,
  expected_overspend_at_update: null,
  carried_over_overspend: null,
  cause: "",
  case_number: "",
  focus_areas: [
    {
      id: id(number + 50_000),
      area: "",
      goal: "",
      action: "",
      consequences: "",
      effects: blank(12),
      realised: blank(12),
      stated_total: null,
      proposal: null,
    },
  ],
  stated_sums: [],
  realised_through: null,
  closed_through: null,
  closed_updates: [],
  supplementary_appropriation: { amount: null, financing: "" },
  dismissed_advice: [],
});

const catalogue = (number, title, entries, changes = {}) => ({
  id: id(number),
  changed_at: AT,
  title,
  municipality: "",
  first_year: 2024,
  stage: "",
  price_level: null,
  hearing_from: null,
  hearing_to: null,
  introduction: "",
  targets: blank(4),
  entries: entries.map((proposal) => ({ proposal, status: "consultation", outcome: "" })),
  variant_groups: [],
  relations: [],
  packages: [],
  edition: null,
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
      variant_groups: [{ id: id(number + 60_000), name: "", proposals: [two[0]] }],
      relations: [{ id: id(number + 70_000), kind: "requires", from: two[0], to: two[1], weakening: blank(4), note: "" }],
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
