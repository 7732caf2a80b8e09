import type { Group } from "../../domain/model/kinds/group.ts";
import { usePersonLabels } from "../../forms/use-person-labels.ts";
import { useT } from "../../i18n/use-t.ts";
import { childrenToProtect, countedWithoutAdult } from "../../live/safeguarding/children-to-protect.ts";
import { openIncidents, type ProtectedChild } from "../../live/safeguarding/protected-child.ts";
import { useLive } from "../../live/use-live.ts";
import { useToday } from "../../live/use-today.ts";
import { LinkButton } from "../../ui/actions/link-button.tsx";
import { Empty } from "../../ui/feedback/empty.tsx";
import { Notice } from "../../ui/feedback/notice.tsx";
import { Page } from "../../ui/page/page.tsx";
import { Stack } from "../../ui/page/stack.tsx";
import { childHref, groupHref } from "./addresses.ts";
import { IncidentNotice } from "./incident-notice.tsx";
import { useWaiting } from "./use-waiting.ts";

/** The children at a site for whom somebody has to do something, the most urgent first. Works offline. */
export const ChildrenPage = ({ site }: { readonly site: string }) => {
  const t = useT();
  const named = useLive(childrenToProtect, site, useToday());
  const counted = useLive(countedWithoutAdult, site);
  return (
    <Page title={t("safeguarding.list.title")} lede={t("safeguarding.list.lede")} back="/">
      {named.length + counted.length === 0 ? (
        <Empty title={t("safeguarding.list.none")} icon="check" />
      ) : (
        <Stack>
          {named.map((one) => (
            <ChildToSee key={one.child._id} {...one} />
          ))}
          {counted.map((group) => (
            <CountedGroup key={group._id} group={group} />
          ))}
        </Stack>
      )}
    </Page>
  );
};

/** A child with its open incidents; the way to its page as long as no adult is confirmed. */
const ChildToSee = (one: ProtectedChild) => {
  const t = useT();
  const words = usePersonLabels();
  const waiting = useWaiting();
  const { child, guard, events } = one;
  return (
    <>
      {openIncidents(one).map((incident) => (
        <IncidentNotice key={`${incident.id} ${incident.what}`} child={child} incident={incident} />
      ))}
      {guard.needsConfirmedAdult && guard.confirmed.length === 0 && (
        <Notice
          kind="danger"
          title={`${words.name(child)} (${words.who(child)})`}
          action={<LinkButton href={childHref(child._id)}>{t("safeguarding.list.look")}</LinkButton>}
        >
          {waiting(child, events) ?? t("safeguarding.leavesNone")}
        </Notice>
      )}
    </>
  );
};

const CountedGroup = ({ group }: { readonly group: Group }) => {
  const t = useT();
  return (
    <Notice
      kind="danger"
      title={`${group.label ?? t("intake.noSurname")}: ${t("safeguarding.list.counted")}`}
      action={<LinkButton href={groupHref(group._id)}>{t("safeguarding.list.look")}</LinkButton>}
    />
  );
};
