import { expect, type Locator } from "@playwright/test";

import { FormPage } from "./form-page";
import { reached } from "./reach";

/** A page with tabs. What stands in a tab that is not chosen is there, hidden: its fields, buttons and figures can be named at any
 * time, and their tab is opened before they are used. */
export abstract class TabbedPage<Tab extends string> extends FormPage {
  tab(name: Tab): Locator {
    return this.page.getByRole("tab", { name, exact: true });
  }

  async openTab(name: Tab): Promise<void> {
    await this.tab(name).click();
    await expect(this.tab(name)).toHaveAttribute("aria-selected", "true");
  }

  override input(name: string): Locator {
    return reached(this.page.getByRole("textbox", { name, exact: true, includeHidden: true }));
  }

  override figure(name: string): Locator {
    return reached(this.page.getByRole("status", { name, exact: true, includeHidden: true }));
  }

  override button(name: string): Locator {
    return reached(this.page.getByRole("button", { name, exact: true, includeHidden: true }));
  }
}
