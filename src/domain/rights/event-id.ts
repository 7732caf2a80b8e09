import { codes } from "../model/codes.ts";
import { tripDatabase } from "../model/databases.ts";
import type { Document } from "../model/document.ts";
import { keyOf } from "../model/new-id.ts";

/**
 * Ids of stays and events are derived from what happened, so that two people who note one act write one record. True unless the id is one that
 * another act, or somebody else's stay, would get: whoever takes that away keeps an honest phone from noting it. What is fixed in a record follows
 * from such an id, or two who note the act could not be joined.
 */
export const isNamedForAct = (document: Document, database: string): boolean => {
  if (document.kind === "stay") return isStayOf(document._id, document as unknown as Act);
  const key = keyOf(document._id);
  const { stayId, lineId, tripId, rollCallId, personId, order, event, ...rest } = document as unknown as Act;
  if (!acts.has(key.slice(key.lastIndexOf(".") + 1))) return true;
  if (rollCallId !== undefined)
    return stayId === undefined && order === 1 && key === `${keyOf(rollCallId)}.${keyOf(personId ?? "")}.${event}`;
  const subject = stayId ?? lineId ?? tripId;
  if (stayId !== undefined && !isStayOf(stayId, { ...rest, personId })) return false;
  if (tripId !== undefined && tripDatabase(tripId) !== database) return false;
  return subject !== undefined && key === `${keyOf(subject)}.${order}.${event}`;
};

type Act = Readonly<Partial<Record<string, string>>> & { readonly order?: unknown };

/** `stay:<person>.<site>.<number>` is a stay of that person; any other id belongs to no person. */
const isStayOf = (stayId: string, { personId, site }: Act): boolean => {
  const [, owner] = /^(.*)\.[^.]*\.\d+$/.exec(keyOf(stayId)) ?? [];
  return owner === undefined || (owner === keyOf(personId ?? "") && keyOf(stayId).startsWith(`${owner}.${site}.`));
};

const acts: ReadonlySet<string> = new Set([...codes.presenceKind, ...codes.scanKind]);
