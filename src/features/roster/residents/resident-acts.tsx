import { groupKinds, groupOfPerson } from "../../../live/intake/group-view.ts";
import { peopleOf, personKinds } from "../../../live/intake/people-of.ts";
import { rosterKinds, rosterOf } from "../../../live/roster/roster-view.ts";
import { useLive } from "../../../live/use-live.ts";
import { ResidentActions } from "./resident-actions.tsx";

type ResidentActsProps = { readonly site: string; readonly personId: string };

/** What can be noted about a person now. */
export const ResidentActs = ({ site, personId }: ResidentActsProps) => {
  const view = useLive(rosterKinds, rosterOf, site);
  const group = useLive(groupKinds, groupOfPerson, site, personId);
  // One that was joined with another record is in no group, and may still hold a bed.
  const person = useLive(personKinds, peopleOf, site).get(personId);
  const family = group.length > 0 ? group : [person].flatMap((one) => one ?? []);
  return person && <ResidentActions site={site} view={view} person={person} group={family} />;
};
