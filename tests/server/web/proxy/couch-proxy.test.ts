import { request as ask, createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import { startFront, type TestFront } from "../support/start-front.ts";

/** A CouchDB that answers what a test wants, and shows what reached it. */
let couch: Server;
let front: TestFront;
let seen: IncomingMessage[];
let answer: (request: IncomingMessage, response: ServerResponse) => unknown;

beforeEach(async () => {
  seen = [];
  answer = (request, response) => {
    request.resume();
    response.end("{}");
  };
  couch = createServer((request, response) => {
    seen.push(request);
    answer(request, response);
  });
  await new Promise<void>((resolve) => couch.listen(0, "127.0.0.1", resolve));
  front = await startFront({ upstream: `http://127.0.0.1:${(couch.address() as AddressInfo).port}` });
});
afterEach(async () => {
  await front.close();
  couch.closeAllConnections();
  couch.close();
});

/** Events that pass in place of time: requests of others, one after another. */
const otherRequests = async (count: number): Promise<void> => {
  for (let each = 0; each < count; each += 1) await (await fetch(`${front.address}/db/other`)).text();
};

test("Paths and queries go on byte by byte; cookies and addresses come back below /db", async () => {
  answer = (_, response) => {
    response.setHeader("Set-Cookie", "AuthSession=abc; Version=1; Path=/; HttpOnly");
    response.setHeader("Location", `http://${seen[0]?.headers.host}/site-medyka/person%3A1`);
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.setHeader("Cache-Control", "must-revalidate, public");
    response.setHeader("Content-Type", "application/json");
    response.statusCode = 201;
    response.end('{"ok":true}\n');
  };
  const response = await fetch(`${front.address}/db/site-medyka/a%2Fb%20c?rev=1-a&x=%22y%22`, {
    method: "PUT",
    body: "{}",
  });
  expect(response.status).toBe(201);
  expect(seen[0]?.url).toBe("/site-medyka/a%2Fb%20c?rev=1-a&x=%22y%22");
  expect(response.headers.get("location")).toBe("/db/site-medyka/person%3A1");
  expect(response.headers.getSetCookie()).toEqual(["AuthSession=abc; Version=1; Path=/db; HttpOnly; SameSite=Strict"]);
  expect(response.headers.get("access-control-allow-origin")).toBeNull();
  expect(response.headers.get("cache-control")).toContain("no-store");
  expect(response.headers.get("cache-control")).not.toContain("public");
});

test("Only the client's own words reach CouchDB, with its address", async () => {
  await fetch(`${front.address}/db/directory`, {
    headers: {
      "X-Auth-CouchDB-UserName": "admin",
      "X-Auth-CouchDB-Roles": "_admin",
      "X-Forwarded-For": "10.0.0.1",
      "X-HTTP-Method-Override": "DELETE",
      Authorization: "Bearer eyJhbGciOiJub25lIn0.e30.",
      Cookie: "other=1; AuthSession=abc; third=2",
    },
  });
  const headers = seen.find(({ url }) => url === "/directory")?.headers ?? {};
  expect(headers).toMatchObject({ cookie: "AuthSession=abc", "x-forwarded-for": "127.0.0.1" });
  for (const name of ["x-auth-couchdb-username", "x-auth-couchdb-roles", "x-http-method-override", "authorization"])
    expect(headers[name]).toBeUndefined();
});

test("What is CouchDB's own business stays inside, however it is written", async () => {
  const raw = (path: string): Promise<number> =>
    new Promise((resolve) => {
      const { port } = new URL(front.address);
      ask({ port, path, method: "GET" }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      }).end();
    });
  for (const path of [
    "/db/_utils",
    "/db/_utils/index.html",
    "/db/%5Futils/",
    "/db//_utils/",
    "/db/_node/_local/_config",
    "/db/_config",
    "/db/_replicate",
    "/db/_replicator",
    "/db/_global_changes/_changes",
    "/db/_cluster_setup",
    "/db/_membership",
    "/db/_dbs_info",
    "/db/_scheduler/jobs",
    "/db/x/../_utils",
    "/db/x/%2e%2e/_node/_local",
    "/%64b/_utils/",
  ])
    expect([path, await raw(path)]).toEqual([path, 404]);
  expect(seen).toEqual([]);
});

test("A write is answered when CouchDB has answered, and 202 stays 202", async () => {
  let finish = () => {};
  answer = (request, response) => {
    request.resume();
    finish = () => response.writeHead(202, { "Content-Type": "application/json" }).end('[{"ok":true,"accepted":true}]');
  };
  let isAnswered = false;
  const written = fetch(`${front.address}/db/site-medyka/_bulk_docs`, {
    method: "POST",
    body: '{"docs":[]}',
    headers: { "content-type": "application/json" },
  }).then((response) => {
    isAnswered = true;
    return response;
  });
  await expect.poll(() => seen).toHaveLength(1);
  const write = answer;
  answer = (_, response) => void response.end("{}");
  await otherRequests(5);
  answer = write;
  expect(isAnswered).toBe(false);
  finish();
  expect((await written).status).toBe(202);
});

test("Without CouchDB there is 503 in its own shape, never a success, and nothing is told about it", async () => {
  answer = (request) => request.socket.destroy();
  const write = await fetch(`${front.address}/db/site-medyka/_bulk_docs`, { method: "POST", body: '{"docs":[]}' });
  expect([write.status, Object.keys(await write.json())]).toEqual([503, ["error", "reason"]]);
  couch.closeAllConnections();
  couch.close();
  expect((await fetch(`${front.address}/db/`)).status).toBe(503);
  const health = await fetch(`${front.address}/healthz`);
  expect([health.status, (await health.json()).status]).toEqual([503, "unavailable"]);
});

test("A feed comes piece by piece", async () => {
  let say = (_: string) => {};
  answer = (_, response) => {
    response.writeHead(200, { "Content-Type": "application/json" });
    say = (text) => void response.write(text);
    say("\n");
  };
  const feed = await fetch(`${front.address}/db/site-medyka/_changes?feed=continuous`);
  const reader = feed.body?.getReader();
  const next = async () => new TextDecoder().decode((await reader?.read())?.value);
  expect(await next()).toBe("\n");
  say('{"seq":"1-a"}\n');
  expect(await next()).toBe('{"seq":"1-a"}\n');
  await reader?.cancel();
});

test("A phone that goes away ends its request at CouchDB, before and after the first byte", async () => {
  for (const hasBegun of [false, true]) {
    let isOver = false;
    answer = (request, response) => {
      request.socket.once("close", () => {
        isOver = true;
      });
      if (hasBegun) response.write("\n");
    };
    const leaving = new AbortController();
    const feed = fetch(`${front.address}/db/a/_changes?feed=longpoll`, { signal: leaving.signal });
    feed.catch(() => undefined);
    await expect.poll(() => seen.length).toBe(hasBegun ? 2 : 1);
    if (hasBegun) await feed;
    leaving.abort();
    await expect.poll(() => isOver).toBe(true);
  }
});

test("A slow phone slows CouchDB down; the front does not hold the answer in memory", async () => {
  const piece = Buffer.alloc(1_000_000, "x");
  let given = 0;
  answer = (_, response) => {
    response.writeHead(200, { "Content-Type": "application/octet-stream" });
    const give = () => {
      while (given < 200 && !response.destroyed) {
        given += 1;
        if (!response.write(piece)) return void response.once("drain", give);
      }
      response.end();
    };
    give();
  };
  const { port } = new URL(front.address);
  const slow = await new Promise<IncomingMessage>((resolve) => ask({ port, path: "/db/a/b/c" }, resolve).end());
  answer = (_, response) => void response.end("{}");
  for (let before = -1; before !== given; ) {
    before = given;
    await otherRequests(20);
  }
  expect(given).toBeLessThan(40);
  slow.destroy();
});

test("A body that is too long is refused, announced or not", async () => {
  answer = (request, response) => {
    request.resume();
    request.once("end", () => response.end("{}"));
  };
  const tooMuch = Buffer.alloc(65 * 1024 * 1024, "x");
  const status = (headers: Record<string, string>): Promise<number | string> =>
    new Promise((resolve) => {
      const { port } = new URL(front.address);
      const sending = ask({ port, path: "/db/a/_bulk_docs", method: "POST", headers }, (response) =>
        resolve(response.statusCode ?? 0),
      );
      sending.on("error", () => resolve("cut"));
      sending.end(tooMuch);
    });
  expect([413, "cut"]).toContain(await status({ "content-length": String(tooMuch.length) }));
  expect([413, "cut"]).toContain(await status({ "transfer-encoding": "chunked" }));
});

test("A packed body reaches CouchDB unpacked, and a bomb does not reach it whole", async () => {
  const taken: { readonly url: string | undefined; readonly encoding: string | undefined; readonly bytes: number }[] =
    [];
  answer = async (request, response) => {
    response.setHeader("content-type", "application/json");
    if (request.url === "/_session") return response.end('{"userCtx":{"name":"anna","roles":[]}}');
    let bytes = 0;
    try {
      for await (const piece of request) bytes += (piece as Buffer).length;
    } catch {
      return; // cut off
    }
    taken.push({ url: request.url, encoding: request.headers["content-encoding"], bytes });
    response.end("{}");
  };
  const send = async (body: Buffer): Promise<number> => {
    const headers = { cookie: "AuthSession=abc", "content-type": "application/json", "content-encoding": "gzip" };
    const init = { method: "POST", headers, body: body as BodyInit };
    return (await fetch(`${front.address}/db/directory/_bulk_docs`, init)).status;
  };
  expect(await send(gzipSync(" ".repeat(50_000)))).toBe(200);
  expect(taken).toEqual([{ url: "/directory/_bulk_docs", encoding: undefined, bytes: 50_000 }]);
  expect(await send(gzipSync(Buffer.alloc(100_000_000)))).toBe(413);
  expect(await send(Buffer.from("no gzip"))).toBe(400);
  expect(taken).toHaveLength(1);
});
