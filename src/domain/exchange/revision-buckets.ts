/** Bytes of SHA-256 that stand for a bucket: 120 bits, which is 20 letters of base64url. */
export const digestBytes = 15;

/** More buckets would weigh more than they save; and two digits tell no more apart. */
export const mostBuckets = 256;

/**
 * Which of `count` buckets (a power of two, at most `mostBuckets`) a revision belongs to, here as on the server: by its last two digits, which are
 * those of a hash. Whoever makes up revisions can fill one bucket, which then weighs more and hides nothing: whether two buckets differ is
 * said by a SHA-256 of all that they hold.
 */
export const bucketOf = (rev: string, count: number): number => Number.parseInt(rev.slice(-2), 16) & (count - 1);

/** What a bucket's digest is taken of, one after the other in the order of ids. */
export const revisionLine = (id: string, rev: string): string => `${id} ${rev}\n`;
