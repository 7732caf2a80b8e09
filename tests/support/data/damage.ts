import fc, { type Arbitrary } from "fast-check";
import type { Document } from "../../../src/domain/model/document.ts";
import type { Kind } from "../../../src/domain/model/kind.ts";

type Damage = (document: Document) => object;

const wrongValues: readonly unknown[] = [
  null,
  "",
  " ",
  "x".repeat(2_000),
  0,
  -1,
  1.5,
  1e9,
  true,
  [],
  {},
  [null],
  ["?"],
  { precision: "day", date: "2026-02-30" },
  "2026-02-30",
  "person:",
];

/** A document as it comes out of a broken app or a hostile one: one field wrong, missing or one too many. */
export const damageOf = (kind: Kind): Arbitrary<Damage> => {
  const fields = [...Object.keys(kind.fields), "voided"];
  const header = ["_id", "kind", "v", "createdAt", "createdBy", "createdDevice", "stamps", "rivals"];
  const field = fc.constantFrom(...fields, ...header);
  const wrong = fc.constantFrom(...wrongValues);
  return fc.oneof(
    fc.tuple(field, wrong).map(([name, value]) => with_({ [name]: value })),
    fc.constantFrom(...fields, "createdBy", "createdDevice", "stamps").map(without),
    fc.tuple(fc.constantFrom("base", "own", "seen", "edits", "extra"), wrong).map(stampsWith),
    fc.tuple(fc.constantFrom(...fields), wrong).map(([name, value]) => with_({ rivals: { [name]: value } })),
    fc.constantFrom(with_({ future: { anything: [1] } }), with_({ notes: "x".repeat(70_000) })),
  );
};

const with_ =
  (change: object): Damage =>
  (document) => ({ ...document, ...change });

const without =
  (field: string): Damage =>
  ({ [field]: _gone, ...rest }) =>
    rest;

const stampsWith =
  ([part, value]: readonly [string, unknown]): Damage =>
  (document) => ({ ...document, stamps: { ...document.stamps, [part]: value } });
