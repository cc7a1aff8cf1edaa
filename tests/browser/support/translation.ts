import type { Page } from "@playwright/test";

/** Does to a page what a browser's translation does: every text node gives its place to a copy in two `<font>` elements. */
export function translate(page: Page): Promise<void> {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) {
      const text = walker.currentNode as Text;
      if (text.data.trim() && !text.parentElement!.closest("script, style, textarea, font")) texts.push(text);
    }
    for (const text of texts) {
      const [outer, inner] = [document.createElement("font"), document.createElement("font")];
      inner.textContent = text.data;
      outer.append(inner);
      text.replaceWith(outer);
    }
  });
}

/** The words that can be read in a part of the page. */
export async function read(page: Page, part: string): Promise<string[]> {
  const text = (await page.locator(part).allInnerTexts()).join("\n");
  return text.split(/\s+/).filter((word) => word);
}
