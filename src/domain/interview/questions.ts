import type { IntakeForm, IntakePerson } from "../intake/intake-form.ts";
import type { Id } from "../model/field.ts";
import { isOfEitherCountry } from "../numbers/phone-number.ts";
import { isChildOnForm } from "./is-child-on-form.ts";

/** One screen of an interview. */
export type Question =
  | { readonly asks: GroupTopic; readonly person?: never }
  | { readonly asks: PersonTopic; readonly person: Id<"person"> };

export type GroupTopic =
  | "notice"
  | "adults"
  | "children"
  | "surname"
  | "phone"
  | "phoneCountry"
  | "intent"
  | "destCountry"
  | "talk";
export type PersonTopic = "givenName" | "age" | "childCare" | "needs" | "health";

/** A volunteer and a person look at one screen, or the person answers unseen. */
export type Sitting = "together" | "alone";

/**
 * What is to be asked, in its order, of a form as it is filled in by now: an answer may bring further questions or rule some out. The notice comes first, for it says
 * that nobody has to answer; the wish to talk in private comes last and is asked unseen only.
 */
export const questionsOf = (form: IntakeForm, sitting: Sitting, today: string): readonly Question[] => [
  { asks: "notice" },
  { asks: "adults" },
  { asks: "children" },
  ...only(form.people.length > 0, "surname"),
  ...form.people.flatMap((person) => questionsAbout(person, today)),
  { asks: "phone" },
  ...only(isOfEitherCountry(form.phone), "phoneCountry"),
  { asks: "intent" },
  ...only(form.intent === "transit", "destCountry"),
  ...only(sitting === "alone" && adultsOf(form, today).length > 0, "talk"),
];

/** Names a question within its form. */
export const questionKey = ({ asks, person }: Question): string => (person ? `${asks} ${person}` : asks);

/** Who may be asked whether they want to talk in private. */
export const adultsOf = (form: IntakeForm, today: string): readonly IntakePerson[] =>
  form.people.filter((person) => !isChildOnForm(person, today));

const questionsAbout = (person: IntakePerson, today: string): readonly Question[] => {
  const topics: readonly PersonTopic[] = isChildOnForm(person, today)
    ? ["givenName", "age", "childCare", "needs", "health"]
    : ["givenName", "age", "needs", "health"];
  return topics.map((asks) => ({ asks, person: person.id }));
};

const only = (isNeeded: boolean, asks: GroupTopic): readonly Question[] => (isNeeded ? [{ asks }] : []);
