import { databaseTypeOf, ownerOf } from "../../src/domain/model/databases.ts";
import type { Line } from "../../src/domain/model/kinds/line.ts";
import { keyOf } from "../../src/domain/model/new-id.ts";
import { type ChangeHandler, inSequence } from "./catch-up.ts";
import { eraseAgain } from "./expiry/erase-again.ts";
import { mergeConflictLeaves } from "./merge-conflict-leaves.ts";
import type { Scope } from "./provisioning-queue.ts";
import { transferPeopleOn } from "./transfer-people.ts";
import { copyLines } from "./trip-databases.ts";
import { beginChildForms, settleChildForms } from "./walls/child-forms.ts";
import { followChildren } from "./walls/follow-children.ts";
import { followPeople } from "./walls/follow-people.ts";
import { placingConcerns } from "./walls/place-concerns.ts";
import { placeLeftBehind } from "./walls/place-left-behind.ts";
import { placeNotes } from "./walls/place-notes.ts";
import { placeSameChild } from "./walls/place-same-child.ts";
import { strikeNotes } from "./walls/strike-notes.ts";
import { tellSite } from "./walls/tell-site.ts";
import { wallOffNeeds } from "./walls/wall-off-needs.ts";

export type Circumstances = {
  /** Databases or rights may have to be provided. */
  readonly ask: (scope: Scope) => void;
  /** Notes what has more than one living version. */
  readonly noteConflicts: ChangeHandler;
  /** Milliseconds since 1970. */
  readonly now: () => number;
};

/** What the server does about changes of a database, by its name. */
export const actsIn = ({ ask, noteConflicts, now }: Circumstances): ((database: string) => ChangeHandler) => {
  const directoryActs: ChangeHandler = async (_, __, changed) => {
    if (changed.some(({ kind }) => kind === "organisation")) ask("everything");
    const sites = changed.filter(({ kind }) => kind === "site");
    if (sites.length > 0) ask(new Set(sites.map(({ _id }) => keyOf(_id))));
    return true;
  };
  const accountActs: ChangeHandler = async () => {
    ask(new Set());
    return true;
  };
  const tripActs: ChangeHandler = async (couch, database, changed) => {
    if (changed.some(({ kind }) => kind === "trip")) ask(new Set([ownerOf(database) ?? ""]));
    const lines = changed.filter(({ kind }) => kind === "line") as unknown as readonly Line[];
    return copyLines(couch, database, lines, now());
  };
  const today = () => new Date(now()).toISOString().slice(0, 10);
  const transferPeople = transferPeopleOn(today);
  const concerns = placingConcerns();
  const sameChild = placeSameChild(today);
  const childForms = followChildren();
  const everywhere = [mergeConflictLeaves, noteConflicts, eraseAgain];
  return (database) => {
    if (database === "_users") return accountActs;
    if (database === "directory") return inSequence(directoryActs, ...everywhere);
    return databaseTypeOf(database) === "site"
      ? inSequence(
          ...everywhere,
          placeNotes,
          strikeNotes,
          wallOffNeeds,
          concerns,
          placeLeftBehind,
          sameChild,
          childForms,
          transferPeople,
          followPeople,
          tripActs,
        )
      : inSequence(...everywhere, tellSite, placeLeftBehind, beginChildForms, settleChildForms);
  };
};
