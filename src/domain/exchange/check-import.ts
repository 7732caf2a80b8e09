import { dominates } from "../merge/merge.ts";
import { checkChange, type Problem } from "../model/check-document.ts";
import { databaseTypeOf, siteDatabase } from "../model/databases.ts";
import type { Document } from "../model/document.ts";
import { isReadable } from "../model/is-readable.ts";
import { isTombstone } from "../model/kind.ts";
import { kindNamed } from "../model/kinds.ts";
import { mayImportForOthers, rolesFor, siteIn } from "../rights/authority.ts";
import { isOwnWrite, newWrites } from "../rights/authorship.ts";
import type { FileEntry } from "./record-file.ts";

/** Who reads a file, and what is here of a record already. */
export type ImportContext = {
  readonly by: string;
  readonly roles: readonly string[];
  readonly databases: readonly string[];
  readonly here: (database: string, id: string) => Document | undefined;
};

/** What reading one record in would do; the same rules as the server's, so that nobody is told later what can be told now. */
export type ImportVerdict =
  | { readonly type: "new" | "adds" | "here" }
  | { readonly type: "unreadable" | "otherDatabase" | "notYours" | "newerApp" }
  | { readonly type: "invalid"; readonly problem: Problem };

export const isImportable = ({ type }: ImportVerdict): boolean => type === "new" || type === "adds";

export const checkImport = ({ database, document }: FileEntry, reader: ImportContext): ImportVerdict => {
  if (!isReadable(document) || isTombstone(document)) return { type: "unreadable" };
  const kind = kindNamed(document.kind);
  if (!kind) return { type: "newerApp" };
  if (!reader.databases.includes(database) || !livesIn(document, database)) return { type: "otherDatabase" };
  const stored = reader.here(database, document._id);
  if (stored && dominates(stored, document)) return { type: "here" };
  if (!mayHandIn(database, document, stored, reader)) return { type: "notYours" };
  const [problem] = checkChange(kind, document, stored);
  return problem ? { type: "invalid", problem } : { type: stored ? "adds" : "new" };
};

const livesIn = (document: Document, database: string): boolean =>
  kindNamed(document.kind)?.homes.includes(databaseTypeOf(database)) === true &&
  (databaseTypeOf(database) !== "site" || database === siteDatabase(String(document.site)));

const mayHandIn = (
  database: string,
  document: Document,
  stored: Document | undefined,
  { by, roles }: ImportContext,
): boolean => {
  const parts = rolesFor(roles, siteIn(document), { database });
  if (parts.some((part) => mayImportForOthers.has(part))) return true;
  const fresh = newWrites(document, stored);
  if (!stored) return isOwnWrite(document, undefined, by, fresh);
  return [...fresh.values()].flat().every((stamp) => document.stamps.edits[stamp]?.[0] === by);
};
