/** A number as the app prints it: points between thousands, a decimal comma, a real minus sign. */
export function danish(number: number): string {
  const [whole, fraction] = String(Math.abs(number)).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ".");
  return `${number < 0 ? "−" : ""}${grouped}${fraction ? `,${fraction}` : ""}`;
}

export function sum(numbers: readonly (number | null)[]): number {
  return numbers.reduce<number>((total, number) => total + (number ?? 0), 0);
}

export const MONTHS = [
  "januar",
  "februar",
  "marts",
  "april",
  "maj",
  "juni",
  "juli",
  "august",
  "september",
  "oktober",
  "november",
  "december",
] as const;
