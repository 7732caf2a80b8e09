import type { Document } from "../model/document.ts";
import { compareStamps, type Edit } from "./stamps.ts";

/** What one writer changed at one time, less what was changed since. */
export type RecordEdit = {
  readonly stamp: string;
  readonly by: string;
  readonly at: string;
  readonly fields: readonly string[];
};

/** Who changed which fields after a record was made, the latest first. Of a field only its last change is known, or those that wait beside each other. */
export const editsOf = (document: Document): readonly RecordEdit[] => {
  const { own = {}, base, edits } = document.stamps;
  const beside = Object.entries(document.rivals ?? {}).flatMap(([field, siblings]) =>
    siblings.map(([stamp]) => [field, stamp] as const),
  );
  const fieldsByStamp = new Map<string, Set<string>>();
  for (const [field, stamp] of [...Object.entries(own), ...beside])
    if (stamp !== base) fieldsByStamp.set(stamp, (fieldsByStamp.get(stamp) ?? new Set()).add(field));
  return [...fieldsByStamp]
    .sort(([a], [b]) => compareStamps(b, a))
    .flatMap(([stamp, fields]) => {
      const edit = edits[stamp];
      return edit ? [{ stamp, by: edit[0], at: edit[1], fields: [...fields] }] : [];
    });
};

/** Whose account wrote what a field holds now. */
export const authorOf = (document: Document, field: string): string | undefined => editOf(document, field)?.[0];

/** The write that made what a field holds now. */
export const editOf = ({ stamps: { base, own, edits } }: Document, field: string): Edit | undefined =>
  edits[own?.[field] ?? base];

/** The accounts of all writes that stand for a field: of several that were made unseen of each other, each one's. */
export const authorsOf = (document: Document, field: string): readonly string[] => {
  const { base, own, edits } = document.stamps;
  const stamps = document.rivals?.[field]?.map(([stamp]) => stamp) ?? [own?.[field] ?? base];
  return [...new Set(stamps.flatMap((stamp) => edits[stamp]?.[0] ?? []))];
};
