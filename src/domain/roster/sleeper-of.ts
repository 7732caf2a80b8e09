import { ageRangeOf } from "../dates/age.ts";
import type { Person } from "../model/kinds/person.ts";
import { placeMarksOf } from "../walls/walled-needs.ts";
import type { Sleeper } from "./placement.ts";

/** What has to be known of a person to find a bed. `knows`: of a child without a parent or guardian, those who are no strangers to it. */
export const sleeperOf = (person: Person, today: string, knows?: Sleeper["knows"]): Sleeper => ({
  personId: person._id,
  sex: person.sex,
  age: ageRangeOf(person.birth, today) ?? (person.childCare ? { min: 0, max: 17 } : undefined),
  needs: person.needFlags ?? [],
  marks: placeMarksOf(person),
  ...(knows && { unaccompanied: true, knows }),
});
