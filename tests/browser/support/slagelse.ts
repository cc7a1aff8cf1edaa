import { danish, sum } from "./danish";

/** One row of the plan of Slagelse Kommune for 2023, in kroner. */
interface Row {
  area: string;
  goal: string;
  effects: (number | null)[];
  total: string;
}

const twelve = (each: number, last = each, first = each): number[] => [
  first,
  ...Array<number>(10).fill(each),
  last,
];
const only = (month: number, amount: number): (number | null)[] =>
  Array.from({ length: 12 }, (_, index) => (index === month ? amount : null));

/** Both printed pages as one plan. The cells of row 9 add up to 4 kr. less than its printed total. */
export const PLAN_2023: Row[] = [
  { area: "Familiebehandling", goal: "6 mio. kr. mindre i 2023", effects: twelve(-500_000), total: "−6.000.000" },
  { area: "Dagbehandling", goal: "1,3 mio. kr. mindre i 2023", effects: twelve(-108_333, -108_337), total: "−1.300.000" },
  { area: "Opholdssteder og Døgninstitutioner", goal: "7 mio. kr. mindre i 2023", effects: twelve(-583_333, -583_337), total: "−7.000.000" },
  { area: "Den tidligere forebyggende indsats", goal: "5,3 mio. kr. mindre i 2023", effects: twelve(-441_666, -441_674), total: "−5.300.000" },
  { area: "Aflastning", goal: "1 mio. kr. mindre i 2023", effects: twelve(-83_333, -83_337), total: "−1.000.000" },
  { area: "Familieanbringelse", goal: "1 mio. kr. mindre i 2023", effects: twelve(-83_333, -83_337), total: "−1.000.000" },
  { area: "Bilsølejr, Kongelejre", goal: "250.000 kr. mindre", effects: only(6, -250_000), total: "−250.000" },
  { area: "Kontaktpersoner", goal: "2,7 mio. kr. mindre i 2023", effects: twelve(-225_000), total: "−2.700.000" },
  { area: "Egenbetaling", goal: "1 mio. kr. mere i 2023", effects: twelve(-83_333), total: "−999.996" },
  { area: "Økonomisk støtte", goal: "250.000 kr. mindre", effects: twelve(-20_833, -20_833, -20_837), total: "−250.000" },
  { area: "Familiekoordinatorer", goal: "Færre penge til koordinatorer", effects: only(0, -250_000), total: "−250.000" },
];

const hyphened = (amount: number | null): string => (amount === null ? "" : danish(amount).replace("−", "-"));
const HEADS = ["", "JAN", "FEB", "MAR", "APR", "MAJ", "JUN", "JUL", "AUG", "SEP", "OKT", "NOV", "DEC", "I ALT"];

/**
 * A page as it is printed: months above, a number before each row and its total after it, sums below. `stated` are
 * the totals that are printed where the cells give another one; empty rows are numbered too.
 */
function printed(rows: Row[], first: number, empty: number, stated: Record<string, number>): string {
  const totalOf = (row: Row, number: number) => stated[number] ?? sum(row.effects);
  const lines = rows.map((row, index) => {
    const cells = [...row.effects, totalOf(row, first + index)].map(hyphened);
    return [String(first + index), ...cells];
  });
  const blank = Array.from({ length: empty }, (_, index) => [String(first + rows.length + index), ...Array<string>(13).fill("")]);
  const sums = Array.from({ length: 12 }, (_, month) => sum(rows.map((row) => row.effects[month])));
  const total = sum(rows.map((row, index) => totalOf(row, first + index)));
  const last = ["I alt", ...sums.map((amount, month) => hyphened(stated[`month ${month + 1}`] ?? amount)), hyphened(total)];
  return [HEADS, ...lines, ...blank, last].map((cells) => `${cells.join("\t")}\r\n`).join("");
}

/** The two printed pages of the plan for 2023. Row 9 and the sums below it state 4 kr. more than the cells give. */
export const PAGE_1 = printed(PLAN_2023.slice(0, 7), 1, 0, {});
export const PAGE_2 = printed(PLAN_2023.slice(7), 8, 3, { 9: -1_000_000, "month 12": -329_170 });
