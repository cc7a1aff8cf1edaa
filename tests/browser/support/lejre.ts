/** Proposals of Lejre Kommune for the budget of 2024-2027, in 1.000 kr., and what they add up to. */
export interface Example {
  heading: string;
  department: string;
  appropriations: string[];
  kinds: string[];
  budget?: number[];
  gain: number[];
  investment?: number[];
  employees?: number[];
  positions?: string[];
  net: string[];
  total: string;
  percent?: string[];
}

const four = (number: number): number[] => [number, number, number, number];

export const PROPOSALS: Example[] = [
  {
    heading: "Hjemtagning af akut foranstaltninger",
    department: "CJS",
    appropriations: ["3.20.35 Familiehuset"],
    kinds: ["Investering", "Besparelse"],
    gain: four(-4600),
    investment: four(3100),
    positions: ["+4", "+4", "+4", "+4"],
    net: ["−1.500", "−1.500", "−1.500", "−1.500"],
    total: "−6.000",
  },
  {
    heading: "Nedlægge tilbuddet Isafjord",
    department: "CJS",
    appropriations: ["3.20.35 Familiehuset"],
    kinds: ["Besparelse"],
    gain: [-450, -650, -650, -650],
    positions: ["-1", "-1", "-1", "-1"],
    net: ["−450", "−650", "−650", "−650"],
    total: "−2.400",
  },
  {
    heading: "Reducere serviceniveau på §108 – længerevarende ophold",
    department: "CJS",
    appropriations: ["6.20.31 Det specialiserede voksenområde myndighed"],
    kinds: ["Investering", "Besparelse"],
    gain: [-500, -1500, -1500, -1500],
    investment: four(500),
    positions: ["1", "1", "1", "1"],
    net: ["0", "−1.000", "−1.000", "−1.000"],
    total: "−3.000",
  },
  {
    heading: "Administrationsbesparelse i Jobcentret",
    department: "CJS – Jobcenter",
    appropriations: ["1.20.41 Budgetramme Center for Job & Social"],
    kinds: ["Besparelse"],
    budget: four(19024),
    gain: four(-700),
    employees: four(1),
    positions: ["-1,3", "-1,3", "-1,3", "-1,3"],
    net: ["−700", "−700", "−700", "−700"],
    total: "−2.800",
    percent: ["−3,7 %", "−3,7 %", "−3,7 %", "−3,7 %"],
  },
  {
    heading: "Lukning af Værestedet Horseager",
    department: "CJS",
    appropriations: ["Værestedet Horseager", "Team Bostøtte"],
    kinds: ["Besparelse"],
    budget: four(1213),
    gain: [-983, -1183, -1183, -1183],
    employees: four(2),
    positions: ["1,35", "1,35", "1,35", "1,35"],
    net: ["−983", "−1.183", "−1.183", "−1.183"],
    total: "−4.532",
    percent: ["−81,0 %", "−97,5 %", "−97,5 %", "−97,5 %"],
  },
];
