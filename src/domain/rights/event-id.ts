import { codes } from "../model/codes.ts";
import type { Document } from "../model/document.ts";
import { keyOf } from "../model/new-id.ts";

/**
 * Ids of events are derived from what happened, so that two people who note one act write one event. True unless the id is one that another
 * act would get: whoever takes that away keeps an honest phone from noting the act.
 */
export const isNamedForAct = ({ _id, ...event }: Document): boolean => {
  const key = keyOf(_id);
  if (!acts.has(key.slice(key.lastIndexOf(".") + 1))) return true;
  const { stayId, lineId, tripId, rollCallId, personId, order } = event as Readonly<Record<string, string | undefined>>;
  const subjects = [stayId, lineId ?? tripId].flatMap((id) => (id ? [`${keyOf(id)}.${order}`] : []));
  const answers = rollCallId && personId ? [`${keyOf(rollCallId)}.${keyOf(personId)}`] : [];
  return [...subjects, ...answers].some((subject) => key === `${subject}.${event.event}`);
};

const acts: ReadonlySet<string> = new Set([...codes.presenceKind, ...codes.scanKind]);
