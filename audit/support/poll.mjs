import { setTimeout as pause } from "node:timers/promises";

/** Asks until the answer is one, and gives it; fails after a minute, saying what never became true. */
export async function until(what, ask) {
  const end = Date.now() + 60_000;
  let last;
  while (Date.now() < end) {
    try {
      const answer = await ask();
      if (answer) return answer;
      last = undefined;
    } catch (error) {
      last = error;
    }
    await pause(50);
  }
  throw new Error(`never: ${what}${last ? ` (${String(last.message ?? last).split("\n")[0]})` : ""}`);
}
