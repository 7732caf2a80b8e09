import { cutText } from "../model/cut-text.ts";
import type { Id } from "../model/field.ts";
import type { Person } from "../model/kinds/person.ts";
import { ok, type Result } from "../model/result.ts";
import type { Attribution } from "../roster/stay-commands.ts";

/** What somebody has asked about two records, and when. */
export type SameAsk = NonNullable<Person["sameAsks"]>[number];

/** Whether two records are of one person is to be found out first; what, may be said in words. */
export const askSame = (
  person: Person,
  other: Id<"person">,
  question: string,
  { at, by }: Attribution,
): Result<Person, never> => {
  const asked = { other, by, at, question: cutText(question.trim(), 200) };
  return ok({ ...person, sameAsks: [...(person.sameAsks ?? []).slice(1 - mostAsks), asked] });
};

/** So many a record keeps, the latest. */
const mostAsks = 10;

/** What was asked about two records, earliest first. */
export const asksAbout = (a: Person, b: Person): readonly SameAsk[] =>
  [...asksOf(a, b), ...asksOf(b, a)].sort((one, other) => (one.at < other.at ? -1 : 1));

const asksOf = ({ sameAsks = [] }: Person, { _id }: Person): readonly SameAsk[] =>
  sameAsks.filter(({ other }) => other === _id);
