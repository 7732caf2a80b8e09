import { type CodeOf, codes } from "../model/codes.ts";

/** Worked out from ages and from who is with a child; nobody has to tick them. */
const implied = ["child_alone", "child_not_parent", "infant", "older_alone", "single_carer"] as const;

/** A need that a volunteer asks about. */
export type AskedNeed = Exclude<CodeOf<"needFlag">, (typeof implied)[number]>;

export const askedNeeds: readonly AskedNeed[] = codes.needFlag.filter(
  (flag): flag is AskedNeed => !(implied as readonly string[]).includes(flag),
);
