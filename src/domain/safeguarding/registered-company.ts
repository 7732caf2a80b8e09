import { isChild } from "../intake/is-child.ts";
import type { NewDocument } from "../merge/new-document.ts";
import type { Person } from "../model/kinds/person.ts";
import { ownAdultsOf } from "./company.ts";
import { unnotedWithoutParent } from "./note-without-parent.ts";

/**
 * The people of a group that is registered, with what is noted of its children: with which adults they came, and that no parent or guardian is with
 * them. `at` (ISO 8601) is when they are registered, on the day `today`.
 */
export const withCompany = (
  people: readonly NewDocument[],
  { today, at }: { readonly today: string; readonly at: string },
): readonly NewDocument[] => {
  const party = people.map(({ id, content }) => ({ _id: id, ...content }) as unknown as Person);
  const alone: ReadonlySet<string> = new Set(unnotedWithoutParent([], [party], today));
  return people.map((one, place) => {
    const person = party[place];
    if (!person || !isChild(person, today)) return one;
    const cameWith = ownAdultsOf(person, party, today).map(({ _id }) => _id);
    return { ...one, content: { ...one.content, cameWith, ...(alone.has(one.id) && { noParentSince: at }) } };
  });
};
