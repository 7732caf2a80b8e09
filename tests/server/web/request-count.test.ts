import "../../support/server/cheap-passwords.ts";
import { afterEach, beforeEach, expect, test } from "vitest";
import { saveAccount } from "../../../server/accounts/accounts.ts";
import { startFront, type TestFront } from "./support/start-front.ts";

const basic = (name: string, password: string) => `Basic ${Buffer.from(`${name}:${password}`).toString("base64")}`;

let front: TestFront;
beforeEach(async () => {
  front = await startFront({
    mostAnonymous: 20,
    more: () => async (scope) => {
      scope.get("/account/more", async () => ({}));
    },
  });
  await saveAccount(front.couch, { name: "anna", roles: ["driver"], passphrase: "right" });
});
afterEach(() => front.close());

const ask = async (headers: Record<string, string>, path = "/db/_session"): Promise<number> => {
  const answer = await fetch(front.address + path, { headers });
  await answer.text();
  return answer.status;
};
const asked = async (count: number, headers: Record<string, string>, path?: string): Promise<number[]> => {
  const statuses: number[] = [];
  for (let time = 0; time < count; time++) statuses.push(await ask(headers, path));
  return statuses;
};

test.each([
  ["no session", {}],
  ["a session that is made up", { cookie: "AuthSession=x" }],
  ["a sealed one that is made up", { cookie: "AuthSession=bound.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" }],
  ["a token of another kind", { authorization: "Bearer x" }],
  ["half a password", { authorization: "Basic eA" }],
  ["what only one of two readers takes for a password", { authorization: `${basic("anna", "x")}!` }],
])("Whoever asks with %s is nobody in particular", async (_, headers) => {
  expect((await asked(30, headers)).filter((status) => status === 429).length).toBeGreaterThanOrEqual(9);
});

test("So is whoever makes up passwords, and whoever asks what lies beside the data", async () => {
  const guesses = await Promise.all(
    Array.from({ length: 30 }, (_, guess) => ask({ authorization: basic(`g${guess}`, "x") })),
  );
  expect(guesses).toContain(429);
  expect(await ask({}, "/account/more")).toBe(429);
});

test("A session that holds and a password that was right are somebody's", async () => {
  const body = new URLSearchParams({ name: "anna", password: "right" });
  const answer = await fetch(`${front.address}/db/_session`, { method: "POST", body });
  const cookie = answer.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  expect(new Set(await asked(40, { cookie }))).toEqual(new Set([200]));
  expect(new Set(await asked(40, { authorization: basic("anna", "right") }))).toEqual(new Set([200]));
});
