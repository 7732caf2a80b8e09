import type { ReactNode } from "react";
import { notedBy } from "../../../domain/attention/noted-by.ts";
import { siteDatabase } from "../../../domain/model/databases.ts";
import { nameOf } from "../../../domain/names/person-name.ts";
import { ChildrenStaySheet } from "../../../forms/children-stay-sheet.tsx";
import { useCodeLabel } from "../../../i18n/use-code-label.ts";
import { useFormats } from "../../../i18n/use-formats.ts";
import { useT } from "../../../i18n/use-t.ts";
import type { PlaceConflict, Ride } from "../../../live/attention/place-conflicts.ts";
import { titleOfRef } from "../../../live/attention/record-title.ts";
import { useLiveContext } from "../../../live/live-context.tsx";
import { List } from "../../../ui/display/list.tsx";
import { ListRow } from "../../../ui/display/list-row.tsx";
import { Notice } from "../../../ui/feedback/notice.tsx";
import { Refusal } from "../../../ui/feedback/refusal.tsx";
import { Stack } from "../../../ui/page/stack.tsx";
import { useResolve } from "./use-resolve.ts";

type PlaceCardProps = { readonly site: string | undefined; readonly conflict: PlaceConflict };

/** Somebody who cannot be where two notes say: what was noted, by whom, when. One tap says which holds. */
export const PlaceConflictCard = ({ site, conflict }: PlaceCardProps) => {
  const t = useT();
  const { records } = useLiveContext();
  const settle = useResolve(site);
  const line = "ride" in conflict ? conflict.ride.line : "rides" in conflict ? conflict.rides[0]?.line : undefined;
  const name =
    (line && nameOf(line.passenger)) ?? titleOfRef(records, siteDatabase(site ?? ""), conflict.personId) ?? "";
  if (conflict.type === "LeftByBus") return null;
  return (
    <Stack space="tight">
      <Notice kind="warning" title={t(`shift.place.${conflict.type}.title`, { name: name || t("person.unnamed") })}>
        {t(`shift.place.${conflict.type}.text`)}
      </Notice>
      <List label={t("shift.place.choose")}>
        <Ways conflict={conflict} settle={settle} />
      </List>
      <Refusal error={settle.refusal} />
      <AskedAboutChildren settle={settle} />
    </Stack>
  );
};

/** The question about children who stay, where one of the ways raises it. */
export const AskedAboutChildren = ({ settle: { asked } }: { readonly settle: ReturnType<typeof useResolve> }) => {
  const t = useT();
  if (!asked) return null;
  const { alone, answered, close } = asked;
  return <ChildrenStaySheet act={t("shift.place.settle")} alone={alone} onConfirm={answered} onClose={close} />;
};

type WaysProps = { readonly conflict: PlaceConflict; readonly settle: ReturnType<typeof useResolve> };

const Ways = ({ conflict, settle }: WaysProps): ReactNode => {
  const t = useT();
  const label = useCodeLabel();
  const { dayAndTime } = useFormats();
  const noted = (act: NotedAct) => `${notedBy(act)}, ${dayAndTime(act.at)}`;
  const way = (key: string, title: string, detail: string, onPress: () => void) => (
    <ListRow key={key} title={title} detail={detail} onPress={onPress} />
  );
  switch (conflict.type) {
    case "LeftOrHere":
      return conflict.acts.map((act) =>
        way(act._id, label("presenceKind", act.event), noted(act), () => settle.stay(conflict.stay, act)),
      );
    case "BoardedOrNot":
      return conflict.acts.map((act) =>
        way(act._id, label("scanKind", act.event), noted(act), () => settle.boarding(conflict.ride, act.event)),
      );
    case "AboardOffList":
      return [
        way("on", t("shift.place.onBus"), routeOf(conflict.ride), () => settle.boarding(conflict.ride, "board")),
        way("off", t("shift.place.notOnBus"), routeOf(conflict.ride), () => settle.boarding(conflict.ride, "unboard")),
      ];
    case "TwoStays":
      return conflict.stays.map((stay) => (
        <StayWay
          key={stay.stay._id}
          stay={stay}
          onPress={() => settle.onlyStay(conflict.stays.filter((other) => other !== stay))}
        />
      ));
    case "OnTwoBuses":
      return conflict.rides.map((ride) =>
        way(ride.trip.trip._id, routeOf(ride), dayAndTime(ride.trip.trip.departAt), () =>
          settle.onlyRide(conflict.rides.filter((other) => other !== ride)),
        ),
      );
    case "OutOtherwise":
      return [
        way("on", t("shift.place.onBus"), routeOf(conflict.ride), () => settle.leftByBus([conflict])),
        way("off", t("shift.place.notOnBus"), checkedOut(conflict, label), () =>
          settle.boarding(conflict.ride, "unboard"),
        ),
      ];
    case "LeftByBus":
      return null;
  }
};

const checkedOut = (
  { stay }: Extract<PlaceConflict, { readonly type: "OutOtherwise" }>,
  label: (list: string, code: string) => string,
): string => {
  const reason = stay.events.findLast(({ event, voided }) => event === "check_out" && !voided)?.reason;
  return [label("presenceKind", "check_out"), reason && label("checkoutReason", reason)].filter(Boolean).join(", ");
};

export const routeOf = ({ trip: { trip, vehicle } }: Ride): string =>
  [trip.stops.map(({ place }) => place).join(" → ") || trip.tripNo, vehicle?.plate].filter(Boolean).join(", ");

type StayWayProps = {
  readonly stay: Extract<PlaceConflict, { readonly type: "TwoStays" }>["stays"][number];
  readonly onPress: () => void;
};

const StayWay = ({ stay: { stay, events }, onPress }: StayWayProps) => {
  const t = useT();
  const { dayAndTime } = useFormats();
  const { records } = useLiveContext();
  const bed = stay.bedId && titleOfRef(records, siteDatabase(stay.site), stay.bedId);
  const [first] = events;
  return (
    <ListRow
      icon="bed"
      title={bed ? t("person.bed.name", { code: bed }) : t("person.bed.none")}
      detail={first && `${notedBy(first)}, ${dayAndTime(first.at)}`}
      onPress={onPress}
    />
  );
};

type NotedAct = Parameters<typeof notedBy>[0] & { readonly at: string };
