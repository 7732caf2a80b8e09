import type { StoreFile } from "./read-store.ts";

/** An account as a backup or a server has it. */
export type AccountVersion = { readonly _id?: unknown; readonly roles?: unknown };
type Parties = { readonly names?: unknown; readonly roles?: unknown };
type DatabaseSecurity = { readonly admins?: Parties; readonly members?: Parties };

/** Who has a role of the system itself, a sentence each. The administrator of the installation is no account of the store. */
export const systemRolesOf = (account: AccountVersion): readonly string[] =>
  textsIn(account.roles)
    .filter((role) => role.startsWith("_"))
    .map((role) => `${nameOf(account)} has the role ${role}`);

/** Who may do with a database what only the server may, a sentence each, and whether it is open without an account. */
export const powersIn = (database: string, { admins, members }: DatabaseSecurity): readonly string[] => [
  ...textsIn(admins?.names).map((name) => `${name} is an administrator of ${database}`),
  ...textsIn(admins?.roles)
    .filter((role) => role !== "_admin")
    .map((role) => `${role} is an administrator of ${database}`),
  ...textsIn(members?.names).map((name) => `${name} is a member of ${database}`),
  ...(textsIn(members?.names).length + textsIn(members?.roles).length === 0
    ? [`${database} is open to everybody`]
    : []),
];

/** Also of accounts' versions that do not win: the next write could let them. */
export const powersOf = (store: StoreFile): readonly string[] => [
  ...[...store.leaves("_users")].flatMap(({ body }) => systemRolesOf(JSON.parse(body ?? "{}") as AccountVersion)),
  ...store.databases.flatMap(({ name, security }) => powersIn(name, JSON.parse(security) as DatabaseSecurity)),
];

/** The list is untrusted: entries that are no text are left out. */
const textsIn = (list: unknown): readonly string[] =>
  [list].flat(9).filter((one): one is string => typeof one === "string");

const nameOf = ({ _id }: AccountVersion): string => String(_id).replace(/^org\.couchdb\.user:/, "");
