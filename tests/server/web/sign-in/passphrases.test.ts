import "../../../support/server/cheap-passwords.ts";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findAccount, saveAccount } from "../../../../server/accounts/accounts.ts";
import { serverPassword } from "../../../../src/device/keyring/server-password.ts";
import { aCouchElsewhere, admin, startFront, stores, type TestFront } from "../support/start-front.ts";

const words = "amber bridge lantern seven";
let front: TestFront;
let close = async () => {};
beforeEach(() => {
  close = async () => {};
});
afterEach(() => close());

const signIn = async (body: Readonly<Record<string, string>>, as: "form" | "json" = "json"): Promise<number> => {
  const headers = { "content-type": as === "json" ? "application/json" : "application/x-www-form-urlencoded" };
  const text = as === "json" ? JSON.stringify(body) : new URLSearchParams(body).toString();
  const answer = await fetch(`${front.address}/db/_session`, { method: "POST", headers, body: text });
  await answer.text();
  return answer.status;
};
const basic = async (name: string, password: string): Promise<number> => {
  const authorization = `Basic ${Buffer.from(`${name}:${password}`).toString("base64")}`;
  const answer = await fetch(`${front.address}/db/_session`, { headers: { authorization } });
  return answer.status;
};

test.each(stores)(
  "What a phone makes of the passphrase signs in, and so do the words themselves, from programs (store: %s)",
  async (where) => {
    const upstream = where === "elsewhere" ? await aCouchElsewhere() : undefined;
    front = await startFront(upstream && { upstream: upstream.url });
    close = async () => {
      await front.close();
      await upstream?.stop();
    };
    await saveAccount(front.couch, { name: "anna", roles: ["driver"], passphrase: words });
    await saveAccount(front.couch, {
      name: "ben",
      roles: ["driver"],
      passphrase: await serverPassword("ben", words),
    });
    for (const name of ["anna", "ben"]) {
      expect(await signIn({ name, password: await serverPassword(name, words) })).toBe(200);
      expect(await signIn({ name, password: words })).toBe(200);
      expect(await signIn({ name, password: words }, "form")).toBe(200);
      expect(await basic(name, words)).toBe(200);
      expect(await basic(name, await serverPassword(name, words))).toBe(200);
    }
    expect(await signIn({ name: "anna", password: await serverPassword("ben", words) })).toBe(401);
    expect(await signIn({ name: "anna", password: "amber bridge lantern eight" })).toBe(401);
    expect(await basic("anna", "amber bridge lantern eight")).toBe(401);
  },
);

test("Accounts that others made in the store keep the password they were given; the administrator's, too", async () => {
  front = await startFront();
  close = front.close;
  await front.couch.put("_users/org.couchdb.user:robot", {
    _id: "org.couchdb.user:robot",
    type: "user",
    name: "robot",
    roles: [],
    password: "as it was typed",
  });
  expect(await signIn({ name: "robot", password: "as it was typed" })).toBe(200);
  expect(await basic("robot", "as it was typed")).toBe(200);
  expect(await basic(admin.user, admin.password)).toBe(200);
});

test("The store never holds what the passphrase itself would fit", async () => {
  front = await startFront();
  close = front.close;
  await saveAccount(front.couch, { name: "anna", roles: [], passphrase: words });
  const { fitsPassword } = await import("../../../../server/couch/accounts/passwords.ts");
  const account = (await findAccount(front.couch, "anna")) as never;
  expect(await fitsPassword(words, account)).toBe(false);
  expect(await fitsPassword(await serverPassword("anna", words), account)).toBe(true);
});
