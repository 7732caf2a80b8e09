import { securityOf } from "../../accounts/security-of.ts";
import { isDatabaseAdmin, isMember, isServerAdmin, type UserContext } from "../../accounts/user-context.ts";
import { refuse } from "../../refuse.ts";
import type { Database } from "../../store/database.ts";

export const isAdminOf = (user: UserContext, database: Database): boolean =>
  isServerAdmin(user) || isDatabaseAdmin(user, securityOf(database));

/** Refuses (401) users who are not server administrators. */
export const requireServerAdmin = (user: UserContext): void => {
  if (!isServerAdmin(user)) refuse(401, "unauthorized", "You are not a server admin.");
};

/** Whether the user may read the database, and of `_users` all of it. */
export const mayReadAll = (user: UserContext, database: Database): boolean =>
  isServerAdmin(user) || (database.name !== "_users" && isMember(user, securityOf(database)));

/** Refuses users who may not read the database: 401 where signed out, 403 where signed in. */
export const requireMember = (user: UserContext, database: Database): void => {
  if (isServerAdmin(user) || isMember(user, securityOf(database))) return;
  if (user.name === null) refuse(401, "unauthorized", "You are not authorized to access this db.");
  refuse(403, "forbidden", "You are not allowed to access this db.");
};

/** Refuses users who are not administrators of the database: 401 where signed out, 403 where signed in. */
export const requireDatabaseAdmin = (user: UserContext, database: Database): void => {
  if (isAdminOf(user, database)) return;
  const [status, error] = user.name === null ? [401, "unauthorized"] : [403, "forbidden"];
  refuse(status as number, error as string, "You are not a db or server admin.");
};
