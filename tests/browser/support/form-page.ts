import { expect, type Locator, type Page } from "@playwright/test";

import { DismissDialog } from "./dismiss-dialog";
import { Explanation } from "./explanation";
import { reached } from "./reach";

/** What can be done with a whole document: it lies in the menus of the bar, which are opened before it is used. */
const IN_MENUS = new Set(["Gem som Råderum-fil (JSON)", "Gem som CSV", "Udskriv", "Duplikér", "Slet"]);

/** What the pages of both forms have in common. */
export class FormPage {
  readonly heading: Locator;
  /** The one polite line that says the main total. */
  readonly announcement: Locator;
  readonly errors: Locator;
  readonly advice: Locator;
  /** Advice that somebody has put aside. */
  readonly dismissed: Locator;
  readonly dismissDialog: DismissDialog;
  /** What a source states, where the cells give something else. */
  readonly stated: Locator;
  readonly explanation: Explanation;

  constructor(readonly page: Page) {
    this.heading = page.getByRole("heading", { level: 1 });
    this.announcement = page.locator("p[role=status]");
    this.errors = page.getByRole("region", { name: /kan ikke læses/ });
    this.advice = page.getByRole("group").filter({ hasText: /ting at se på/ });
    this.dismissed = page.getByRole("group").filter({ hasText: /ting er i orden her/ });
    this.dismissDialog = new DismissDialog(page);
    this.stated = page.getByRole("paragraph").filter({ hasText: /Cellerne(:| giver) / });
    this.explanation = new Explanation(page);
  }

  /** An input, by its whole name. */
  input(name: string): Locator {
    return this.page.getByRole("textbox", { name, exact: true });
  }

  /** A computed figure, by its whole name. */
  figure(name: string): Locator {
    return this.page.getByRole("status", { name, exact: true });
  }

  button(name: string): Locator {
    const isInMenu = IN_MENUS.has(name);
    const button = this.page.getByRole("button", { name, exact: true, includeHidden: isInMenu });
    return isInMenu ? reached(button) : button;
  }

  /** Types into an input key by key, as a person does, leaving the caret in it. */
  async type(name: string, text: string): Promise<void> {
    const input = this.input(name);
    await input.click();
    // In a cell that is selected but not edited, Ctrl+A selects all cells of its grid.
    await input.press("F2");
    await input.press("ControlOrMeta+a");
    await input.press("Delete");
    await input.pressSequentially(text);
  }

  /** Types into an input and leaves it. */
  async enter(name: string, text: string): Promise<void> {
    await this.type(name, text);
    await this.input(name).blur();
  }

  /** The text that assistive technology reads with an input: all that `aria-describedby` points at. */
  async description(name: string): Promise<string> {
    return this.input(name).evaluate((input) => {
      const ids = (input.getAttribute("aria-describedby") ?? "").split(" ").filter((id) => id);
      return ids
        .map((id) => {
          const element = document.getElementById(id);
          return element ? element.innerText : `aria-describedby names #${id}, which is not there`;
        })
        .join(" ");
    });
  }

  /** Checks that an input holds a text that cannot be read, and says so. */
  async isRefused(name: string, verbatim: string, why: RegExp): Promise<void> {
    const input = this.input(name);
    await expect(input).toHaveValue(verbatim);
    await expect(input).toHaveAttribute("aria-invalid", "true");
    await expect.poll(() => this.description(name)).toMatch(why);
  }

  async openAdvice(): Promise<void> {
    await this.advice.locator("summary").click();
  }

  /** Puts advice about a field aside, with a reason. */
  async dismiss(field: string, reason: string): Promise<void> {
    await this.advice.getByRole("button", { name: `Det er i orden her: ${field}` }).click();
    await this.dismissDialog.reason.fill(reason);
    await this.dismissDialog.apply.click();
    await expect(this.dismissDialog.root).toHaveCount(0);
  }

  /** The line of a summary that leads to a field. */
  line(summary: Locator, field: string): Locator {
    return summary.getByRole("listitem").filter({
      has: this.page.getByRole("button", { name: field, exact: true }),
    });
  }
}
