import "../../../support/server/cheap-passwords.ts";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { saveAccount } from "../../../../server/accounts/accounts.ts";
import { installDatabase } from "../../../../server/design/install-database.ts";
import { phoneApi } from "../../../../server/web/phones/phone-api.ts";
import { findSessionUser } from "../../../../server/web/sign-in/find-session-user.ts";
import { signIn } from "../../../../src/sync/connection/account.ts";
import { connectTo, type Server } from "../../../../src/sync/connection/server.ts";
import { openSessionProof, type SessionProof } from "../../../../src/sync/connection/session-proof.ts";
import { aCouchElsewhere, admin, startFront, stores, type TestFront } from "../support/start-front.ts";

/** A browser: its cookies, its page's secret, and the headers of its last request. */
type Browser = { readonly server: Server; readonly proof: SessionProof; cookie: string; last: Record<string, string> };

describe.each(stores)("A session belongs to the page that opened it (A15; store: %s)", (where) => {
  let front: TestFront;
  let stop = async () => {};
  let anna: Browser;

  beforeEach(async () => {
    const upstream = where === "elsewhere" ? await aCouchElsewhere() : undefined;
    const asks = findSessionUser(() => `${front.address}/db`);
    front = await startFront({
      ...(upstream && { upstream: upstream.url }),
      more: () => phoneApi({ couch: () => front.couch, whoAsks: asks, leaseHours: 24, key: admin.password }),
    });
    stop = async () => {
      await front.close();
      await upstream?.stop();
    };
    await installDatabase(front.couch, "directory");
    for (const name of ["anna", "ben"])
      await saveAccount(front.couch, { name, roles: ["volunteer:medyka"], passphrase: "right" });
    anna = aBrowser();
    expect((await signIn(anna.server, "anna", "right")).ok).toBe(true);
  });
  afterEach(() => stop());

  const aBrowser = (): Browser => {
    const proof = openSessionProof();
    const call: typeof fetch = async (path, init) => {
      browser.last = init?.headers as Record<string, string>;
      const answer = await fetch(`${front.address}${path}`, {
        ...init,
        headers: { ...browser.last, cookie: browser.cookie },
      });
      const set = answer.headers.getSetCookie()[0]?.split(";")[0];
      if (set) browser.cookie = set;
      return answer;
    };
    const browser: Browser = { server: connectTo("/db", call, undefined, proof), proof, cookie: "", last: {} };
    return browser;
  };
  const ask = async (headers: Record<string, string>, path = "/db/directory/_all_docs"): Promise<number> =>
    (await fetch(`${front.address}${path}`, { headers })).status;
  const isAnnas = async ({ server }: Browser): Promise<boolean> => {
    const answer = await server.get<{ readonly userCtx: { readonly name: string | null } }>("_session");
    return answer.ok && answer.value.userCtx.name === "anna";
  };

  test("The page that opened it works, on every path, and goes on after it was locked", async () => {
    expect((await anna.server.get("directory/_all_docs?keys=[%22a%22]&limit=1")).ok).toBe(true);
    expect((await anna.server.get('directory/_all_docs?startkey="site:"&endkey="site:~"')).ok).toBe(true);
    expect((await anna.server.post("directory/_all_docs", { keys: ["ї"] })).ok).toBe(true);
    const locked = aBrowser();
    locked.cookie = anna.cookie;
    locked.proof.resume(anna.proof.current() ?? "");
    expect(await isAnnas(locked)).toBe(true);
  });

  test("Its cookie alone, from another device, is nobody's", async () => {
    expect(await ask({ cookie: anna.cookie })).toBe(401);
    const thief = aBrowser();
    thief.cookie = anna.cookie;
    expect(await isAnnas(thief)).toBe(false);
    expect((await signIn(thief.server, "ben", "right")).ok).toBe(true);
    thief.cookie = anna.cookie;
    expect(await isAnnas(thief)).toBe(false);
  });

  test("A proof for one path or method is none for another; a damaged cookie is nobody's, and breaks nothing", async () => {
    await anna.server.get("directory/_all_docs");
    const proof = { "X-Prystan-Proof": anna.last["X-Prystan-Proof"] ?? "" };
    expect(await ask({ cookie: anna.cookie, ...proof })).toBe(200);
    expect(await ask({ cookie: anna.cookie, ...proof }, "/db/directory/_changes")).toBe(401);
    expect(await ask({ cookie: anna.cookie, ...proof }, "/db/directory/_all_docs?limit=1")).toBe(401);
    const sealed = anna.cookie.replace("AuthSession=bound.", "");
    const damaged = [
      "",
      "AA",
      sealed.slice(0, -3),
      `${sealed.startsWith("A") ? "B" : "A"}${sealed.slice(1)}`,
      `${sealed}AAAA`,
      "..",
      "%00",
    ];
    for (const one of damaged) expect(await ask({ cookie: `AuthSession=bound.${one}`, ...proof })).toBe(401);
    // A CouchDB says 400 to a session that none of its kind made.
    expect([400, 401]).toContain(await ask({ cookie: `AuthSession=${sealed}`, ...proof }));
  });

  test("The session inside cannot be taken out of its cookie", async () => {
    const plain = Buffer.from(anna.cookie.replace("AuthSession=bound.", ""), "base64url").toString("latin1");
    expect(plain).not.toMatch(/anna/);
    expect(plain).not.toContain(anna.proof.current() ?? "-");
  });

  test("A program that brings no secret has a session as in CouchDB", async () => {
    const cookies: string[] = [];
    const robot = connectTo("/db", async (path, init) => {
      const headers = { ...(init?.headers as Record<string, string>), cookie: cookies.at(-1) ?? "" };
      const answer = await fetch(`${front.address}${path}`, { ...init, headers });
      const set = answer.headers.getSetCookie()[0]?.split(";")[0];
      if (set) cookies.push(set);
      return answer;
    });
    expect((await signIn(robot, "anna", "right")).ok).toBe(true);
    expect(await ask({ cookie: cookies.at(-1) ?? "" })).toBe(200);
  });

  test("The server knows the browser by its cookie, proven or not, until it signs out", async () => {
    const known = async (cookie: string, more = {}) =>
      (await (await fetch(`${front.address}/db/_phone/known`, { headers: { cookie, ...more } })).json()).known;
    expect(await known(anna.cookie)).toBe(true);
    expect(await known("")).toBe(false);
    expect(await known("AuthSession=bound.AAAA")).toBe(false);
    expect(await known("", { "X-Prystan-Known": "1" })).toBe(false);
    await anna.server.remove("_session");
    expect(await known(anna.cookie)).toBe(false);
  });

  test("Signed out, the page has no session", async () => {
    await anna.server.remove("_session");
    expect(anna.cookie).toBe("AuthSession=");
    expect(await isAnnas(anna)).toBe(false);
  });
});
