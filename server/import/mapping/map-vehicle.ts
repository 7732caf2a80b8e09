import * as v from "valibot";
import type { NewDocument } from "../../../src/domain/merge/new-document.ts";
import { documentKey } from "../../../src/domain/numbers/document-key.ts";
import { code, day, key, maybe, whole, words } from "../source/source-schemas.ts";
import { ifPresent, type Mapping, withoutMissing } from "./mapping.ts";

export const vehicleRow = v.strictObject({
  id: key(),
  plate: words(20),
  plateCountry: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/, "NotValid")),
  kind: code("vehicleKind"),
  seats: whole(1, 120),
  wheelchairPlaces: maybe(whole(0, 50)),
  ramp: maybe(v.boolean()),
  childSeats: maybe(v.strictObject({ g0: whole(0, 50), g1: whole(0, 50), g23: whole(0, 50) })),
  seatBelts: maybe(v.boolean()),
  insuranceTo: maybe(day()),
  inspectionTo: maybe(day()),
});
export type VehicleRow = v.InferOutput<typeof vehicleRow>;

export const mapVehicle = (row: VehicleRow, mapping: Mapping): NewDocument => {
  const { id: key, kind, ...facts } = row;
  const content = {
    ...facts,
    type: kind,
    plateKey: documentKey(row.plate),
    insuranceTo: ifPresent(row.insuranceTo, mapping.day),
    inspectionTo: ifPresent(row.inspectionTo, mapping.day),
  };
  return { kind: "vehicle", id: mapping.id("vehicle", key), content: withoutMissing(content) };
};
