// A web server of folders at a free local port, which can be stopped and started again at the same address.

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";

const TYPES = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};

export class Server {
  #server;
  #port = 0;

  /** `folders`: where a file is looked for, in this order. */
  constructor(...folders) {
    this.folders = folders;
  }

  get address() {
    return `http://127.0.0.1:${this.#port}/`;
  }

  async start() {
    const server = createServer(async (request, response) => {
      const { pathname } = new URL(request.url ?? "/", this.address);
      const name = pathname === "/favicon.ico" ? "icons/icon.svg" : pathname.replace(/\/$/, "/index.html");
      for (const folder of this.folders) {
        const body = await readFile(path.join(folder, name)).catch(() => undefined);
        if (body) {
          const type = TYPES[path.extname(name)] ?? "text/plain";
          response.writeHead(200, { "cache-control": "no-store", "content-type": type }).end(body);
          return;
        }
      }
      response.writeHead(404).end();
    });
    await new Promise((resolve, reject) => server.once("error", reject).listen(this.#port, "127.0.0.1", resolve));
    this.#port = server.address().port;
    this.#server = server;
  }

  async stop() {
    const server = this.#server;
    this.#server = undefined;
    server?.closeAllConnections();
    await new Promise((resolve) => (server ? server.close(resolve) : resolve()));
  }
}
