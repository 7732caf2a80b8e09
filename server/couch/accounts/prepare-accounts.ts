import { randomBytes } from "node:crypto";
import { isDesignId, isLocalId } from "../documents/document-id.ts";
import type { Draft } from "../documents/draft.ts";
import { badRequest, notFound } from "../refuse.ts";
import type { Database } from "../store/database.ts";
import type { Accounts } from "./accounts.ts";
import { USER_PREFIX } from "./can-see.ts";
import { hashPassword } from "./passwords.ts";
import { securityOf } from "./security-of.ts";
import { isDatabaseAdmin, type UserContext } from "./user-context.ts";

/** Documents on their way into `_users`: passwords become hashes; another user's account is as if missing (404). */
export const prepareAccounts = async (
  { iterations }: Accounts,
  database: Database,
  user: UserContext,
  drafts: readonly Draft[],
): Promise<Draft[]> => {
  const isAdmin = isDatabaseAdmin(user, securityOf(database));
  const prepared: Draft[] = [];
  for (const draft of drafts) {
    const isFree = isAdmin || user.name === null || isDesignId(draft.id) || isLocalId(draft.id);
    if (!isFree && draft.id !== USER_PREFIX + user.name) return notFound();
    prepared.push(await withHash(draft, iterations));
  }
  return prepared;
};

const withHash = async (draft: Draft, iterations: number): Promise<Draft> => {
  const { password } = draft.fields;
  if (password === undefined || password === null) return draft;
  if (typeof password !== "string") return badRequest("Password must be a string.");
  const record = await hashPassword(password, randomBytes(16).toString("hex"), iterations);
  const fields = {
    ...record,
    ...Object.fromEntries(Object.entries(draft.fields).filter(([name]) => !PASSWORD_FIELDS.has(name))),
  };
  return { ...draft, fields, text: JSON.stringify(fields) };
};

const PASSWORD_FIELDS = new Set([
  "derived_key",
  "iterations",
  "password",
  "password_scheme",
  "password_sha",
  "preserve_salt",
  "pbkdf2_prf",
  "salt",
]);
