import { isOnLists } from "../intake/on-lists.ts";
import { isWithdrawn } from "../intake/withdrawal.ts";
import { checkDocument } from "../model/check-document.ts";
import type { Document } from "../model/document.ts";
import { groupBy } from "../model/group-by.ts";
import type { Group } from "../model/kinds/group.ts";
import type { Person } from "../model/kinds/person.ts";
import type { Presence } from "../model/kinds/presence.ts";
import { kindNamed } from "../model/kinds.ts";
import { stayStateOf } from "../roster/stay-state.ts";
import { type Ends, wasEdited } from "./last-heard.ts";
import { retentionDays } from "./retention-days.ts";

/**
 * People who came together with their group and all that was written about them: they end together, for a child is not forgotten while its
 * mother is known. No member ends while one of them lives here. Whose registration was taken back and who never had a bed ends alone, and soon: a
 * mistake, or somebody who did not want to be registered, is not kept for the sake of others.
 */
export const overHouseholds = (documents: readonly Document[], ends: Ends): readonly Document[] => {
  const homeOf = new Map<string, string>();
  for (const { kind, _id, groupId } of documents)
    if (kind === "person") homeOf.set(_id, typeof groupId === "string" ? groupId : _id);
  const households = groupBy(documents, (document) => homeNamedBy(document, homeOf));
  return [...households.values()].flatMap((about) => {
    const takenBack = withdrawnWithoutStay(about);
    if (isNobodyElse(about, takenBack)) return ends(about, retentionDays.quick) ? withoutLines(about) : [];
    const alone = takenBack.flatMap(({ _id }) => {
      const theirs = about.filter((document) => document._id === _id || document.personId === _id);
      return ends(theirs, retentionDays.quick) ? withoutLines(theirs) : [];
    });
    const ids = new Set<unknown>(takenBack.map(({ _id }) => _id));
    const others = about.filter(({ _id, personId }) => !ids.has(_id) && !ids.has(personId));
    return [...alone, ...overTogether(others, ends)];
  });
};

const overTogether = (about: readonly Document[], ends: Ends): readonly Document[] => {
  if (about.length === 0 || livesHere(about)) return [];
  return ends(about, about.every(isQuick) ? retentionDays.quick : retentionDays.complete) ? withoutLines(about) : [];
};

/** A passenger goes with the trip. */
const withoutLines = (about: readonly Document[]): readonly Document[] => about.filter(({ kind }) => kind !== "line");

const withdrawnWithoutStay = (about: readonly Document[]): readonly Person[] => {
  const housed = new Set(about.flatMap(({ kind, voided, personId }) => (kind === "stay" && !voided ? [personId] : [])));
  const people = about.filter(({ kind, _id, withdrawn }) => kind === "person" && withdrawn && !housed.has(_id));
  return (people.filter(isSound) as unknown as readonly Person[]).filter((person) => isWithdrawn(person));
};

/** What is not as it should be tells nothing that would end a record sooner. */
const isSound = (document: Document): boolean => {
  const kind = kindNamed(document.kind);
  return kind !== undefined && checkDocument(kind, document).length === 0;
};

/** Whether the household is only those whose registration was taken back, and their group. */
const isNobodyElse = (about: readonly Document[], takenBack: readonly Person[]): boolean => {
  if (takenBack.length === 0) return false;
  const groups = about.filter(({ kind }) => kind === "group");
  return (
    about.filter(({ kind }) => kind === "person").length === takenBack.length &&
    groups.every((group) => isSound(group) && !isOnLists(group as unknown as Group, [], takenBack))
  );
};

const homeNamedBy = (document: Document, homeOf: ReadonlyMap<string, string>): string | undefined => {
  const { kind, _id, personId, groupId } = document;
  if (kind === "person") return homeOf.get(_id);
  if (kind === "group") return _id;
  if (!aboutPeople.has(kind)) return undefined;
  if (typeof personId === "string") return homeOf.get(personId) ?? (kind === "line" ? undefined : personId);
  return typeof groupId === "string" ? groupId : undefined;
};

const aboutPeople: ReadonlySet<string> = new Set(["stay", "presence", "safeguarding", "sealedNote", "line"]);

/** Registered in a hurry and never completed. */
const isQuick = (document: Document): boolean =>
  !wasEdited(document) &&
  (document.kind === "group" || (document.kind === "person" && document.recordState === "quick"));

const livesHere = (about: readonly Document[]): boolean => {
  const events = groupBy(
    about.filter(({ kind }) => kind === "presence") as unknown as readonly Presence[],
    ({ stayId }) => String(stayId),
  );
  const stays = about.filter(({ kind, voided }) => kind === "stay" && !voided);
  return stays.some(({ _id }) => present.has(stayStateOf(events.get(_id) ?? []).status));
};

/** With a bed that is kept. An expected person has not arrived. */
const present: ReadonlySet<string> = new Set(["in", "leave", "absent", "hospital"]);
