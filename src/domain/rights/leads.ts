import { isCoordinator } from "../model/databases.ts";
import type { Document } from "../model/document.ts";
import { eventKinds, isClosed, mayFillRecords, reachAt, rolesFor, siteIn } from "./authority.ts";

/** True for an account that leads somewhere: a site, those of an organisation, or all of them. What it may do in one place is another question. */
export const leads = (roles: readonly string[]): boolean =>
  isCoordinator(roles) || roles.some((role) => role.startsWith("lead:"));

/** True when somebody with these roles may begin the history of a document anew where it lies: a lead there who may write all of it. */
export const mayBeginAnew = (roles: readonly string[], database: string, document: Document): boolean => {
  const place = { database, site: siteIn(document) };
  return (
    !isClosed(document) &&
    !eventKinds.has(document.kind) &&
    rolesFor(roles, place.site, place).some((role) => mayFillRecords.has(role)) &&
    reachAt(roles, place, document.kind).includes("all")
  );
};
