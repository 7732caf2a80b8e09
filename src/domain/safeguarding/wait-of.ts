import type { Person } from "../model/kinds/person.ts";
import type { Safeguarding } from "../model/kinds/safeguarding.ts";
import { holds } from "./confirmation.ts";

/** `since`: ISO 8601; `minutes`: full ones. After 30 minutes a second person is asked, after two hours the protection officer is called. */
export type Wait = { readonly level: "soon" | "late" | "overdue"; readonly minutes: number; readonly since: string };

/** How long a child has been here of whom nobody was told and for whom no adult is confirmed, at `now` (ISO 8601); nothing once that was done. */
export const waitOf = (child: Person, events: readonly Safeguarding[], now: string): Wait | undefined => {
  if (events.some((one) => isAnswer(child, one))) return undefined;
  const { noParentSince = child.createdAt } = child;
  const since = noParentSince > now ? child.createdAt : noParentSince;
  const minutes = Math.max(0, Math.floor((Date.parse(now) - Date.parse(since)) / 60_000));
  return { level: minutes >= 120 ? "overdue" : minutes >= 30 ? "late" : "soon", minutes, since };
};

const isAnswer = (child: Person, one: Safeguarding): boolean =>
  one.event === "told" ? !one.voided : confirming.has(one.event) && holds(child, one);

const confirming: ReadonlySet<string> = new Set<Safeguarding["event"]>(["adult_confirmed", "of_age"]);
