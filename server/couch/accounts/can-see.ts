import type { Database } from "../store/database.ts";
import { securityOf } from "./security-of.ts";
import { isDatabaseAdmin, type UserContext } from "./user-context.ts";

export const USER_PREFIX = "org.couchdb.user:";

/** In `_users` everybody sees the own account only, administrators all; elsewhere readers see all. */
export const canSee = (user: UserContext, database: Database, id: string): boolean =>
  database.name !== "_users" ||
  isDatabaseAdmin(user, securityOf(database)) ||
  (user.name !== null && id === `${USER_PREFIX}${user.name}`);
