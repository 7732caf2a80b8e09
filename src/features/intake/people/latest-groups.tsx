import { siteDatabase } from "../../../domain/model/databases.ts";
import type { Group } from "../../../domain/model/kinds/group.ts";
import { languageOfName } from "../../../domain/names/person-name.ts";
import { DeliveryMark } from "../../../forms/delivery-mark.tsx";
import { usePersonLabels } from "../../../forms/use-person-labels.ts";
import { useFormats } from "../../../i18n/use-formats.ts";
import { useT } from "../../../i18n/use-t.ts";
import type { Records } from "../../../live/records.ts";
import { useHeld } from "../../../live/use-held.ts";
import { useLive } from "../../../live/use-live.ts";
import { hasSettled, useSession } from "../../../session/use-session.ts";
import { Button } from "../../../ui/actions/button.tsx";
import { Badge } from "../../../ui/display/badge.tsx";
import { List } from "../../../ui/display/list.tsx";
import { ListRow } from "../../../ui/display/list-row.tsx";
import { Empty } from "../../../ui/feedback/empty.tsx";
import { Section } from "../../../ui/page/section.tsx";
import { groupHref } from "../addresses.ts";

const mostShown = 40;

/** Who came last, newest on top; who comes while somebody looks waits as a number. */
export const LatestGroups = ({ site }: { readonly site: string }) => {
  const t = useT();
  const { dayAndTime, number } = useFormats();
  const words = usePersonLabels();
  const { shown, later, showLater } = useHeld(useLive(kinds, latestGroups, site), idOf, useSession(hasSettled));
  if (shown.length === 0) return <Empty title={t("intake.noGroups")} icon="people" />;
  return (
    <Section
      title={t("intake.latest")}
      beside={
        later > 0 && (
          <Button look="quiet" icon="down" onPress={showLater}>
            {t("ui.later", { number: number(later) })}
          </Button>
        )
      }
    >
      <List label={t("intake.latest")}>
        {shown.slice(0, mostShown).map((group) => (
          <ListRow
            key={group._id}
            brief
            test="arrival"
            href={groupHref(group._id)}
            title={group.label ?? t("intake.noSurname")}
            lang={languageOfName(group.label)}
            detail={`${words.howMany(headsOf(group), childrenOf(group))} · ${dayAndTime(group.arrivedAt)}`}
            badges={
              <>
                {!group.focalPersonId && <Badge icon="edit">{t("intake.onlyCounted")}</Badge>}
                <DeliveryMark database={siteDatabase(site)} id={group._id} />
              </>
            }
          />
        ))}
      </List>
    </Section>
  );
};

const kinds = ["group"] as const;

const latestGroups = (records: Records, site: string): readonly Group[] =>
  [...records.all(siteDatabase(site), "group").values()]
    .filter((group) => !group.voided)
    .sort((a, b) => (a.arrivedAt < b.arrivedAt ? 1 : -1));

const idOf = ({ _id }: Group): string => _id;

const headsOf = (group: Group): number => Object.values(group.counts ?? {}).reduce((sum, count) => sum + count, 0);

const childrenOf = (group: Group): number =>
  Object.entries(group.counts ?? {}).reduce(
    (sum, [key, count]) => sum + (/\|(0_4|5_11|12_17)$/.test(key) ? count : 0),
    0,
  );
