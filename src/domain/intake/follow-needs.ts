import { ageRangeOf } from "../dates/age.ts";
import type { CodeOf } from "../model/codes.ts";
import type { Person } from "../model/kinds/person.ts";
import { ok, type Result } from "../model/result.ts";
import { type FlagBasis, impliedFlags } from "./implied-flags.ts";

type Flag = CodeOf<"needFlag">;

/** What changes of one person's needs because somebody in the group did. */
export type NeedsChange = {
  readonly id: Person["_id"];
  readonly add: readonly Flag[];
  readonly remove: readonly Flag[];
  /** Those that are the app's own by then. */
  readonly derived: readonly Flag[];
};

/** People who travel together. */
type Party = readonly Person[];

/**
 * Needs that follow from ages and from who is with a child, worked out again after a correction: `before` and `after` are the groups that it is
 * about. What somebody ticked by hand stays, and what somebody took away by hand does not come back. A child stays marked as alone until another
 * answer is there, and in records that do not say whether the app noted it, until somebody takes it away.
 */
export const needsChanges = (
  before: readonly Party[],
  after: readonly Party[],
  today: string,
): readonly NeedsChange[] => {
  const then = impliedIn(before, today);
  const now = impliedIn(after, today);
  return after.flat().flatMap((person): readonly NeedsChange[] => {
    const [was, is] = [then.get(person._id) ?? [], now.get(person._id) ?? []];
    const has = (flag: Flag): boolean => person.needFlags?.includes(flag) === true;
    const own = (person.impliedNeeds ?? was.filter(isLight)).filter(has);
    const come = is.filter((flag) => !was.includes(flag));
    const add = come.filter((flag) => !has(flag));
    const isAnswered = (flag: Flag): boolean => isLight(flag) || person.childCare !== undefined;
    const remove = own.filter((flag) => !is.includes(flag) && isAnswered(flag));
    // What was ticked before it followed from anything is noted as not the app's own.
    if (come.length + remove.length === 0) return [];
    return [{ id: person._id, add, remove, derived: [...own.filter((flag) => !remove.includes(flag)), ...add] }];
  });
};

const isLight = (flag: Flag): boolean => flag !== "child_alone";

const impliedIn = (parties: readonly Party[], today: string): ReadonlyMap<string, readonly Flag[]> =>
  new Map(
    parties.flatMap((party) => {
      const bases = party.map(({ birth, childCare }): FlagBasis => ({ age: ageRangeOf(birth, today), childCare }));
      return party.map(({ _id }, place) => [_id, impliedFlags(bases[place] ?? { age: undefined }, bases)] as const);
    }),
  );

/** Writes them, and which needs are the app's own. */
export const followNeeds = (
  person: Person,
  { add, remove, derived }: Omit<NeedsChange, "id">,
): Result<Person, never> => {
  const { needFlags = [], ...kept } = person;
  const stay = needFlags.filter((flag) => !remove.includes(flag));
  const flags = [...stay, ...add.filter((flag) => !stay.includes(flag))];
  return ok({ ...kept, ...(flags.length > 0 && { needFlags: flags }), impliedNeeds: [...derived] });
};
