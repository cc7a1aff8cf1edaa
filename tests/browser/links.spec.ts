import { file, proposal } from "./support/documents";
import { expect, test } from "./support/fixtures";

test("addresses in Relevante dokumenter can be followed, and nothing else becomes a link or markup", async ({ app }) => {
  const form = await app.newProposal();
  const text = [
    "Se https://www.lejre.dk/budget2024, og skriv til mailto:budget@lejre.dk.",
    "javascript:alert(1) data:text/html,<b>x</b> <img src=x onerror=alert(1)> <a href=https://b.dk>b</a>",
  ].join("\n");
  await form.enter("7) Relevante dokumenter", text);
  const links = app.page.getByRole("navigation", { name: "Links i relevante dokumenter" }).getByRole("link");
  await expect(links).toHaveCount(2);
  expect(await links.evaluateAll((all) => all.map((link) => link.getAttribute("href")))).toEqual([
    "https://www.lejre.dk/budget2024",
    "mailto:budget@lejre.dk",
  ]);
  for (const link of await links.all()) {
    await expect(link).toHaveAttribute("rel", "noopener noreferrer");
  }
  await expect(app.page.locator("main img, main b")).toHaveCount(0);
  await form.enter("7) Relevante dokumenter", "Ingen");
  await expect(links).toHaveCount(0);
});

test("markup in a file is text wherever it is shown", async ({ app }) => {
  const markup = '<img src=x onerror="document.title=1"><script>document.title=2</script>';
  const content = file([proposal(1, { heading: markup, department: markup })]);
  await (await app.importFiles({ name: `${markup}.json`.replaceAll("/", ""), content })).takeIn();
  await expect(app.overview.proposal(markup)).toBeVisible();
  await app.openProposal(markup);
  await expect(app.heading).toHaveText(markup);
  await app.earlierLink.click();
  await expect(app.heading).toContainText(markup);
  await expect(app.page.locator("main img, main script")).toHaveCount(0);
});
