import "../../support/server/cheap-passwords.ts";
import { createHmac } from "node:crypto";
import { connect } from "node:net";
import { networkInterfaces } from "node:os";
import { afterEach, beforeEach, expect, test } from "vitest";
import { saveAccount } from "../../../server/accounts/accounts.ts";
import { installDatabase } from "../../../server/design/install-database.ts";
import { startFront, type TestFront } from "./support/start-front.ts";

let front: TestFront;
beforeEach(async () => {
  front = await startFront();
  await installDatabase(front.couch, "directory");
  for (const name of ["anna", "ben"])
    await saveAccount(front.couch, { name, roles: ["volunteer:medyka"], passphrase: "right" });
});
afterEach(() => front.close());

const canConnect = (host: string, port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 2_000 });
    const answer = (isOpen: boolean) => {
      socket.destroy();
      resolve(isOpen);
    };
    socket.once("connect", () => answer(true));
    socket.once("error", () => answer(false));
    socket.once("timeout", () => answer(false));
  });

test("Attack A14: nothing answers on any address but the one it was told to listen on", async () => {
  const port = Number(new URL(front.address).port);
  const others = Object.values(networkInterfaces()).flatMap((known) => known ?? []);
  const addresses = [
    "127.0.0.2",
    ...others.filter(({ internal, family }) => !internal && family === "IPv4").map(({ address }) => address),
  ];
  expect(await canConnect("127.0.0.1", port)).toBe(true);
  for (const address of addresses)
    expect({ address, open: await canConnect(address, port) }).toEqual({ address, open: false });
});

const signIn = async (name: string): Promise<string> => {
  const body = new URLSearchParams({ name, password: "right" });
  const answer = await fetch(`${front.address}/db/_session`, { method: "POST", body });
  return answer.headers.getSetCookie()[0]?.split(";")[0]?.replace("AuthSession=", "") ?? "";
};
const ask = async (headers: Record<string, string>): Promise<number> =>
  (await fetch(`${front.address}/db/directory/_all_docs`, { headers })).status;
const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");

test("Attack A15: a session that was forged, stretched, mixed or ended opens nothing; no other kind of token does", async () => {
  const token = await signIn("anna");
  expect(await ask({ cookie: `AuthSession=${token}` })).toBe(200);

  const [name = "", time = "", ...mac] = Buffer.from(token, "base64url").toString("latin1").split(":");
  const rest = mac.join(":");
  const sign = (text: string) => createHmac("sha256", "a guess").update(text).digest().toString("latin1");
  const again = (...parts: string[]) => Buffer.from(parts.join(":"), "latin1").toString("base64url");
  const later = (Number.parseInt(time, 16) + 86_400).toString(16).toUpperCase();
  const forged = [
    again("ben", time, rest),
    again("admin", time, rest),
    again(name, later, rest),
    again(name, time, ""),
    again(name, time, rest.slice(0, -1)),
    again(name, time, sign(`${name}:${time}`)),
    again(name, "FFFFFFFFFFFFFFFF", rest),
    token.slice(0, -2),
    `A${token}`,
    token.toUpperCase(),
    "",
    "AAAA",
    "%00",
    "../../etc/passwd",
  ];
  for (const cookie of forged)
    expect({ cookie: forged.indexOf(cookie), status: await ask({ cookie: `AuthSession=${cookie}` }) }).toMatchObject({
      status: 401,
    });

  const claims = part({ sub: "anna", "_couchdb.roles": ["_admin"], exp: 9_999_999_999 });
  const tokens = [
    `${part({ alg: "none", typ: "JWT" })}.${claims}.`,
    `${part({ alg: "HS256", kid: "../../../../dev/null" })}.${claims}.${createHmac("sha256", "").update("x").digest("base64url")}`,
    token,
  ];
  for (const bearer of tokens) expect(await ask({ authorization: `Bearer ${bearer}` })).toBe(401);
  const proxied = { "x-auth-couchdb-username": "anna", "x-auth-couchdb-roles": "_admin", "x-auth-couchdb-token": "x" };
  expect(await ask(proxied)).toBe(401);

  await saveAccount(front.couch, { name: "anna", roles: ["volunteer:medyka"], passphrase: "newer" });
  expect(await ask({ cookie: `AuthSession=${token}` })).toBe(401);
});

test("Attack A24: nothing that people upload is a service worker, no answer widens a worker's scope or leads elsewhere", async () => {
  const cookie = `AuthSession=${await signIn("anna")}`;
  const script = Buffer.from("self.onfetch = () => {}").toString("base64");
  await front.couch.put("directory/upload", {
    kind: "site",
    _attachments: { "sw.js": { content_type: "text/javascript", data: script } },
  });
  const load = (path: string, headers: Record<string, string>) =>
    fetch(front.address + path, { headers: { cookie, ...headers }, redirect: "manual" });
  for (const dest of ["serviceworker", "worker", "script"])
    expect((await load("/db/directory/upload/sw.js", { "sec-fetch-dest": dest })).status).toBe(403);
  for (const path of [
    "/sw.js",
    "/db/directory/upload/sw.js",
    "//evil.example",
    "/%2f%2fevil.example",
    "/\\\\evil.example",
  ]) {
    const answer = await load(path, {});
    expect([path, answer.headers.get("service-worker-allowed")]).toEqual([path, null]);
    expect([path, answer.headers.get("location")]).toEqual([path, null]);
    expect([path, answer.headers.get("x-content-type-options")]).toEqual([path, "nosniff"]);
  }
});

test("Attack A13: names of members that reach into the program, members given twice, and paths that climb", async () => {
  const cookie = `AuthSession=${await signIn("anna")}`;
  const send = async (path: string, body: string) =>
    (
      await fetch(`${front.address}/db/${path}`, {
        method: "POST",
        headers: { cookie, "content-type": "application/json" },
        body,
      })
    ).status;
  const bodies = [
    '{"docs":[{"_id":"a","__proto__":{"admin":true}}]}',
    '{"docs":[{"_id":"a","constructor":{"prototype":{}}}]}',
    '{"docs":[{"_id":"a"}],"docs":[]}',
    `{"docs":[${"[".repeat(60)}${"]".repeat(60)}]}`,
  ];
  for (const body of bodies) expect(await send("directory/_bulk_docs", body)).toBe(400);
  for (const path of ["directory/%2e%2e/_users/_all_docs", "_users%2f_all_docs", "directory/..%2f_users"])
    expect((await fetch(`${front.address}/db/${path}`, { headers: { cookie } })).status).toBeGreaterThanOrEqual(400);
  expect(({} as { admin?: boolean }).admin).toBeUndefined();
});
