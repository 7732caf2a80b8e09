import { choice, count, decimal, optional, siteSlug, text, yesNo } from "../field.ts";
import { type DocumentOf, defineKind } from "../kind.ts";

export const room = defineKind("room", 1, ["directory"], {
  site: siteSlug(),
  code: text(20),
  floor: optional(count(-5, 100)),
  roomType: choice("roomType", { standIn: "hall" }),
  areaM2: optional(decimal(0, 100_000)),
  accessible: optional(yesNo()),
  lockable: optional(yesNo()),
});
export type Room = DocumentOf<typeof room>;
