import "../../support/server/cheap-passwords.ts";
import { connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { securityHeaders } from "../../../server/web/headers.ts";
import { startFront, type TestFront } from "./support/start-front.ts";

let front: TestFront;
let behind: TestFront;
beforeAll(async () => {
  front = await startFront();
  behind = await startFront({ trustedProxy: "127.0.0.1" });
  await front.couch.put("directory", undefined);
});
afterAll(async () => {
  await front.close();
  await behind.close();
});

/** Hazards 5.6, written out once more, so that a change of the header file alone is seen. */
const policy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; img-src 'self' blob: data:; style-src 'self'; font-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'; require-trusted-types-for 'script'; trusted-types sw; report-to csp";

const routes: readonly (readonly [method: string, path: string, status: number])[] = [
  ["GET", "/", 200],
  ["HEAD", "/", 200],
  ["GET", "/roster/today", 200],
  ["GET", "/index.html", 200],
  ["GET", "/sw.js", 200],
  ["GET", "/assets/index-BpBC51Hk.js", 200],
  ["GET", "/assets/missing-BpBC51Hk.js", 404],
  ["GET", "/assets/", 200],
  ["GET", "/..%2f..%2fetc%2fpasswd.txt", 404],
  ["GET", "/%ZZ", 400],
  ["POST", "/", 404],
  ["POST", "/healthz", 404],
  ["GET", "/healthz", 200],
  ["POST", "/csp-report", 204],
  ["GET", "/db", 200],
  ["GET", "/db/", 200],
  ["GET", "/db/_session", 200],
  ["GET", "/db/directory", 401],
  ["GET", "/db/missing/x", 404],
  ["GET", "/db/_utils/", 404],
  ["PUT", "/db/directory/x", 401],
  ["OPTIONS", "/db/directory", 401],
  ["POST", "/db/_session", 415],
  ["BREW", "/db/directory", 400],
];

/** Where the front answers before anything of it has looked at the path, or nobody knows the path. */
const unkept = [
  "/%E0%A4%A",
  "/db/%E0%A4%A",
  "/db/directory/%ZZ",
  "/db/_phone/nothing",
  "/db/_phone/list",
  "/account/passphrase",
  "/account/nothing.js",
  "/%61ccount/passphrase",
  "/account/%E0%A4%A",
  "/%64b/directory",
];

test.each(unkept.flatMap((path) => ["GET", "POST", "PUT", "BREW"].map((method) => [method, path] as const)))(
  "Nothing of what %s %s answers is kept",
  async (method, path) => {
    const { status, headers } = await raw(path, method);
    expect([status, headers.get("cache-control")]).toEqual([status, expect.stringContaining("no-store")]);
  },
);

const raw = (target: string, method: string): Promise<{ status: number; headers: Map<string, string> }> =>
  new Promise((resolve, reject) => {
    const { port } = new URL(front.address);
    const socket = connect(Number(port), "127.0.0.1", () =>
      socket.write(`${method} ${target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`),
    );
    let text = "";
    socket.on("data", (piece) => {
      text += piece;
    });
    socket.once("error", reject);
    socket.once("close", () => {
      const [first = "", ...lines] = (text.split("\r\n\r\n")[0] ?? "").split("\r\n");
      const headers = lines.map((line) => line.split(/: (.*)/s) as [string, string]);
      resolve({
        status: Number(first.split(" ")[1]),
        headers: new Map(headers.map(([name, value]) => [name.toLowerCase(), value])),
      });
    });
  });

test.each(routes)("%s %s has every header", async (method, path, status) => {
  const answer = await raw(path, method);
  expect(answer.status).toBe(status);
  for (const [name, value] of Object.entries(securityHeaders)) {
    const given = answer.headers.get(name.toLowerCase());
    if (name === "Content-Security-Policy") expect(given?.startsWith(policy)).toBe(true);
    else expect([name, given]).toEqual([name, value]);
  }
  expect(answer.headers.get("cross-origin-opener-policy")).toBe("same-origin");
  expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
  expect(answer.headers.get("referrer-policy")).toBe("no-referrer");
  expect(answer.headers.has("strict-transport-security")).toBe(false);
  if (path.startsWith("/db") && answer.status !== 400) {
    expect(answer.headers.get("cache-control")).toContain("no-store");
    expect(answer.headers.get("content-security-policy")).toMatch(/, sandbox; default-src 'none'$/);
  }
  expect([...answer.headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual([]);
});

test("Hashed files are kept for ever, pages and the worker are asked for each time, what is missing is not kept", async () => {
  const kept = async (path: string) => (await fetch(front.address + path)).headers.get("cache-control");
  expect(await kept("/assets/index-BpBC51Hk.js")).toBe("public, max-age=31536000, immutable");
  for (const path of ["/", "/intake", "/sw.js", "/index.html"])
    expect([path, await kept(path)]).toEqual([path, "no-cache"]);
  expect(await kept("/assets/missing-BpBC51Hk.js")).toBe("no-store");
});

test("The page says beforehand which words it shows first, in the language that the browser asks for", async () => {
  const said = async (path: string, language: string) =>
    (await fetch(front.address + path, { headers: { "accept-language": language } })).headers.get("link");
  const words = (file: string) =>
    `</assets/${file}.js>; rel=modulepreload, </assets/words-by-area-CKDyorEm.js>; rel=modulepreload`;
  expect(await said("/", "pl-PL,pl;q=0.9,en;q=0.8")).toBe(words("pl-lock-CnXYlpxj"));
  for (const language of ["uk", "*", "de", "ru-RU,ru;q=0.9,uk;q=0.5"])
    expect([language, await said("/roster/today", language)]).toEqual([language, words("uk-lock-AtX4o1VO")]);
  expect(await said("/assets/index-BpBC51Hk.js", "uk")).toBeNull();
});

test("Files are sent packed to whoever can unpack them", async () => {
  const packed = await fetch(`${front.address}/assets/index-BpBC51Hk.js`, {
    headers: { "accept-encoding": "gzip" },
  }).catch(() => undefined);
  expect(packed?.headers.get("content-encoding")).toBe("gzip");
  expect(packed?.headers.get("cache-control")).toContain("immutable");
});

test("TLS in front is believed only from a proxy that is trusted; then HSTS, and cookies that never travel without it", async () => {
  const headers = { "x-forwarded-proto": "https", "x-forwarded-for": "203.0.113.7" };
  const hsts = async (address: string, path: string) =>
    (await fetch(address + path, { headers })).headers.get("strict-transport-security");
  for (const path of ["/", "/db/", "/db/missing/x", "/healthz", "/no.file"]) {
    expect([path, await hsts(behind.address, path)]).toEqual([path, "max-age=63072000; includeSubDomains"]);
    expect([path, await hsts(front.address, path)]).toEqual([path, null]);
  }
  const signIn = async (address: string) => {
    const body = JSON.stringify({ name: "admin", password: "admin" });
    const answer = await fetch(`${address}/db/_session`, {
      method: "POST",
      headers: { ...headers, "content-type": "application/json" },
      body,
    });
    return answer.headers.getSetCookie();
  };
  expect((await signIn(behind.address))[0]).toMatch(/HttpOnly.*SameSite=Strict.*; Secure$/);
  expect((await signIn(front.address))[0]).not.toMatch(/Secure/);
});

test("Attack A16: only the app's own pages may ask for data, and nothing of it is loaded as a program", async () => {
  const status = async (method: string, headers: Record<string, string>, path = "/db/_session") =>
    (await fetch(front.address + path, { method, headers: { ...headers, "content-type": "application/json" } })).status;
  const elsewhere = "https://evil.example";
  expect(await status("POST", { origin: elsewhere })).toBe(403);
  expect(await status("POST", { origin: "null" })).toBe(403);
  expect(await status("DELETE", { origin: elsewhere })).toBe(403);
  expect(await status("PUT", { origin: elsewhere }, "/db/directory/x")).toBe(403);
  expect(await status("POST", { origin: elsewhere, "sec-fetch-site": "cross-site" })).toBe(403);
  expect(await status("GET", { "sec-fetch-site": "cross-site" })).toBe(403);
  expect(await status("GET", { "sec-fetch-site": "same-site" })).toBe(403);
  expect(await status("POST", { origin: elsewhere }, "/account/passphrase")).not.toBe(200);
  expect(await status("DELETE", { origin: front.address })).toBe(200);
  expect(await status("DELETE", { origin: "http://localhost:5173", "sec-fetch-site": "same-origin" })).toBe(200);
  for (const dest of ["script", "iframe", "serviceworker", "style", "worker", "object"])
    expect([dest, await status("GET", { "sec-fetch-dest": dest })]).toEqual([dest, 403]);
  expect(await status("GET", { "sec-fetch-dest": "empty", "sec-fetch-site": "same-origin" })).toBe(200);
});
