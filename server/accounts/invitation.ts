import { createHmac, timingSafeEqual } from "node:crypto";
import type { Invitation } from "./accounts.ts";

/** Makes an invitation that only a server with this key can have made. */
export const sealInvitation = (key: string, name: string, roles: readonly string[], until: string): Invitation => ({
  roles,
  until,
  seal: sealOf(key, name, roles, until),
});

export const isGenuine = (key: string, name: string, { roles, until, seal }: Invitation): boolean => {
  const right = Buffer.from(sealOf(key, name, roles, until));
  const given = Buffer.from(String(seal));
  return right.length === given.length && timingSafeEqual(right, given);
};

/** Every front of one CouchDB knows the administrator's password, so it is the key they share. */
const sealOf = (key: string, name: string, roles: readonly string[], until: string): string =>
  createHmac("sha256", `prystan invitation ${key}`)
    .update(JSON.stringify([name, roles, until]))
    .digest("base64url");
