import type { CodeOf } from "../model/codes.ts";
import type { Person } from "../model/kinds/person.ts";
import { ok, type Result } from "../model/result.ts";
import type { NoteContent } from "./note-content.ts";

type Need = CodeOf<"needFlag">;
type Mark = CodeOf<"placeMark">;

/** Needs that are not kept at the site, with what a bed or a seat has to be like because of them. */
const marksOf: Readonly<Record<CodeOf<"healthNeed">, readonly Mark[]>> = {
  pregnant: ["lower_bunk"],
  mobility: ["ground_floor", "lower_bunk", "wheelchair_space"],
  disability: ["lower_bunk"],
  medicine: [],
};

export const isHealthNeed = (need: Need): need is CodeOf<"healthNeed"> => need in marksOf;

/** True for what is asked, sealed, and cannot be read back on the phone. */
export const isWalledNeed = (need: Need): boolean => isHealthNeed(need) || need === "talk_private";

/** What bed and seat a person needs, by marks and by what was noted in the open and has not been moved yet. */
export const placeMarksOf = ({
  needFlags = [],
  placeMarks = [],
}: Pick<Person, "needFlags" | "placeMarks">): readonly Mark[] => [
  ...new Set([...placeMarks, ...needFlags.filter(isHealthNeed).flatMap((need) => marksOf[need])]),
];

/** Marks what bed and seat follow from needs that are kept elsewhere. */
export const markPlaces =
  (needs: readonly CodeOf<"healthNeed">[]) =>
  (person: Person): Result<Person, never> => {
    const placeMarks = placeMarksOf({ ...person, needFlags: [...(person.needFlags ?? []), ...needs] });
    return ok(
      placeMarks.length > (person.placeMarks ?? []).length ? { ...person, placeMarks: [...placeMarks] } : person,
    );
  };

/** A person as the site may keep them, and what is to be sealed of what was ticked. */
export type WalledOff<P> = { readonly person: P; readonly notes: readonly NoteContent[] };

/**
 * Takes the needs that do not stay at the site out of a record, and marks what bed and seat they ask for. The same record where there are none. `taken`: those
 * that are to be taken out, where not all are.
 */
export const wallOff = <P extends Pick<Person, "needFlags" | "placeMarks">>(
  person: P,
  taken: (need: Need) => boolean = isWalledNeed,
): WalledOff<P> => {
  const needs = person.needFlags ?? [];
  const health = needs.filter(isHealthNeed).filter(taken);
  const isPrivate = needs.includes("talk_private") && taken("talk_private");
  if (health.length === 0 && !isPrivate) return { person, notes: [] };
  const { needFlags: _all, ...rest } = person;
  const open = needs.filter((need) => !isWalledNeed(need) || !taken(need));
  const marks = placeMarksOf(person);
  return {
    person: {
      ...rest,
      ...(open.length > 0 && { needFlags: open }),
      ...(marks.length > 0 && { placeMarks: marks }),
    } as P,
    notes: [
      ...(health.length > 0 ? [{ topic: "health" as const, needs: health }] : []),
      ...(isPrivate ? [{ topic: "talk_private" as const }] : []),
    ],
  };
};
