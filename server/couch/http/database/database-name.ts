import { refuse } from "../../refuse.ts";

const NAME = /^[a-z][a-z0-9_$()+/-]*$/;
const LONGEST = 238;
const SYSTEM_DATABASES = new Set(["_users", "_replicator", "_global_changes"]);

export const isSystemDatabase = (name: string): boolean => SYSTEM_DATABASES.has(name);

/** The name of a database to be made; refuses (400) what CouchDB would. */
export const checkDatabaseName = (name: string): string => {
  if (name.length > LONGEST) {
    return refuse(400, "database_name_too_long", `At least one path segment of \`${name}\` is too long.`);
  }
  return NAME.test(name) || isSystemDatabase(name) ? name : refuseName(name);
};

export const refuseName = (name: string): never => {
  const rule =
    "Only lowercase characters (a-z), digits (0-9), and any of the characters _, $, (, ), +, -, and / are allowed.";
  return refuse(400, "illegal_database_name", `Name: '${name}'. ${rule} Must begin with a letter.`);
};
