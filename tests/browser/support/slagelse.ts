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
