import { addDays } from "../../dates/add-days.ts";
import { retentionDays } from "../../retention/retention-days.ts";
import type { Document } from "../document.ts";
import { date, instant, optional, siteSlug, text, yesNo } from "../field.ts";
import { type DocumentOf, defineKind } from "../kind.ts";

/**
 * A record that came to the server in somebody's sealed outbox and that its author may not write (any more). The server writes it; a
 * lead looks at it and takes it in or leaves it, and its content goes either way.
 */
export const reviewItem = defineKind("handedIn", 1, ["directory", "site", "case", "care", "protection"], {
  site: optional(siteSlug()),
  /** Where the record belongs. */
  database: text(60, { fixed: true }),
  by: text(80, { fixed: true }),
  /** Who brought it: often another account on the same phone. */
  handedBy: text(80, { fixed: true }),
  /** The reason of `validate_doc_update`, or `unproven` where nothing shows that `by` wrote it. */
  why: text(80, { fixed: true }),
  at: instant({ fixed: true }),
  /** The document as JSON. */
  record: optional(text(60_000, { personal: true })),
  taken: optional(yesNo()),
  /** `lastDayOfReview`; one that an older server wrote has none, and ends on the same day. */
  expiresAt: optional(date({ fixed: true })),
});
export type ReviewItem = DocumentOf<typeof reviewItem>;

/** Nothing where it was settled, or cannot be read. */
export const recordInReview = ({ record }: ReviewItem): Document | undefined => {
  try {
    return record === undefined ? undefined : JSON.parse(record);
  } catch {
    return undefined;
  }
};

export const closeReview = (document: ReviewItem, taken: boolean): ReviewItem => {
  const { record: _settled, ...rest } = document;
  return { ...rest, taken };
};

/** The last day on which a review that no lead settled is kept, whatever the record in it says: as long as records are. */
export const lastDayOfReview = (at: string): string => addDays(at.slice(0, 10), retentionDays.complete);
