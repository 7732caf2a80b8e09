import { hash as digest } from "node:crypto";

/**
 * What one revision of a document says of itself: names only, never a value. `by` and `device` are null where the revision carries
 * no stamp of its own (accounts, phones, an administrator's hand). `written` is the device's clock (ISO 8601).
 */
export type Fact = {
  readonly by: string | null;
  readonly device: string | null;
  readonly written: string | null;
  readonly database: string;
  readonly id: string;
  readonly rev: string;
  readonly stamps: readonly string[];
  readonly fields: readonly string[];
};

/** A fact with its place in the chain. `n` counts from 1, `at` is the server's clock (ISO 8601), hashes are SHA-256 in hex. */
export type Entry = Fact & { readonly n: number; readonly at: string; readonly prev: string; readonly hash: string };

/** Where a chain stands: the number and the hash of its last entry. */
export type ChainTip = { readonly n: number; readonly hash: string };

/** Before the first entry. The chain belongs to one signing key from its beginning. */
export const chainStart = (publicKey: string): ChainTip => ({ n: 0, hash: sha256(`prystan-audit\n${publicKey}`) });

/**
 * The line of the next entry, and where the chain stands with it. What `canonical` says of the entry, written in that order at once: a
 * fact holds texts and lists of texts only, and the hash is a member of its own in the middle.
 */
export const appendLine = (
  tip: ChainTip,
  { by, database, device, fields, id, rev, stamps, written }: Fact,
  at: string,
): ChainTip & { readonly line: string } => {
  const n = tip.n + 1;
  const front = JSON.stringify({ at, by, database, device, fields }).slice(0, -1);
  const back = JSON.stringify({ id, n, prev: tip.hash, rev, stamps, written }).slice(1);
  const hash = sha256(`${tip.hash}\n${front},${back}`);
  return { n, hash, line: `${front},"hash":"${hash}",${back}` };
};

/** Over `prev` and the entry in canonical JSON, without its own hash. */
export const hashOf = ({ hash: _hash, ...entry }: Omit<Entry, "hash"> & { readonly hash?: string }): string =>
  sha256(`${entry.prev}\n${canonical(entry)}`);

/** JSON with sorted keys and no spaces: one text for one value. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

const sha256 = (text: string): string => digest("sha256", text);
