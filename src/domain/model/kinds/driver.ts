import * as v from "valibot";
import { choice, choices, date, name, optional, structure, text } from "../field.ts";
import { type DocumentOf, defineKind } from "../kind.ts";

/**
 * What everybody at a bus door may check about a driver. The document seen and the reason of a ban belong to the case
 * database of the organisation and are not fields here.
 */
export const driver = defineKind("driver", 1, ["directory"], {
  familyName: optional(name()),
  givenName: optional(name()),
  familyNameLat: optional(name()),
  givenNameLat: optional(name()),
  /** The account the driver signs in with. */
  account: optional(text(80)),
  country: optional(v.pipe(text(3), v.regex(/^[A-Z]{3}$/))),
  company: optional(text(120)),
  languages: optional(choices("language")),
  phone: optional(text(40, { personal: true })),
  licence: optional(structure(v.object({ category: text(10), validTo: date() }))),
  safeguarding: optional(structure(v.object({ registerCheckedOn: date(), validUntil: date() }))),
  codeOfConductSigned: optional(date()),
  status: choice("driverStatus", { standIn: "suspended" }),
});
export type Driver = DocumentOf<typeof driver>;
