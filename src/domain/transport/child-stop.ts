import type { CodeOf } from "../model/codes.ts";
import type { Line } from "../model/kinds/line.ts";
import type { Guard } from "../safeguarding/release.ts";

/** True when nobody may let this child travel, as its line says: all that a driver's phone knows. */
export const isChildStop = (line: Line): boolean => {
  const { childTravelBasis: basis, released } = line;
  const isUnaccompanied = passengersOf(line).some(({ unaccompanied }) => unaccompanied);
  const isChild = isUnaccompanied || line.passenger.child;
  return isChild && (basis === undefined || basis === "none" || (isUnaccompanied && released === undefined));
};

/** Whether the site knows that this child needs a confirmed adult, or its line names a confirmation, and none that holds is there: noted after the booking. */
export const lacksConfirmation = ({ released }: Line, { needsConfirmedAdult, confirmed }: Guard): boolean =>
  (needsConfirmedAdult || released !== undefined) && !confirmed.some(({ _id }) => _id === released);

/** Whether this child is booked by a confirmation alone; on the right of a parent or guardian without one. */
export const needsConfirmation = (guard: Guard | undefined, basis: CodeOf<"childTravelBasis"> | undefined): boolean =>
  guard?.needsConfirmedAdult === true || (basis !== undefined && basis !== "none" && !familyBases.has(basis));

const familyBases: ReadonlySet<CodeOf<"childTravelBasis">> = new Set(["with_parent", "with_legal_guardian"]);

/** What is shown, and what another phone wrote unseen of it. */
const passengersOf = ({ passenger, rivals }: Line): readonly Line["passenger"][] => [
  passenger,
  ...(rivals?.passenger ?? []).flatMap(([, value]) => (value ? [value as Line["passenger"]] : [])),
];
