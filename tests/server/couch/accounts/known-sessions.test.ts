import { expect, test } from "vitest";
import { openKnownSessions } from "../../../../server/couch/accounts/known-sessions.ts";
import { writeSession } from "../../../../server/couch/accounts/session-cookie.ts";

const cookieOf = (name: string, salt: string, secret = "secret") =>
  `AuthSession=${writeSession(name, salt, secret, 1_790_000_000)}`;

test("A session that was found genuine is judged anew once the account's salt is another", () => {
  const { readSession, isGenuine } = openKnownSessions("secret");
  const judge = (cookie: string, salt: string) => {
    const session = readSession(cookie);
    return session && isGenuine(session, salt);
  };
  const cookie = cookieOf("anna", "before");
  for (const salt of ["before", "before", "after", "after", "before", "after"])
    expect([salt, judge(cookie, salt)]).toEqual([salt, salt === "before"]);
});

test("What is remembered of one session says nothing of another", () => {
  const { readSession, isGenuine } = openKnownSessions("secret");
  const anna = readSession(cookieOf("anna", "salt"));
  expect(anna && isGenuine(anna, "salt")).toBe(true);
  const forged = [
    cookieOf("anna", "salt", "another secret"),
    `AuthSession=${Buffer.from(`bert:${anna?.time.toString(16).toUpperCase()}:${anna?.mac}`).toString("base64url")}`,
    `AuthSession=${Buffer.from(`anna:0:${anna?.mac}`).toString("base64url")}`,
  ];
  for (const cookie of forged)
    for (const _ of [1, 2]) {
      const session = readSession(cookie);
      expect(session && isGenuine(session, "salt")).toBe(false);
    }
  expect(readSession("AuthSession=rubbish")).toBeUndefined();
  expect(readSession(undefined)).toBeUndefined();
});
