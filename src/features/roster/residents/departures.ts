import type { Id } from "../../../domain/model/field.ts";
import { hasWords } from "../../../domain/model/has-words.ts";
import type { Person } from "../../../domain/model/kinds/person.ts";
import type { Departure, Guard } from "../../../domain/safeguarding/release.ts";

/** Somebody who leaves and of whom something stands before the door: a child, or who was noted as one. */
export type Guarded = readonly [Person, Guard];

/** Whoever of those who leave is guarded; also who is of age by the record, but was noted as a child: no adult until papers were seen. */
export const guardedOf = (leaving: readonly Person[], guards: ReadonlyMap<string, Guard>): readonly Guarded[] =>
  leaving.flatMap((one) => {
    const guard = guards.get(one._id);
    return guard ? [[one, guard] as const] : [];
  });

/** With whom these children leave, asked once. */
export type DepartureQuestion = {
  readonly children: readonly Person[];
  readonly adults: readonly AdultOption[];
};

/** `key`: the adult's id, or the name in small letters where only that was confirmed. */
export type AdultOption = { readonly key: string; readonly name: string; readonly isConfirmed: boolean };

/** What was answered for one child. `chosen`: the adult's key, or that the child has gone already. */
export type DepartureAnswer = { readonly chosen?: string | undefined; readonly hasLeft: string };
export type DepartureAnswers = Readonly<Record<string, DepartureAnswer>>;

export const gone = "gone";

/** The adult of its own who takes a child along without a question: one who leaves too, where none has to be confirmed. */
export const takenAlongBy = (
  { needsConfirmedAdult, own }: Guard,
  leavingIds: readonly string[],
): Id<"person"> | undefined => (needsConfirmedAdult ? undefined : own.find((id) => leavingIds.includes(id)));

/** What is asked: once for all children where they have an adult in common, or none has any; otherwise for each child apart. */
export const questionsOf = (
  leaving: readonly Guarded[],
  leavingIds: readonly string[],
  nameOf: NameOf,
): readonly DepartureQuestion[] => {
  const asked = leaving
    .filter(([, guard]) => takenAlongBy(guard, leavingIds) === undefined)
    .map(([child, guard]) => ({ children: [child], adults: adultsOf(guard, nameOf) }));
  const [first, ...rest] = asked;
  if (!first) return [];
  const common = first.adults.filter(({ key }) => rest.every(({ adults }) => adults.some((one) => one.key === key)));
  const isOne = common.length > 0 || asked.every(({ adults }) => adults.length === 0);
  return isOne ? [{ children: asked.flatMap(({ children }) => children), adults: common }] : asked;
};

/** The answer that stands for all children of a question: who was chosen for one of them only was not chosen for all. */
export const answerTo = ({ children, adults }: DepartureQuestion, answers: DepartureAnswers): DepartureAnswer => {
  const [first, ...rest] = children.map(({ _id }) => answers[_id]);
  const isKnown = first?.chosen === gone || adults.some(({ key }) => key === first?.chosen);
  const holds = isKnown && rest.every((answer) => answer?.chosen === first?.chosen);
  const words = [first, ...rest].map((answer) => answer?.hasLeft ?? "");
  return { chosen: holds ? first?.chosen : undefined, hasLeft: words.find(hasWords) ?? "" };
};

export const isAnswered = ({ chosen, hasLeft }: DepartureAnswer): boolean =>
  chosen === gone ? hasWords(hasLeft) : chosen !== undefined;

/** What was chosen, for one child. */
export const departureOf = (
  { chosen, hasLeft }: DepartureAnswer,
  { needsConfirmedAdult, confirmed, own }: Guard,
  nameOf: NameOf,
): Departure => {
  if (chosen === gone) return { hasLeft };
  const confirmation = confirmed.find((one) => keyOf(one) === chosen);
  if (confirmation) return { released: confirmation._id, adultName: confirmation.adultName };
  const adultId = needsConfirmedAdult ? undefined : own.find((id) => id === chosen);
  return adultId ? { adultId, adultName: nameOf(adultId) } : {};
};

type NameOf = (id: Id<"person">) => string;

const adultsOf = ({ needsConfirmedAdult, confirmed, own }: Guard, nameOf: NameOf): readonly AdultOption[] => {
  const byKey = new Map<string, AdultOption>();
  const add = (key: string, name: string, isConfirmed: boolean) => byKey.set(key, { key, name, isConfirmed });
  if (!needsConfirmedAdult) for (const id of own) add(id, nameOf(id), false);
  for (const one of confirmed) add(keyOf(one), one.adultName ?? (one.adultId ? nameOf(one.adultId) : ""), true);
  return [...byKey.values()];
};

const keyOf = ({ adultId, adultName }: Guard["confirmed"][number]): string =>
  adultId ?? `named ${adultName?.toLowerCase()}`;
