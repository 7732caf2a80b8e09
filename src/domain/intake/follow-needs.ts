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

/**
 * Needs that follow from ages and from who is with a child, worked out again after a correction: `before` and `after` are the group. What
 * somebody ticked by hand stays, and what somebody took away by hand does not come back.
 */
export const needsChanges = (
  before: readonly Person[],
  after: readonly Person[],
  today: string,
): readonly NeedsChange[] => {
  const [then, now] = [before, after].map((group) => group.map((person) => basisOf(person, today)));
  return after.flatMap((person, place): readonly NeedsChange[] => {
    const was = before.findIndex(({ _id }) => _id === person._id);
    const impliedThen = was < 0 ? [] : impliedFlags(then?.[was] ?? unknown, then ?? []);
    const impliedNow = impliedFlags(now?.[place] ?? unknown, now ?? []);
    const has = (flag: Flag): boolean => person.needFlags?.includes(flag) === true;
    const own = (person.impliedNeeds ?? impliedThen).filter(has);
    const come = impliedNow.filter((flag) => !impliedThen.includes(flag));
    const add = come.filter((flag) => !has(flag));
    const remove = own.filter((flag) => !impliedNow.includes(flag));
    // What was ticked before it followed from anything is noted as not the app's own.
    if (come.length + remove.length === 0) return [];
    return [{ id: person._id, add, remove, derived: [...own.filter((flag) => !remove.includes(flag)), ...add] }];
  });
};

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

const basisOf = ({ birth, childCare }: Person, today: string): FlagBasis => ({
  age: ageRangeOf(birth, today),
  childCare,
});

const unknown: FlagBasis = { age: undefined };
