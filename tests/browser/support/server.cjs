// A web server of folders, for the tests and for the audit.

const { readFile } = require("node:fs/promises");
const { createServer } = require("node:http");
const path = require("node:path");

/** @type {Record<string, string>} */
const TYPES = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};

/**
 * A server at a free local port, which can be stopped and started again at the same address, and can change its folders. Nothing it
 * sends may be kept by a browser.
 */
class Server {
  /** @type {import("node:http").Server | undefined} */
  #server;
  #port = 0;

  /**
   * @param {string[]} folders where a file is looked for, in this order
   * @param {Record<string, string>} headers go with every answer
   */
  constructor(folders, headers = {}) {
    this.folders = folders;
    this.headers = headers;
  }

  get address() {
    return `http://127.0.0.1:${this.#port}/`;
  }

  async start() {
    const server = createServer((request, response) => void this.#answer(request.url ?? "/", response));
    await new Promise((resolve, reject) => {
      server.once("error", reject).listen(this.#port, "127.0.0.1", () => resolve(undefined));
    });
    this.#port = /** @type {import("node:net").AddressInfo} */ (server.address()).port;
    this.#server = server;
  }

  /**
   * @param {string} url
   * @param {import("node:http").ServerResponse} response
   */
  async #answer(url, response) {
    const { pathname } = new URL(url, this.address);
    // A browser asks for the first of these where a page names no icon.
    const name = pathname === "/favicon.ico" ? "icons/icon.svg" : pathname.replace(/\/$/, "/index.html");
    for (const folder of this.folders) {
      const body = await readFile(path.join(folder, name)).catch(() => undefined);
      if (body) {
        const type = TYPES[path.extname(name)] ?? "text/plain";
        response.writeHead(200, { "cache-control": "no-store", "content-type": type, ...this.headers }).end(body);
        return;
      }
    }
    response.writeHead(404).end();
  }

  async stop() {
    const server = this.#server;
    this.#server = undefined;
    server?.closeAllConnections();
    await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)));
  }
}

exports.Server = Server;
