import { type Conflict, unresolvedConflicts } from "../../domain/merge/merge.ts";
import type { Document } from "../../domain/model/document.ts";
import { isTombstone, traitsOf } from "../../domain/model/kind.ts";
import { type KindName, kindNamed } from "../../domain/model/kinds.ts";
import { mayChange } from "../../domain/rights/authority.ts";
import type { FiledRecord, Records } from "../records.ts";
import { byPlace } from "./unsent-view.ts";

/** A record of which somebody with these roles may settle a field that two people wrote unseen of each other. */
export type FieldConflict = {
  readonly database: string;
  readonly document: Document;
  readonly conflicts: readonly Conflict[];
};

export const fieldConflictIn = (records: Records, database: string, id: string, roles: readonly string[]) =>
  disputed(database, records.find(database, id)?.document, roles)[0];

/** All of them at a site and in the trips that are open to this account. */
export const fieldConflictsOf = (
  records: Records,
  site: string | undefined,
  roles: readonly string[],
): readonly FieldConflict[] =>
  [...records.filedWhere(hasRivals).rows().values()].sort(byPlace).flatMap(({ database, document: { _id, kind } }) => {
    const document: Document | undefined = records.table(database, kind as KindName).get(_id);
    return document?.site === undefined || document.site === site ? disputed(database, document, roles) : [];
  });

const hasRivals = ({ document }: FiledRecord): boolean => document.rivals !== undefined;

const disputed = (
  database: string,
  document: Document | undefined,
  roles: readonly string[],
): readonly FieldConflict[] => {
  const kind = document && kindNamed(document.kind);
  if (!kind || !document.rivals || document.voided || isTombstone(document) || document.v > kind.version) return [];
  const conflicts = unresolvedConflicts(kind.rule, document).filter(
    ({ field }) => !traitsOf(kind.fields[field])?.fixed && mayChange(roles, database, document, field),
  );
  return conflicts.length > 0 ? [{ database, document, conflicts }] : [];
};
