import { base64url } from "../../device/keyring/byte-string.ts";
import { bucketOf, digestBytes, revisionLine } from "../../domain/exchange/revision-buckets.ts";
import { err, ok } from "../../domain/model/result.ts";
import type { Answer, Server } from "../connection/server.ts";

/** An id and the server's revision of it. */
export type Revision = readonly [id: string, rev: string];

/**
 * What the server has of the buckets of revisions that are `asked` about; of all others it has just what is here. A document that has other
 * revisions here and there lies in two buckets, and both are asked about.
 */
export type Listed = { readonly there: ReadonlyMap<string, string>; readonly asked: (rev: string) => boolean };

/**
 * Lists what the server has where that differs from `here`: first a digest for each bucket of revisions, then the buckets whose digest is
 * another one. Where the server has no digests, or none that can be used, all there is.
 */
export const listDiffering = async (
  server: Server,
  database: string,
  here: readonly Revision[],
): Promise<Answer<Listed>> => {
  const listed = await listByDigests(server, `${database}/_digests`, here);
  return listed.ok ? listed : list(server, `${database}/_all_docs`, () => true);
};

const listByDigests = async (server: Server, path: string, here: readonly Revision[]): Promise<Answer<Listed>> => {
  const answer = await server.get<{ readonly digests?: unknown }>(path);
  if (!answer.ok) return answer;
  const { digests } = answer.value;
  if (!Array.isArray(digests) || digests.length === 0) return err({ type: "later" });
  const own = await digestsOf(here, digests.length);
  const differing = own.flatMap((digest, bucket) => (digest === digests[bucket] ? [] : [bucket]));
  const asked = (rev: string) => differing.includes(bucketOf(rev, own.length));
  if (differing.length === 0) return ok({ there: new Map(), asked });
  return list(server, `${path}?of=${own.length}&buckets=${differing}`, asked);
};

const list = async (server: Server, path: string, asked: Listed["asked"]): Promise<Answer<Listed>> => {
  const answer = await server.get<AllDocs>(path);
  if (!answer.ok) return answer;
  const { rows } = answer.value;
  if (!Array.isArray(rows)) return err({ type: "later" });
  return ok({ there: new Map((rows as AllDocs["rows"]).map(({ id, value }) => [id, value.rev])), asked });
};

type AllDocs = { readonly rows: readonly { readonly id: string; readonly value: { readonly rev: string } }[] };

/** As the server takes them: the beginning of a SHA-256 for each bucket, in base64url. Between two of them the page can be drawn. */
export const digestsOf = async (revisions: readonly Revision[], count: number): Promise<readonly string[]> => {
  const buckets = Array.from({ length: count }, (): string[] => []);
  for (const [id, rev] of revisions) buckets[bucketOf(rev, count)]?.push(revisionLine(id, rev));
  const digests: string[] = [];
  for (const lines of buckets) {
    const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(lines.sort().join("")));
    digests.push(base64url(new Uint8Array(digest, 0, digestBytes)));
  }
  return digests;
};
