import { createHash } from "node:crypto";
import { bucketOf, digestBytes, mostBuckets, revisionLine } from "../../../src/domain/exchange/revision-buckets.ts";
import type { CouchClient } from "../../couch-client.ts";
import { walkRevisions } from "./walk-revisions.ts";

/** What a phone compares its own with: a digest (base64url) for each bucket of revisions. `seq`: where the database stood. */
export type Digests = { readonly seq: string; readonly digests: readonly string[] };

export type BucketDigests = {
  /** Those of a database that stands at `seq`, or of what it has become since. Throws where it cannot be read. */
  readonly at: (database: string, seq: string) => Promise<Digests>;
};

/** Databases whose digests are kept: 8 KB each. */
const mostKept = 256;
/** Milliseconds for which they are: a CouchDB whose file was put back from a copy comes by a sequence that it had before. */
const keptMs = 5 * 60_000;
/** Documents in a bucket where there are not too many for that: about as heavy to list as their digest is to send each time. */
const bucketSize = 16;

/**
 * Digests are kept until the database changes. One walk through a database is under way at a time, and whoever asks before the next one
 * begins shares it: twenty phones that come at once cost what one costs.
 */
export const openBucketDigests = (couch: () => CouchClient, now: () => number = Date.now): BucketDigests => {
  const kept = new Map<string, Digests & { readonly until: number }>();
  const waiting = new Map<string, Promise<Digests>>();
  let last: Promise<unknown> = Promise.resolve();

  const keep = (database: string, digests: Digests): Digests => {
    kept.delete(database);
    kept.set(database, { ...digests, until: now() + keptMs });
    const [oldest] = kept.keys();
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
    return digests;
  };
  const known = (database: string): Digests | undefined => {
    const found = kept.get(database);
    return found && found.until > now() ? found : undefined;
  };
  const walk = (database: string): Promise<Digests> => {
    const walked = last.then(async () => {
      waiting.delete(database);
      return keep(database, await digestsOf(couch(), database));
    });
    last = walked.catch(nextAllTheSame);
    waiting.set(database, walked);
    return walked;
  };
  return {
    at: async (database, seq) => {
      const there = known(database);
      return there?.seq === seq ? there : (waiting.get(database) ?? walk(database));
    },
  };
};

const nextAllTheSame = () => {};

/** What is written during a walk is in it or not; the sequence that it began with says so. */
const digestsOf = async (couch: CouchClient, database: string): Promise<Digests> => {
  let seq = "";
  let hashes: readonly ReturnType<typeof createHash>[] = [];
  for await (const page of walkRevisions(couch, database)) {
    if (hashes.length === 0) hashes = Array.from({ length: bucketsFor(page.total) }, () => createHash("sha256"));
    seq = page.seq;
    for (const [id, rev] of page.revisions) hashes[bucketOf(rev, hashes.length)]?.update(revisionLine(id, rev));
  }
  return { seq, digests: hashes.map((hash) => hash.digest().subarray(0, digestBytes).toString("base64url")) };
};

const bucketsFor = (documents: number): number =>
  Math.min(mostBuckets, 2 ** Math.ceil(Math.log2(Math.max(1, documents / bucketSize))));
