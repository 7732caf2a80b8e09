import type { Group } from "../../../domain/model/kinds/group.ts";
import type { Person } from "../../../domain/model/kinds/person.ts";
import { keyOf } from "../../../domain/model/new-id.ts";
import { useT } from "../../../i18n/use-t.ts";
import { useLiveContext } from "../../../live/live-context.tsx";
import { waitingForBed } from "../../../live/roster/waiting-for-bed.ts";
import { useLive } from "../../../live/use-live.ts";
import { LinkButton } from "../../../ui/actions/link-button.tsx";
import { registerHref } from "../addresses.ts";

type GroupActionProps = { readonly site: string; readonly group: Group; readonly people: readonly Person[] };

/** What a group needs next: names, then beds for its first member who waits for one. */
export const GroupAction = ({ site, group, people }: GroupActionProps) => {
  const t = useT();
  const [waiting] = useLive(waitingForBed, site, people, useLiveContext().databases);
  if (people.length === 0) {
    if (group.voided || group.focalPersonId) return null;
    return (
      <LinkButton href={registerHref(group._id)} look="primary" icon="edit">
        {t("intake.complete")}
      </LinkButton>
    );
  }
  return (
    waiting && (
      <LinkButton href={`/roster/bed-for/${keyOf(waiting._id)}`} look="primary" icon="bed">
        {t("intake.giveBeds")}
      </LinkButton>
    )
  );
};
