import { refuse } from "../refuse.ts";
import type { Answer } from "./answer.ts";
import { answerDatabase } from "./answer-database.ts";
import { answerServer } from "./answer-server.ts";
import { answerWelcome } from "./answer-welcome.ts";
import type { CouchRequest } from "./couch-request.ts";
import type { CouchServer } from "./couch-server.ts";

/** Finds who answers: the root, an endpoint of the server, or a database. */
export const dispatch = (server: CouchServer, request: CouchRequest): Answer | Promise<Answer> => {
  const [first] = request.path;
  if (first === undefined) return answerWelcome(server, request);
  if (first.startsWith("_") && !isSystemDatabase(first)) return answerServer(server, request, first);
  return answerDatabase(server, request, checkDatabaseName(first));
};

const SYSTEM_DATABASES = new Set(["_users", "_replicator", "_global_changes"]);

const isSystemDatabase = (name: string): boolean => SYSTEM_DATABASES.has(name);

const NAME = /^[a-z][a-z0-9_$()+/-]*$/;
const LONGEST_NAME = 238;

const checkDatabaseName = (name: string): string => {
  if (name.length > LONGEST_NAME) {
    return refuse(400, "database_name_too_long", `At least one path segment of \`${name.slice(0, 40)}…\` is too long.`);
  }
  if (NAME.test(name) || isSystemDatabase(name)) return name;
  const rule =
    "Only lowercase characters (a-z), digits (0-9), and any of the characters _, $, (, ), +, -, and / are allowed.";
  return refuse(400, "illegal_database_name", `Name: '${name}'. ${rule} Must begin with a letter.`);
};
