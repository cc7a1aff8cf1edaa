import type { Locator, Page } from "@playwright/test";

/** Does what the program does when it fails: a trap, somewhere in WebAssembly, that nobody catches. */
export async function crash(page: Page): Promise<void> {
  await page.evaluate(() => {
    // (module (func (export "f") unreachable))
    const program = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11];
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(program)));
    setTimeout(exports.f as () => void);
  });
}

/** The heading when the program has failed. */
export function isStopped(page: Page): Locator {
  return page.getByRole("heading", { name: "Råderum er gået i stå" });
}

/** The heading when the program never came. */
export function notStarted(page: Page): Locator {
  return page.getByRole("heading", { name: "Råderum kunne ikke starte" });
}
