import { createHmac } from "node:crypto";
import { findAccount } from "../accounts/accounts.ts";
import { isExpired } from "../accounts/end-expired-accounts.ts";
import type { CouchClient } from "../couch-client.ts";
import { equalSecrets, lastContact, noteContact, type PhoneRecord, phoneId, serverDatabase } from "./phone-record.ts";

/** What a phone asks about itself. It works without a session: an account that has ended has none, and must be told all the same. */
export type CommandQuestion = { readonly device: string; readonly pass: string; readonly nonce: string };

/** `proof` binds the order to this device and this question, so that no other party can give it, and no one twice. */
export type CommandAnswer = {
  readonly order: RemoteCommand;
  readonly leaseUntil: string | null;
  readonly proof: string;
};
export type RemoteCommand = "none" | "wipe";

/** Lets one device ask about itself, and nothing else: it lies on the phone in clear. */
export const deviceTokenFor = (secret: Buffer, device: string): string =>
  createHmac("sha256", secret)
    .update(JSON.stringify(["contact", device]))
    .digest("base64url");

/** Nothing for a phone that is not known, or does not prove who it is. */
export const answerPhone = async (
  couch: CouchClient,
  secret: Buffer,
  { device, pass, nonce }: CommandQuestion,
  { leaseHours, now = Date.now() }: { readonly leaseHours: number; readonly now?: number },
): Promise<CommandAnswer | undefined> => {
  const right = deviceTokenFor(secret, device);
  if (!equalSecrets(right, pass)) return undefined;
  const { status, body: phone } = await couch.get<PhoneRecord>(`${serverDatabase}/${phoneId(device)}`);
  if (status !== 200) return undefined;
  const account = await findAccount(couch, phone.account);
  const at = new Date(now).toISOString();
  const isGood = account !== undefined && !account.ended && !isExpired(account, at) && !phone.wipeAt;
  const order: RemoteCommand = phone.wipeAt ? "wipe" : "none";
  const leaseUntil = isGood ? new Date(now + leaseHours * 3_600_000).toISOString() : null;
  if (order === "wipe" && !phone.toldAt)
    await couch.put(`${serverDatabase}/${phoneId(device)}`, { ...phone, lastAt: at, toldAt: at });
  else if (now - Date.parse(await lastContact(couch, phone)) > freshFor) await noteContact(couch, device, at);
  return { order, leaseUntil, proof: proofOf(right, nonce, order, leaseUntil) };
};

/**
 * Milliseconds in which a phone that asks often is not written down again: the store writes a page of four kilobytes each time, and a phone asks every
 * minute for years.
 */
const freshFor = 5 * 60_000;

const proofOf = (pass: string, nonce: string, order: RemoteCommand, leaseUntil: string | null): string =>
  createHmac("sha256", pass)
    .update(JSON.stringify([nonce, order, leaseUntil]))
    .digest("base64url");
