// Elements by what they are and what they are called, as assistive technology knows them. These functions run in the page.

/** The shown element of a role whose whole name is `name`, or matches the pattern that it begins with `/`. */
export function byName(role, name) {
  const SELECTORS = {
    button: "button:not([role=tab]), input[type=file], [role=button]",
    checkbox: "input[type=checkbox]",
    combobox: "select",
    dialog: "dialog[open]",
    heading: "h1, h2, h3",
    link: "a[href]",
    region: "section, [role=region]",
    status: "output, [role=status]",
    tab: "[role=tab]",
    textbox: "input:not([type=checkbox], [type=radio], [type=file]), textarea",
  };
  const pattern = name.startsWith("/") ? new RegExp(name.slice(1)) : undefined;
  const text = (element) => (element?.textContent ?? "").replace(/\s+/g, " ").trim();
  const nameOf = (element) => {
    const label = element.getAttribute("aria-label");
    if (label) return label.trim();
    const ids = (element.getAttribute("aria-labelledby") ?? "").split(" ").filter(Boolean);
    if (ids.length > 0) return ids.map((id) => text(document.getElementById(id))).join(" ");
    if (element.labels?.length > 0) return [...element.labels].map(text).join(" ");
    return text(element);
  };
  return [...document.querySelectorAll(SELECTORS[role])].find((element) => {
    const isShown = element.type === "file" || element.getClientRects().length > 0;
    const called = nameOf(element);
    return isShown && (pattern ? pattern.test(called) : called === name);
  });
}

/** A function for the page that can call `byName`. */
export const inPage = (work) => new Function("...given", `${byName}\nreturn (${work})(...given);`);

/** A name or a pattern as `byName` takes it. */
export const asName = (name) => (name instanceof RegExp ? `/${name.source}` : name);
