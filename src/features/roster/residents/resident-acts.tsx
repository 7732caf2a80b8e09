import { groupOfPerson } from "../../../live/intake/group-view.ts";
import { personOf } from "../../../live/intake/people-of.ts";
import { rosterOf } from "../../../live/roster/roster-view.ts";
import { useLive } from "../../../live/use-live.ts";
import { ResidentActions } from "./resident-actions.tsx";

type ResidentActsProps = { readonly site: string; readonly personId: string };

/** What can be noted about a person now. */
export const ResidentActs = ({ site, personId }: ResidentActsProps) => {
  const view = useLive(rosterOf, site);
  const group = useLive(groupOfPerson, site, personId);
  // One that was joined with another record is in no group, and may still hold a bed.
  const person = useLive(personOf, site, personId);
  const family = group.length > 0 ? group : [person].flatMap((one) => one ?? []);
  return person && <ResidentActions site={site} view={view} person={person} group={family} />;
};
