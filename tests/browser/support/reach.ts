import { expect, type Locator } from "@playwright/test";

/** What somebody does to something, which it must be seen for. */
const ACTIONS = new Set(["click", "fill", "focus", "hover", "press", "pressSequentially", "selectOption"]);

/** Opens the tab, the row's texts or the menu that something lies in, as whoever wants to use it does. */
export async function reach(what: Locator): Promise<void> {
  const hidden = await what.evaluate((element) => {
    const id = (selector: string) => element.closest(selector)?.id;
    return {
      panel: id("[role=tabpanel][hidden]"),
      row: id(".focus-area[hidden]"),
      menu: id("[popover]:not(:popover-open)"),
    };
  });
  const page = what.page();
  if (hidden.panel) {
    await page.locator(`[role=tab][aria-controls~="${hidden.panel}"]`).click();
  }
  if (hidden.row) {
    await page.locator(`.row-name[aria-controls="${hidden.row}"]`).click();
  }
  if (hidden.menu) {
    await page.locator(`.menu__opener[popovertarget="${hidden.menu}"]`).click();
  }
  await expect(what).toBeVisible();
}

/** The same element, which is reached before anything is done to it. */
export function reached(what: Locator): Locator {
  return new Proxy(what, {
    get(target, property) {
      const value: unknown = Reflect.get(target, property, target);
      if (typeof value !== "function" || property === "constructor") {
        return value;
      }
      if (!ACTIONS.has(String(property))) {
        return value.bind(target);
      }
      return async (...given: unknown[]) => {
        await reach(target);
        return value.apply(target, given);
      };
    },
  });
}
