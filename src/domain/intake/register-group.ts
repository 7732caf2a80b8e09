import { addDays } from "../dates/add-days.ts";
import { ageRangeOf } from "../dates/age.ts";
import type { Birth } from "../dates/birth.ts";
import { type AgeError, readAge } from "../dates/read-age.ts";
import type { NewDocument } from "../merge/new-document.ts";
import type { CodeOf } from "../model/codes.ts";
import { err, ok, type Result } from "../model/result.ts";
import { cleanName } from "../names/clean-name.ts";
import { parsePhoneNumber } from "../numbers/phone-number.ts";
import { retentionDays } from "../retention/retention-days.ts";
import type { Attribution } from "../roster/stay-commands.ts";
import { withCompany } from "../safeguarding/registered-company.ts";
import { countsOf } from "./group-counts.ts";
import { type FlagBasis, impliedFlags } from "./implied-flags.ts";
import { headcountOf, type IntakeForm, type IntakePerson, isTouched } from "./intake-form.ts";
import { latinOf } from "./latin-of.ts";

/** Version of the privacy notice that is read out or handed over. */
export const noticeVersion = "2026-10";

/** Days after which a record that nobody completed expires, and others. Source: domain reference 8.3. */
const longestName = 80;

/**
 * Makes the documents of a group and its people out of the form. Only the counts are needed: where nobody was named the group
 * is kept as counted, to be completed later. All problems are answered at once, each with the field it belongs to.
 */
export const registerGroup = (
  form: IntakeForm,
  place: IntakePlace,
  doing: Attribution,
): Result<readonly NewDocument[], readonly IntakeProblem[]> => {
  const problems = problemsOf(form, place.today);
  if (problems.length > 0) return err(problems);
  const people = form.people.some(isTouched) ? form.people : [];
  const births = people.map((person) => birthOf(person, place.today));
  const basis = people.map(
    (person, index): FlagBasis => ({ age: ageRangeOf(births[index], place.today), childCare: person.childCare }),
  );
  const documents = people.map((person, index) => {
    const implied = impliedFlags(basis[index] ?? { age: undefined }, basis);
    return personDocument(form, person, { birth: births[index], implied, focal: index === 0 }, place);
  });
  return ok([
    groupDocument(form, people, place, doing),
    ...withCompany(documents, { today: place.today, at: doing.at }),
  ]);
};

/** Where a group is registered, and on which day (`YYYY-MM-DD`). */
export type IntakePlace = {
  readonly site: string;
  readonly today: string;
  /** The group was counted and saved before, and gets its people now. */
  readonly completes?: boolean;
};

/** `field` is the box: `surname`, `phone`, `counts`, `people.<id>.age` … */
export type IntakeProblem = { readonly field: string; readonly error: IntakeError };
export type IntakeError =
  | AgeError
  | { readonly type: "NobodyCounted" }
  | { readonly type: "NameTooLong"; readonly max: number }
  | { readonly type: "NameHasNoLetter" }
  | { readonly type: "PhoneTooLong" };

const problemsOf = (form: IntakeForm, today: string): readonly IntakeProblem[] => {
  const problems: IntakeProblem[] = [];
  const check = (field: string, error: IntakeError | undefined) => error && problems.push({ field, error });
  if (headcountOf(form) === 0) check("counts", { type: "NobodyCounted" });
  check("surname", nameProblem(form.surname));
  for (const person of form.people) {
    check(`people.${person.id}.familyName`, nameProblem(person.familyName));
    check(`people.${person.id}.givenName`, nameProblem(person.givenName));
    const age = readAge(person.age, today);
    check(`people.${person.id}.age`, age.ok ? undefined : age.error);
  }
  if (form.phone.trim().length > 40) check("phone", { type: "PhoneTooLong" });
  return problems;
};

/** What is wrong with a typed name; an empty one is not. */
export const nameProblem = (typed: string): IntakeError | undefined => {
  const { name } = cleanName(typed);
  if (name.length > longestName) return { type: "NameTooLong", max: longestName };
  return typed.trim() !== "" && !/\p{L}/u.test(name) ? { type: "NameHasNoLetter" } : undefined;
};

const birthOf = (person: IntakePerson, today: string): Birth | undefined => {
  const age = readAge(person.age, today);
  if (age.ok && age.value) return age.value;
  return person.band === "unknown" ? undefined : { precision: "band", band: person.band };
};

const personDocument = (
  form: IntakeForm,
  person: IntakePerson,
  known: {
    readonly birth: Birth | undefined;
    readonly implied: readonly CodeOf<"needFlag">[];
    readonly focal: boolean;
  },
  { site, today }: IntakePlace,
): NewDocument => {
  const familyName = cleanName(person.familyName || form.surname).name;
  const givenName = cleanName(person.givenName).name;
  const flags = [...new Set([...person.needFlags, ...known.implied])];
  const complete = givenName !== "" && familyName !== "" && known.birth !== undefined && form.noticeHow !== undefined;
  const content = {
    site,
    ...(familyName && { familyName }),
    ...(givenName && { givenName }),
    ...latinOf(familyName, givenName, form.language),
    sex: person.sex,
    ...(known.birth && { birth: known.birth }),
    nationality: ["UKR"],
    ...(form.language && { languages: [form.language] }),
    groupId: form.groupId,
    ...(known.focal && { relationToFocal: "HEAD" }),
    ...(person.childCare && { childCare: person.childCare }),
    ...(flags.length > 0 && { needFlags: flags }),
    ...(known.implied.length > 0 && { impliedNeeds: known.implied }),
    recordState: complete ? "complete" : "quick",
    source: "app",
    expiresAt: addDays(today, complete ? retentionDays.complete : retentionDays.quick),
  };
  return { kind: "person", id: person.id, content, begins: true };
};

const groupDocument = (
  form: IntakeForm,
  people: readonly IntakePerson[],
  { site, today, completes = false }: IntakePlace,
  doing: Attribution,
): NewDocument => {
  const label = cleanName(form.surname).name;
  const phone = form.phone.trim();
  const content = {
    site,
    ...(label && { label }),
    ...(people[0] && { focalPersonId: people[0].id }),
    counts:
      // An age that was typed says more than the place where somebody was counted, unless it may be both.
      people.length > 0
        ? countsOf(
            people.map((person) => ({ ...person, birth: birthOf(person, today) })),
            today,
          )
        : Object.fromEntries(Object.entries(form.counts).filter(([, count]) => count > 0)),
    arrivedAt: form.openedAt,
    ...(form.intent && { intent: form.intent }),
    ...(form.intent === "transit" && form.destCountry && { destCountry: form.destCountry }),
    keepTogether: true,
    ...(phone && { phone: parsePhoneNumber(phone, form.phoneCountry) }),
    ...(form.noticeHow && {
      noticeGiven: { version: noticeVersion, language: form.language ?? "uk", how: form.noticeHow, ...doing },
    }),
    expiresAt: addDays(today, people.length > 0 ? retentionDays.complete : retentionDays.quick),
  };
  return { kind: "group", id: form.groupId, content, begins: !completes };
};
