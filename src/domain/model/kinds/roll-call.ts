import { choice, count, instant, optional, siteSlug, text } from "../field.ts";
import { type DocumentOf, defineKind } from "../kind.ts";

export const rollCall = defineKind("rollCall", 1, ["site"], {
  site: siteSlug(),
  type: choice("rollCallKind", { standIn: "inspection" }),
  startedAt: instant(),
  expectedCount: count(0, 100_000),
  endedAt: optional(instant()),
  by: text(80),
});
export type RollCall = DocumentOf<typeof rollCall>;
