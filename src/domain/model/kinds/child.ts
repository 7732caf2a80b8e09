import * as v from "valibot";
import { birth } from "../../dates/birth.ts";
import { codes } from "../codes.ts";
import {
  choice,
  choices,
  count,
  date,
  instant,
  listOf,
  name,
  optional,
  realDay,
  ref,
  siteName,
  text,
} from "../field.ts";
import { type DocumentOf, defineKind } from "../kind.ts";

const personal = { personal: true };
const called = () => optional(name());
const line = (max = 80) => optional(text(max, personal));
const phone = () => optional(text(60, { ...personal, input: "phone" }));
const day = () => optional(date(personal));
const answer = () => optional(choice("answer", personal));
const part = (max = 80) => v.exactOptional(v.pipe(v.string(), v.minLength(1), v.maxLength(max)));
const words = (max = 80) => v.pipe(v.string(), v.minLength(1), v.maxLength(max));

/**
 * The form of an unaccompanied or separated child (T4, domain reference 3.5), one for each child and organisation. A worker begins it when the site notes the
 * child; protection officers fill it. Each field is stamped by itself, so that two officers who are offline lose nothing of each other.
 */
export const child = defineKind("child", 1, ["protection"], {
  /** Where the child is, or was last, as far as the organisation knows. */
  site: siteName(),
  personId: ref("person", { fixed: true }),

  familyName: called(),
  givenName: called(),
  patronymic: called(),
  familyNameLat: called(),
  givenNameLat: called(),
  nickname: called(),
  sex: optional(choice("sex", personal)),
  birth: optional(birth()),
  birthPlace: line(),
  nationality: line(),
  languages: optional(choices("language", personal)),
  paperSeen: optional(choice("docType", personal)),

  childStatus: optional(choice("childStatus", personal)),
  urgentConcern: answer(),
  riskLevel: optional(choice("riskLevel", personal)),
  identifiedAt: optional(instant()),
  identifiedBy: line(),
  identifiedPlace: line(),

  separatedOn: day(),
  separationCause: optional(choice("separationCause", personal)),
  separationPlace: line(),
  separationStory: line(1_000),

  motherName: called(),
  motherMaidenName: called(),
  motherFate: optional(choice("parentFate", personal)),
  motherPlace: line(),
  motherPhone: phone(),
  motherReached: answer(),
  motherReachedOn: day(),
  fatherName: called(),
  fatherFate: optional(choice("parentFate", personal)),
  fatherPlace: line(),
  fatherPhone: phone(),
  fatherReached: answer(),
  fatherReachedOn: day(),

  siblings: optional(
    listOf(
      v.object({
        personId: v.exactOptional(ref("person")),
        name: part(),
        age: part(20),
        place: part(),
        together: v.exactOptional(v.picklist(codes.answer)),
      }),
      { merge: "union", personal: true },
    ),
  ),

  adultName: called(),
  adultRelation: line(),
  adultEvidence: optional(choice("adultEvidence", personal)),
  adultPaper: optional(choice("docType", personal)),
  adultPaperEnd: line(4),
  adultPhone: phone(),
  adultAddress: line(200),
  childKnowsAdult: answer(),

  careArrangement: optional(choice("careArrangement", personal)),
  caregiverName: called(),
  caregiverRelation: line(),
  careSince: day(),
  careAgency: line(),

  institutionName: line(),
  institutionOblast: optional(choice("oblast", personal)),
  groupSize: optional(count(0, 500)),
  groupLeader: called(),
  groupChildren: line(2_000),
  destinationApprovedBy: line(),

  /** Which authority was told, by whom of the organisation, and under which number it answers. */
  notified: optional(
    listOf(
      v.object({ office: v.picklist(codes.safeguardingOffice), at: instant(), by: words(), reference: part(60) }),
      { merge: "union", personal: true },
    ),
  ),

  /** What stays of each handover (`child-form/hand-over.ts`): parts that were missing are added beside it, nothing is taken out. */
  handovers: optional(
    listOf(
      v.object({
        id: words(120),
        by: words(),
        notedAt: instant(),
        name: part(),
        office: part(),
        paperEnd: part(20),
        on: v.exactOptional(realDay()),
        hour: v.exactOptional(v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/))),
        signed: v.exactOptional(v.picklist(["yes", "no"])),
        witness: part(),
      }),
      { merge: "union", personal: true },
    ),
  ),

  ownWishes: line(1_000),
  medical: line(500),
  comfortObject: line(),
  diet: optional(choices("diet", personal)),

  tracingByChild: answer(),
  tracingByGuardian: answer(),
  tracingStatus: optional(choice("tracingStatus", personal)),
});
export type Child = DocumentOf<typeof child>;
export type Handover = NonNullable<Child["handovers"]>[number];
export type Sibling = NonNullable<Child["siblings"]>[number];
export type Notification = NonNullable<Child["notified"]>[number];
