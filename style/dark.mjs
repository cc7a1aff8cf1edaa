// Gives each colour of a style sheet a second one, for whoever has asked for dark screens. The design system writes its colours out in
// every rule, and computes with some of them; so each is replaced here by a custom property, which has one value in the light and one in
// the dark. What is printed is light. A colour without a second one ends the build.
//
//     node style/dark.mjs FILE

import { readFile, writeFile } from "node:fs/promises";

import postcss from "postcss";

/** The second colour of each, by what it is used for. Contrast with the page (#14171a), where it is text: at least 4.5; where it is a line: 3. */
const DARK = {
  text: {
    "#004d99": "#8ec5ff",
    "#1a1a1a": "#ededed",
    "#454545": "#cdd2d8",
    "#707070": "#a6adb5",
    "#c00": "#ff9a92",
    "#800080": "#d9b3ff",
    // On buttons, tags and explanations, which are dark either way.
    "#fff": "#fff",
  },
  line: {
    "#004d99": "#8ec5ff",
    "#08306b": "#c2e0ff",
    "#1a1a1a": "#ededed",
    "#1b86c3": "#4aa8e0",
    "#358000": "#6fc13c",
    "#454545": "#cdd2d8",
    "#707070": "#a6adb5",
    "#8e8e8e": "#8b939c",
    "#800080": "#d9b3ff",
    "#9ecae1": "#9ecae1",
    "#bfbfbf": "#434b53",
    "#c00": "#ff6e64",
    "#dcdcdc": "#3a4149",
    "#f5f5f5": "#2a3037",
    "#febb30": "#febb30",
    // Keeps the parts of a picture apart, and covers what scrolls past.
    "#fff": "#14171a",
  },
  surface: {
    "#004d99": "#1c64b0",
    "#08306b": "#2f7cca",
    "#1a1a1a": "#3a424b",
    "#1b86c3": "#4aa8e0",
    "#358000": "#6fc13c",
    "#454545": "#4a525b",
    "#707070": "#626a73",
    "#8e8e8e": "#8b939c",
    "#bfbfbf": "#434b53",
    "#c00": "#d83a30",
    "#dcdcdc": "#3a4149",
    "#e2f2fb": "#17344d",
    "#f5f5f5": "#21262c",
    "#febb30": "#febb30",
    "#fec": "#47380f",
    "#ffe0e0": "#4f2022",
    "#fff": "#14171a",
  },
};

/** The colours of drawings, which are written into their addresses. */
const DRAWN = { "%231a1a1a": "%23ededed", "%23707070": "%23a6adb5" };

/** What the style sheet calls by a name; compressed, it does so where the name is shorter. */
const NAMED = { white: "#fff", black: "#000", purple: "#800080", red: "#f00" };
const COLOUR = new RegExp(`#[0-9a-f]{3,8}\\b|\\b(?:${Object.keys(NAMED).join("|")})\\b`, "gi");
const ROLES = [
  [/^(color|-webkit-text-fill-color)$/, "text"],
  [/^background/, "surface"],
  [/^(border|outline|box-shadow|fill|stroke|accent-color|text-decoration|column-rule|caret-color)/, "line"],
];

const file = process.argv[2];
const sheet = postcss.parse(await readFile(file, "utf8"));
/** Custom properties with both their values, by name. */
const properties = new Map();

function drawing(address) {
  const dark = address.replace(/%23[0-9a-f]{6}/gi, (colour) => DRAWN[colour.toLowerCase()] ?? missing(colour, "drawing"));
  if (dark === address) return address;
  let place = [...properties.values()].findIndex(([light]) => light === address);
  if (place < 0) place = properties.size;
  const name = `--drawing-${place}`;
  properties.set(name, [address, dark]);
  return `var(${name})`;
}

function missing(colour, role) {
  throw new Error(`${colour} has no colour for dark screens as ${role}: give it one in style/dark.mjs`);
}

/** The shorter of two ways to write the same colour. */
function short(colour) {
  return colour.replace(/^#(.)\1(.)\2(.)\3$/, "#$1$2$3");
}

function coloured(value, role) {
  return value.replace(COLOUR, (colour) => {
    const light = short(NAMED[colour.toLowerCase()] ?? colour.toLowerCase());
    const dark = DARK[role][light] ?? missing(light, role);
    if (dark === light) return light;
    const name = `--${role}-${light.slice(1)}`;
    properties.set(name, [light, dark]);
    return `var(${name})`;
  });
}

sheet.walkDecls((declaration) => {
  if (declaration.parent.type === "atrule" && declaration.parent.name === "font-face") return;
  // What is printed keeps its colours, and so does whoever has chosen colours for the whole system.
  for (let parent = declaration.parent; parent; parent = parent.parent) {
    if (parent.type === "atrule" && /forced-colors: active|^print/.test(parent.params)) return;
  }
  if (declaration.value.includes("url(")) {
    declaration.value = declaration.value.replace(/url\("?data:image[^)]*?%3E"?\)/g, drawing);
    return;
  }
  const role = ROLES.find(([property]) => property.test(declaration.prop))?.[1];
  if (role) declaration.value = coloured(declaration.value, role);
  else if (COLOUR.test(declaration.value)) missing(declaration.value, declaration.prop);
});

const values = (which) => [...properties].map(([name, both]) => `${name}:${both[which]}`).join(";");
sheet.prepend(
  `:root{color-scheme:light;${values(0)}}` +
    `@media screen and (prefers-color-scheme:dark){:root{color-scheme:dark;${values(1)}}}`,
);
await writeFile(file, sheet.toString());
