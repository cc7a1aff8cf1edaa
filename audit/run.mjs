// Every check of script/audit, or those whose names are given.

import { alfa } from "./alfa.mjs";
import { clipboard, generated, openData, schema } from "./data.mjs";
import { engine } from "./engines.mjs";
import { html } from "./html.mjs";
import { ibm } from "./ibm.mjs";
import { phone } from "./lighthouse.mjs";
import { qualweb } from "./qualweb.mjs";
import { strings } from "./strings.mjs";
import { firefox } from "./support/firefox.mjs";
import { Check, summarise } from "./support/results.mjs";
import { webkit } from "./support/webkit.mjs";

const CHECKS = {
  firefox: () => engine("firefox", firefox),
  html,
  qualweb,
  alfa,
  ibm,
  lighthouse: phone,
  strings,
  schema,
  generated,
  clipboard,
  "open-data": openData,
  webkit: () => engine("webkit", webkit),
};

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !(name in CHECKS));
if (unknown.length > 0) {
  console.error(`No check is called ${unknown.join(", ")}. There are ${Object.keys(CHECKS).join(", ")}.`);
  process.exit(2);
}
const names = Object.keys(CHECKS).filter((name) => chosen.length === 0 || chosen.includes(name));
const done = [];
for (const name of names) {
  // What cannot even run has failed.
  done.push(await CHECKS[name]().catch((error) => {
    const check = new Check(name, "?");
    check.failed("the check ran", error.stack ?? error);
    return check.end();
  }));
}
// Whatever an engine has left open does not keep the audit from ending.
process.exit(summarise(done) ? 0 : 1);
