import type { Person } from "../model/kinds/person.ts";
import type { Safeguarding } from "../model/kinds/safeguarding.ts";

/** `since`: ISO 8601; `minutes`: full ones. After 30 minutes a second person is asked, after two hours the protection officer is called. */
export type Wait = { readonly level: "soon" | "late" | "overdue"; readonly minutes: number; readonly since: string };

/** How long a child has been here of whom nobody was told and for whom no adult is confirmed, at `now` (ISO 8601); nothing once that was done. */
export const waitOf = (
  child: Pick<Person, "noParentSince" | "createdAt">,
  events: readonly Safeguarding[],
  now: string,
): Wait | undefined => {
  if (events.some(({ event, voided }) => !voided && answers.has(event))) return undefined;
  const since = child.noParentSince ?? child.createdAt;
  const minutes = Math.max(0, Math.floor((Date.parse(now) - Date.parse(since)) / 60_000));
  return { level: minutes >= 120 ? "overdue" : minutes >= 30 ? "late" : "soon", minutes, since };
};

const answers: ReadonlySet<string> = new Set(["told", "adult_confirmed", "of_age"]);
