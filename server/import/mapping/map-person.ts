import * as v from "valibot";
import type { Birth } from "../../../src/domain/dates/birth.ts";
import type { NewDocument } from "../../../src/domain/merge/new-document.ts";
import type { CodeOf } from "../../../src/domain/model/codes.ts";
import { cleanName } from "../../../src/domain/names/clean-name.ts";
import {
  code,
  day,
  instant,
  key,
  leftOut,
  maybe,
  partialDay,
  registrationNumber,
  whole,
  words,
} from "../source/source-schemas.ts";
import { ifPresent, type Mapping, withoutMissing } from "./mapping.ts";

const country = v.pipe(v.string(), v.regex(/^[A-Z]{3}$/, "NotValid"));

export const personRow = v.strictObject({
  id: key(),
  regNo: maybe(registrationNumber()),
  groupId: key(),
  relationToFocal: maybe(code("relationship")),
  familyName: maybe(words(80)),
  givenName: maybe(words(80)),
  patronymic: maybe(words(80)),
  otherNames: maybe(v.array(words(80))),
  familyNameLat: maybe(words(80)),
  givenNameLat: maybe(words(80)),
  latSource: maybe(code("latSource")),
  sex: maybe(code("sex")),
  dobPrecision: code("dobPrecision"),
  dob: maybe(partialDay()),
  statedAge: maybe(whole(0, 120)),
  ageAsOf: maybe(day()),
  ageBand: maybe(code("ageBand")),
  nationality: maybe(country),
  languages: maybe(v.array(code("language"))),
  originAdm1: maybe(code("oblast")),
  originSettlement: maybe(words(80)),
  borderCrossedOn: maybe(day()),
  borderPoint: maybe(code("borderPoint")),
  plStatus: maybe(code("plStatus")),
  needFlags: maybe(v.array(code("needFlag"))),
  childStatus: maybe(code("childStatus")),
  childTravelBasis: maybe(code("childTravelBasis")),
  recordState: code("recordState"),
  source: maybe(code("source")),
  registeredAt: instant(),
  registeredSite: key(),
  registeredBy: maybe(words(80)),
  phones: maybe(v.array(v.looseObject({ raw: words(40), kind: maybe(v.string()) }))),
  nameLang: leftOut(),
  latSpelling: leftOut(),
  docType: leftOut(),
  docSeen: leftOut(),
  docNumber: leftOut(),
  pesel: leftOut(),
  wg: leftOut(),
  device: leftOut(),
  note: leftOut(),
});
export type PersonRow = v.InferOutput<typeof personRow>;

/** A person whose records live at `site`. Documents, health answers and own phones are of other tiers and stay out. */
export const mapPerson = (row: PersonRow, site: string, mapping: Mapping): NewDocument => ({
  kind: "person",
  id: mapping.id("person", row.id),
  content: withoutMissing({
    site,
    regNo: row.regNo,
    ...namesOf(row),
    sex: row.sex,
    birth: birthOf(row, mapping),
    nationality: ifPresent(row.nationality, (code) => [code]),
    originAdm1: row.originAdm1,
    originSettlement: row.originSettlement,
    languages: row.languages,
    groupId: mapping.id("group", row.groupId),
    relationToFocal: row.relationToFocal,
    childCare: childCareOf(row),
    borderCrossedOn: ifPresent(row.borderCrossedOn, mapping.day),
    borderPoint: row.borderPoint,
    plStatus: row.plStatus,
    needFlags: row.needFlags,
    recordState: row.recordState,
    source: row.source,
  }),
});

const namesOf = (row: PersonRow) => {
  const hasLatin = Boolean(row.familyNameLat || row.givenNameLat);
  return {
    familyName: nameOf(row.familyName),
    givenName: nameOf(row.givenName),
    patronymic: nameOf(row.patronymic),
    familyNameLat: nameOf(row.familyNameLat),
    givenNameLat: nameOf(row.givenNameLat),
    latSource: hasLatin ? row.latSource : undefined,
    otherNames: row.otherNames?.flatMap((name) => nameOf(name) ?? []),
  };
};

const nameOf = (text: string | null | undefined): string | undefined => (text && cleanName(text).name) || undefined;

/** What the file says of a person's birth; undefined when a part that the precision needs is missing. */
export const birthOf = (row: PersonRow, { day }: Pick<Mapping, "day">): Birth | undefined => {
  const { dobPrecision: precision, dob, statedAge, ageAsOf, ageBand } = row;
  if (precision === "unknown") return { precision };
  if (precision === "band") return ageBand ? { precision, band: ageBand } : undefined;
  if (precision === "age")
    return typeof statedAge === "number" && ageAsOf ? { precision, age: statedAge, asOf: day(ageAsOf) } : undefined;
  return dob ? { precision, date: dob } : undefined;
};

/** Who is with a child, as far as the basis of its travel tells. */
const childCareOf = ({ childTravelBasis, childStatus }: PersonRow): CodeOf<"childCare"> | undefined => {
  if (childStatus === "unaccompanied") return "nobody";
  return childTravelBasis ? careByBasis[childTravelBasis] : undefined;
};

const careByBasis: Readonly<Record<CodeOf<"childTravelBasis">, CodeOf<"childCare">>> = {
  with_parent: "parent",
  with_legal_guardian: "guardian",
  court_temporary_guardian: "guardian",
  relative_listed: "relative",
  other_with_parent_statement: "other_adult",
  notarised_consent: "other_adult",
  institution_group: "other_adult",
  none: "nobody",
};
