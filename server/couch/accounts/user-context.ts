import { isObject, isStrings, type Json, type JsonObject } from "../json/json.ts";

/** Who sends a request. `name` is null where signed out. */
export type UserContext = {
  readonly name: string | null;
  readonly roles: readonly string[];
  /** How the request proved it. */
  readonly by?: "cookie" | "default";
  /** Tells sessions of one account apart; none without a cookie. */
  readonly session?: string;
};

export const NOBODY: UserContext = { name: null, roles: [] };

export const isServerAdmin = (user: UserContext): boolean => user.roles.includes("_admin");

/** Whether a `_security` object makes the user an administrator of its database. */
export const isDatabaseAdmin = (user: UserContext, security: JsonObject): boolean =>
  isServerAdmin(user) || isListed(user, security.admins);

/** Whether the user may read: administrators, listed members, and anybody where no members are listed. */
export const isMember = (user: UserContext, security: JsonObject): boolean => {
  if (isDatabaseAdmin(user, security)) return true;
  const members = security.members ?? security.readers;
  return isEmptyList(members) || isListed(user, members);
};

const listOf = (group: Json | undefined, kind: "names" | "roles"): string[] => {
  const list = isObject(group) ? group[kind] : undefined;
  return isStrings(list) ? list : [];
};

const isEmptyList = (group: Json | undefined): boolean =>
  listOf(group, "names").length === 0 && listOf(group, "roles").length === 0;

const isListed = (user: UserContext, group: Json | undefined): boolean =>
  (user.name !== null && listOf(group, "names").includes(user.name)) ||
  listOf(group, "roles").some((role) => user.roles.includes(role));
