import { bringBackPerson } from "../../src/domain/intake/withdraw-person.ts";
import { addWrites, withWrites } from "../../src/domain/merge/merge.ts";
import { authorIn, nextVersion } from "../../src/domain/merge/next-version.ts";
import { revive } from "../../src/domain/merge/revive.ts";
import { deviceOf, isDevice } from "../../src/domain/merge/stamps.ts";
import { type Writes, writesOf } from "../../src/domain/merge/writes.ts";
import { lengthOf } from "../../src/domain/model/check-document.ts";
import { databaseTypeOf, ownerOf, siteDatabase } from "../../src/domain/model/databases.ts";
import type { Document } from "../../src/domain/model/document.ts";
import { erase, isFullyErased } from "../../src/domain/model/erase.ts";
import { maxBytesBesideLeads } from "../../src/domain/model/field.ts";
import { type Erasure, isTombstone, type Kind } from "../../src/domain/model/kind.ts";
import type { Group } from "../../src/domain/model/kinds/group.ts";
import type { Person } from "../../src/domain/model/kinds/person.ts";
import { kinds } from "../../src/domain/model/kinds.ts";
import type { CouchClient } from "../couch-client.ts";
import type { ChangedDocument, ChangeHandler } from "./catch-up.ts";
import { meetsAnother, meetsAnotherGroup } from "./meets-another.ts";
import { beginMove, closeMove, type OpenMove, openMoves } from "./open-moves.ts";
import { serverAuthor, serverDevice } from "./server-author.ts";
import { copyInto, type Stored, writeDocuments } from "./stored-documents.ts";

/**
 * Carries people to the site that their record says (`movesTo`): first a copy there, with the group, then a placeholder here. What
 * somebody at the old site wrote without having seen that follows. A move that was called off when its copy was there already is taken
 * back. Idempotent; false where another write came in between. The placeholder is of the server's day: one that a phone's wrong clock had dated
 * would be purged at once, or never.
 */
export const transferPeopleOn =
  (today: () => string): ChangeHandler =>
  async (couch, database, changed) => {
    if (databaseTypeOf(database) !== "site") return true;
    const movable = changed.filter(({ kind }) => kind === "person" || kind === "group");
    if (movable.length === 0) return true;
    const moves = await openMoves(couch);
    let isDone = true;
    for (const document of movable) {
      let isSettled = true;
      for (const begun of moves.filter(({ person }) => person === document._id))
        isSettled = (await takeBack(couch, begun, today())) && isSettled;
      const done =
        isSettled &&
        (isLeaving(document)
          ? await move(couch, database, document, today())
          : await carryLate(couch, database, document));
      isDone &&= done;
    }
    return isDone;
  };

export const transferPeople = transferPeopleOn(() => new Date().toISOString().slice(0, 10));

type Movable = (Person | Group) & { readonly erased?: Erasure };

/** Only people are sent on, which only a lead may ask for; a group follows them, whatever its own record says. */
const isLeaving = <D extends Document>(document: D): document is D & Stored<Person> => {
  const { movesTo, site, erased } = document as unknown as Stored<Person>;
  return document.kind === "person" && movesTo !== undefined && movesTo !== site && erased === undefined;
};

const move = async (couch: CouchClient, from: string, person: LivePerson, today: string): Promise<boolean> => {
  const to = siteDatabase(person.movesTo ?? "");
  // A site that is not there yet: the person stays where they are until it is.
  const { status } = await couch.get(to);
  if (status !== 200) return status === 404;
  if (await meetsAnother(couch, { from, to }, person as unknown as Document)) return true;
  const token = await beginMove(couch, { person: person._id, from, to, day: today });
  if (!(await carry(couch, { from, to }, person, today))) return false;
  await closeMove(couch, token);
  return true;
};

/**
 * Somebody said that the person stays, or goes elsewhere, when the copy was written already: what it holds comes back, and it goes. Whoever
 * writes last of the two, the worker its copy or the lead that word, is seen in one of the two feeds after both. A move that is over
 * is closed, whoever ended it: left open, it would count against a later one that goes the other way.
 */
const takeBack = async (couch: CouchClient, { person, from, to, token }: OpenMove, today: string): Promise<boolean> => {
  const [here, copy] = [await personIn(couch, from, person), await personIn(couch, to, person)];
  if (here?.erased?.why === "moved" && here.erased.to === ownerOf(to)) await closeMove(couch, token);
  if (!here || !copy || isTombstone(here) || isTombstone(copy)) return true;
  // A person does not move on before they have wholly arrived: calling the first move off would leave them at two sites.
  if (isLeaving(here) && siteDatabase(here.movesTo ?? "") === to)
    return !isLeaving(copy) || carry(couch, { from, to }, here, today);
  if (!(await carry(couch, { from: to, to: from }, copy, today, here))) return false;
  await closeMove(couch, token);
  return true;
};

const personIn = async (couch: CouchClient, database: string, id: string): Promise<LivePerson | undefined> => {
  const { status, body } = await couch.get<LivePerson>(`${database}/${encodeURIComponent(id)}`);
  if (status !== 200 && status !== 404) throw new Error(`a record that moves cannot be read: ${status}`);
  return status === 200 ? body : undefined;
};

type LivePerson = ChangedDocument & Stored<Person & Movable>;

/** A copy there, then a placeholder here. `from` and `to` are databases; `back` is what the copy comes back to. */
const carry = async (
  couch: CouchClient,
  { from, to }: Pick<OpenMove, "from" | "to">,
  person: LivePerson,
  today: string,
  back?: LivePerson,
): Promise<boolean> => {
  const group = await groupOf(couch, from, person);
  const site = ownerOf(to) ?? "";
  const at = beginningOf(today);
  const moved = movedTo(person, site, at, holding(person, group));
  const copies = [
    back ? withGoalOf(back, moved) : moved,
    ...(group && !group.erased ? [movedTo(group, site, at)] : []),
  ];
  if (!(await arriveIn(couch, to, copies, at))) return false;
  const erased: Erasure = { why: "moved", at: today, to: site };
  if (!(await writeDocuments(couch, from, [placeholder(from, kinds.person, person, erased, at)]))) return false;
  if (!group || group.erased || (await hasOthers(couch, from, group._id))) return true;
  return writeDocuments(couch, from, [placeholder(from, kinds.group, group, erased, at)]);
};

/** Who was withdrawn unseen of the move arrives all the same: the reason is over with the site that they leave, and nobody may arrive unseen. */
const holding = (person: LivePerson, group: Stored<Group> | undefined): object => {
  if (person.withdrawn === undefined) return {};
  const back = bringBackPerson(person, group?.noticeGiven !== undefined);
  const gone = Object.keys(person).filter((field) => back.ok && !(field in back.value));
  return { ...(back.ok && back.value), ...Object.fromEntries(gone.map((field) => [field, undefined])) };
};

/** Servers that do it at once write the same. */
const beginningOf = (day: string): string => `${day}T00:00:00.000Z`;

/** The same record as one of the other site's. */
const movedTo = (document: Stored<Person | Group>, site: string, at: string, changes: object = {}): Document => {
  const { _rev, _conflicts, movesTo, ...rest } = document as unknown as ChangedDocument;
  const before = (movesTo === undefined ? rest : { ...rest, movesTo }) as Document;
  const { _rev: _own, _conflicts: _others, movesTo: _goal, ...changed } = changes as Partial<ChangedDocument>;
  return nextVersion(
    kinds.person.rule,
    before,
    { ...rest, ...changed, site } as Document,
    authorIn(serverAuthor(at), siteDatabase(site)),
  );
};

/** Of two words where somebody goes the one that called the move off counts: the copy's was the worker's own, that they had arrived. */
const withGoalOf = (said: LivePerson, copy: Document): Document => {
  const { seen, edits } = copy.stamps;
  const writes = writesOf(copy);
  writes.set("movesTo", writesOf(said).get("movesTo") ?? new Map());
  return withWrites(kinds.person.rule, copy, writes, { seen, edits: { ...said.stamps.edits, ...edits } });
};

const placeholder = (database: string, kind: Kind, document: Stored<Movable>, erased: Erasure, at: string): object => {
  const { _rev, _conflicts, ...rest } = document as unknown as ChangedDocument;
  return { ...erase(kind, rest as Document, erased, authorIn(serverAuthor(at), database)), _rev };
};

/**
 * Joins records into the site that they move to; one that was there before and went is begun anew on what was left of it, or the writing
 * away of its fields would win over all that it brings back.
 */
const arriveIn = async (
  couch: CouchClient,
  target: string,
  copies: readonly Document[],
  at: string,
): Promise<boolean> => {
  const author = authorIn(serverAuthor(at), target);
  const arrived: Document[] = [];
  for (const copy of copies) {
    const { status, body } = await couch.get<Stored<Document>>(`${target}/${encodeURIComponent(copy._id)}`);
    if (status !== 200 && status !== 404) return false;
    const { _rev, _conflicts, ...there } = body as ChangedDocument;
    arrived.push(
      status === 200 && isTombstone(there) ? revive(kinds.person.rule, there as Document, copy, author) : copy,
    );
  }
  return copyInto(couch, target, arrived);
};

const groupOf = async (
  couch: CouchClient,
  database: string,
  { groupId }: Person,
): Promise<Stored<Group & Movable> | undefined> => {
  if (groupId === undefined) return undefined;
  const { status, body } = await couch.get<Stored<Group>>(`${database}/${encodeURIComponent(groupId)}`);
  if (status !== 200 && status !== 404) throw new Error(`a group could not be read: ${status}`);
  return status === 200 ? body : undefined;
};

const hasOthers = async (couch: CouchClient, database: string, groupId: string): Promise<boolean> => {
  const selector = { kind: "person", groupId, erased: { $exists: false } };
  return (await find(couch, database, selector)).length > 0;
};

const find = async <D>(couch: CouchClient, database: string, selector: object): Promise<readonly D[]> => {
  const { status, body } = await couch.post<{ docs: readonly D[] }>(`${database}/_find`, { selector, limit: 1 });
  if (status !== 200) throw new Error(`a question was not answered: ${status}`);
  return body.docs;
};

/** The group of a person who has gone, where the worker was cut off, or another write came in between, before the group could follow. */
const followWithGroup = async (couch: CouchClient, database: string, personId: string, { at, to }: Erasure) => {
  const [group] = await find<Stored<Group & Movable>>(couch, database, {
    kind: "group",
    focalPersonId: personId,
    erased: { $exists: false },
  });
  if (!group || to === undefined || (await hasOthers(couch, database, group._id))) return true;
  const instant = beginningOf(at);
  if (await meetsAnotherGroup(couch, { from: database, to: siteDatabase(to) }, group._id)) return true;
  if (!(await arriveIn(couch, siteDatabase(to), [movedTo(group, to, instant)], instant))) return false;
  return writeDocuments(couch, database, [
    placeholder(database, kinds.group, group, { why: "moved", at, to }, instant),
  ]);
};

/** Edits that met the tombstone: their authors had not seen that the person went. */
const carryLate = async (couch: CouchClient, database: string, document: ChangedDocument): Promise<boolean> => {
  const { erased } = document as unknown as Movable;
  const kind: Kind = document.kind === "person" ? kinds.person : kinds.group;
  const { _rev, _conflicts, ...late } = document;
  if (erased?.why !== "moved" || erased.to === undefined) return true;
  if (isFullyErased(kind, late as Document))
    return document.kind !== "person" || followWithGroup(couch, database, document._id, erased);
  const target = siteDatabase(erased.to);
  const there = await couch.get<Stored<Document>>(`${target}/${encodeURIComponent(document._id)}`);
  if (there.status !== 200) return there.status === 404;
  const { _rev: rev, ...current } = there.body;
  const joined = addWrites(kind.rule, current as Document, writtenByPeople(late as Document), late.stamps.edits);
  // What would leave no room to change the record there stays here, for a lead to look at.
  if (isFilling(joined, current as Document)) return true;
  if (joined !== current && !(await writeDocuments(couch, target, [{ ...joined, _rev: rev }]))) return false;
  return writeDocuments(couch, database, [
    placeholder(database, kind, document as never, erased, beginningOf(erased.at)),
  ]);
};

const isFilling = (joined: Document, before: Document): boolean =>
  lengthOf(joined) > Math.max(maxBytesBesideLeads, lengthOf(before));

/**
 * Without the server's own writes, which only say that the content is gone here, and without where somebody should have gone from here: where they
 * go next is said by who leads where they are.
 */
const writtenByPeople = (document: Document): Writes =>
  new Map(
    [...writesOf(document)]
      .filter(([field]) => field !== "site" && field !== "movesTo")
      .map(([field, values]) => [
        field,
        new Map([...values].filter(([stamp]) => !isDevice(deviceOf(stamp), serverDevice))),
      ]),
  );
