import { bucketOf, digestBytes, revisionLine } from "../../domain/exchange/revision-buckets.ts";
import { err, ok } from "../../domain/model/result.ts";
import type { Answer, Server } from "../connection/server.ts";

/** An id and the server's revision of it. */
export type Revision = readonly [id: string, rev: string];

/** What the server has of the ids that are `asked` about; of all others it has what is here. */
export type Listed = { readonly there: ReadonlyMap<string, string>; readonly asked: (id: string) => boolean };

/**
 * Lists what the server has where that differs from `here`: a digest for each bucket of ids first, then the ids and revisions of the buckets
 * whose digest is another one. Where the server has no digests, all ids and revisions there are.
 */
export const listDiffering = async (
  server: Server,
  database: string,
  here: readonly Revision[],
): Promise<Answer<Listed>> => {
  const path = `${database}/_digests`;
  const answer = await server.get<{ readonly digests?: readonly string[] }>(path);
  if (!answer.ok && isInVain.has(answer.error.type)) return answer;
  const digests = (answer.ok && answer.value.digests) || [];
  const count = digests.length;
  if (count === 0) return listAll(server, database);
  const own = await digestsOf(here, count);
  const buckets = own.flatMap((digest, bucket) => (digest === digests[bucket] ? [] : [bucket]));
  const asked = (id: string) => buckets.includes(bucketOf(id, count));
  if (buckets.length === 0) return ok({ there: new Map(), asked });
  const listed = await server.get<{ readonly rows?: unknown }>(`${path}?of=${count}&buckets=${buckets}`);
  if (!listed.ok) return isInVain.has(listed.error.type) ? listed : listAll(server, database);
  const { rows } = listed.value;
  return Array.isArray(rows) ? ok({ there: new Map(rows as readonly Revision[]), asked }) : err({ type: "later" });
};

/** Nothing else would be answered either. */
const isInVain: ReadonlySet<string> = new Set(["offline", "signInNeeded"]);

const listAll = async (server: Server, database: string): Promise<Answer<Listed>> => {
  const answer = await server.get<AllDocs>(`${database}/_all_docs`);
  if (!answer.ok) return answer;
  const { rows } = answer.value;
  if (!Array.isArray(rows)) return err({ type: "later" });
  const revisions = (rows as AllDocs["rows"]).map(({ id, value }) => [id, value.rev] as const);
  return ok({ there: new Map(revisions), asked: () => true });
};

type AllDocs = { readonly rows: readonly { readonly id: string; readonly value: { readonly rev: string } }[] };

/** As the server takes them: the beginning of a SHA-256 for each bucket, in base64. */
export const digestsOf = (revisions: readonly Revision[], count: number): Promise<readonly string[]> => {
  const buckets = Array.from({ length: count }, (): string[] => []);
  for (const [id, rev] of revisions) buckets[bucketOf(id, count)]?.push(revisionLine(id, rev));
  return Promise.all(
    buckets.map(async (lines) => {
      const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(lines.sort().join("")));
      return btoa(String.fromCharCode(...new Uint8Array(digest, 0, digestBytes)));
    }),
  );
};
