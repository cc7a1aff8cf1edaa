import { expect, type Locator, type Page } from "@playwright/test";

/** How a computed figure is worked out, while it is shown. */
export class Explanation {
  readonly root: Locator;
  private readonly lines: Locator;

  constructor(readonly page: Page) {
    this.root = page.getByRole("tooltip");
    this.lines = this.root.locator(".explanation__formula, .explanation__source");
  }

  /** Reads the formula and the sources below it. */
  async says(formula: string, ...sources: string[]): Promise<void> {
    await expect(this.lines).toHaveText([formula, ...sources]);
    await expect(this.root).toBeVisible();
  }

  async isHidden(): Promise<void> {
    await expect(this.root).toHaveCount(0);
  }

  /** How far it reaches out of the window, at most, in pixels. */
  overhang(): Promise<number> {
    return this.root.evaluate((element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      const { clientWidth, clientHeight } = document.documentElement;
      return Math.max(-left, right - clientWidth, -top, bottom - clientHeight, 0);
    });
  }
}
