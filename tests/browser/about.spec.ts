import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

import type { App } from "./support/app";
import { BUILD } from "./support/builds";
import { expect, test } from "./support/fixtures";

const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
const code = readdirSync(BUILD).find((name) => name.startsWith("app-"))!.replace("app-", "");

async function saysWhatItIs(app: App): Promise<void> {
  const foot = app.page.getByRole("contentinfo");
  const what = foot.getByText(`Version ${version}, kode ${code}.`);
  await expect(what).toBeHidden();
  await foot.getByText("Om Råderum").click();
  await expect(what).toBeVisible();
}

test("the page says which version it is, and which content it has", async ({ app }) => {
  await saysWhatItIs(app);
});

test.describe("in one file", () => {
  test.use({ baseURL: pathToFileURL(path.resolve(BUILD, "raaderum.html")).href });

  test("it says the same", async ({ app }) => {
    await saysWhatItIs(app);
  });
});

test("version and changelog go together", () => {
  const cargo = readFileSync("Cargo.toml", "utf8");
  expect(cargo).toContain(`\nversion = "${version}"\n`);
  const [newest] = /^## \d+\.\d+\.\d+ – \d{4}-\d\d-\d\d$/m.exec(readFileSync("CHANGELOG.md", "utf8")) ?? [];
  expect(newest).toContain(version);
});
