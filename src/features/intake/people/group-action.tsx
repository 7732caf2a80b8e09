import type { Group } from "../../../domain/model/kinds/group.ts";
import type { Person } from "../../../domain/model/kinds/person.ts";
import { keyOf } from "../../../domain/model/new-id.ts";
import { useT } from "../../../i18n/use-t.ts";
import type { Records } from "../../../live/records.ts";
import { placeKinds, placeOfPerson } from "../../../live/roster/place-of-person.ts";
import { useLive } from "../../../live/use-live.ts";
import { LinkButton } from "../../../ui/actions/link-button.tsx";
import { registerHref } from "../addresses.ts";

type GroupActionProps = { readonly site: string; readonly group: Group; readonly people: readonly Person[] };

/** What a group needs next: names; then beds, asked for whoever has none. Once all have one there is nothing more to press. */
export const GroupAction = ({ site, group, people }: GroupActionProps) => {
  const t = useT();
  const waiting = useLive(placeKinds, firstWaiting, site, people);
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

const firstWaiting = (records: Records, site: string, people: readonly Person[]): Person | undefined =>
  people.find(({ _id }) => !placeOfPerson(records, site, _id)?.isHeld);
