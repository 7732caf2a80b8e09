import { answerDatabase } from "../database/answer-database.ts";
import { isSystemDatabase } from "../database/database-name.ts";
import { answerServer } from "../server/answer-server.ts";
import { answerWelcome } from "../server/answer-welcome.ts";
import type { Answer } from "./answer.ts";
import type { CouchRequest } from "./couch-request.ts";
import type { CouchServer } from "./couch-server.ts";

/** Finds who answers: the root, an endpoint of the server, or a database. */
export const dispatch = (server: CouchServer, request: CouchRequest): Answer | Promise<Answer> => {
  const [first] = request.path;
  if (first === undefined) return answerWelcome(server, request);
  if (first.startsWith("_") && !isSystemDatabase(first)) return answerServer(server, request, first);
  return answerDatabase(server, request, first);
};
