import * as v from "valibot";
import type { NewDocument } from "../../../src/domain/merge/new-document.ts";
import { cleanName } from "../../../src/domain/names/clean-name.ts";
import { code, day, key, leftOut, maybe, words } from "../source/source-schemas.ts";
import { ifPresent, type Mapping, withoutMissing } from "./mapping.ts";

export const driverRow = v.strictObject({
  id: key(),
  familyName: words(80),
  givenName: words(80),
  familyNameLat: maybe(words(80)),
  givenNameLat: maybe(words(80)),
  /** The account the driver signs in with. */
  account: maybe(words(80)),
  country: maybe(v.pipe(v.string(), v.regex(/^[A-Z]{3}$/, "NotValid"))),
  company: maybe(words(120)),
  languages: maybe(v.array(code("language"))),
  phone: maybe(words(40)),
  licence: maybe(v.strictObject({ category: words(10), validTo: day() })),
  safeguarding: maybe(v.strictObject({ registerCheckedOn: day(), validUntil: day(), note: leftOut() })),
  codeOfConductSigned: maybe(day()),
  status: code("driverStatus"),
  document: leftOut(),
  suspendedFrom: leftOut(),
});
export type DriverRow = v.InferOutput<typeof driverRow>;

/** The document seen belongs to another tier and stays out. */
export const mapDriver = (row: DriverRow, mapping: Mapping): NewDocument => {
  const { id: key, document: _document, suspendedFrom: _from, ...facts } = row;
  const content = {
    ...facts,
    familyName: cleanName(row.familyName).name,
    givenName: cleanName(row.givenName).name,
    licence: ifPresent(row.licence, ({ category, validTo }) => ({ category, validTo: mapping.day(validTo) })),
    safeguarding: ifPresent(row.safeguarding, ({ registerCheckedOn, validUntil }) => ({
      registerCheckedOn: mapping.day(registerCheckedOn),
      validUntil: mapping.day(validUntil),
    })),
    codeOfConductSigned: ifPresent(row.codeOfConductSigned, mapping.day),
  };
  return { kind: "driver", id: mapping.id("driver", key), content: withoutMissing(content) };
};
