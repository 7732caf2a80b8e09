import { err, ok } from "../../domain/model/result.ts";
import type { Answer, Server } from "../connection/server.ts";

export type Paging = {
  readonly server: Server;
  /** ISO 8601. */
  readonly now: () => string;
};

/** What `_changes` answers with documents. */
export type ChangesPage = {
  readonly changes: readonly Change[];
  /** The sequence after these changes. */
  readonly last: string;
  /** How many changes come after them. */
  readonly pending: number;
};

/** `doc` is there where it was asked for. */
export type Change = {
  readonly id: string;
  readonly deleted?: boolean;
  readonly changes?: readonly { readonly rev: string }[];
  readonly doc?: unknown;
};

/** Documents in the first page: small enough to show progress on a slow phone, large enough not to wait on every round trip. */
export const pageSize = 500;
/** A page that came so soon (ms) is followed by one twice its size, up to the largest: fewer commits, fewer round trips. */
const fastPage = 2_000;
const largestPage = 2_000;
/** Where a page does not arrive in time, the next one asked for is so many times smaller, down to the smallest, and none grows again. */
const shrink = 5;
const smallestPage = 20;

/** Reads a database's changes, with documents, in pages as large as the line carries easily. */
export const openPages = ({ server, now }: Paging, database: string) => {
  const ending = new AbortController();
  let size = pageSize;
  let largest = largestPage;

  const after = async (since: string): Promise<Answer<ChangesPage>> => {
    const query = `include_docs=true&limit=${size}&since=${encodeURIComponent(since)}`;
    const asked = Date.parse(now());
    const answer = await server.get<Changes>(`${database}/_changes?${query}`, { signal: ending.signal });
    if (!answer.ok && answer.error.type === "slow" && size > smallestPage) {
      size /= shrink;
      largest = size;
      return after(since);
    }
    if (!answer.ok) return answer;
    if (Date.parse(now()) - asked < fastPage) size = Math.min(largest, size * 2);
    const page = readPage(answer.value);
    return page ? ok(page) : err({ type: "later" });
  };

  return { after, close: () => ending.abort() };
};

/** Nothing where it is no page, as from a captive portal. */
export const readPage = ({ results, last_seq, pending = 0 }: Changes): ChangesPage | undefined =>
  Array.isArray(results) && last_seq !== undefined
    ? { changes: results as readonly Change[], last: String(last_seq), pending }
    : undefined;

export type Changes = {
  readonly results: unknown;
  readonly last_seq?: string | number;
  readonly pending?: number;
};
