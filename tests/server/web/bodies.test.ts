import "../../support/server/cheap-passwords.ts";
import { request as ask } from "node:http";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { saveAccount } from "../../../server/accounts/accounts.ts";
import { installDatabase } from "../../../server/design/install-database.ts";
import { aCouchElsewhere, admin, startFront, stores, type TestFront } from "./support/start-front.ts";

const basic = (name: string, password: string) => `Basic ${Buffer.from(`${name}:${password}`).toString("base64")}`;
const long = JSON.stringify({ docs: [{ text: "x".repeat(20_000) }] });

describe.each(stores)("Nobody in particular sends little (store: %s)", (kind) => {
  let front: TestFront;
  let stop: (() => Promise<void>) | undefined;
  beforeEach(async () => {
    const elsewhere = kind === "elsewhere" ? await aCouchElsewhere() : undefined;
    stop = elsewhere?.stop;
    front = await startFront(elsewhere ? { upstream: elsewhere.url } : {});
    await installDatabase(front.couch, "directory");
    await saveAccount(front.couch, { name: "anna", roles: ["coordinator"], passphrase: "right" });
  });
  afterEach(async () => {
    await front.close();
    await stop?.();
  });

  const post = async (path: string, body: string | Buffer, headers: Record<string, string> = {}): Promise<number> => {
    const init = {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: body as BodyInit,
    };
    const answer = await fetch(`${front.address}/db/${path}`, init);
    await answer.text();
    return answer.status;
  };
  const signIn = async (): Promise<string> => {
    const body = new URLSearchParams({ name: "anna", password: "right" });
    const answer = await fetch(`${front.address}/db/_session`, { method: "POST", body });
    await answer.text();
    return answer.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  };
  /** Without a length that could be looked at before. */
  const postChunks = (path: string, pieces: number, headers: Record<string, string> = {}): Promise<number> =>
    new Promise((resolve) => {
      const options = { method: "POST", headers: { "content-type": "application/json", ...headers } };
      const sent = ask(`${front.address}/db/${path}`, options, (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
      });
      sent.on("error", () => resolve(413));
      for (let piece = 0; piece < pieces; piece++) sent.write(" ".repeat(1_000));
      sent.end("{}");
    });

  test("A sign-in is short, whoever sends it", async () => {
    const fields = `{${Array.from({ length: 2_000 }, (_, place) => `"k${place}":0`).join(",")}}`;
    expect(await post("_session", fields)).toBe(413);
    expect(await post("_session", fields, { cookie: await signIn() })).toBe(413);
    expect(await post("/_session/", fields)).toBe(413);
    expect(await postChunks("_session", 20)).toBe(413);
  });

  test("So is whatever else nobody sends, also with a session or a password that is made up", async () => {
    expect(await post("directory/_bulk_docs", long)).toBe(413);
    // As after any session that is over: a phone signs in again, and takes no record for too large.
    expect(await post("directory/_bulk_docs", long, { cookie: "AuthSession=x" })).toBe(401);
    expect(await post("directory/_bulk_docs", long, { authorization: "Bearer x" })).toBe(413);
    expect(await postChunks("directory/_bulk_docs", 20)).toBe(413);
    expect(await post("directory/_bulk_docs", long, { authorization: basic("anna", "wrong") })).toBe(401);
    expect(await post("directory/_bulk_docs", long, { authorization: basic("nobody", "wrong") })).toBe(401);
  });

  test("Whoever has signed in, or brings the right password, sends more, also with the first request", async () => {
    expect(await post("directory/_bulk_docs", long, { authorization: basic(admin.user, admin.password) })).toBe(201);
    expect(await post("directory/_bulk_docs", long, { authorization: basic("anna", "right") })).toBe(201);
    expect(await post("directory/_bulk_docs", long, { cookie: await signIn() })).toBe(201);
  });

  test("A packed body is taken, and one that unpacks to more than it may is not", async () => {
    const packed = { cookie: await signIn(), "content-encoding": "gzip" };
    expect(await post("directory/_bulk_docs", gzipSync(long), packed)).toBe(201);
    const bomb = gzipSync(Buffer.alloc(100_000_000, " "), { level: 9 });
    expect(await post("directory/_bulk_docs", bomb, packed)).toBe(413);
    expect(await post("directory/_bulk_docs", Buffer.from("no gzip"), packed)).toBe(400);
    const ofNobody = gzipSync(Buffer.alloc(7_000_000, " "), { level: 9 });
    expect(ofNobody.length).toBeLessThan(8_000);
    expect([401, 413]).toContain(await post("directory/_find", ofNobody, { "content-encoding": "gzip" }));
  });

  test("Nothing of an account's body is kept that is longer than what is read of it, and an administrator brings in more", async () => {
    /** Says how long the body is, sends a little of it and waits for an answer. */
    const begin = (authorization: string): Promise<number | "waits"> =>
      new Promise((resolve) => {
        const headers = { authorization, "content-type": "text/plain", "content-length": "2000000" };
        const sent = ask(`${front.address}/db/directory/person%3A1/file`, { method: "PUT", headers }, (answer) => {
          answer.resume();
          resolve(answer.statusCode ?? 0);
          sent.destroy();
        });
        sent.on("error", () => undefined);
        sent.write("x");
        fetch(`${front.address}/healthz`).then(async (answer) => {
          await answer.text();
          await fetch(`${front.address}/db/`, { headers: { authorization } }).then((other) => other.text());
          resolve("waits");
          sent.destroy();
        });
      });
    expect(await post("directory/_find", "{}", { authorization: basic("anna", "right") })).toBe(400);
    expect(await post("directory/_find", "{}", { authorization: basic(admin.user, admin.password) })).toBe(400);
    expect(await begin(basic("anna", "right"))).toBe(413);
    expect(await begin(basic(admin.user, admin.password))).toBe("waits");
    expect(await postChunks("directory/_find", 2_000, { authorization: basic("anna", "right") })).toBe(413);
  });
});
