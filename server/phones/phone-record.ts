import { timingSafeEqual } from "node:crypto";
import type { CouchClient } from "../couch-client.ts";

/** Where the server keeps what is its own; no account may open it. It is in every backup. */
export const serverDatabase = "server";

/** One person's place on one phone. The device is its name in stamps and says nothing about a person; times are ISO 8601. */
export type PhoneRecord = {
  readonly _id: string;
  readonly _rev: string;
  readonly device: string;
  readonly account: string;
  /** What kind of phone it is, as the browser says. */
  readonly label: string;
  /** What people call it, where somebody gave it a name (`phoneName`). */
  readonly name?: string;
  readonly firstAt: string;
  readonly lastAt: string;
  /** It was ordered to be wiped; and when it was told. */
  readonly wipeAt?: string;
  readonly toldAt?: string;
  /** Lets this person choose a new passphrase on this phone, once; kept by their lead. Opens nothing but the box on that phone. */
  readonly reset?: string;
};

export const phoneId = (device: string): string => `phone:${device}`;

/** Phones of one account that were heard within a month: a lead has to find one of them in the list. */
const mostPhones = 100;
const monthMs = 30 * 86_400_000;

const hasTooMany = async (couch: CouchClient, account: string, at: string): Promise<boolean> => {
  const since = new Date(Date.parse(at) - monthMs).toISOString();
  return (
    (await allPhones(couch)).filter((phone) => phone.account === account && phone.lastAt > since).length >= mostPhones
  );
};

/**
 * Writes a phone down at its first contact. False where the device belongs to another account; "tooMany" where the account has many phones,
 * or `mayAdd` says no to one more.
 */
export const savePhone = async (
  couch: CouchClient,
  phone: Pick<PhoneRecord, "device" | "account" | "label" | "reset">,
  at: string,
  mayAdd: () => boolean = () => true,
): Promise<boolean | "tooMany"> => {
  const path = `${serverDatabase}/${phoneId(phone.device)}`;
  const there = await couch.get<PhoneRecord>(path);
  if (there.status === 200) {
    const { account, reset } = there.body;
    if (account !== phone.account || phone.reset === undefined || phone.reset === reset)
      return account === phone.account;
    const { status } = await couch.put(path, { ...there.body, reset: phone.reset });
    return status < 300 || (status === 409 && savePhone(couch, phone, at, mayAdd));
  }
  if (!mayAdd() || (await hasTooMany(couch, phone.account, at))) return "tooMany";
  const made = await couch.put(path, { ...phone, firstAt: at, lastAt: at });
  return made.status < 300 || (made.status === 409 && savePhone(couch, phone, at, mayAdd));
};

/** Every phone, with when it was heard last. */
export const allPhones = async (couch: CouchClient): Promise<readonly PhoneRecord[]> => {
  const [phones, contacts] = await Promise.all([
    rowsOf<PhoneRecord>(couch, "_all_docs", "phone:"),
    rowsOf<Contact & { readonly _id: string }>(couch, "_local_docs", contactId("")),
  ]);
  const heard = new Map(contacts.map(({ _id, at }) => [_id, at]));
  return phones.map((phone) => ({ ...phone, lastAt: later(phone.lastAt, heard.get(contactId(phone.device))) }));
};

const rowsOf = async <D>(
  couch: CouchClient,
  list: "_all_docs" | "_local_docs",
  from: string,
): Promise<readonly D[]> => {
  const query = `include_docs=true&startkey=${encodeURIComponent(`"${from}"`)}&endkey=${encodeURIComponent(`"${from}~"`)}`;
  const { status, body } = await couch.get<{ rows: readonly { doc: D }[] }>(`${serverDatabase}/${list}?${query}`);
  return status === 200 ? body.rows.map(({ doc }) => doc) : [];
};

/**
 * When a phone was heard last. A phone asks every minute for years: a `_local` document keeps no history, and no feed tells of it. What the
 * phone's own record says is of its first contact, or of the last before contacts were kept apart.
 */
type Contact = { readonly at: string };

const contactId = (device: string): string => `_local/contact:${device}`;

export const lastContact = async (couch: CouchClient, { device, lastAt }: PhoneRecord): Promise<string> => {
  const { status, body } = await couch.get<Contact>(`${serverDatabase}/${contactId(device)}`);
  return later(lastAt, status === 200 ? body.at : undefined);
};

export const noteContact = async (couch: CouchClient, device: string, at: string): Promise<void> =>
  void (await couch.put(`${serverDatabase}/${contactId(device)}`, { at } satisfies Contact));

const later = (one: string, other: string | undefined): string => (other !== undefined && other > one ? other : one);

/** Whether two secrets are the same, in a time that does not tell where they differ. */
export const equalSecrets = (right: string, given: string): boolean => {
  const [one, other] = [Buffer.from(right), Buffer.from(String(given))];
  return one.length === other.length && timingSafeEqual(one, other);
};
