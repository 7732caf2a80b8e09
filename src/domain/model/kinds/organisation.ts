import { optional, text } from "../field.ts";
import { type DocumentOf, defineKind } from "../kind.ts";

export const organisation = defineKind("organisation", 1, ["directory"], {
  name: text(120),
  short: optional(text(40)),
});
export type Organisation = DocumentOf<typeof organisation>;
