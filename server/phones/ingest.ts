import { createHash } from "node:crypto";
import type { IngestOutcome, SealedItem, SealedWrite } from "../../src/domain/exchange/sealed-write.ts";
import { dominates, merge } from "../../src/domain/merge/merge.ts";
import { firstVersion } from "../../src/domain/merge/next-version.ts";
import { cutText } from "../../src/domain/model/cut-text.ts";
import type { Document } from "../../src/domain/model/document.ts";
import { lastDayOfReview, reviewItem } from "../../src/domain/model/kinds/review-item.ts";
import { mergeRuleOf } from "../../src/domain/model/kinds.ts";
import { findAccount } from "../accounts/accounts.ts";
import { isExpired } from "../accounts/end-expired-accounts.ts";
import type { CouchClient } from "../couch-client.ts";
import { type Security, stateOf } from "../design/security.ts";
import { validateUpdate } from "../design/validate-update.ts";
import { serverAuthor } from "../workers/server-author.ts";
import { copyInto, type Stored } from "../workers/stored-documents.ts";
import { type Home, homeOf, isAtHome, isElsewhere, reviewDatabase } from "./home-of-record.ts";
import { openSealedItem } from "./open-sealed-item.ts";
import { hasOpened } from "./opened-databases.ts";
import { isAuthorToken } from "./outbox-secret.ts";

/**
 * Puts what one phone sealed where it was sealed for, as if its author had sent it just now: merged, under the author's name, by the same
 * rules. What these refuse is laid before whoever leads that place, where its author works there or did. Nothing in the record itself
 * brings it anywhere else. Twice is once.
 */
export const ingest = async (
  couch: CouchClient,
  secret: Buffer,
  handedBy: string,
  item: SealedItem,
): Promise<IngestOutcome> => {
  const write = await openSealedItem(secret, item);
  if (!write || !isAtHome(write.database, write.document)) return "unreadable";
  const isProven = isAuthorToken(secret, write.by, write.device, write.pass);
  const sender = isProven ? { account: write.by, device: write.device } : { account: handedBy };
  if (!(await hasOpened(couch, sender, write.database))) return "unreadable";
  const home = await homeOf(couch, write.database);
  if (!home) return "later";
  const refused = isProven ? (isElsewhere(home, write.document) ?? (await store(couch, write))) : "unproven";
  if (refused === undefined) return "taken";
  return refused === tryAgain ? "later" : review(couch, home, write, { handedBy, why: refused });
};

const tryAgain: unique symbol = Symbol("tryAgain");
/** Another write may come between our read and ours. */
const tries = 5;

/** Nothing once it is in the database; else why not. */
const store = async (couch: CouchClient, write: SealedWrite): Promise<string | typeof tryAgain | undefined> => {
  const { database, document } = write;
  const roles = await rolesOf(couch, write.by);
  const security = await couch.get<Partial<Security>>(`${database}/_security`);
  if (security.status === 404) return "no_database";
  if (security.status !== 200) return tryAgain;
  if (!isMember(write.by, roles, security.body)) return "not_your_role";
  for (let time = 0; time < tries; time += 1) {
    const path = `${database}/${encodeURIComponent(document._id)}`;
    const found = await couch.get<Stored<Document>>(path);
    if (found.status !== 200 && found.status !== 404) return tryAgain;
    const { _rev, ...stored } = found.status === 200 ? found.body : ({} as Stored<Document>);
    const before = _rev === undefined ? undefined : (stored as unknown as Document);
    if (before && dominates(before, document)) return undefined;
    const joined = before ? merge(mergeRuleOf(document), before, document) : document;
    const refused = refusal(() =>
      validateUpdate(joined, before ?? null, { db: database, name: write.by, roles }, stateOf(security.body)),
    );
    if (refused !== undefined) return refused;
    const { status } = await couch.put(path, { ...joined, ...(_rev && { _rev }) });
    if (status === 201) return undefined;
    if (status !== 409) return tryAgain;
  }
  return tryAgain;
};

/** Who may not read a database does not write into it: CouchDB asks that before it asks the validator. */
const isMember = (name: string, roles: readonly string[], { members }: Partial<Security>): boolean =>
  members !== undefined && (members.names.includes(name) || roles.some((role) => members.roles.includes(role)));

const refusal = (validate: () => void): string | undefined => {
  try {
    validate();
    return undefined;
  } catch (thrown) {
    const { forbidden, unauthorized } = thrown as { readonly forbidden?: string; readonly unauthorized?: string };
    return forbidden ?? unauthorized ?? "unsound";
  }
};

/** None for an account that has ended. */
const rolesOf = async (couch: CouchClient, by: string): Promise<readonly string[]> => {
  const account = await findAccount(couch, by);
  return !account || account.ended || isExpired(account, new Date().toISOString()) ? [] : account.roles;
};

const review = async (
  couch: CouchClient,
  home: Home,
  { by, database, document }: SealedWrite,
  { handedBy, why }: { readonly handedBy: string; readonly why: string },
): Promise<IngestOutcome> => {
  const record = JSON.stringify(document);
  if (record.length > longestRecord) return "tooLong";
  const at = new Date().toISOString();
  const content = {
    ...("site" in home && { site: home.site }),
    database,
    by,
    handedBy,
    why: cutText(why, 80),
    at,
    record,
    expiresAt: lastDayOfReview(at),
  };
  const made = firstVersion(reviewItem, idOf(database, record), content, serverAuthor(at));
  const place = reviewDatabase(home);
  const there = await couch.get(`${place}/${encodeURIComponent(made._id)}`);
  if (there.status === 200) return "review";
  return (await copyInto(couch, place, [made])) ? "review" : "later";
};

/** What fits into a review; a longer one stays on the phone. */
const longestRecord = 60_000;

/** The same record makes the same review, whichever phone brings it and how often. */
const idOf = (database: string, record: string): string =>
  `handed-in:${createHash("sha256").update(`${database} ${record}`).digest("hex").slice(0, 32)}`;
