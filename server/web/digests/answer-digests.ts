import { Readable } from "node:stream";
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from "fastify";
import { bucketOf, mostBuckets } from "../../../src/domain/exchange/revision-buckets.ts";
import type { CouchClient } from "../../couch-client.ts";
import { couchError } from "../couch-error.ts";
import type { AskAs } from "./ask-as.ts";
import { type BucketDigests, openBucketDigests } from "./bucket-digests.ts";
import { walkRevisions } from "./walk-revisions.ts";

type Options = {
  readonly askAs: AskAs;
  /** Reads for all once it is known that who asks may read. */
  readonly couch: () => CouchClient;
  readonly log: (event: object) => void;
};

/**
 * The store with an address more in each database: `GET /db/<database>/_digests` answers `{digests}`, one for each bucket of revisions, and
 * `?of=<their number>&buckets=3,17` answers what is in some of them, in rows as `_all_docs` has them, without `key`. For whoever may read
 * `_all_docs`, which is asked each time; all others get what that answers them. A CouchDB without a front has no such address (404).
 */
export const withDigests =
  (store: FastifyPluginAsync, { askAs, couch, log }: Options): FastifyPluginAsync =>
  async (scope) => {
    const digests = openBucketDigests(couch);
    // A hook, for a route with the database's name in it would take the paths of all names that are too long for a parameter.
    scope.addHook("preHandler", async (request, reply) => {
      const database = databaseIn(request);
      if (database === undefined) return;
      try {
        const path = `${encodeURIComponent(database)}/_all_docs?limit=0&update_seq=true`;
        const { status, body } = await askAs(request, path);
        if (status !== 200) return refused(reply, status, body as Refusal);
        return await answer(request, reply, { database, seq: String((body as Standing).update_seq), digests, couch });
      } catch (error) {
        log({ event: "digests.failed", reason: String(error) });
        return couchError(reply, 503, "service unavailable", "The store does not answer.");
      }
    });
    await scope.register(store);
  };

type Standing = { readonly update_seq: string | number };
type Refusal = { readonly error?: string; readonly reason?: string };

const refused = (reply: FastifyReply, status: number, { error = "", reason = "" }: Refusal): FastifyReply =>
  couchError(reply, status, error, reason);

const answer = async (
  request: FastifyRequest,
  reply: FastifyReply,
  asked: {
    readonly database: string;
    readonly seq: string;
    readonly digests: BucketDigests;
    readonly couch: Options["couch"];
  },
): Promise<FastifyReply> => {
  const { of, buckets } = request.query as { readonly of?: unknown; readonly buckets?: unknown };
  reply.type("application/json");
  if (buckets === undefined) {
    const { digests } = await asked.digests.at(asked.database, asked.seq);
    return reply.send({ digests });
  }
  const [count, listed] = [Number(of), String(buckets).split(",").map(Number)];
  const isBucket = (bucket: number): boolean => Number.isInteger(bucket) && bucket >= 0 && bucket < count;
  if (count > mostBuckets || (count & (count - 1)) !== 0 || !listed.every(isBucket))
    return couchError(reply, 400, "query_parse_error", "of is a power of two, buckets are less than that");
  return reply.send(
    Readable.from(rowsOf(asked.couch(), asked.database, new Set(listed), count), { objectMode: false }),
  );
};

async function* rowsOf(
  couch: CouchClient,
  database: string,
  buckets: ReadonlySet<number>,
  count: number,
): AsyncGenerator<string> {
  let separator = '{"rows":[\n';
  for await (const { revisions } of walkRevisions(couch, database)) {
    const rows = revisions.filter(([, rev]) => buckets.has(bucketOf(rev, count)));
    if (rows.length > 0) yield separator + rows.map(([id, rev]) => JSON.stringify({ id, value: { rev } })).join(",\n");
    if (rows.length > 0) separator = ",\n";
  }
  yield separator.startsWith("{") ? `${separator}]}\n` : "\n]}\n";
}

/** The database whose digests are asked for; nothing where it is another address. */
const databaseIn = ({ method, url }: FastifyRequest): string | undefined => {
  const [, name] = (method === "GET" && /^\/db\/([^/?]+)\/_digests\/?(?:\?|$)/.exec(url)) || [];
  if (name === undefined) return undefined;
  try {
    const database = decodeURIComponent(name);
    return legalName.test(database) ? database : undefined;
  } catch {
    return undefined;
  }
};

/** CouchDB's. */
const legalName = /^[a-z_][a-z0-9_$()+/-]*$/;
