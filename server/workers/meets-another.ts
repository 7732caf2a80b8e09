import { beginningOf, type Document } from "../../src/domain/model/document.ts";
import { isTombstone } from "../../src/domain/model/kind.ts";
import type { CouchClient } from "../couch-client.ts";
import { openMoves } from "./open-moves.ts";

/** A person who is to go from one database to the other. */
type Move = { readonly from: string; readonly to: string };

/**
 * Whether the site to which somebody goes has a person or a group of its own under one of their ids. Phones write ids, and whoever may send people
 * on could write into another site's records, and take them back, by sending its ids there. Of a person only a move that was noted before the copy
 * was written brings a second living record; a group may be there already with the rest of the family.
 */
export const meetsAnother = async (
  couch: CouchClient,
  { from, to }: Move,
  { _id, groupId, ...person }: Document,
): Promise<boolean> => {
  const there = await recordIn(couch, to, _id);
  if (there && isAnother(there, { _id, ...person })) return true;
  // Read after the copy: it is noted before that is written.
  if (there && !isTombstone(there) && !(await isNoted(couch, _id, { from, to }))) return true;
  return typeof groupId === "string" && (await meetsAnotherGroup(couch, { from, to }, groupId));
};

/** The same for a group alone. */
export const meetsAnotherGroup = async (couch: CouchClient, { from, to }: Move, groupId: string): Promise<boolean> => {
  const there = await recordIn(couch, to, groupId);
  if (!there) return false;
  const here = await recordIn(couch, from, groupId);
  return !here || isAnother(there, here);
};

const isAnother = (one: Document, other: Document): boolean => beginningOf(one) !== beginningOf(other);

const isNoted = async (couch: CouchClient, id: string, { from, to }: Move): Promise<boolean> =>
  (await openMoves(couch)).some((move) => move.person === id && move.from === from && move.to === to);

const recordIn = async (couch: CouchClient, database: string, id: string): Promise<Document | undefined> => {
  const { status, body } = await couch.get<Document>(`${database}/${encodeURIComponent(id)}`);
  if (status !== 200 && status !== 404) throw new Error(`a record that moves cannot be read: ${status}`);
  return status === 200 ? body : undefined;
};
