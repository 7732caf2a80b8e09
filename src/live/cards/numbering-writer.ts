import { type CardHolder, ownNumberOf } from "../../domain/cards/cards.ts";
import type { NewDocument } from "../../domain/merge/new-document.ts";
import { databaseTypeOf } from "../../domain/model/databases.ts";
import type { Writer } from "../../store/writer.ts";
import type { Records } from "../records.ts";

/** Gives so many registration numbers that were never given before; fewer where there are not enough, and none where there are fewer than `least`. */
export type TakeNumbers = (count: number, least?: number) => Promise<readonly string[]>;

/**
 * A writer by which each person and each group that is registered at a site has a number, whatever screen it was typed on. One that was saved before keeps
 * its number. Where no number is left, or none can be written down, the record is saved without one: it may get a card later.
 */
export const numberingWriter = (writer: Writer, records: Records, take: TakeNumbers): Writer => ({
  ...writer,
  add: async (database, drafts) => {
    if (databaseTypeOf(database) !== "site") return writer.add(database, drafts);
    const known = drafts.map((draft) => (isNumbered(draft) ? (numberHere(records, database, draft) ?? "") : undefined));
    const missing = known.filter((number) => number === "").length;
    const taken = missing > 0 ? await take(missing).catch((): readonly string[] => []) : [];
    const next = taken.values();
    return writer.add(
      database,
      drafts.map((draft, at) => withNumber(draft, known[at] === "" ? next.next().value : known[at])),
    );
  },
});

const isNumbered = ({ kind, content }: NewDocument): boolean =>
  (kind === "person" && content.regNo === undefined) || (kind === "group" && content.groupNo === undefined);

const numberHere = (records: Records, database: string, { kind, id }: NewDocument): string | undefined => {
  const stored = records
    .table(database, kind as CardHolder["kind"])
    .rows()
    .get(id);
  return stored && ownNumberOf(stored);
};

const withNumber = (draft: NewDocument, number: string | undefined): NewDocument =>
  number === undefined
    ? draft
    : { ...draft, content: { ...draft.content, [draft.kind === "person" ? "regNo" : "groupNo"]: number } };
