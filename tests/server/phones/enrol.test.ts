import "../../support/server/cheap-passwords.ts";
import type { FastifyReply, FastifyRequest } from "fastify";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findAccount, saveAccount } from "../../../server/accounts/accounts.ts";
import { endExpiredAccounts } from "../../../server/accounts/end-expired-accounts.ts";
import {
  checkDigits,
  type DigitsOutcome,
  forgetTickets,
  type Ticket,
} from "../../../server/accounts/invitation-ticket.ts";
import { installDatabase } from "../../../server/design/install-database.ts";
import { inviteVolunteer } from "../../../server/phones/invite-volunteer.ts";
import { openEnrolDoor } from "../../../server/web/phones/enrol-door.ts";
import { phoneApi } from "../../../server/web/phones/phone-api.ts";
import { findSessionUser } from "../../../server/web/sign-in/find-session-user.ts";
import { admin, startFront, type TestFront, withPassphrases } from "../web/support/start-front.ts";

const patience = 40;
/** Where the accounts are and phones ask; and the front at which a passphrase is chosen. */
let store: TestFront;
let front: TestFront;
beforeEach(async () => {
  const asks = findSessionUser(() => `${store.address}/db`);
  store = await startFront({
    more: () => phoneApi({ couch: () => store.couch, whoAsks: asks, leaseHours: 24, key: admin.password, patience }),
  });
  front = await startFront(withPassphrases(() => store.couch));
  await installDatabase(store.couch, "server");
});
afterEach(async () => {
  await front.close();
  await store.close();
});

type Invited = Ticket & { readonly code: string; readonly endsAt: string };
const invite = async (name: string, now?: number): Promise<Invited> => {
  const lead = { name: "lea", roles: ["lead:medyka"] };
  const invited = await inviteVolunteer(store.couch, { key: admin.password }, lead, { name, site: "medyka" }, now);
  if (!invited || "taken" in invited) throw new Error("not invited");
  return invited;
};
const post = (path: string, body: object, cookie = "") =>
  fetch(`${store.address}/db/_phone/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...(cookie && { cookie }) },
    body: JSON.stringify(body),
  });
const tell = async ({ ticket }: Ticket, digits: string): Promise<DigitsOutcome> =>
  (await (await post("enrol", { ticket, digits })).json()) as DigitsOutcome;
const choose = async (name: string, password: string): Promise<number> => {
  const body = JSON.stringify({ name, password, next: "four words that hold" });
  const headers = { "content-type": "application/json" };
  return (await fetch(`${front.address}/account/passphrase`, { method: "POST", headers, body })).status;
};
/** So many others than the right ones. */
const wrongDigits = ({ digits }: Ticket, count: number): readonly string[] =>
  Array.from({ length: count }, (_, place) => String((Number(digits) + 1 + place) % 10 ** 6).padStart(6, "0"));

test("Ticket and digits together tell the account and the code that chooses its passphrase, once", async () => {
  const ann = await invite("ann");
  expect(ann.ticket).toMatch(/^[\w-]{22}$/);
  expect(ann.digits).toMatch(/^\d{6}$/);
  const answer = await tell(ann, ann.digits);
  expect(answer).toEqual({ outcome: "right", name: "ann", code: ann.code });
  expect(await choose("ann", ann.code)).toBe(200);
  expect(await findAccount(store.couch, "ann")).toMatchObject({ roles: ["account", "volunteer:medyka"] });
  expect(await tell(ann, ann.digits)).toEqual({ outcome: "over" });
});

test("Five wrong tries one after the other count down; then the right digits open nothing, and a lead invites anew", async () => {
  const ben = await invite("ben");
  const answers: DigitsOutcome[] = [];
  for (const digits of wrongDigits(ben, 6)) answers.push(await tell(ben, digits));
  expect(answers).toEqual([
    ...[4, 3, 2, 1].map((left) => ({ outcome: "wrong", left })),
    ...[{ outcome: "usedUp" }, { outcome: "usedUp" }],
  ]);
  expect(await tell(ben, ben.digits)).toEqual({ outcome: "usedUp" });
  const again = await invite("ben");
  expect(await tell(ben, ben.digits)).toEqual({ outcome: "over" });
  expect(await tell(again, again.digits)).toMatchObject({ outcome: "right", name: "ben" });
});

test("A hundred guesses at once are five, whichever of them is right", async () => {
  const cid = await invite("cid");
  const guesses = wrongDigits(cid, 60);
  const answers = await Promise.all(
    guesses.map((digits) => checkDigits(store.couch, admin.password, { ...cid, digits })),
  );
  expect(answers.filter(({ outcome }) => outcome === "wrong").map((one) => "left" in one && one.left)).toHaveLength(4);
  expect(new Set(answers.map((one) => ("left" in one ? one.left : 0)))).toEqual(new Set([4, 3, 2, 1, 0]));
  const judged = await store.couch.get<{ rows: { doc: { tries: number } }[] }>(tickets);
  expect(judged.body.rows.map(({ doc }) => doc.tries)).toEqual([5]);
  expect(await checkDigits(store.couch, admin.password, cid)).toEqual({ outcome: "usedUp" });
});

test("A ticket ends with its invitation, is forgotten afterwards, and can be made again for the same name", async () => {
  const now = Date.now();
  const dan = await invite("dan", now - 15 * 60_000 - 1_000);
  expect(await tell(dan, dan.digits)).toEqual({ outcome: "over" });
  const eva = await invite("eva", now - 14 * 60_000);
  await forgetTickets(store.couch, new Date(now).toISOString());
  expect((await store.couch.get<{ rows: object[] }>(tickets)).body.rows).toHaveLength(1);
  expect(await tell(eva, eva.digits)).toMatchObject({ outcome: "right", name: "eva" });
  await endExpiredAccounts(store.couch, new Date(now + 3_600_000).toISOString());
  expect(await tell(eva, eva.digits)).toEqual({ outcome: "over" });
  const again = await invite("dan");
  expect(await tell(again, again.digits)).toMatchObject({ outcome: "right" });
});

test("Neither the ticket nor the digits nor the code stand anywhere on the server, and a ticket alone makes no code", async () => {
  const fay = await invite("fay");
  const records = JSON.stringify([
    (await store.couch.get(tickets)).body,
    await findAccount(store.couch, "fay"),
    (await store.couch.get("_users/_all_docs?include_docs=true")).body,
  ]);
  for (const secret of [fay.ticket, `"${fay.digits}"`, fay.code]) expect(records).not.toContain(secret);
  for (const password of [fay.ticket, fay.digits, `${fay.ticket}.${fay.digits}`])
    expect(await choose("fay", password)).toBe(401);
  expect(JSON.stringify(store.said)).not.toMatch(new RegExp(`${fay.ticket}|${fay.digits}|${fay.code}`));
});

test("A ticket that is unknown, wrong or over is refused after the same time, tells no name, and the right one at once", async () => {
  const gil = await invite("gil");
  const [wrong = ""] = wrongDigits(gil, 1);
  const old = await invite("hal", Date.now() - 3_600_000);
  const pauses: number[] = [];
  const door = openEnrolDoor(
    () => store.couch,
    admin.password,
    60_000,
    async (ms) => void pauses.push(ms),
  );
  const ask = async (ticket: string, digits: string) =>
    JSON.stringify(await door({ ip: "10.0.0.1", body: { ticket, digits } } as FastifyRequest, {} as FastifyReply));
  const refused = [await ask(gil.ticket, wrong), await ask("A".repeat(22), wrong), await ask(old.ticket, old.digits)];
  expect(refused.join()).not.toMatch(/gil|hal/);
  // What is left of a minute after so little work: almost all of it.
  expect(pauses.map((ms) => Math.round(ms / 60_000))).toEqual([1, 1, 1]);
  expect(await ask(gil.ticket, gil.digits)).toContain("gil");
  expect(pauses).toHaveLength(3);
});

test("What is no ticket or no six digits is not counted, and no answer is kept by a cache", async () => {
  const ida = await invite("ida");
  for (const digits of ["", "12345", "1234567", "12345a", " 12345"])
    expect((await post("enrol", { ticket: ida.ticket, digits })).status).toBe(400);
  expect((await post("enrol", { ticket: `${ida.ticket}.ida`, digits: ida.digits })).status).toBe(400);
  const right = await post("enrol", { ticket: ida.ticket, digits: ida.digits });
  expect(right.headers.get("cache-control")).toContain("no-store");
  expect(await right.json()).toMatchObject({ outcome: "right" });
});

test("A volunteer neither invites nor reads nor counts what was invited", async () => {
  await saveAccount(store.couch, { name: "vol", roles: ["volunteer:medyka"], passphrase: "right" });
  const body = new URLSearchParams({ name: "vol", password: "right" });
  const { headers } = await fetch(`${store.address}/db/_session`, { method: "POST", body });
  const cookie = headers.getSetCookie()[0]?.split(";")[0] ?? "";
  await invite("jan");
  expect((await post("invite", { name: "kim", site: "medyka" }, cookie)).status).toBe(403);
  expect(await findAccount(store.couch, "kim")).toBeUndefined();
  const read = (path: string) => fetch(`${store.address}/db/${path}`, { headers: { cookie } });
  for (const path of [tickets, "server", "server/_changes", "_users/org.couchdb.user:jan"])
    expect([401, 403, 404]).toContain((await read(path)).status);
});

const tickets = 'server/_all_docs?include_docs=true&startkey="invitation:"&endkey="invitation:~"';
