import { editOf } from "../../../src/domain/merge/edits-of.ts";
import { tierOf } from "../../../src/domain/model/databases.ts";
import type { Document } from "../../../src/domain/model/document.ts";
import { isTombstone } from "../../../src/domain/model/kind.ts";
import type { Person } from "../../../src/domain/model/kinds/person.ts";
import type { Presence } from "../../../src/domain/model/kinds/presence.ts";
import type { Safeguarding } from "../../../src/domain/model/kinds/safeguarding.ts";
import { keyOf } from "../../../src/domain/model/new-id.ts";
import type { CouchClient } from "../../couch-client.ts";
import type { ChangedDocument, ChangeHandler } from "../catch-up.ts";
import { placeNote, type ReadNote } from "./place-notes.ts";

/**
 * Tells the protection officers of the organisation about children who are noted without a parent, and about children who left with no adult
 * confirmed. The officers may not read the site; what they do stands in their own database, and the site is told that they took charge (`tell-site.ts`). Twice
 * is once. For a site without an organisation its own inbox tells.
 */
export const placeConcerns: ChangeHandler = (couch, database, changed) => placeAll(couch, database, changed, new Set());

/**
 * The same for a worker that runs on: it remembers which concerns it has placed, so that a correction of a child's record, which says nothing new of the
 * concern, asks the database for nothing.
 */
export const placingConcerns = (): ChangeHandler => {
  const placed = new Set<string>();
  return (couch, database, changed) => placeAll(couch, database, changed, placed);
};

/** `placed`: the concerns that are placed already, by database and key; those that are placed now are added. */
const placeAll = async (
  couch: CouchClient,
  database: string,
  changed: readonly ChangedDocument[],
  placed: Set<string>,
): Promise<boolean> => {
  if (tierOf(database) !== "site") return true;
  let isDone = true;
  for (const document of changed)
    for (const [key, concern] of concernsIn(document)) {
      const name = `${database} ${key}`;
      if (placed.has(name)) continue;
      const became = await placeNote(couch, database, key, concern);
      if (became === "placed") placed.add(name);
      isDone = became !== "again" && isDone;
    }
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
  // The adults with whom a child came may be corrected: it stays one concern, and the officers keep what was noted first.
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
