import { siteDatabase } from "../../../domain/model/databases.ts";
import type { Person } from "../../../domain/model/kinds/person.ts";
import type { Placement } from "../../../domain/roster/placement.ts";
import { DeliveryMark } from "../../../forms/delivery-mark.tsx";
import { useT } from "../../../i18n/use-t.ts";
import type { Resident } from "../../../live/roster/residents.ts";
import { rosterOf } from "../../../live/roster/roster-view.ts";
import { useLive } from "../../../live/use-live.ts";
import { LinkButton } from "../../../ui/actions/link-button.tsx";
import { List } from "../../../ui/display/list.tsx";
import { Notice } from "../../../ui/feedback/notice.tsx";
import { Page } from "../../../ui/page/page.tsx";
import { bedForAddress } from "../addresses.ts";
import { PersonRow } from "../residents/person-row.tsx";
import { useRoomLabels } from "../rooms/use-room-labels.ts";
import { useWaiting } from "../waiting/use-waiting.ts";
import { waitingGroups } from "../waiting/waiting-groups.ts";

type BedsGivenProps = {
  readonly site: string;
  readonly placements: readonly Placement[];
  readonly people: readonly Person[];
};

/** Said once it is on the disk: who sleeps where, and who is next. */
export const BedsGiven = ({ site, placements, people }: BedsGivenProps) => {
  const t = useT();
  const words = useRoomLabels();
  const view = useLive(rosterOf, site);
  const next = waitingGroups(useWaiting(site))[0]?.[0];
  return (
    <Page
      title={placements.length > 1 ? t("roster.give.doneMany") : t("roster.give.done")}
      back="/roster"
      action={
        next && (
          <LinkButton href={bedForAddress(next._id)} look="primary" icon="bed">
            {t("roster.give.next")}
          </LinkButton>
        )
      }
      more={<LinkButton href="/roster">{t("roster.give.toRoster")}</LinkButton>}
    >
      <Notice kind="success">{t("roster.give.saved")}</Notice>
      <List label={t("roster.give.doneMany")}>
        {placements.map(({ sleeper, bed, choice }) => {
          const person = people.find(({ _id }) => _id === sleeper.personId);
          const stayId = stayIdOf(view.residents.get(sleeper.personId));
          return (
            person && (
              <PersonRow
                key={person._id}
                person={person}
                detail={`${words.name(choice.room)} · ${words.bed(bed)}`}
                badges={stayId && <DeliveryMark database={siteDatabase(site)} id={stayId} />}
              />
            )
          );
        })}
      </List>
    </Page>
  );
};

const stayIdOf = (resident: Resident | undefined): string | undefined => resident?.stay._id;
