import { choice, optional, ref, siteSlug, text, yesNo } from "../field.ts";
import { type DocumentOf, defineKind } from "../kind.ts";

/** Whether somebody lies in it is derived from stays, never stored here: two phones may give one bed while offline. */
export const bed = defineKind("bed", 1, ["directory"], {
  site: siteSlug(),
  roomId: ref("room", { fixed: true }),
  code: text(20),
  bedKind: optional(choice("bedKind")),
  blocked: optional(yesNo()),
  blockedReason: optional(text(120)),
});
export type Bed = DocumentOf<typeof bed>;
