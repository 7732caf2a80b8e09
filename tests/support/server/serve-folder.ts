import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";

export type ServedFolder = {
  readonly origin: string;
  /** Every path that reached the network. */
  readonly asked: string[];
  serve: (folder: string) => void;
  readonly close: () => Promise<void>;
};

/** The headers the real server sends with the app (hazards 5.6). */
const policy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; img-src 'self' blob: data:; style-src 'self'; " +
  "font-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; " +
  "object-src 'none'; require-trusted-types-for 'script'; trusted-types sw";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".webmanifest": "application/manifest+json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
};

/** A built app under the strict headers; `/db/` and `/healthz` answer what a cache must never keep. */
export const serveFolder = async (first: string): Promise<ServedFolder> => {
  let folder = first;
  const asked: string[] = [];
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    asked.push(path);
    const body = await readFile(join(folder, path === "/" ? "index.html" : path)).catch(() => undefined);
    const isOurs = path.startsWith("/db") || path === "/healthz";
    response.writeHead(isOurs || body ? 200 : 404, {
      "Content-Security-Policy": policy,
      "Cross-Origin-Opener-Policy": "same-origin",
      "Cross-Origin-Embedder-Policy": "require-corp",
      "Cache-Control": "no-cache",
      "Content-Type": isOurs ? "application/json" : (types[extname(path) || ".html"] ?? "application/octet-stream"),
    });
    response.end(isOurs ? '{"ok":true}' : body);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const address = server.address();
  if (!address || typeof address === "string") throw new Error("no port");
  return {
    origin: `http://127.0.0.1:${address.port}`,
    asked,
    serve: (next) => {
      folder = next;
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
};
