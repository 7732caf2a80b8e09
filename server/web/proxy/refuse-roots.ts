import { Readable } from "node:stream";
import type { FastifyRequest } from "fastify";

/** Why one document of a batch was not handed on, as CouchDB says it. */
export type RefusedRoot = {
  readonly id: string;
  readonly rev: string;
  readonly error: "forbidden";
  readonly reason: "unknown_history";
};
/** Asks CouchDB something on behalf of the client. */
export type AskAs = (method: string, path: string, body?: object) => Promise<{ status: number; body: unknown }>;

type Replica = { readonly _id?: unknown; readonly _rev?: unknown; readonly _revisions?: Partial<Revisions> };
type Revisions = { readonly start: unknown; readonly ids: readonly unknown[] };

/**
 * Takes out of a request what claims to be the beginning of a document that has another one already, or gets one here (`new_edits: false`
 * with a revision `1-…` of one's own). A CouchDB judges it as if the document were new, and the merge that follows would take its beginning over: who
 * made the record, and when. The embedded store judges it against what is stored. Answers what was taken out; the request's body is what
 * is left, nothing where nothing is. The app never sends such; an administrator's replicator may.
 */
export const refuseRoots = async (
  request: FastifyRequest,
  most: number,
  ask: AskAs,
): Promise<readonly RefusedRoot[]> => {
  const [database, ...rest] = segmentsOf(request.url);
  if (database === undefined || rest.length === 0) return [];
  const query = new URLSearchParams(request.url.split("?")[1]);
  if (request.method === "PUT" && query.getAll("new_edits").includes("false")) {
    if (await isAdministrator(ask)) return [];
    const document = { ...(parsed(await bodyOf(request, most)) as Replica), _id: rest.join("/") };
    request.body = Buffer.from(JSON.stringify(document));
    return rootsAmong([document], database, ask);
  }
  if (request.method !== "POST" || rest[0] !== "_bulk_docs" || rest.length > 1) return [];
  const body = await bodyOf(request, most);
  // A key can be written with escapes, which nothing honest needs for letters.
  if (!body.includes("new_edits") && !body.includes("\\u")) return [];
  const batch = parsed(body) as { readonly docs?: unknown; readonly new_edits?: unknown };
  if (!("new_edits" in batch) || (await isAdministrator(ask))) return [];
  // Written anew: of a member that comes twice CouchDB takes the first.
  request.body = Buffer.from(JSON.stringify(batch));
  if (batch.new_edits !== false || !Array.isArray(batch.docs)) return [];
  const refused = await rootsAmong(batch.docs as readonly Replica[], database, ask);
  if (refused.length === 0) return refused;
  const out = new Set(refused.map(({ id, rev }) => `${rev} ${id}`));
  const docs = (batch.docs as readonly Replica[]).filter((doc) => !out.has(`${revisionOf(doc)} ${doc._id}`));
  request.body = docs.length === 0 ? undefined : Buffer.from(JSON.stringify({ ...batch, docs }));
  return refused;
};

const rootsAmong = async (docs: readonly Replica[], database: string, ask: AskAs): Promise<readonly RefusedRoot[]> => {
  const roots = docs.flatMap((doc) => {
    const rev = revisionOf(doc);
    return rev?.startsWith("1-") && typeof doc._id === "string" ? [{ id: doc._id, rev }] : [];
  });
  if (roots.length === 0) return [];
  const path = `/${encodeURIComponent(database)}`;
  const stored = await ask("POST", `${path}/_all_docs`, { keys: roots.map(({ id }) => id) });
  // Who may not read may not write either, and CouchDB says so.
  if ([401, 403, 404].includes(stored.status)) return [];
  const { rows } = stored.body as { rows: readonly { key: string; value?: { rev: string; deleted?: true } }[] };
  const there = new Set(rows.flatMap(({ key, value }) => (value && !value.deleted ? [key] : [])));
  const firstOf = new Map(roots.toReversed().map(({ id, rev }) => [id, rev]));
  const claimed = roots.filter(({ id, rev }) => there.has(id) || firstOf.get(id) !== rev);
  if (claimed.length === 0) return [];
  const revisions: Record<string, string[]> = {};
  for (const { id, rev } of claimed) revisions[id] = [...(revisions[id] ?? []), rev];
  const { body } = await ask("POST", `${path}/_revs_diff`, revisions);
  const unknown = body as Readonly<Record<string, { readonly missing: readonly string[] } | undefined>>;
  return claimed
    .filter(({ id, rev }) => unknown[id]?.missing.includes(rev))
    .map((root) => ({ ...root, error: "forbidden", reason: "unknown_history" }));
};

/** As CouchDB reads it: a history counts more than a revision. */
const revisionOf = ({ _rev, _revisions }: Replica): string | undefined => {
  if (_revisions) return `${_revisions.start}-${_revisions.ids?.[0]}`;
  return typeof _rev === "string" ? _rev.replace(/^0+(?=\d)/, "") : undefined;
};

const isAdministrator = async (ask: AskAs): Promise<boolean> => {
  const { body } = await ask("GET", "/_session");
  return (body as { userCtx?: { roles?: readonly string[] } }).userCtx?.roles?.includes("_admin") === true;
};

/** The whole body, which stays the request's; throws `TOO_LARGE`. */
const bodyOf = async (request: FastifyRequest, most: number): Promise<Buffer> => {
  const { body } = request;
  if (!(body instanceof Readable)) return Buffer.isBuffer(body) ? body : Buffer.alloc(0);
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of body) {
    bytes += (piece as Buffer).length;
    if (bytes > most) throw Object.assign(new Error("too large"), { code: "TOO_LARGE" });
    pieces.push(piece as Buffer);
  }
  delete request.headers["content-length"];
  const whole = Buffer.concat(pieces);
  request.body = whole;
  return whole;
};

const parsed = (body: Buffer): object => {
  try {
    const value: unknown = JSON.parse(body.toString());
    if (typeof value === "object" && value !== null) return value;
  } catch {
    // said below
  }
  throw Object.assign(new Error("no JSON"), { code: "NO_JSON" });
};

/** Below `/db`, as CouchDB reads them. */
const segmentsOf = (url: string): readonly string[] => {
  try {
    const path = (url.split("?", 1)[0] ?? "").slice(3);
    return path
      .split("/")
      .filter((segment) => segment !== "")
      .map(decodeURIComponent);
  } catch {
    return [];
  }
};
