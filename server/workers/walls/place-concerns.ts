import { editOf } from "../../../src/domain/merge/edits-of.ts";
import { tierOf } from "../../../src/domain/model/databases.ts";
import type { Document } from "../../../src/domain/model/document.ts";
import { isTombstone } from "../../../src/domain/model/kind.ts";
import type { Person } from "../../../src/domain/model/kinds/person.ts";
import type { Presence } from "../../../src/domain/model/kinds/presence.ts";
import type { Safeguarding } from "../../../src/domain/model/kinds/safeguarding.ts";
import { keyOf } from "../../../src/domain/model/new-id.ts";
import type { ChangeHandler } from "../catch-up.ts";
import { placeNote, type ReadNote } from "./place-notes.ts";

/**
 * Tells the protection officers of the organisation of children of whom it was noted that no parent is with them, and of those who left with nobody
 * confirmed. They may not read the site; what they do stands in their own database, and that they took charge is told to the site (`tell-site.ts`). Twice
 * is once. Of a site that nobody runs its own inbox tells.
 */
export const placeConcerns: ChangeHandler = async (couch, database, changed) => {
  if (tierOf(database) !== "site") return true;
  let isDone = true;
  for (const document of changed)
    for (const [key, concern] of concernsIn(document))
      isDone = (await placeNote(couch, database, key, concern)) !== "again" && isDone;
  return isDone;
};

type Concern = readonly [key: string, note: ReadNote];

const concernsIn = (document: Document): readonly Concern[] => {
  if (isTombstone(document)) return [];
  if (document.kind === "person") return ofChild(document as unknown as Person);
  if (document.kind === "safeguarding") return ofDeparture(document as unknown as Safeguarding, "left");
  return document.kind === "presence" && document.unconfirmed === true
    ? ofDeparture(document as unknown as Presence)
    : [];
};

const ofChild = (child: Person): readonly Concern[] => {
  const { _id: personId, site, noParentSince: at, cameWith = [] } = child;
  if (at === undefined) return [];
  const by = editOf(child as unknown as Document, "noParentSince")?.[0] ?? child.createdBy;
  const topic = cameWith.length > 0 ? "child_not_parent" : "child_alone";
  // Whom a child came with may be corrected: it stays one concern.
  return [[`child.${keyOf(personId)}`, { site, personId, at, by, topic }]];
};

const ofDeparture = (
  {
    _id,
    site,
    personId,
    at,
    createdBy: by,
    event,
  }: Pick<Safeguarding | Presence, "_id" | "site" | "personId" | "at" | "createdBy" | "event">,
  only?: string,
): readonly Concern[] =>
  personId === undefined || (only !== undefined && event !== only)
    ? []
    : [[`left.${keyOf(_id)}`, { site, personId, at, by, topic: "child_left" }]];
