import type { Document } from "../model/document.ts";
import { groupBy } from "../model/group-by.ts";
import type { Presence } from "../model/kinds/presence.ts";
import { stayStateOf } from "../roster/stay-state.ts";
import { type Ends, wasEdited } from "./last-heard.ts";
import { retentionDays } from "./retention-days.ts";

/**
 * People who came together with their group and all that was written about them: they end together, for a child is not forgotten while its
 * mother is known. No member ends while one of them lives here.
 */
export const overHouseholds = (documents: readonly Document[], ends: Ends): readonly Document[] => {
  const homeOf = new Map<string, string>();
  for (const { kind, _id, groupId } of documents)
    if (kind === "person") homeOf.set(_id, typeof groupId === "string" ? groupId : _id);
  const households = groupBy(documents, (document) => homeNamedBy(document, homeOf));
  return [...households.values()].flatMap((about) => {
    if (livesHere(about)) return [];
    const isOver = ends(about, about.every(isQuick) ? retentionDays.quick : retentionDays.complete);
    // A passenger goes with the trip.
    return isOver ? about.filter(({ kind }) => kind !== "line") : [];
  });
};

const homeNamedBy = (document: Document, homeOf: ReadonlyMap<string, string>): string | undefined => {
  const { kind, _id, personId, groupId } = document;
  if (kind === "person") return homeOf.get(_id);
  if (kind === "group") return _id;
  if (!aboutPeople.has(kind)) return undefined;
  if (typeof personId === "string") return homeOf.get(personId) ?? (kind === "line" ? undefined : personId);
  return typeof groupId === "string" ? groupId : undefined;
};

const aboutPeople: ReadonlySet<string> = new Set(["stay", "presence", "line"]);

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
