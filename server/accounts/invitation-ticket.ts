import { createHash, createHmac, randomBytes, randomInt } from "node:crypto";
import type { CouchClient } from "../couch-client.ts";
import { installDatabase } from "../design/install-database.ts";
import { equalSecrets, serverDatabase } from "../phones/phone-record.ts";
import { findAccount, type Invitation } from "./accounts.ts";

/** What makes a phone ready: a ticket of 128 bits, which an address holds, and six digits, which stand in no address. */
export type Ticket = { readonly ticket: string; readonly digits: string };

export type DigitsOutcome =
  /** The code chooses the account's passphrase, once. */
  | { readonly outcome: "right"; readonly name: string; readonly code: string }
  | { readonly outcome: "wrong"; readonly left: number }
  | { readonly outcome: "usedUp" }
  /** The ticket has ended, was used, was replaced by a newer one, or never existed. */
  | { readonly outcome: "over" };

/** Tries of the digits of one ticket, the right one included. */
export const mostTries = 5;

export const newTicket = (): Ticket => ({
  ticket: randomBytes(16).toString("base64url"),
  digits: String(randomInt(10 ** 6)).padStart(6, "0"),
});

/** The account's one-time passphrase, 256 bits. Only a server with this key makes it, and only of ticket and digits together. */
export const codeOf = (key: string, given: Ticket): string => macOf(key, "code", given);

/** What the server remembers of a ticket: neither the ticket nor the digits, so its database and its backups open no account. */
type TicketRecord = {
  readonly _id: string;
  readonly name: string;
  /** Of the invitation: another one makes this ticket void. */
  readonly seal: string;
  readonly proof: string;
  readonly tries: number;
  readonly endsAt: string;
};

export const keepTicket = async (
  couch: CouchClient,
  key: string,
  given: Ticket,
  { name, invitation }: { readonly name: string; readonly invitation: Invitation },
): Promise<void> => {
  const kept: Omit<TicketRecord, "_id"> = {
    ...{ name, seal: invitation.seal, proof: macOf(key, "proof", given), tries: 0, endsAt: invitation.until },
  };
  const put = async () => (await couch.put(pathOf(given), kept)).status;
  let status = await put();
  if (status === 404) {
    await installDatabase(couch, serverDatabase);
    status = await put();
  }
  if (status !== 201) throw new Error(`the ticket was not kept: ${status}`);
};

/** Counts the try before it looks at the digits: a hundred guesses at once are five. */
export const checkDigits = async (
  couch: CouchClient,
  key: string,
  given: Ticket,
  now = Date.now(),
): Promise<DigitsOutcome> => {
  const { status, body: kept } = await couch.get<TicketRecord>(pathOf(given));
  if (status !== 200 && status !== 404) throw new Error(`the ticket was not read: ${status}`);
  if (status === 404 || kept.endsAt <= new Date(now).toISOString()) return { outcome: "over" };
  const { name, seal, proof, tries } = kept;
  if ((await findAccount(couch, name))?.invitation?.seal !== seal) return { outcome: "over" };
  if (tries >= mostTries) return { outcome: "usedUp" };
  const counted = await couch.put(pathOf(given), { ...kept, tries: tries + 1 });
  if (counted.status === 409) return checkDigits(couch, key, given, now);
  if (counted.status !== 201) throw new Error(`the try was not counted: ${counted.status}`);
  if (equalSecrets(macOf(key, "proof", given), proof)) return { outcome: "right", name, code: codeOf(key, given) };
  const left = mostTries - tries - 1;
  return left > 0 ? { outcome: "wrong", left } : { outcome: "usedUp" };
};

/** Removes what is known of tickets that have ended. `now` as ISO 8601. */
export const forgetTickets = async (couch: CouchClient, now: string): Promise<void> => {
  const range = `startkey=${encodeURIComponent(`"${prefix}"`)}&endkey=${encodeURIComponent(`"${prefix}~"`)}`;
  type Rows = { readonly rows: readonly { readonly doc: TicketRecord & { readonly _rev: string } }[] };
  const { status, body } = await couch.get<Rows>(`${serverDatabase}/_all_docs?include_docs=true&${range}`);
  if (status !== 200) return;
  const over = body.rows.flatMap(({ doc }) => (doc.endsAt < now ? [doc] : []));
  const docs = over.map(({ _id, _rev }) => ({ _id, _rev, _deleted: true }));
  if (docs.length > 0) await couch.post(`${serverDatabase}/_bulk_docs`, { docs });
};

const prefix = "invitation:";

const pathOf = ({ ticket }: Ticket): string =>
  `${serverDatabase}/${prefix}${createHash("sha256").update(ticket).digest("base64url")}`;

const macOf = (key: string, use: "code" | "proof", { ticket, digits }: Ticket): string =>
  createHmac("sha256", `prystan ticket ${key}`)
    .update(JSON.stringify([use, ticket, digits]))
    .digest("base64url");
