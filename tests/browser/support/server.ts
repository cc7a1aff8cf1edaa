import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer, type Server as HttpServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";

import { BUILD } from "./builds";

/** The headers that the build has for an address, as Netlify and Cloudflare read them. */
export function headersFor(address: string): Record<string, string> {
  const blocks = readFileSync(path.join(BUILD, "headers/_headers"), "utf8").trim().split("\n\n");
  const lines = blocks.map((block) => block.split("\n")).filter(([where]) => where === "/*" || where === address);
  return Object.fromEntries(lines.flatMap(([, ...rest]) => rest.map((line) => line.trim().split(/: (.*)/).slice(0, 2))));
}

const TYPES: Record<string, string> = {
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

/** A web server of a folder that can be stopped, and can change its folder. Nothing it sends may be kept by a browser. */
export class Server {
  private server: HttpServer | undefined;
  private port = 0;

  /** `headers` go with every answer. */
  constructor(
    public folder: string,
    private readonly headers: Record<string, string> = {},
  ) {}

  get address(): string {
    return `http://127.0.0.1:${this.port}/`;
  }

  async start(): Promise<void> {
    const server = createServer((request, response) => void this.answer(request.url ?? "/").then(
      ({ type, body }) => response.writeHead(200, { "cache-control": "no-store", "content-type": type, ...this.headers }).end(body),
      () => response.writeHead(404).end(),
    ));
    await new Promise<void>((resolve) => server.listen(this.port, "127.0.0.1", resolve));
    this.port = (server.address() as AddressInfo).port;
    this.server = server;
  }

  private async answer(url: string): Promise<{ type: string; body: Buffer }> {
    const { pathname } = new URL(url, this.address);
    // A browser asks for the first of these where a page names no icon.
    const name = pathname === "/favicon.ico" ? "icons/icon.svg" : pathname.replace(/\/$/, "/index.html");
    return { type: TYPES[path.extname(name)] ?? "text/plain", body: await readFile(path.join(this.folder, name)) };
  }

  async stop(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    server?.closeAllConnections();
    await new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()));
  }
}
