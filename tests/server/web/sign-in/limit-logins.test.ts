import "../../../support/server/cheap-passwords.ts";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { saveAccount } from "../../../../server/accounts/accounts.ts";
import { type LoginGuard, openLoginGuard } from "../../../../server/web/sign-in/login-guard.ts";
import { startFront, type TestFront } from "../support/start-front.ts";

/** For how long wrong passwords were held back, in milliseconds. */
const waits = vi.hoisted(() => [] as number[]);
vi.mock("node:timers/promises", async (original) => {
  const real = await original<typeof import("node:timers/promises")>();
  const setTimeout = (milliseconds: number) => {
    waits.push(milliseconds);
    return real.setImmediate();
  };
  return { ...real, setTimeout };
});

let front: TestFront;
beforeEach(async () => {
  front = await startFront();
  for (const name of ["anna", "ben"]) await saveAccount(front.couch, { name, roles: ["driver"], passphrase: "right" });
});
afterEach(async () => {
  vi.restoreAllMocks();
  await front.close();
});

const signIn = async (name: string, password: string, address = front.address): Promise<number> => {
  const body = new URLSearchParams({ name, password });
  const answer = await fetch(`${address}/db/_session`, { method: "POST", body });
  await answer.text();
  return answer.status;
};

test("Attack A6: fifty guesses at once are five guesses, for a name that exists and for one that does not", async () => {
  for (const name of ["anna", "nobody"]) {
    const answers = await Promise.all(Array.from({ length: 50 }, (_, guess) => signIn(name, `wrong ${guess}`)));
    expect(answers.filter((status) => status === 401)).toHaveLength(5);
    expect(answers.filter((status) => status === 403)).toHaveLength(45);
    expect(await signIn(name, "right")).toBe(403);
  }
  expect(await signIn("ben", "right")).toBe(200);
});

test("The same with Basic, and with two names in one request", async () => {
  const basic = (name: string, password: string) => `Basic ${Buffer.from(`${name}:${password}`).toString("base64")}`;
  const ask = async (authorization: string) =>
    (await fetch(`${front.address}/db/directory`, { headers: { authorization } })).status;
  for (let guess = 0; guess < 5; guess++) expect(await ask(basic("anna", `wrong ${guess}`))).toBe(401);
  expect(await ask(basic("anna", "right"))).toBe(403);
  const headers = { authorization: basic("ben", "right"), "content-type": "application/json" };
  const send = async (body: string) =>
    (await fetch(`${front.address}/db/_session`, { method: "POST", headers, body })).status;
  expect(await send('{"name":"anna","password":"right"}')).toBe(403);
  expect(await send('{"name":"nobody","name":"anna","password":"right"}')).toBe(400);
  expect(await send('{"name":"nobody","username":"anna","password":"right"}')).toBe(400);
  const twice = "name=nobody&name=anna&password=right";
  const form = { "content-type": "application/x-www-form-urlencoded" };
  expect((await fetch(`${front.address}/db/_session`, { method: "POST", headers: form, body: twice })).status).toBe(
    400,
  );
});

test("A password beside a session that holds is not looked at: it is no guess, and proves nothing", async () => {
  const body = new URLSearchParams({ name: "ben", password: "right" });
  const { headers } = await fetch(`${front.address}/db/_session`, { method: "POST", body });
  const cookie = headers.getSetCookie()[0]?.split(";")[0] ?? "";
  const basic = (name: string, password: string) => `Basic ${Buffer.from(`${name}:${password}`).toString("base64")}`;
  const who = async (more: object) => {
    const answer = await fetch(`${front.address}/db/_session`, { headers: { ...more } });
    return [answer.status, (await answer.json()).userCtx?.name];
  };
  for (let guess = 0; guess < 8; guess++)
    expect(await who({ cookie, authorization: basic("anna", `wrong ${guess}`) })).toEqual([200, "ben"]);
  for (let guess = 0; guess < 4; guess++)
    expect(await who({ authorization: basic("anna", `wrong ${guess}`) })).toEqual([401, undefined]);
  expect(await who({ cookie: "AuthSession=forged", authorization: basic("anna", "wrong 4") })).toEqual([
    401,
    undefined,
  ]);
  expect(await who({ authorization: basic("anna", "right") })).toEqual([403, undefined]);
});

test("A new passphrase opens the account at once", async () => {
  for (let guess = 0; guess < 6; guess++) await signIn("anna", "wrong");
  expect(await signIn("anna", "right")).toBe(403);
  await saveAccount(front.couch, { name: "anna", roles: ["driver"], passphrase: "newer" });
  expect(await signIn("anna", "newer")).toBe(200);
});

test("Whoever tries many names is slowed; people who signed in there before are not, and others get in when it is their turn", async () => {
  expect(await signIn("ben", "right")).toBe(200);
  const answers = await Promise.all(Array.from({ length: 150 }, (_, name) => signIn(`guess${name}`, "1234")));
  // Four are judged at once, so up to three more may be under way when the hundredth is known to be wrong.
  expect(answers.filter((status) => status === 401).length).toBeLessThan(104);
  expect(answers.filter((status) => status === 429).length).toBeGreaterThan(46);
  expect(await signIn("anna", "right")).toBe(200);
  expect(await signIn("ben", "right")).toBe(200);
});

test("A wrong passphrase is held back until the same moment for a name that does not exist", async () => {
  vi.spyOn(performance, "now").mockReturnValue(5_000);
  for (const [password, held] of [
    ["wrong", 60],
    [`p1.${"a".repeat(43)}`, 20],
  ] as const) {
    for (const name of ["anna", "nobody"]) {
      waits.length = 0;
      expect(await signIn(name, password)).toBe(401);
      expect([name, waits]).toEqual([name, [held]]);
    }
  }
});

test("Others sign in while somebody guesses many times: of those only five reach the store", async () => {
  const guesses = Array.from({ length: 200 }, (_, guess) => signIn("anna", `wrong ${guess}`));
  expect(await signIn("ben", "right")).toBe(200);
  const answers = await Promise.all(guesses);
  expect(answers.filter((status) => status === 401)).toHaveLength(5);
  expect(answers.filter((status) => status === 403)).toHaveLength(195);
});

test("A lock ends after five minutes, and a turn ends whatever becomes of it", async () => {
  let now = 0;
  const guard = openLoginGuard(undefined, () => now);
  const anna = { name: "anna", password: "wrong", address: "192.0.2.1" };
  for (let guess = 0; guess < 5; guess++) {
    const admission = await guard.admit(anna);
    if (admission.type === "judge") admission.end("wrong");
  }
  expect((await guard.admit(anna)).type).toBe("locked");
  expect((await guard.admit({ ...anna, address: "192.0.2.2" })).type).toBe("judge");
  now = 5 * 60_000;
  const admission = await guard.admit(anna);
  expect(admission.type).toBe("judge");
  const next = guard.admit(anna);
  if (admission.type === "judge") admission.end("unclear");
  expect((await next).type).toBe("judge");
});

describe("Guesses slow the guesser", () => {
  let now = 0;
  let guard: LoginGuard;
  beforeEach(() => {
    now = 0;
    guard = openLoginGuard(undefined, () => now);
  });
  type Attempt = Parameters<LoginGuard["admit"]>[0];
  const attempt = async (one: Attempt, outcome: "right" | "wrong", how: "admit" | "admitCode" = "admit") => {
    const admission = await guard[how](one);
    if (admission.type === "judge") admission.end(outcome);
    return admission.type;
  };
  const guess = async (times: number, place: (time: number) => Omit<Attempt, "password">) => {
    for (let time = 0; time < times; time++) await attempt({ ...place(time), password: `wrong ${time}` }, "wrong");
  };
  const lea = { name: "lea", password: "right", address: "10.0.0.1" };

  test("never the owner where they have signed in: not from anywhere else, nor from twenty places", async () => {
    expect(await attempt(lea, "right")).toBe("judge");
    now += 3_600_000;
    await guess(100, (time) => ({ name: "lea", address: `192.0.2.${time % 20}` }));
    expect(await attempt(lea, "right")).toBe("judge");
    expect(await attempt({ ...lea, password: "right too", address: "192.0.2.200" }, "right")).toBe("locked");
  });

  test("nor on a phone on which they have worked, whoever guesses behind the same address", async () => {
    await guess(100, (time) => ({ name: ["lea", "ann", "ben"][time % 3] ?? "", address: "10.0.0.1" }));
    await guess(200, (time) => ({ name: `other ${time}`, address: "10.0.0.1" }));
    expect(await attempt({ ...lea, phone: "of lea" }, "right")).toBe("judge");
  });

  test("and a phone that is stolen gives its thief five guesses, which stop nobody else", async () => {
    await guess(6, () => ({ name: "lea", address: "10.0.0.1", phone: "of lea" }));
    expect(await attempt({ ...lea, password: "another", phone: "of lea" }, "right")).toBe("locked");
    expect(await attempt(lea, "right")).toBe("judge");
  });

  test("nor whoever shares the address: another account, another phone, an invitation", async () => {
    await guess(30, () => ({ name: "lea", address: "10.0.0.1" }));
    expect(await attempt({ ...lea, name: "ann" }, "right")).toBe("judge");
    await guess(200, (time) => ({ name: `other ${time}`, address: "10.0.0.1" }));
    expect(await attempt({ ...lea, name: "eva" }, "right", "admitCode")).toBe("judge");
  });
});
