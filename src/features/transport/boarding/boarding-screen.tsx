import { siteDatabase } from "../../../domain/model/databases.ts";
import { countPassengers, journeyState } from "../../../domain/transport/passenger-status.ts";
import { tripStateOf } from "../../../domain/transport/trip-state.ts";
import { FieldConflictCards } from "../../../forms/field-conflict-cards.tsx";
import { useFormats } from "../../../i18n/use-formats.ts";
import { useT } from "../../../i18n/use-t.ts";
import type { TripView } from "../../../live/transport/trips-view.ts";
import { Notice } from "../../../ui/feedback/notice.tsx";
import { Snackbar } from "../../../ui/overlays/snackbar.tsx";
import { Page } from "../../../ui/page/page.tsx";
import { RoadWarnings } from "../planning/road-warnings.tsx";
import { PrintManifest } from "../print/manifest-print.tsx";
import { TripFacts } from "../trip-facts.tsx";
import { useTripLabels } from "../use-trip-labels.ts";
import { BoardingNumbers } from "./boarding-numbers.tsx";
import { ChildStopSheet } from "./child-stop-sheet.tsx";
import { ChildrenToStopNotice } from "./children-to-stop-notice.tsx";
import { DepartedWithoutNotice } from "./departed-without-notice.tsx";
import { PassengerList } from "./passenger-list.tsx";
import { PassengerSheet } from "./passenger-sheet.tsx";
import { NoShowAction, TripActions } from "./trip-actions.tsx";
import { useBoarding } from "./use-boarding.ts";

/** The list at the bus door. Works without any network once the trip is on the phone. */
export const BoardingScreen = ({ view, canPlan }: { readonly view: TripView; readonly canPlan: boolean }) => {
  const t = useT();
  const words = useTripLabels();
  const { dayAndTime } = useFormats();
  const boarding = useBoarding(view, canPlan);
  const { asked, said } = boarding;
  const state = tripStateOf(view.trip, view.scans);
  const isBefore = state === "draft" || state === "boarding";
  const hasActions = state === "draft" ? canPlan : isBefore || state === "departed";
  const { onBoard, expected } = countPassengers(view);
  return (
    <Page
      title={words.route(view.trip)}
      back="/transport"
      lede={[dayAndTime(view.trip.departAt), view.vehicle?.plate].filter(Boolean).join(" · ")}
      action={hasActions && <TripActions view={view} canPlan={canPlan} boarding={boarding} />}
    >
      <TripState view={view} />
      <ChildrenToStopNotice lines={boarding.stopped} />
      <DepartedWithoutNotice view={view} />
      <FieldConflictCards database={siteDatabase(view.trip.site)} id={view.trip._id} />
      <BoardingNumbers view={view}>
        {state === "boarding" && <NoShowAction view={view} boarding={boarding} />}
      </BoardingNumbers>
      {isBefore && <RoadWarnings view={view} />}
      <PassengerList view={view} canAdd={canPlan && isBefore} onPress={boarding.press} />
      <TripFacts view={view} />
      <PrintManifest view={view} stopped={boarding.stopped} />
      <ChildStopSheet
        trip={view.trip}
        line={asked?.why === "childStop" ? asked.line : undefined}
        onClose={boarding.close}
      />
      <PassengerSheet view={view} line={asked?.why === "change" ? asked.line : undefined} boarding={boarding} />
      <Snackbar
        message={said && (said.undo ? t("transport.withCount", { text: said.text, onBoard, expected }) : said.text)}
        refused={said?.refused}
        onUndo={said?.undo && (() => void boarding.takeBack(said.undo))}
        onClose={boarding.hush}
      />
    </Page>
  );
};

const TripState = ({ view }: { readonly view: TripView }) => {
  const t = useT();
  const { dayAndTime, number } = useFormats();
  const journey = journeyState(view.scans);
  const state = tripStateOf(view.trip, view.scans);
  if (state === "cancelled") return <Notice kind="warning">{t("transport.cancelled")}</Notice>;
  if (journey.state === "departed") {
    const left = t("transport.left", { when: dayAndTime(journey.at), number: number(journey.counted) });
    return <Notice kind="info">{left}</Notice>;
  }
  if (journey.state === "arrived") {
    return <Notice kind="success">{t("transport.arrived", { when: dayAndTime(journey.at) })}</Notice>;
  }
  if (state === "draft") return <Notice kind="info">{t("transport.publish.draft")}</Notice>;
  if (state === "boarding" && !view.database) return <Notice kind="info">{t("transport.publish.making")}</Notice>;
  return null;
};
