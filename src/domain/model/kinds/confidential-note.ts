import * as v from "valibot";
import { birth } from "../../dates/birth.ts";
import { choice, choices, instant, listOf, name, optional, ref, siteSlug, structure, text, yesNo } from "../field.ts";
import { type DocumentOf, defineKind } from "../kind.ts";

const personal = { personal: true };

/**
 * What was noted of somebody for those who may read it (domain reference 3.2, 3.3, 3.6): health (T3) in `care-<site>`, further contacts and papers (T2) in
 * `case-<org>`, a wish to talk in private (T4) in `protection-<org>`. A worker places it; who reads it takes charge of it.
 */
export const confidentialNote = defineKind("confidentialNote", 1, ["case", "care", "protection"], {
  site: siteSlug(),
  personId: ref("person", { fixed: true }),
  /** As the person was called when it was placed: its readers may not read the site. */
  personName: optional(name(160)),
  /** Of a child: its age, as the site knew it then. */
  birth: optional(birth()),
  topic: choice("noteTopic", { fixed: true }),
  /** Who noted it, and when. */
  by: text(80, { fixed: true }),
  at: instant({ fixed: true }),
  needs: optional(choices("healthNeed", personal)),
  contact: optional(
    structure(
      v.object({ raw: text(60), whose: v.exactOptional(text(80)), safeToCall: v.exactOptional(text(8)) }),
      personal,
    ),
  ),
  paper: optional(structure(v.object({ type: v.exactOptional(text(40)), number: text(40) }), personal)),
  text: optional(text(500, personal)),
  /** The other record that may be of the same child, and the adults of both: this child's and the other one's. */
  beside: optional(
    structure(v.object({ personId: ref("person"), name: text(160), adults: text(200), others: text(200) }), personal),
  ),
  /** Who noted it, or leads there, said later that it was a mistake. Its readers see both. */
  struckBy: optional(text(80)),
  struckAt: optional(instant()),
  /** Who has taken charge of it. */
  takenBy: optional(text(80)),
  takenAt: optional(instant()),
  /** What was done so far, in words, by whom and when. */
  measures: optional(
    listOf(v.object({ at: instant(), by: text(80), text: text(500) }), { merge: "union", personal: true }),
  ),
  /** What it came to, in words. */
  done: optional(text(500, { personal: true })),
  settled: optional(yesNo()),
});
export type ConfidentialNote = DocumentOf<typeof confidentialNote>;
