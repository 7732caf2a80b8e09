import { readFileSync } from "node:fs";
import { brotliDecompressSync } from "node:zlib";
import type { Described } from "../../../src/domain/duplicates/traits.ts";

/** Somebody who is registered, with the telephone number of the group. */
export type Registered = {
  readonly id: string;
  /** ISO 8601. */
  readonly at: string;
  readonly phone?: string;
  readonly regNo?: string;
  readonly person: Described;
};

/** Two records of which it is known whether they are of one person, and how they came about. */
export type KnownPair = {
  readonly one: string;
  readonly other: string;
  readonly isSame: boolean;
  readonly kind: string;
};

export type Arrivals = { readonly registered: readonly Registered[]; readonly pairs: readonly KnownPair[] };

/** 5,000 invented people in the order of their arrival (`extract-registered.mjs`). */
export const readRegistered = (): Arrivals =>
  JSON.parse(brotliDecompressSync(readFileSync(new URL("registered.json.br", import.meta.url))).toString());
