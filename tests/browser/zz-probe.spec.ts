import { expect, test } from "./support/fixtures";
import { file, proposal, GOLDEN } from "./support/documents";
test("probe", async ({ app }) => {
  console.log(await app.page.evaluate(() => document.querySelector(".skipnav")!.outerHTML + document.querySelector("#main")!.outerHTML.slice(0,80)));
  await app.openExamples();
  await app.closeNotice();
  const form = await app.openPlan("Afdeling Børn og Familie", 2023);
  await form.effect(3, "december").focus();
  console.log(await form.effect(3, "december").evaluate(e => JSON.stringify([e.getBoundingClientRect(), innerWidth, innerHeight, document.activeElement === e, e.closest(".table-frame")!.scrollLeft, scrollY])));
  await app.page.waitForTimeout(500);
  console.log(await form.effect(3, "december").evaluate(e => JSON.stringify([e.getBoundingClientRect(), innerWidth, innerHeight, document.activeElement === e, e.closest(".table-frame")!.scrollLeft, scrollY])));
  await app.page.screenshot({path: "/tmp/w/probe/a.png"});
  await app.page.emulateMedia({ media: "print" });
  for (const l of await app.page.getByRole("link").all()) console.log("LINK", await l.evaluate(e => e.outerHTML));
  await app.page.emulateMedia({ media: "screen" });
  await app.toOverview();
  await app.page.setViewportSize({width: 320, height: 640});
    await app.importFiles(
      { name: "b.json", content: file([proposal(1, { heading: "Et andet" })]) },
      { name: "c.json", content: GOLDEN },
      { name: "d.json", content: "{" },
    );
  await app.page.screenshot({path: "/tmp/w/probe/b.png"});
  console.log(await app.page.evaluate(() => [...document.querySelectorAll("*")].filter(e => e.getBoundingClientRect().right > 321 && !e.closest(".table-frame")).map(e => e.tagName + "." + e.className + " " + Math.round(e.getBoundingClientRect().right) + " " + (e as HTMLElement).innerText.slice(0, 60)).join("\n")));
});
