import type { CodeOf } from "../model/codes.ts";
import type { Driver } from "../model/kinds/driver.ts";
import type { Vehicle } from "../model/kinds/vehicle.ts";

/** What speaks against a vehicle or a driver on a day. A warning with its reason; the dispatcher answers for it. */
export type RoadWarning =
  | {
      readonly type: "InspectionRanOut" | "InsuranceRanOut" | "LicenceRanOut" | "RegisterCheckRanOut";
      readonly on: string;
    }
  | { readonly type: "NoRegisterCheck" }
  | { readonly type: "DriverNotApproved"; readonly status: CodeOf<"driverStatus"> };

/** `day` is the last day of the journey, `YYYY-MM-DD`; what is not known is not held against a vehicle. */
export const vehicleWarnings = (vehicle: Vehicle, day: string): readonly RoadWarning[] => [
  ...ranOut("InspectionRanOut", vehicle.inspectionTo, day),
  ...ranOut("InsuranceRanOut", vehicle.insuranceTo, day),
];

/** The register of offenders must have been looked at: without that nobody drives people (domain reference 7.5). */
export const driverWarnings = (driver: Driver, day: string): readonly RoadWarning[] => [
  ...(driver.status === "approved" ? [] : [{ type: "DriverNotApproved", status: driver.status } as const]),
  ...(driver.safeguarding
    ? ranOut("RegisterCheckRanOut", driver.safeguarding.validUntil, day)
    : [{ type: "NoRegisterCheck" } as const]),
  ...ranOut("LicenceRanOut", driver.licence?.validTo, day),
];

type RunningOut = Extract<RoadWarning, { readonly on: string }>["type"];

const ranOut = (type: RunningOut, on: string | undefined, day: string): readonly RoadWarning[] =>
  on !== undefined && on < day ? [{ type, on }] : [];
