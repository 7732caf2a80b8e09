import type { Document } from "../../domain/model/document.ts";
import { type ReviewItem, recordInReview } from "../../domain/model/kinds/review-item.ts";
import { mayChange } from "../../domain/rights/authority.ts";
import type { Records } from "../records.ts";
import { byId } from "../tables/by-id.ts";

/** A record that somebody handed in sealed and that waits for a lead: where its review lies, and what it is. */
export type OpenReview = { readonly place: string; readonly handedIn: ReviewItem; readonly record: Document };

/** Those that somebody with these roles may settle, oldest first. */
export const openReviews = (records: Records, roles: readonly string[]): readonly OpenReview[] =>
  [...records.copies("handedIn").rows().values()]
    .flatMap(({ database: place, document: handedIn }) => {
      const isOpen = handedIn.taken === undefined && mayChange(roles, place, handedIn, "taken");
      const record = isOpen ? recordInReview(handedIn) : undefined;
      return record ? [{ place, handedIn, record }] : [];
    })
    .sort((a, b) =>
      a.handedIn.at === b.handedIn.at ? byId(a.handedIn, b.handedIn) : a.handedIn.at < b.handedIn.at ? -1 : 1,
    );
