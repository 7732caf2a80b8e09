import type { Answer } from "./answer.ts";
import { answerDatabase } from "./answer-database.ts";
import { answerServer } from "./answer-server.ts";
import { answerWelcome } from "./answer-welcome.ts";
import type { CouchRequest } from "./couch-request.ts";
import type { CouchServer } from "./couch-server.ts";
import { isSystemDatabase } from "./database-name.ts";

/** Finds who answers: the root, an endpoint of the server, or a database. */
export const dispatch = (server: CouchServer, request: CouchRequest): Answer | Promise<Answer> => {
  const [first] = request.path;
  if (first === undefined) return answerWelcome(server, request);
  if (first.startsWith("_") && !isSystemDatabase(first)) return answerServer(server, request, first);
  return answerDatabase(server, request, first);
};
