import type { Page } from "@playwright/test";

/** A place where the focus rested. */
export interface Stop {
  name: string;
  /** The identity of its element, or nothing. */
  id: string;
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

/** What the walk keeps in the page between its steps. */
interface Walker {
  /** Everything that can be used, as it was before the walk. */
  elements: HTMLElement[];
  /** What is seen of an element: the label, for an input that is hidden behind its own. */
  shown: (element: HTMLElement) => HTMLElement;
  name: (element: HTMLElement) => string;
  /** How an element looks, as far as that can show the focus. */
  look: (element: HTMLElement) => string;
  places: { left: number; right: number; top: number; bottom: number }[];
  looks: string[];
}

declare global {
  interface Window {
    walker: Walker;
  }
}

/** Goes from one end of the page to the other with Tab or Shift+Tab. */
export async function walk(page: Page, key: "Tab" | "Shift+Tab"): Promise<Walk> {
  const count = await page.evaluate(prepare, key);
  const walk: Walk = { visited: [], missed: [], outOfOrder: [], unmarked: [], covered: [] };
  const reached: number[] = [];
  // It ends outside the page, or where it has been before; a trap is seen by what is missed.
  for (let step = 0; step <= count; step += 1) {
    await page.keyboard.press(key);
    const stop = await page.evaluate(look);
    if (!stop || reached.includes(stop.number)) {
      break;
    }
    walk.visited.push({ name: stop.name, id: stop.id, isInput: stop.isInput });
    reached.push(stop.number);
    if (stop.isUnmarked) {
      walk.unmarked.push(stop.name);
    }
    if (stop.isCovered) {
      walk.covered.push(stop.name);
    }
  }
  return { ...walk, ...(await page.evaluate(compare, reached)) };
}

async function prepare(key: string): Promise<number> {
  const shown = (element: HTMLElement): HTMLElement => {
    const label = (element as HTMLInputElement).labels?.[0];
    return label && getComputedStyle(element).opacity === "0" ? label : element;
  };
  const name = (element: HTMLElement): string => {
    const labels = [...((element as HTMLInputElement).labels ?? [])];
    const text = labels.map((label) => label.innerText).join(" ") || element.innerText || element.id;
    return (element.getAttribute("aria-label") ?? text).trim().replace(/\s+/g, " ").slice(0, 60);
  };
  const look = (element: HTMLElement): string =>
    // A checkbox may draw its box, and so its focus, in its label.
    [element, ...((element as HTMLInputElement).labels ?? [])]
      .flatMap((part) => [undefined, "::before", "::after"].map((pseudo) => getComputedStyle(part, pseudo)))
      .map((style) => `${style.outline} ${style.boxShadow} ${style.border} ${style.backgroundColor}`)
      .join("|");
  const usable = "a[href], button, input, select, textarea, summary, [tabindex='0']";
  const elements = [...document.querySelectorAll<HTMLElement>(usable)].filter(
    // A tab that is not chosen is reached by the arrow keys.
    (element) =>
      !element.matches(":disabled, [role=tab][tabindex='-1'], [aria-hidden=true][tabindex='-1']") && element.checkVisibility({ visibilityProperty: true }),
  );
  // The browser goes on from where the focus was last. From the page itself one goes on backwards to the last element
  // in some browsers, and out of the page in others: so the walk begins at an element of its own.
  const beginning = document.createElement("i");
  beginning.tabIndex = -1;
  document.body[key === "Tab" ? "prepend" : "append"](beginning);
  beginning.focus();
  beginning.remove();
  document.querySelectorAll(".table-frame").forEach((frame) => (frame.scrollLeft = 0));
  scrollTo(0, 0);
  // What had the focus before may slide out of view still: it is measured where it rests.
  await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined)));
  const places = elements.map((element) => {
    const { left, right, top, bottom } = shown(element).getBoundingClientRect();
    return { left, right, top: top + scrollY, bottom: bottom + scrollY };
  });
  window.walker = { elements, shown, name, look, places, looks: elements.map(look) };
  return elements.length;
}

async function look() {
  // What slides in or out is judged when it has done so.
  await Promise.all(document.getAnimations().map((animation) => animation.finished));
  const { elements, shown, name, look, looks } = window.walker;
  const element = document.activeElement as HTMLElement | null;
  if (!element || element === document.body) {
    return null;
  }
  const number = elements.indexOf(element);
  const seen = shown(element);
  // What scrolls to it is judged once it rests: from one frame to the next it has not moved.
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const where = () => JSON.stringify(seen.getBoundingClientRect());
  let before: string;
  do {
    before = where();
    await frame();
    await frame();
  } while (where() !== before);
  // Of a link that is broken over lines, the first.
  const place = seen.getClientRects()[0] ?? seen.getBoundingClientRect();
  const left = Math.max(place.left, 0);
  const right = Math.min(place.right, innerWidth);
  const top = Math.max(place.top, 0);
  const bottom = Math.min(place.bottom, innerHeight);
  const isFree = (x: number, y: number): boolean => {
    const uppermost = document.elementFromPoint(x, y);
    const labels = [...((element as HTMLInputElement).labels ?? [])];
    return [seen, ...labels].some((part) => part.contains(uppermost));
  };
  // Its middle must be free; of something taller than that fits, what is in the window at least in part.
  const middle = (left + right) / 2;
  const heights = place.height < innerHeight / 3 ? [0.5] : [0.1, 0.5, 0.9];
  const isCovered =
    left >= right || top >= bottom || !heights.some((part) => isFree(middle, top + (bottom - top) * part));
  return {
    number,
    name: name(element),
    id: element.id,
    isInput: element.matches("input, textarea, select"),
    isUnmarked: look(element) === looks[number],
    isCovered,
  };
}

function compare(reached: number[]): Pick<Walk, "missed" | "outOfOrder"> {
  const { elements, name, places } = window.walker;
  const missed = elements.filter((_, number) => !reached.includes(number));
  const outOfOrder = reached.slice(1).filter((number, step) => {
    const [before, after] = [places[reached[step]], places[number]];
    const isInside = elements[reached[step]].contains(elements[number]);
    const isBelow = after.top >= before.bottom - 4;
    const isBeside = after.bottom > before.top && after.left >= before.right - 4;
    return !isInside && !isBelow && !isBeside;
  });
  return { missed: missed.map(name), outOfOrder: outOfOrder.map((number) => name(elements[number])) };
}
