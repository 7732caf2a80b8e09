import "../../../support/server/cheap-passwords.ts";
import { afterEach, beforeEach, expect, test } from "vitest";
import { saveAccount } from "../../../../server/accounts/accounts.ts";
import type { CouchClient } from "../../../../server/couch-client.ts";
import { changePassphrase } from "../../../../server/web/sign-in/change-passphrase.ts";
import { openLoginGuard, usualLimits } from "../../../../server/web/sign-in/login-guard.ts";
import { admin, startFront, type TestFront } from "../support/start-front.ts";

let front: TestFront;
beforeEach(async () => {
  const couch = () => front.couch;
  front = await startFront({
    // No lot is drawn: whoever is not known waits for ever.
    guard: openLoginGuard(usualLimits, Date.now, { wait: () => new Promise(() => {}), random: () => 0 }),
    more: (guard) => async (scope, options) =>
      changePassphrase(later(couch), guard, admin.password, { patience: 20 })(scope, options),
  });
  for (const name of ["anna", "ben"]) await saveAccount(front.couch, { name, roles: ["driver"], passphrase: "right" });
});
afterEach(() => front.close());

/** What the front is opened with speaks to its own store, which is there a moment later. */
const later = (couch: () => CouchClient): CouchClient => ({
  get: (path) => couch().get(path),
  put: (path, body) => couch().put(path, body),
  post: (path, body) => couch().post(path, body),
  close: () => {},
});

/** A browser that keeps nothing but what remembers it. */
const aBrowser = () => {
  let kept = "";
  const gone = new AbortController();
  const post = async (path: string, body: string, type: string): Promise<number> => {
    const headers = { cookie: kept, "content-type": type, "sec-fetch-site": "same-origin" };
    const answer = await fetch(`${front.address}${path}`, { method: "POST", headers, body, signal: gone.signal });
    await answer.text();
    const set = answer.headers.getSetCookie().find((cookie) => cookie.startsWith("PrystanPhone="));
    if (set) kept = set.split(";")[0] ?? "";
    said.push(...(set ? [set] : []));
    return answer.status;
  };
  const said: string[] = [];
  return {
    said,
    signIn: (name: string, password: string) =>
      post("/db/_session", new URLSearchParams({ name, password }).toString(), "application/x-www-form-urlencoded"),
    choose: (name: string, password: string, next: string) =>
      post("/account/passphrase", JSON.stringify({ name, password, next }), "application/json"),
    leave: () => gone.abort(),
    forge: (cookie: string) => {
      kept = cookie;
    },
  };
};

/** Somebody at the same address, until the owner of the account would have to wait for their turn there. */
const guessMany = async (name: string): Promise<void> => {
  const stranger = aBrowser();
  for (let guess = 0; guess < 5; guess += 1) expect(await stranger.signIn(name, `wrong ${guess}`)).toBe(401);
  const next = stranger.signIn(name, "right").catch(() => 0);
  stranger.leave();
  expect([0, 403]).toContain(await next);
};

test("Whoever has no session any more gets in on their own phone while somebody beside them guesses", async () => {
  const phone = aBrowser();
  expect(await phone.signIn("anna", "right")).toBe(200);
  await saveAccount(front.couch, { name: "anna", roles: ["driver"], passphrase: "another" });
  await guessMany("anna");
  expect(await phone.signIn("anna", "another")).toBe(200);
});

test("The same for who chose a passphrase there, and for each who shares the phone", async () => {
  const phone = aBrowser();
  expect(await phone.signIn("ben", "right")).toBe(200);
  expect(await phone.choose("anna", "right", "a better one than that")).toBe(200);
  for (const name of ["anna", "ben"]) await guessMany(name);
  expect(phone.said.every((cookie) => /; HttpOnly; SameSite=Strict$/.test(cookie) && !/anna|ben/.test(cookie))).toBe(
    true,
  );
  for (let guess = 0; guess < 4; guess += 1) expect(await phone.signIn("anna", `wrong ${guess}`)).toBe(401);
  expect(await phone.signIn("anna", "a better one than that")).toBe(200);
  await saveAccount(front.couch, { name: "ben", roles: ["driver"], passphrase: "another" });
  expect(await phone.signIn("ben", "another")).toBe(200);
});

test("A cookie that this server did not seal, or a header, remembers nobody; nothing is set for a wrong passphrase", async () => {
  const phone = aBrowser();
  await guessMany("anna");
  for (const forged of ["PrystanPhone=", "PrystanPhone=AAAA", `PrystanPhone=${"A".repeat(80)}`, "PrystanPhone=%00"]) {
    phone.forge(forged);
    expect(await phone.signIn("anna", "right")).toBe(403);
  }
  expect(phone.said).toEqual([]);
  const answer = await fetch(`${front.address}/db/_session`, {
    method: "POST",
    headers: { "X-Prystan-Remembered": '["x","anna"]' },
    body: new URLSearchParams({ name: "anna", password: "right" }),
  });
  expect(answer.status).toBe(403);
});
