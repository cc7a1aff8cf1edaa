// Every kind of page that the program makes: where it is, and what is done there before it is looked at.

import { asName, inPage } from "./support/find.mjs";
import { WORDS } from "./support/words.mjs";

const withExample = [
  ["press", asName(WORDS.example)],
  ["see", "12 dokumenter"],
  ["press", asName(WORDS.close)],
];

const catalogue = [
  ...withExample,
  ["press", asName(WORDS.newCatalogue)],
  ["turn", asName(WORDS.detailsTab)],
  ["enter", asName(WORDS.title), "Råderumskatalog 2024"],
  ["enter", asName(WORDS.budgetYear), "2024"],
  ["turn", asName(WORDS.proposalsTab)],
  ["press", asName(WORDS.takeAll)],
  ["choose", WORDS.inHearing],
];

/** What makes the file that the published page is: the last press hands it over. */
export const PUBLISHING = [...catalogue, ["turn", asName(WORDS.publishTab)], ["tick", asName(WORDS.signsSeen)], ["press", asName(WORDS.publish)]];
export const PUBLISHED = "udgivet.html";

export const PAGES = [
  { name: "start, empty", file: "", steps: [["see", WORDS.start]] },
  { name: "start, with the example", file: "", steps: withExample },
  { name: "proposal", file: "", steps: [...withExample, ["follow", "/Horseager"], ["see", WORDS.netChangeAmount]] },
  {
    name: "proposal with mistakes",
    file: "",
    steps: [
      ["press", asName(WORDS.newProposal)],
      ["enter", asName(WORDS.heading), "Færre møder"],
      ["enter", asName(WORDS.budgetYear), "2024"],
      ["enter", asName(WORDS.gain(2024)), "1.5"],
      ["enter", asName(WORDS.gain(2025)), "650"],
      ["see", WORDS.mistake],
    ],
  },
  { name: "plan", file: "", steps: [...withExample, ["follow", "/Familiehusene"], ["see", WORDS.forecast]] },
  { name: "catalogue", file: "", steps: [...catalogue, ["see", WORDS.outcome]] },
  { name: "safekeeping", file: "", steps: [...withExample, ["go", "#/lager"], ["see", WORDS.bin]] },
  { name: "published page", file: PUBLISHED, steps: [["see", WORDS.yourPackage]] },
  { name: "one-file editor", file: "raaderum.html", steps: withExample },
];

/** A page with faults that each check must find, or it has looked at nothing. */
export const FAULTY = { name: "a page with faults", file: "faulty.html", steps: [] };

/** Does the steps in a page, each as soon as it can be done, opens what can be opened, and goes to the top. This function runs there. */
export const prepare = inPage(async (steps) => {
  const fire = (element, ...events) => events.forEach((name) => element.dispatchEvent(new Event(name, { bubbles: true })));
  const click = (element) => element && !element.disabled && (element.click(), true);
  const WORK = {
    see: (words) => document.body.innerText.includes(words),
    go: (hash) => ((location.hash = hash), true),
    turn: (name) => click(byName("tab", name)),
    press: (name) => click(byName("button", name)),
    follow: (name) => click(byName("link", name)),
    enter(name, value) {
      const field = byName("textbox", name);
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
      const box = byName("checkbox", name);
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
});
