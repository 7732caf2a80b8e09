import "../../support/server/cheap-passwords.ts";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findAccount, saveAccount } from "../../../server/accounts/accounts.ts";
import { endExpiredAccounts } from "../../../server/accounts/end-expired-accounts.ts";
import { type InviteOutcome, inviteVolunteer } from "../../../server/phones/invite-volunteer.ts";
import { admin, startFront, type TestFront, withPassphrases } from "../web/support/start-front.ts";

const lead = { name: "lea", roles: ["lead:medyka"] };
const next = "four words that hold";
/** Where the accounts are, and the front at which a passphrase is chosen. */
let store: TestFront;
let front: TestFront;

beforeEach(async () => {
  store = await startFront();
  front = await startFront(withPassphrases(() => store.couch));
});
afterEach(async () => {
  await front.close();
  await store.close();
});

const codeOf = (invited: InviteOutcome | false): string => {
  if (!invited || "taken" in invited) throw new Error("not invited");
  return invited.code;
};
const inviteNow = (name: string, now?: number) =>
  inviteVolunteer(store.couch, { key: admin.password }, lead, { name, site: "medyka" }, now);
const use = async (name: string, password: string): Promise<number> => {
  const body = JSON.stringify({ name, password, next });
  const headers = { "content-type": "application/json" };
  return (await fetch(`${front.address}/account/passphrase`, { method: "POST", headers, body })).status;
};

test("Attack A25: the photographed code of an enrolment opens nothing once it was used, nor after a quarter of an hour", async () => {
  const code = codeOf(await inviteNow("ann"));
  expect(code).toHaveLength(43);
  expect(await use("ann", code)).toBe(200);
  expect(await findAccount(store.couch, "ann")).toMatchObject({ roles: ["account", "volunteer:medyka"] });
  expect(await use("ann", code)).toBe(401);
  const old = codeOf(await inviteNow("ben", Date.now() - 15 * 60_000 - 1_000));
  expect(await use("ben", old)).toBe(403);
  const fresh = codeOf(await inviteNow("cid", Date.now() - 14 * 60_000));
  expect(await use("cid", fresh)).toBe(200);
});

test("Nobody is invited under the administrator's name, which is no account's", async () => {
  const options = { key: admin.password, administrator: "root" };
  expect(await inviteVolunteer(store.couch, options, lead, { name: "root", site: "medyka" })).toEqual({ taken: true });
  expect(await findAccount(store.couch, "root")).toBeUndefined();
});

test("Wrong guesses behind an address do not hold up the invitation of somebody there", async () => {
  const code = codeOf(await inviteNow("eva"));
  for (let guess = 0; guess < 7; guess += 1) expect(await use("eva", `wrong ${guess}`)).toBe(401);
  expect(await use("eva", code)).toBe(200);
});

test("A lead invites to the own site only, and nobody's account is taken over", async () => {
  expect(await inviteVolunteer(store.couch, { key: admin.password }, lead, { name: "ann", site: "przemysl" })).toBe(
    false,
  );
  expect(
    await inviteVolunteer(
      store.couch,
      { key: admin.password },
      { name: "v", roles: ["volunteer:medyka"] },
      { name: "ann", site: "medyka" },
    ),
  ).toBe(false);
  await saveAccount(store.couch, { name: "dan", roles: ["driver"], passphrase: next });
  expect(await inviteNow("dan")).toEqual({ taken: true });
});

test("An invitation that nobody used can be made again, also after it has ended; the account ends by itself after two weeks", async () => {
  const first = codeOf(await inviteNow("ann"));
  const second = codeOf(await inviteNow("ann"));
  expect(await use("ann", first)).toBe(401);
  await endExpiredAccounts(store.couch, new Date(Date.now() + 3_600_000).toISOString());
  expect(await use("ann", second)).toBe(401);
  const now = Date.now();
  expect(await use("ann", codeOf(await inviteNow("ann", now)))).toBe(200);
  const until = String((await findAccount(store.couch, "ann"))?.until);
  expect(until).toBe(new Date(now + 14 * 86_400_000).toISOString().slice(0, 10));
});
