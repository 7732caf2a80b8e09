import { ageRangeOf } from "../dates/age.ts";
import { authorsOf } from "../merge/edits-of.ts";
import type { NewDocument } from "../merge/new-document.ts";
import type { CodeOf } from "../model/codes.ts";
import { cutText } from "../model/cut-text.ts";
import type { Id } from "../model/field.ts";
import { hasWords } from "../model/has-words.ts";
import type { Person } from "../model/kinds/person.ts";
import type { Safeguarding } from "../model/kinds/safeguarding.ts";
import { err, ok, type Result } from "../model/result.ts";
import type { Attribution } from "../roster/stay-commands.ts";
import { isWithoutParent } from "./company.ts";

/** An adult with whom a child may leave: confirmed by a second account, by what right, papers seen (domain reference 7.4). */
export type Confirmation = Safeguarding & {
  readonly basis: TravelBasis;
  readonly papers: CodeOf<"relationEvidence">;
};

export type TravelBasis = Exclude<CodeOf<"childTravelBasis">, "none">;

/** What is answered about the adult. `adult`: somebody registered at the site, or a name. */
export type AdultAnswer = {
  readonly adult: { readonly id?: Id<"person"> | undefined; readonly name: string };
  readonly basis: CodeOf<"childTravelBasis"> | undefined;
  readonly papers: CodeOf<"relationEvidence"> | undefined;
  readonly note: string;
};

/** Records the adult whom a child may leave with. Nobody confirms what they registered themselves. */
export const confirmAdult = (
  child: Person,
  id: Id<"safeguarding">,
  { adult, basis, papers, note }: AdultAnswer,
  doing: Attribution,
): Result<NewDocument, ConfirmAdultError> => {
  if (!mayConfirm(child, doing.by)) return err({ type: "NeedsAnotherAccount" });
  if (!hasWords(adult.name) && !adult.id) return err({ type: "AdultMissing" });
  if (basis === undefined || basis === "none") return err({ type: "BasisMissing" });
  if (papers === undefined) return err({ type: "PapersNotSeen" });
  if (papers === "other" && !hasWords(note)) return err({ type: "WordsMissing" });
  const words = cutText(note.trim(), 200);
  const named = cutText(adult.name.trim(), 120);
  const who = { ...(adult.id && { adultId: adult.id }), ...(named && { adultName: named }) };
  const content = { ...who, basis, papers, ...(words && { note: words }) };
  return ok(safeguardingEvent(child, id, "adult_confirmed", doing, content));
};

/** Records that somebody taken for a child is of age: whose papers were seen by a second account. */
export const confirmOfAge = (
  child: Person,
  id: Id<"safeguarding">,
  papers: CodeOf<"relationEvidence"> | undefined,
  today: string,
  doing: Attribution,
): Result<NewDocument, ConfirmAdultError> => {
  if (!mayConfirm(child, doing.by)) return err({ type: "NeedsAnotherAccount" });
  if (!mayBeOfAge(child, today)) return err({ type: "TooYoung" });
  if (papers === undefined) return err({ type: "PapersNotSeen" });
  return ok(safeguardingEvent(child, id, "of_age", doing, { papers }));
};

export type ConfirmAdultError = {
  readonly type:
    | "NeedsAnotherAccount"
    | "AdultMissing"
    | "BasisMissing"
    | "PapersNotSeen"
    | "TooYoung"
    | "WordsMissing";
};

/** Whether somebody is another than those who registered the child and all who noted, also unseen of each other, that nobody of its family is with it. */
export const mayConfirm = (child: Person, by: string): boolean =>
  by !== child.createdBy && (child.noParentSince === undefined || !authorsOf(child, "noParentSince").includes(by));

/** The adults who were confirmed for a child and still are. `events`: what was noted of it. */
export const confirmationsFor = (child: Person, events: readonly Safeguarding[]): readonly Confirmation[] =>
  events.filter(
    (event): event is Confirmation =>
      event.event === "adult_confirmed" &&
      holds(child, event) &&
      event.basis !== undefined &&
      event.basis !== "none" &&
      (event.adultId !== undefined || event.adultName !== undefined),
  );

/** Whether a child may leave only with an adult who was confirmed for it. */
export const needsConfirmedAdult = (
  child: Person,
  party: readonly Person[],
  events: readonly Safeguarding[],
  today: string,
): boolean =>
  (child.noParentSince !== undefined || isWithoutParent(child, party, today)) && !isOfAge(child, events, today);

/** Whether a second account has seen papers by which somebody who was taken for a child is of age. */
export const isOfAge = (child: Person, events: readonly Safeguarding[], today: string): boolean =>
  mayBeOfAge(child, today) && events.some((event) => event.event === "of_age" && holds(child, event));

/** A typing error of a year or two: whoever is five by the record is no adult by a tap. */
export const mayBeOfAge = ({ birth }: Person, today: string): boolean => {
  const age = ageRangeOf(birth, today);
  return age === undefined || age.max >= 16;
};

/** Whether a second account wrote it, with papers seen, and nobody has taken it back. */
export const holds = (child: Person, { personId, createdBy, papers, voided }: Safeguarding): boolean =>
  personId === child._id && !voided && papers !== undefined && mayConfirm(child, createdBy);

export const safeguardingEvent = (
  child: Pick<Person, "_id" | "site">,
  id: Id<"safeguarding">,
  event: Safeguarding["event"],
  doing: Attribution,
  content: object = {},
): NewDocument => ({
  kind: "safeguarding",
  id,
  content: { site: child.site, personId: child._id, event, ...doing, ...content },
  begins: true,
});
