import { createHash } from "node:crypto";

/** Put on a request whose cookie this server once sealed, proven or not: the browser has worked here. Says for whom. */
export const knownHeader = "x-prystan-known";

/** Put on a request whose browser this server remembers: its name, and the accounts that proved themselves there. */
export const rememberedHeader = "x-prystan-remembered";

/** What the header says of a session's token: whose it was, and a name of its own for the phone. */
export const knownText = (token: string): string => {
  const [name = ""] = Buffer.from(token, "base64url").toString("utf8").split(":", 1);
  return JSON.stringify([name, createHash("sha256").update(token).digest("base64url").slice(0, 22)]);
};

/** The phone, where this account has worked on it. */
export const knownPhone = (header: string | string[] | undefined, name: string): string | undefined => {
  if (typeof header !== "string") return undefined;
  const [owner, phone] = JSON.parse(header) as [string, string];
  return owner === name ? phone : undefined;
};

/** The same by what outlives sessions: where the account once proved itself in this browser. */
export const rememberedPhone = (header: string | string[] | undefined, name: string): string | undefined => {
  if (typeof header !== "string") return undefined;
  const [phone, ...names] = JSON.parse(header) as string[];
  return names.includes(name) ? phone : undefined;
};
