import type { Person } from "../model/kinds/person.ts";

type Withdrawal = Pick<Person, "childCare" | "needFlags" | "withdrawalSeen" | "withdrawn" | "withdrawnAt">;

/**
 * Whether a registration was taken back, so that lists leave the person out. Of a child alone it counts only once a lead has agreed
 * to this very withdrawal: until then the child stays wherever it was shown.
 */
export const isWithdrawn = (person: Withdrawal): boolean =>
  person.withdrawn !== undefined && (!isSaidAlone(person) || isSeen(person));

/** Withdrawn by a volunteer, and for a lead to look at. */
export const awaitsLead = (person: Withdrawal): boolean => person.withdrawn !== undefined && !isWithdrawn(person);

/** Registered as a child whom nobody accompanies. */
export const isSaidAlone = ({ childCare, needFlags }: Withdrawal): boolean =>
  childCare === "nobody" || (needFlags ?? []).includes("child_alone");

const isSeen = ({ withdrawalSeen, withdrawnAt }: Withdrawal): boolean =>
  withdrawnAt !== undefined && withdrawalSeen === withdrawnAt;
