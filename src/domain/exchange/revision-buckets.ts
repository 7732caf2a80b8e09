/** Bytes of SHA-256 that stand for a bucket: 120 bits, which is 20 letters of base64 without padding. */
export const digestBytes = 15;

/** More buckets would weigh more than they save, and a bucket's number is eight bits of a hash. */
export const mostBuckets = 256;

/**
 * Which of `count` buckets (a power of two, at most `mostBuckets`) an id belongs to, here as on the server: FNV-1a of its letters. Whoever makes
 * ids can fill one bucket, which then weighs more and hides nothing: what says whether buckets differ is a SHA-256 of all they hold.
 */
export const bucketOf = (id: string, count: number): number => {
  let hash = 0x811c9dc5;
  for (let place = 0; place < id.length; place += 1) hash = Math.imul(hash ^ id.charCodeAt(place), 0x01000193);
  return (hash >>> 24) % count;
};

/** What a bucket's digest is taken of, one after the other in the order of ids. */
export const revisionLine = (id: string, rev: string): string => `${id} ${rev}\n`;
