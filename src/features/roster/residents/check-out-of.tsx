import { groupOfPerson } from "../../../live/intake/group-view.ts";
import { personOf } from "../../../live/intake/people-of.ts";
import { rosterOf } from "../../../live/roster/roster-view.ts";
import { useLive } from "../../../live/use-live.ts";
import { CheckOutSheet } from "./check-out-sheet.tsx";

type CheckOutOfProps = { readonly site: string; readonly personId: string; readonly onClose: () => void };

/** The sheet by which a person is checked out, opened from another task. */
export const CheckOutOf = ({ site, personId, onClose }: CheckOutOfProps) => {
  const view = useLive(rosterOf, site);
  const group = useLive(groupOfPerson, site, personId);
  const person = useLive(personOf, site, personId);
  const family = group.length > 0 ? group : [person].flatMap((one) => one ?? []);
  return person && <CheckOutSheet site={site} view={view} person={person} group={family} onClose={onClose} />;
};
