import type { Page } from "@playwright/test";

/** A place where the focus rested. */
export interface Stop {
  name: string;
  isInput: boolean;
}

/** What a walk through a page with the keyboard showed; every list but `visited` should be empty. */
export interface Walk {
  visited: Stop[];
  /** What can be used but was not reached. */
  missed: string[];
  /** What was reached after something that stands below it, or to its right. */
  outOfOrder: string[];
  /** What looked the same with the focus as without. */
  unmarked: string[];
  /** What lay under something else, or outside the window, while it had the focus. */
  covered: string[];
}

/** Goes from one end of the page to the other with Tab or Shift+Tab. */
export async function walk(page: Page, key: "Tab" | "Shift+Tab"): Promise<Walk> {
  // Everything that can be used is numbered where it stands before the walk begins.
  const count = await page.evaluate(() => {
    (document.activeElement as HTMLElement | null)?.blur();
    document.getSelection()?.removeAllRanges();
    scrollTo(0, 0);
    const usable = "a[href], button, input, select, textarea, summary, [tabindex='0']";
    const elements = [...document.querySelectorAll<HTMLElement>(usable)].filter(
      (element) => !element.matches(":disabled") && element.checkVisibility(),
    );
    const look = (element: HTMLElement): string => {
      // A hidden input shows its focus on its label.
      const labels = (element as HTMLInputElement).labels;
      const seen = [element, ...(labels ?? [])];
      return seen
        .flatMap((element) => [element, "::before", "::after"].map((part) =>
          typeof part === "string" ? getComputedStyle(element, part) : getComputedStyle(part),
        ))
        .map((style) =>
          [style.outlineStyle, style.outlineWidth, style.outlineColor, style.boxShadow, style.borderColor, style.backgroundColor].join(" "),
        )
        .join("|");
    };
    const places = elements.map((element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      return { left, right, top: top + scrollY, bottom: bottom + scrollY };
    });
    const state = { elements, places, looks: elements.map(look), look };
    (window as unknown as { walk: typeof state }).walk = state;
    return elements.length;
  });

  const walk: Walk = { visited: [], missed: [], outOfOrder: [], unmarked: [], covered: [] };
  const reached: number[] = [];
  // With Shift+Tab the walk begins at the end of the page. A few more steps than there are places show a trap.
  for (let step = 0; step <= count; step += 1) {
    await page.keyboard.press(key);
    const stop = await page.evaluate(() => {
      const { elements, looks, look } = (
        window as unknown as {
          walk: { elements: HTMLElement[]; looks: string[]; look: (element: HTMLElement) => string };
        }
      ).walk;
      const element = document.activeElement as HTMLElement | null;
      if (!element || element === document.body) {
        return null;
      }
      const number = elements.indexOf(element);
      const labels = [...((element as HTMLInputElement).labels ?? [])];
      const name =
        element.getAttribute("aria-label") ??
        (labels.map((label) => label.innerText).join(" ") || element.innerText || element.id);
      // The part of it that is in the window; a hidden input is seen through its label.
      const shown = getComputedStyle(element).opacity === "0" && labels.length > 0 ? labels[0] : element;
      const place = shown.getBoundingClientRect();
      const left = Math.max(place.left, 0);
      const right = Math.min(place.right, innerWidth);
      const top = Math.max(place.top, 0);
      const bottom = Math.min(place.bottom, innerHeight);
      let isCovered = left >= right || top >= bottom;
      if (!isCovered) {
        // At least its middle must be free, or for something tall a corner of it.
        const points = [
          [(left + right) / 2, (top + bottom) / 2],
          ...(place.height > innerHeight / 3 ? [[(left + right) / 2, top + 4], [(left + right) / 2, bottom - 4]] : []),
        ];
        isCovered = !points.some(([x, y]) => {
          const top = document.elementFromPoint(x, y);
          return top !== null && (shown.contains(top) || labels.some((label) => label.contains(top)));
        });
      }
      return {
        number,
        name: name.trim().replace(/\s+/g, " ").slice(0, 80),
        isInput: element.matches("input, textarea, select"),
        isUnmarked: number >= 0 && look(element) === looks[number],
        isCovered,
      };
    });
    if (!stop) {
      break;
    }
    if (stop.number >= 0 && reached.includes(stop.number)) {
      break;
    }
    walk.visited.push({ name: stop.name, isInput: stop.isInput });
    if (stop.number >= 0) {
      reached.push(stop.number);
    }
    if (stop.isUnmarked) {
      walk.unmarked.push(stop.name);
    }
    if (stop.isCovered) {
      walk.covered.push(stop.name);
    }
  }

  const found = await page.evaluate((reached) => {
    const { elements, places } = (
      window as unknown as {
        walk: { elements: HTMLElement[]; places: { left: number; right: number; top: number; bottom: number }[] };
      }
    ).walk;
    const name = (number: number): string => {
      const element = elements[number];
      return element.getAttribute("aria-label") ?? (element.innerText.slice(0, 60) || `#${element.id}`);
    };
    const missed = elements.map((_, number) => number).filter((number) => !reached.includes(number));
    const outOfOrder = reached.slice(1).filter((number, step) => {
      const [before, after] = [places[reached[step]], places[number]];
      const isInside = elements[reached[step]].contains(elements[number]);
      const isBelow = after.top >= before.bottom - 2;
      const isBeside = after.bottom > before.top && after.left >= before.right - 2;
      return !isInside && !isBelow && !isBeside;
    });
    return { missed: missed.map(name), outOfOrder: outOfOrder.map(name) };
  }, reached);
  return { ...walk, ...found };
}
