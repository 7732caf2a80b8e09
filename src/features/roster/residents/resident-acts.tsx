import { groupKinds, groupOfPerson } from "../../../live/intake/group-view.ts";
import { rosterKinds, rosterOf } from "../../../live/roster/roster-view.ts";
import { useLive } from "../../../live/use-live.ts";
import { ResidentActions } from "./resident-actions.tsx";

type ResidentActsProps = { readonly site: string; readonly personId: string };

/** What can be noted about a person now. */
export const ResidentActs = ({ site, personId }: ResidentActsProps) => {
  const view = useLive(rosterKinds, rosterOf, site);
  const group = useLive(groupKinds, groupOfPerson, site, personId);
  const person = group.find(({ _id }) => _id === personId);
  return person && <ResidentActions site={site} view={view} person={person} group={group} />;
};
