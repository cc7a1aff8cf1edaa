// Every kind of page that the program makes: where it is, and what is done there before it is looked at.

import { WORDS } from "./support/words.mjs";

const source = (name) => (name instanceof RegExp ? `/${name.source}` : name);

const withExample = [
  ["press", source(WORDS.example)],
  ["see", "12 dokumenter"],
  ["press", source(WORDS.close)],
];

const catalogue = [
  ...withExample,
  ["press", source(WORDS.newCatalogue)],
  ["enter", source(WORDS.title), "Råderumskatalog 2024"],
  ["enter", source(WORDS.budgetYear), "2024"],
  ["press", source(WORDS.takeAll)],
  ["choose", WORDS.inHearing],
];

/** What makes the file that the published page is: the last press hands it over. */
export const PUBLISHING = [...catalogue, ["tick", source(WORDS.signsSeen)], ["press", source(WORDS.publish)]];
export const PUBLISHED = "udgivet.html";

export const PAGES = [
  { name: "start, empty", file: "", steps: [["see", WORDS.start]] },
  { name: "start, with the example", file: "", steps: withExample },
  { name: "proposal", file: "", steps: [...withExample, ["press", "/Horseager"], ["see", WORDS.netChangeAmount]] },
  {
    name: "proposal with mistakes",
    file: "",
    steps: [
      ["press", source(WORDS.newProposal)],
      ["enter", source(WORDS.heading), "Færre møder"],
      ["enter", source(WORDS.budgetYear), "2024"],
      ["enter", source(WORDS.gain(2024)), "1.5"],
      ["enter", source(WORDS.gain(2025)), "650"],
      ["see", WORDS.mistake],
    ],
  },
  { name: "plan", file: "", steps: [...withExample, ["press", "/Familiehusene"], ["see", WORDS.forecast]] },
  { name: "catalogue", file: "", steps: [...catalogue, ["see", WORDS.outcome]] },
  { name: "safekeeping", file: "", steps: [...withExample, ["go", "#/lager"], ["see", WORDS.bin]] },
  { name: "published page", file: PUBLISHED, steps: [["see", WORDS.yourPackage]] },
  { name: "one-file editor", file: "raaderum.html", steps: withExample },
];

/** A page with faults that each check must find, or it has looked at nothing. */
export const FAULTY = { name: "a page with faults", file: "faulty.html", steps: [] };

/** Does the steps in a page, each as soon as it can be done, opens what can be opened, and goes to the top. This function runs there. */
export async function prepare(steps) {
  const text = (element) => (element?.textContent ?? "").replace(/\s+/g, " ").trim();
  const nameOf = (element) => {
    const ids = (element.getAttribute("aria-labelledby") ?? "").split(" ").filter(Boolean);
    return (
      element.getAttribute("aria-label") ??
      (ids.length > 0
        ? ids.map((id) => text(document.getElementById(id))).join(" ")
        : element.labels?.length > 0
          ? [...element.labels].map(text).join(" ")
          : text(element))
    );
  };
  const isCalled = (element, name) => (name.startsWith("/") ? new RegExp(name.slice(1)).test(nameOf(element)) : nameOf(element) === name);
  const find = (selector, name) =>
    [...document.querySelectorAll(selector)].find((element) => element.getClientRects().length > 0 && isCalled(element, name));
  const fire = (element, ...events) => events.forEach((name) => element.dispatchEvent(new Event(name, { bubbles: true })));
  const WORK = {
    see: (words) => document.body.innerText.includes(words),
    go: (hash) => ((location.hash = hash), true),
    press(name) {
      const element = find("button, a[href]", name);
      element?.click();
      return element;
    },
    enter(name, value) {
      const field = find("input, textarea", name);
      if (!field) return false;
      field.focus();
      field.value = value;
      fire(field, "input");
      field.blur();
      return true;
    },
    // Everywhere where it can be chosen; done once it stands chosen everywhere.
    choose(option) {
      const lists = [...document.querySelectorAll("select")];
      const places = lists.map((list) => [list, [...list.options].find(({ text }) => text === option)]).filter(([, one]) => one);
      const open = places.filter(([list, { value }]) => list.value !== value);
      open.forEach(([list, { value }]) => ((list.value = value), fire(list, "change")));
      return places.length > 1 && open.length === 0;
    },
    // Done once the tick stands.
    tick(name) {
      const box = find("input[type=checkbox]", name);
      if (box && !box.checked) box.click();
      return box?.checked;
    },
  };
  const between = () => new Promise((resolve) => setTimeout(resolve, 30));
  for (const [what, ...given] of steps) {
    const end = performance.now() + 60_000;
    while (!WORK[what](...given)) {
      if (performance.now() > end) throw new Error(`never: ${what} ${given.join(" ")}`);
      await between();
    }
  }
  document.querySelectorAll("details").forEach((details) => (details.open = true));
  await document.fonts.ready;
  scrollTo({ top: 0, behavior: "instant" });
  // What slides in or out is judged when it has done so.
  await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined)));
}
