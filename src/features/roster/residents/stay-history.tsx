import { notedBy } from "../../../domain/attention/noted-by.ts";
import { siteDatabase } from "../../../domain/model/databases.ts";
import type { Presence } from "../../../domain/model/kinds/presence.ts";
import { placeIn } from "../../../domain/roster/event-order.ts";
import { DeliveryMark } from "../../../forms/delivery-mark.tsx";
import { useCodeLabel } from "../../../i18n/use-code-label.ts";
import { useFormats } from "../../../i18n/use-formats.ts";
import { useT } from "../../../i18n/use-t.ts";
import { staysOfPerson } from "../../../live/roster/stays-of.ts";
import { useLive } from "../../../live/use-live.ts";
import { Badge } from "../../../ui/display/badge.tsx";
import { List } from "../../../ui/display/list.tsx";
import { ListRow } from "../../../ui/display/list-row.tsx";
import { Section } from "../../../ui/page/section.tsx";

type StayHistoryProps = { readonly site: string; readonly personId: string };

/** Everything that was noted of somebody's stays, the latest first, with who did it and when. */
export const StayHistory = ({ site, personId }: StayHistoryProps) => {
  const t = useT();
  const stays = useLive(staysOfPerson, siteDatabase(site), personId);
  const events = [...stays].reverse().flatMap(({ events: ofStay }) => {
    const place = placeIn(ofStay);
    return [...ofStay].sort((a, b) => place(b) - place(a));
  });
  return (
    <Section title={t("roster.history.stays")}>
      {events.length === 0 && <p>{t("roster.history.none")}</p>}
      {events.length > 0 && (
        <List label={t("roster.history.stays")}>
          {events.map((event) => (
            <HistoryRow key={event._id} site={site} event={event} />
          ))}
        </List>
      )}
    </Section>
  );
};

const HistoryRow = ({ site, event }: { readonly site: string; readonly event: Presence }) => {
  const t = useT();
  const label = useCodeLabel();
  const { dayAndTime } = useFormats();
  const extra = [
    event.reason && label("checkoutReason", event.reason),
    event.unconfirmed && t("safeguarding.history.unconfirmed"),
    event.note && t("roster.history.withAdult", { name: event.note }),
    event.childrenCare && t("person.childrenStay.noted", { care: event.childrenCare }),
  ].filter(Boolean);
  return (
    <ListRow
      title={[label("presenceKind", event.event), ...extra].join(" · ")}
      detail={t("roster.history.line", { when: dayAndTime(event.at), who: notedBy(event) })}
      badges={
        <>
          {event.voided && (
            <Badge icon="undo" tone="warning">
              {t("roster.act.takenBack")}
            </Badge>
          )}
          <DeliveryMark database={siteDatabase(site)} id={event._id} />
        </>
      }
    />
  );
};
