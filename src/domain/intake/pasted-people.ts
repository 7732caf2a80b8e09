import { ageRangeOf, mayBeIn } from "../dates/age.ts";
import { readAge } from "../dates/read-age.ts";
import type { Id } from "../model/field.ts";
import { type IntakeForm, type IntakePerson, withCount, withPerson } from "./intake-form.ts";

/** A line of a list that was pasted: who, and how old where the line ends with an age that is understood. */
export type PastedPerson = { readonly givenName: string; readonly age: string };

/** Where a list was pasted: the box of a person's name, and what had stood in it. No person: the box of the group's surname. */
export type PastedAt = { readonly personId?: Id<"person"> | undefined; readonly before: string };

/** Reads a line: `1. Оксана, 36 р.`. Numbers and dashes that lists begin with are left out, as is the group's own `surname`. `today` is an ISO day. */
export const personInLine = (line: string, surname: string, today: string): PastedPerson => {
  const words = line.replace(/^\s*(?:\d{1,3}[.)]\s+|[-–—•*]\s*)/u, "").split(/[\s;]+/u);
  const own =
    surname.trim() !== "" && words.length > 1 && bare(words[0] ?? "") === surname.trim() ? words.slice(1) : words;
  const told = own.map((_, place) => place).find((place) => place > 0 && isAge(own.slice(place).join(" "), today));
  const name = own.slice(0, told).map((word, place) => (place + 1 === (told ?? own.length) ? bare(word) : word));
  return {
    givenName: name.filter((word) => !/^[-–—,:]$/.test(word)).join(" "),
    age: told ? bare(own.slice(told).join(" ")) : "",
  };
};

/**
 * The form with everybody of a pasted list: each goes into the next empty card from where it was pasted on; who has an age into one of that
 * age. For whom there is none a card is added, the sex to be said later. Nothing that was typed is written over.
 */
export const withPasted = (
  form: IntakeForm,
  at: PastedAt,
  lines: readonly string[],
  { today, newId }: { readonly today: string; readonly newId: () => Id<"person"> },
): IntakeForm => {
  const { personId, before } = at;
  const emptied = personId ? withPerson(form, personId, { givenName: before }) : { ...form, surname: before };
  const start = Math.max(
    0,
    emptied.people.findIndex(({ id }) => id === personId),
  );
  const order = emptied.people.slice(start).map(({ id }) => id);
  return lines.reduce((filled, line) => {
    if (!/[\p{L}\d]/u.test(line)) return filled;
    const pasted = personInLine(line, filled.surname, today);
    const cards = order.flatMap((id) => filled.people.find((person) => person.id === id) ?? []);
    const card = cards.find((person) => isFreeFor(person, pasted) && isOfAge(person, pasted.age, today));
    if (card) return withPerson(filled, card.id, { ...pasted, age: card.age || pasted.age });
    const known = new Set(filled.people.map(({ id }) => id));
    const added = withCount(filled, "u|unknown", (filled.counts["u|unknown"] ?? 0) + 1, newId);
    const fresh = added.people.find(({ id }) => !known.has(id));
    return fresh ? withPerson(added, fresh.id, pasted) : added;
  }, emptied);
};

const isFreeFor = ({ givenName, age }: IntakePerson, pasted: PastedPerson): boolean =>
  givenName === "" && (age === "" || pasted.age === "");

const isOfAge = ({ band }: IntakePerson, typed: string, today: string): boolean => {
  const age = readAge(typed, today);
  const range = age.ok ? ageRangeOf(age.value, today) : undefined;
  return !range || band === "unknown" || mayBeIn(range, band);
};

const isAge = (text: string, today: string): boolean => /\d/.test(text) && readAge(bare(text), today).ok;

/** Without the comma or the bracket that parts a name from an age. */
const bare = (text: string): string => text.replace(/^[\s,:(–—-]+|[\s,:)–—-]+$/gu, "");
