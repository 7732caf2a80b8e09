import { nameOf } from "../../../domain/names/person-name.ts";
import { useFormats } from "../../../i18n/use-formats.ts";
import { useT } from "../../../i18n/use-t.ts";
import type { PlaceConflict } from "../../../live/attention/place-conflicts.ts";
import { Button } from "../../../ui/actions/button.tsx";
import { List } from "../../../ui/display/list.tsx";
import { ListRow } from "../../../ui/display/list-row.tsx";
import { Notice } from "../../../ui/feedback/notice.tsx";
import { Refusal } from "../../../ui/feedback/refusal.tsx";
import { Stack } from "../../../ui/page/stack.tsx";
import { AskedAboutChildren, routeOf } from "./place-conflict-card.tsx";
import { useResolve } from "./use-resolve.ts";

type LeftByBus = Extract<PlaceConflict, { readonly type: "LeftByBus" }>;
type Props = { readonly site: string | undefined; readonly conflicts: readonly PlaceConflict[] };

/** Who sits in a bus that has left and still holds a bed here: one card for each bus, one tap for all of them. */
export const LeftByBusCards = ({ site, conflicts }: Props) => {
  const left = conflicts.filter((one): one is LeftByBus => one.type === "LeftByBus");
  const trips = [...new Set(left.map(({ ride }) => ride.trip.trip._id))];
  return trips.map((id) => (
    <LeftByBusCard key={id} site={site} left={left.filter(({ ride }) => ride.trip.trip._id === id)} />
  ));
};

const LeftByBusCard = ({ site, left }: { readonly site: string | undefined; readonly left: readonly LeftByBus[] }) => {
  const t = useT();
  const { dayAndTime } = useFormats();
  const settle = useResolve(site);
  const [first] = left;
  if (!first) return null;
  const departure = first.ride.trip.scans.find(({ event, voided }) => event === "depart" && !voided);
  return (
    <Stack space="tight">
      <Notice
        kind="warning"
        title={t("shift.place.LeftByBus.title", { count: left.length })}
        action={
          <Button look="primary" icon="check" onPress={() => settle.leftByBus(left)}>
            {t("shift.place.LeftByBus.free", { count: left.length })}
          </Button>
        }
      >
        {t("shift.place.LeftByBus.text", {
          route: routeOf(first.ride),
          at: departure ? dayAndTime(departure.at) : "",
        })}
      </Notice>
      <List label={t("shift.place.LeftByBus.still")}>
        {left.map(({ personId, ride }) => (
          <ListRow
            key={personId}
            icon="person"
            title={nameOf(ride.line.passenger) ?? t("person.unnamed")}
            detail={t("shift.place.LeftByBus.still")}
            onPress={() => settle.boarding(ride, "unboard")}
          />
        ))}
      </List>
      <Refusal error={settle.refusal} />
      <AskedAboutChildren settle={settle} />
    </Stack>
  );
};
