// Programs that run beside the audit and end with it.

import { spawn } from "node:child_process";

const running = new Set();
process.once("exit", () => running.forEach((child) => child.kill("SIGKILL")));
["SIGINT", "SIGTERM"].forEach((signal) => process.once(signal, () => process.exit(1)));

/** Starts a program; gives it when a line of what it prints matches, with the match. */
export async function start(command, options, pattern, environment = {}) {
  const child = spawn(command, options, { env: { ...process.env, ...environment }, stdio: ["ignore", "pipe", "pipe"] });
  running.add(child);
  child.once("exit", () => running.delete(child));
  let printed = "";
  const match = await new Promise((resolve, reject) => {
    const read = (data) => {
      printed = (printed + data).slice(-10_000);
      const found = printed.match(pattern);
      if (found) resolve(found);
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`${command} ended (${code}): ${printed}`)));
  });
  return { child, match };
}

/** Ends a program that was started here. */
export async function stop({ child }) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill();
  await ended;
}
