import { waitForCommit } from "../../feeds/wait-for-commit.ts";
import { isClosing } from "../../refuse.ts";
import { readSequence } from "../../store/sequence.ts";
import { authenticate } from "../server/authenticate.ts";
import type { Answer } from "./answer.ts";
import { answerToError } from "./answer-to-error.ts";
import type { CouchRequest } from "./couch-request.ts";
import type { CouchServer } from "./couch-server.ts";
import { dispatch } from "./dispatch.ts";
import type { Life } from "./plugin.ts";
import { readAddress } from "./read-address.ts";

/** The store for other parts of its process: CouchDB's API with a server administrator's rights, without connections. */
export type Inside = {
  /** Answers as over HTTP; `body` is JSON text, as is the answer. */
  readonly ask: (
    method: string,
    path: string,
    body?: string,
  ) => Promise<{ readonly status: number; readonly text: string }>;
  /** Waits up to `ms` milliseconds until a database has something beyond a sequence. False where it has nothing. */
  readonly hasNews: (database: string, since: string, ms: number) => Promise<boolean>;
};

/** Answers a GET without a connection as to whoever the headers of another request prove to be. */
export type AskAs = (
  who: Pick<CouchRequest, "headers" | "address">,
  path: string,
) => Promise<{ readonly status: number; readonly text: string }>;

export const askAs =
  (server: CouchServer, { closing, requests, log }: Life): AskAs =>
  (who, path) =>
    requests.run(async () => {
      const anonymous = {
        ...{ method: "GET", ...readAddress(path), ...who, prefix: "", ending: closing },
        turn: server.turnOf(),
      };
      const answering = async (): Promise<Answer> => {
        if (closing.isOver) return isClosing();
        const { user, still } = await authenticate(server, anonymous);
        return dispatch(server, { ...anonymous, user, still, body: Buffer.alloc(0) });
      };
      const { status, body } = await answering().catch((error) => answerToError(error, log, closing.isOver));
      return { status, text: await textOf(body) };
    });

/** `name`: the administrator's. Long work inside lets other requests come in between, as if it had come over the network. */
export const askInside = (server: CouchServer, { closing, requests, log }: Life, name: string): Inside => {
  const user = { name, roles: ["_admin"] };
  const shared = server.turnOf();

  const answer = async (method: string, path: string, body = ""): Promise<Answer> => {
    if (shared.isDue()) await shared.take();
    if (closing.isOver) return isClosing();
    return dispatch(server, {
      method,
      ...readAddress(path),
      headers: { "content-type": "application/json" },
      body: Buffer.from(body),
      user,
      still: () => user,
      address: "",
      prefix: "",
      ending: closing,
      turn: server.turnOf(),
    });
  };

  const ask: Inside["ask"] = (...asked) =>
    requests.run(async () => {
      const { status, body } = await answer(...asked).catch((error) => answerToError(error, log, closing.isOver));
      return { status, text: await textOf(body) };
    });

  const hasNews: Inside["hasNews"] = async (name, since, ms) => {
    const database = server.store.find(name);
    // Reading the changes then answers that there is no such database.
    if (!database || readSequence(database, since) < database.counters.seq) return true;
    return (await waitForCommit(database, ms, closing)) !== "elapsed";
  };
  return { ask, hasNews };
};

const textOf = async (body: Answer["body"]): Promise<string> => {
  if (typeof body === "string") return body;
  const pieces = Buffer.isBuffer(body) ? [body] : await body.toArray();
  return Buffer.concat(pieces.map((piece) => Buffer.from(piece))).toString("utf8");
};
