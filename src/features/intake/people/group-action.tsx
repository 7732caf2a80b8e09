import type { Group } from "../../../domain/model/kinds/group.ts";
import type { Person } from "../../../domain/model/kinds/person.ts";
import { keyOf } from "../../../domain/model/new-id.ts";
import { useT } from "../../../i18n/use-t.ts";
import { useLiveContext } from "../../../live/live-context.tsx";
import type { Records } from "../../../live/records.ts";
import { placeKinds, placeOfPerson } from "../../../live/roster/place-of-person.ts";
import { isHere } from "../../../live/roster/roster-view.ts";
import { departedFrom } from "../../../live/transport/departed-people.ts";
import { tripKinds } from "../../../live/transport/trips-view.ts";
import { useLive } from "../../../live/use-live.ts";
import { LinkButton } from "../../../ui/actions/link-button.tsx";
import { registerHref } from "../addresses.ts";

type GroupActionProps = { readonly site: string; readonly group: Group; readonly people: readonly Person[] };

/** What a group needs next: names; then beds, asked for whoever waits for one: nobody who has one, has left, or sits in a bus. */
export const GroupAction = ({ site, group, people }: GroupActionProps) => {
  const t = useT();
  const waiting = useLive(waitingKinds, firstWaiting, site, people, useLiveContext().databases);
  if (people.length === 0)
    return (
      <LinkButton href={registerHref(group._id)} look="primary" icon="edit">
        {t("intake.complete")}
      </LinkButton>
    );
  return (
    waiting && (
      <LinkButton href={`/roster/bed-for/${keyOf(waiting._id)}`} look="primary" icon="bed">
        {t("intake.giveBeds")}
      </LinkButton>
    )
  );
};

const waitingKinds = [...placeKinds, ...tripKinds];

const firstWaiting = (
  records: Records,
  site: string,
  people: readonly Person[],
  databases: readonly string[],
): Person | undefined => {
  const waiting = people.filter((person) => isHere(person) && !placeOfPerson(records, site, person._id));
  if (waiting.length === 0) return undefined;
  const travelled = departedFrom(records, site, databases);
  return waiting.find(({ _id }) => !travelled.has(_id));
};
