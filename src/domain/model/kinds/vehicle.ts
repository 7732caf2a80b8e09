import * as v from "valibot";
import { choice, count, date, optional, structure, text, yesNo } from "../field.ts";
import { type DocumentOf, defineKind } from "../kind.ts";

/** `plateKey` is the plate folded by `document-key.ts`, so that a plate typed in Cyrillic is found. */
export const vehicle = defineKind("vehicle", 1, ["directory"], {
  plate: text(20),
  plateCountry: v.pipe(text(3), v.regex(/^[A-Z]{3}$/)),
  plateKey: text(20, { merge: "derived" }),
  type: choice("vehicleKind", { standIn: "van" }),
  make: optional(text(60)),
  colour: optional(text(40)),
  seats: count(1, 120),
  wheelchairPlaces: optional(count(0, 50)),
  ramp: optional(yesNo()),
  childSeats: optional(structure(v.object({ g0: count(0, 50), g1: count(0, 50), g23: count(0, 50) }))),
  seatBelts: optional(yesNo()),
  insuranceTo: optional(date()),
  inspectionTo: optional(date()),
  owner: optional(text(120)),
});
export type Vehicle = DocumentOf<typeof vehicle>;
