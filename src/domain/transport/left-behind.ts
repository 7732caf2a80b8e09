import type { Line } from "../model/kinds/line.ts";
import type { Scan } from "../model/kinds/scan.ts";
import { type Manifest, passengerStatus } from "./passenger-status.ts";

/** Passengers who would be parted from their people if the bus left now. A line stands in one list at most. */
export type PartedAtDeparture = {
  /** On board while their adult is not (domain reference 7.4). */
  readonly childrenAboardAlone: readonly Line[];
  /** Not on board, whatever was noted of them, while those they belong to are and no adult stays with them. */
  readonly childrenStaying: readonly Line[];
  /** On the list, and neither on board nor known to stay behind. */
  readonly notAboard: readonly Line[];
};

export const partedAtDeparture = (manifest: Manifest): PartedAtDeparture => {
  const childrenStaying = childrenWhoStay(manifest);
  return {
    childrenAboardAlone: childrenWithoutTheirAdult(manifest),
    childrenStaying,
    notAboard: manifest.lines.filter(
      (line) => passengerStatus(line, manifest.scans) === "booked" && !childrenStaying.includes(line),
    ),
  };
};

export const allParted = (parted: PartedAtDeparture): readonly Line[] => [
  ...parted.childrenStaying,
  ...parted.childrenAboardAlone,
  ...parted.notAboard,
];

/** Children on board whose adult is on the list but not on board, or whose family has no adult on board (domain reference 7.4). */
export const childrenWithoutTheirAdult = ({ lines, scans }: Manifest): readonly Line[] => {
  const onBoard = lines.filter((line) => passengerStatus(line, scans) === "boarded");
  const adults = onBoard.filter((line) => !line.passenger.child);
  return onBoard.filter((line) => {
    if (!line.passenger.child || !withSomebody.has(line.childTravelBasis ?? "")) return false;
    const named = line.accompaniedBy;
    return named ? !adults.some(({ personId }) => personId === named) : !adults.some((adult) => sameGroup(adult, line));
  });
};

/** Whom the departure was confirmed without, and why; nothing where all who were listed left with the bus, or it has not left. */
export const departedWithout = ({ lines, scans }: Manifest): DepartedWithout | undefined => {
  const departure = scans.find(({ event, voided }) => event === "depart" && !voided);
  if (!departure) return undefined;
  const { parted = [], reason } = departure;
  if (parted.length === 0 && reason === undefined) return undefined;
  return { departure, lines: lines.filter(({ _id }) => parted.includes(_id)), reason };
};

export type DepartedWithout = {
  readonly departure: Scan;
  readonly lines: readonly Line[];
  readonly reason: string | undefined;
};

const childrenWhoStay = ({ lines, scans }: Manifest): readonly Line[] => {
  const isAboard = (line: Line) => passengerStatus(line, scans) === "boarded";
  const ofTheirs = (child: Line) => (line: Line) =>
    line !== child &&
    (sameGroup(line, child) || (child.accompaniedBy !== undefined && line.personId === child.accompaniedBy));
  return lines.filter((child) => {
    if (!child.passenger.child || isAboard(child) || child.voided) return false;
    const theirs = lines.filter(ofTheirs(child));
    // A no-show, or a passenger taken off the list, may be anywhere; one who is listed and not aboard is named, too.
    const stays = (line: Line) => !line.passenger.child && passengerStatus(line, scans) === "booked";
    return theirs.some(isAboard) && !theirs.some(stays);
  });
};

const sameGroup = (a: Line, b: Line): boolean => a.groupId !== undefined && a.groupId === b.groupId;

const withSomebody: ReadonlySet<string> = new Set(["with_parent", "with_legal_guardian", "relative_listed"]);
