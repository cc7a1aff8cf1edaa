import { asName, byName, inPage } from "./find.mjs";
import { until } from "./poll.mjs";

const DELETE = "\uE017";

/** A page as a person uses it: what is there is found by its name, waited for, clicked and typed into. */
export class Page {
  constructor(engine) {
    this.engine = engine;
  }

  /** What is there, once it is. */
  find(role, name) {
    return until(`${role} »${name}«`, () => this.engine.find(byName, role, asName(name)));
  }

  /** Clicks it, once it can be clicked: what moves or is covered for a moment is tried again. */
  click(role, name) {
    return until(`${role} »${name}« clicked`, async () => {
      const element = await this.engine.find(byName, role, asName(name));
      if (!element) return false;
      await this.engine.click(element);
      return true;
    });
  }

  /** Types over what is in a field, key by key. */
  async type(name, text) {
    const select = inPage((name) => {
      const field = byName("textbox", name);
      field?.select();
      return field !== undefined && field === document.activeElement;
    });
    // A page that has just been opened moves the focus once more.
    await until(`»${name}« has the focus`, async () => {
      await this.click("textbox", name);
      return this.engine.evaluate(select, name);
    });
    await this.engine.keys(DELETE + text);
  }

  /** Clicks a box until it is ticked. */
  tick(name) {
    return until(`»${name}« is ticked`, async () => {
      if (await this.#read("checkbox", name, "checked")) return true;
      await this.click("checkbox", name);
      return this.#read("checkbox", name, "checked");
    });
  }

  #read(role, name, property) {
    return this.engine.evaluate(inPage((role, name, property) => byName(role, name)?.[property]), role, asName(name), property);
  }

  /** Waits until what is shown there is this. */
  shows(role, name, expected) {
    return this.#becomes(role, name, "textContent", expected);
  }

  /** Waits until what stands in a field is this. */
  holds(name, expected) {
    return this.#becomes("textbox", name, "value", expected);
  }

  async #becomes(role, name, property, expected) {
    let last;
    const is = async () => {
      last = (await this.#read(role, name, property))?.trim();
      return last === expected;
    };
    await until(`${role} »${name}« is ${expected}`, is).catch((error) => {
      throw new Error(`${error.message}; it is ${last}`);
    });
  }

  /** Waits until a text is somewhere on the page. */
  says(text) {
    return until(`»${text}« is said`, () => this.engine.evaluate((text) => document.body.innerText.includes(text), text));
  }
}
