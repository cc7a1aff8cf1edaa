// Static files at a local address, served as the tests serve them.

import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

/** A port that is free now. */
async function freePort() {
  const server = createServer();
  await new Promise((resolve, reject) => server.once("error", reject).listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Serves a folder until it is stopped. */
export async function serve(folder) {
  const port = await freePort();
  const options = ["--host", "127.0.0.1", "--port", String(port), "--quiet"];
  const process = spawn("node_modules/.bin/sirv", [folder, ...options], { stdio: ["ignore", "ignore", "inherit"] });
  let isWanted = true;
  process.once("exit", (code, signal) => {
    if (isWanted) {
      console.error(`The server of ${folder} has ended before it was asked to: ${signal ?? code}`);
    }
  });
  const stop = () => {
    isWanted = false;
    process.kill();
  };
  const origin = `http://127.0.0.1:${port}`;
  for (let attempt = 0; attempt < 100 && process.exitCode === null; attempt += 1) {
    const answer = await fetch(origin).catch(() => undefined);
    if (answer !== undefined) {
      return { origin, stop };
    }
    await pause(50);
  }
  stop();
  throw new Error(`${folder} could not be served`);
}
