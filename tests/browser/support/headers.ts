import { readFileSync } from "node:fs";
import path from "node:path";

import { BUILD } from "./builds";

/** The headers that the build has for an address, as Netlify and Cloudflare read them. */
export function headersFor(address: string): Record<string, string> {
  const blocks = readFileSync(path.join(BUILD, "headers/_headers"), "utf8").trim().split("\n\n");
  const lines = blocks.map((block) => block.split("\n")).filter(([where]) => where === "/*" || where === address);
  return Object.fromEntries(lines.flatMap(([, ...rest]) => rest.map((line) => line.trim().split(/: (.*)/).slice(0, 2))));
}
