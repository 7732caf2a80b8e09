import { badRequest } from "../refuse.ts";

/** `generation-hash`, taken apart. Hashes of 32 hex digits are kept in lower case. */
export type Revision = { readonly generation: number; readonly hash: string };

const HEX = /^[0-9a-f]{32}$/;

/** Reads `3-abc…`; refuses (400) what is none. */
export const parseRevision = (text: unknown): Revision => {
  const dash = typeof text === "string" ? text.indexOf("-") : -1;
  const generation = typeof text === "string" && dash > 0 ? text.slice(0, dash) : "";
  if (typeof text !== "string" || !/^\d{1,15}$/.test(generation)) return badRequest("Invalid rev format");
  return { generation: Number(generation), hash: parseHash(text.slice(dash + 1)) };
};

/** Checks one hash of a history. A hash may be any text, but one of 32 characters must be hexadecimal. */
export const parseHash = (text: string): string => {
  if (text.length !== 32) return text.includes('"') || text.includes("\\") ? badRequest("Invalid rev format") : text;
  const hash = text.toLowerCase();
  return HEX.test(hash) ? hash : badRequest("Invalid rev format");
};

export const revisionText = ({ generation, hash }: Revision): string => `${generation}-${hash}`;

/** CouchDB's order of hashes: by their bytes, hexadecimal ones decoded. */
export const compareHashes = (a: string, b: string): number => {
  if (a === b) return 0;
  if (a.length === b.length) return a < b ? -1 : 1;
  return Buffer.compare(hashBytes(a), hashBytes(b));
};

const hashBytes = (hash: string): Buffer => Buffer.from(hash, HEX.test(hash) ? "hex" : "utf8");
