import { useState } from "react";
import { warsawDay } from "../../../domain/dates/warsaw-time.ts";
import { isChild } from "../../../domain/intake/is-child.ts";
import type { NewDocument } from "../../../domain/merge/new-document.ts";
import type { CodeOf } from "../../../domain/model/codes.ts";
import { siteDatabase } from "../../../domain/model/databases.ts";
import type { Person } from "../../../domain/model/kinds/person.ts";
import { ok } from "../../../domain/model/result.ts";
import { type BookError, bookLine, rebook, suggestedBasis, suggestedNeeds } from "../../../domain/transport/booking.ts";
import type { GroupView } from "../../../live/intake/group-view.ts";
import type { TripView } from "../../../live/transport/trips-view.ts";
import { useChange } from "../../../live/use-change.ts";
import { notSaved, useCommand } from "../../../live/use-command.ts";
import { bookedLines } from "./booked-lines.ts";

export type Traveller = {
  readonly person: Person;
  readonly isChild: boolean;
  readonly basis: CodeOf<"childTravelBasis"> | undefined;
  readonly needs: readonly CodeOf<"tripNeed">[];
};

type Answers = Readonly<Record<string, { readonly basis?: Traveller["basis"]; readonly needs?: Traveller["needs"] }>>;
export type AddingGroup = ReturnType<typeof useAddGroup>;

/** What is asked before people are put on a list, with what intake knows filled in. */
export const useAddGroup = (site: string, view: TripView, group: GroupView) => {
  const { trip, lines } = view;
  const day = warsawDay(trip.departAt);
  const booked = new Set<string | undefined>(bookedLines(view).map(({ personId }) => personId));
  const candidates = group.members.filter(({ _id }) => !booked.has(_id));
  const [chosenIds, choose] = useState<readonly string[]>(() => candidates.map(({ _id }) => _id));
  const [answers, setAnswers] = useState<Answers>({});
  const [hasTried, setHasTried] = useState(false);
  const { act, refusal, refuse } = useCommand<BookError>(siteDatabase(site));
  const change = useChange(siteDatabase(site), "line");

  const going = group.members.filter(({ _id }) => chosenIds.includes(_id) || booked.has(_id));
  const adults = going.filter((person) => !isChild(person, day));
  const travellers = candidates
    .filter(({ _id }) => chosenIds.includes(_id))
    .map((person): Traveller => {
      const child = isChild(person, day);
      const { basis = child ? suggestedBasis(person, adults) : undefined, needs = suggestedNeeds(person, day) } =
        answers[person._id] ?? {};
      return { person, isChild: child, basis, needs };
    });
  const answer = (personId: string, given: Answers[string]) =>
    setAnswers({ ...answers, [personId]: { ...answers[personId], ...given } });

  const add = async (): Promise<boolean> => {
    setHasTried(true);
    if (travellers.length === 0) return false;
    const made: NewDocument[] = [];
    for (const { person, basis, needs } of travellers) {
      const accompaniedBy = person.accompaniedBy ?? (basis === "with_parent" ? onlyOne(adults)?._id : undefined);
      const line = bookLine(trip, { person, basis, accompaniedBy, needs }, day);
      if (!line.ok) return act(line);
      made.push(line.value);
    }
    const again = made.filter(({ id }) => lines.some(({ _id }) => _id === id));
    for (const line of again) {
      const done = await change(line.id, rebook(line)).catch(() => notSaved);
      if (!done.ok) refuse(notSaved.error);
      if (!done.ok) return false;
    }
    return act(ok(made.filter((line) => !again.includes(line))));
  };
  return { candidates, chosenIds, choose, travellers, answer, add, hasTried, refusal };
};

// With two adults nobody has said which of them is the parent.
const onlyOne = (adults: readonly Person[]): Person | undefined => (adults.length === 1 ? adults[0] : undefined);
