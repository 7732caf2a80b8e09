import { usePersonLabels } from "../../forms/use-person-labels.ts";
import { useT } from "../../i18n/use-t.ts";
import { childrenToProtect, countedWithoutAdult, openIncidents } from "../../live/safeguarding/children-to-protect.ts";
import { useLive } from "../../live/use-live.ts";
import { useToday } from "../../live/use-today.ts";
import { LinkButton } from "../../ui/actions/link-button.tsx";
import { Notice } from "../../ui/feedback/notice.tsx";
import { childHref, groupHref } from "./addresses.ts";
import { IncidentNotice } from "./incident-notice.tsx";
import { useWaiting } from "./use-waiting.ts";

/** The children at a site for whom somebody has to do something, the most urgent first. */
export const ChildrenToSee = ({ site }: { readonly site: string }) => {
  const t = useT();
  const words = usePersonLabels();
  const waiting = useWaiting();
  const counted = useLive(countedWithoutAdult, site).map((group) => (
    <Notice
      key={group._id}
      kind="danger"
      title={`${group.label ?? t("intake.noSurname")}: ${t("safeguarding.list.counted")}`}
      action={<LinkButton href={groupHref(group._id)}>{t("safeguarding.list.look")}</LinkButton>}
    />
  ));
  const named = useLive(childrenToProtect, site, useToday()).flatMap((one) => {
    const { child, guard, events } = one;
    const incidents = openIncidents(one).map((incident) => (
      <IncidentNotice key={incident.event._id} child={child} incident={incident} />
    ));
    if (!guard.needsConfirmedAdult || guard.confirmed.length > 0) return incidents;
    return [
      ...incidents,
      <Notice
        key={child._id}
        kind="danger"
        title={`${words.name(child)} (${words.who(child)})`}
        action={<LinkButton href={childHref(child._id)}>{t("safeguarding.list.look")}</LinkButton>}
      >
        {waiting(child, events) ?? t("safeguarding.leavesNone")}
      </Notice>,
    ];
  });
  return [...named, ...counted];
};
