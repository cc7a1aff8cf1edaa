import type { Locator } from "@playwright/test";

/**
 * Pastes a text into a field as the browser does, and beside it what a letter or a web page copies as HTML. Whether the
 * app took it; otherwise the browser would have put it into the field, which a synthetic event does not.
 */
export async function paste(field: Locator, text: string, page = ""): Promise<boolean> {
  await field.focus();
  return field.evaluate((element, [text, page]) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    if (page !== "") {
      clipboardData.setData("text/html", page);
    }
    const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
    return !element.dispatchEvent(event);
  }, [text, page] as const);
}

/** A block of cells as Excel copies it: tabs between cells, every row ended by a line break. */
export function block(rows: readonly (readonly (string | number | null)[])[]): string {
  return rows.map((row) => `${row.map((cell) => cell ?? "").join("\t")}\r\n`).join("");
}
