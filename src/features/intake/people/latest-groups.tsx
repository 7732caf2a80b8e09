import type { Group } from "../../../domain/model/kinds/group.ts";
import { languageOfName } from "../../../domain/names/person-name.ts";
import { usePersonLabels } from "../../../forms/use-person-labels.ts";
import { useFormats } from "../../../i18n/use-formats.ts";
import { useT } from "../../../i18n/use-t.ts";
import { latestGroups } from "../../../live/intake/group-view.ts";
import { useHeld } from "../../../live/use-held.ts";
import { useLive } from "../../../live/use-live.ts";
import { hasSettled, useSession } from "../../../session/use-session.ts";
import { Button } from "../../../ui/actions/button.tsx";
import { ListRow } from "../../../ui/display/list-row.tsx";
import { ListOrTable } from "../../../ui/display/table/list-or-table.tsx";
import { Empty } from "../../../ui/feedback/empty.tsx";
import { Section } from "../../../ui/page/section.tsx";
import { groupHref } from "../addresses.ts";
import { GroupBadges } from "./group-badges.tsx";
import { childrenOf, headsOf } from "./group-counts.ts";
import { groupTable } from "./group-table.tsx";

const mostShown = 40;

/** Who came last, newest on top; who comes while somebody looks waits as a number. */
export const LatestGroups = ({ site }: { readonly site: string }) => {
  const t = useT();
  const { dayAndTime, number } = useFormats();
  const words = usePersonLabels();
  const { shown, later, showLater } = useHeld(useLive(latestGroups, site), idOf, useSession(hasSettled));
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
      <ListOrTable
        label={t("intake.latest")}
        rows={shown}
        most={mostShown}
        row={(group) => (
          <ListRow
            key={group._id}
            brief
            test="arrival"
            href={groupHref(group._id)}
            title={group.label ?? t("intake.noSurname")}
            lang={languageOfName(group.label)}
            detail={`${words.howMany(headsOf(group), childrenOf(group))} · ${dayAndTime(group.arrivedAt)}`}
            badges={<GroupBadges site={site} group={group} />}
          />
        )}
        table={() => groupTable({ site, t, dayAndTime })}
      />
    </Section>
  );
};

const idOf = ({ _id }: Group): string => _id;
