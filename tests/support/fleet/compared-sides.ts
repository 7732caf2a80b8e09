import Fastify, { type FastifyPluginAsync } from "fastify";
import type { CouchClient } from "../../../server/couch-client.ts";
import { withDigests } from "../../../server/web/digests/answer-digests.ts";
import { ok } from "../../../src/domain/model/result.ts";
import type { Store } from "../../../src/store/open-store.ts";
import type { Row } from "../../../src/store/row.ts";
import type { Server } from "../../../src/sync/connection/server.ts";

/** A server of ids and revisions only, whose digests are the real ones; without them it is an older one. */
export type ComparedServer = {
  readonly server: Server;
  /** Addresses that were read. */
  readonly reads: string[];
  /** Ids whose documents were asked for. */
  readonly fetched: string[];
  close(): Promise<void>;
};

export const serverOf = async (
  revisions: ReadonlyMap<string, string>,
  { hasDigests = true } = {},
): Promise<ComparedServer> => {
  const couch = couchOf(revisions);
  const front = Fastify();
  const store: FastifyPluginAsync = async (scope) => void scope.get("/*", async (_, reply) => reply.code(404).send({}));
  const askAs = async () => ({ status: 200, body: { update_seq: "1" } });
  await front.register(withDigests(store, { askAs, couch: () => couch, log: () => {} }), { prefix: "/db" });
  const [reads, fetched]: [string[], string[]] = [[], []];
  const server = {
    get: async (path: string) => {
      reads.push(path);
      if (path.endsWith("/_all_docs")) return ok((await couch.get<object>(path)).body);
      if (!hasDigests) return { ok: false, error: { type: "notFound" } };
      const { statusCode, body } = await front.inject(`/db/${path}`);
      if (statusCode !== 200) throw new Error(`${path}: ${statusCode} ${body}`);
      return ok(JSON.parse(body));
    },
    post: async (_: string, { keys }: { keys: readonly string[] }) => {
      fetched.push(...keys);
      return ok({ rows: keys.map((key) => (revisions.has(key) ? { id: key, key } : { key, error: "not_found" })) });
    },
  };
  return { server: server as unknown as Server, reads, fetched, close: () => front.close() };
};

/** What `_all_docs` of a CouchDB answers. */
export const couchOf = (revisions: ReadonlyMap<string, string>, seq: () => string = () => "1"): CouchClient => {
  const get = async (path: string) => {
    const query = new URLSearchParams(path.split("?")[1]);
    const from = JSON.parse(query.get("startkey") ?? '""');
    const rows = [...revisions]
      .filter(([id]) => id >= from)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .slice(0, Number(query.get("limit") ?? revisions.size))
      .map(([id, rev]) => ({ id, key: id, value: { rev } }));
    return { status: 200, body: { total_rows: revisions.size, update_seq: seq(), rows } };
  };
  return { get } as unknown as CouchClient;
};

/** A store of rows with a revision each; `lost` are those that it was told the server lacks. */
export const storeOf = (rows: ReadonlyMap<string, Row>): { readonly store: Store; readonly lost: string[] } => {
  const lost: string[] = [];
  const store = {
    rows: () => rows,
    receive: async () => {},
    markLost: async (_: string, ids: readonly string[]) => void lost.push(...ids),
  };
  return { store: store as unknown as Store, lost };
};
