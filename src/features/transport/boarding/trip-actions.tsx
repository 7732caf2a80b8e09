import { useState } from "react";
import { ok } from "../../../domain/model/result.ts";
import { arrive } from "../../../domain/transport/boarding.ts";
import { checkBoardingOpen } from "../../../domain/transport/check-boarding-open.ts";
import { tripStateOf } from "../../../domain/transport/trip-state.ts";
import { useErrorText } from "../../../i18n/use-error-text.ts";
import { useT } from "../../../i18n/use-t.ts";
import type { TripView } from "../../../live/transport/trips-view.ts";
import { useAttribution } from "../../../live/use-change.ts";
import { useCommand } from "../../../live/use-command.ts";
import { Button } from "../../../ui/actions/button.tsx";
import { Notice } from "../../../ui/feedback/notice.tsx";
import { ConfirmDialog } from "../../../ui/overlays/confirm-dialog.tsx";
import { PublishTrip } from "../planning/publish-trip.tsx";
import { DepartSheet } from "./depart-sheet.tsx";
import { NoShowSheet } from "./no-show-sheet.tsx";
import type { Boarding } from "./use-boarding.ts";

type TripActionsProps = { readonly view: TripView; readonly canPlan: boolean; readonly boarding: Boarding };

/** The main buttons of a trip, by where it stands. */
export const TripActions = ({ view, canPlan, boarding }: TripActionsProps) => {
  switch (tripStateOf(view.trip, view.scans)) {
    case "draft":
      return canPlan && <PublishTrip view={view} onRefused={boarding.refuse} />;
    case "boarding":
      return <DoorActions view={view} boarding={boarding} />;
    case "departed":
      return <ArriveAction view={view} />;
    default:
      return null;
  }
};

const DoorActions = ({ view, boarding }: Omit<TripActionsProps, "canPlan">) => {
  const t = useT();
  const errorText = useErrorText();
  const [open, setOpen] = useState<"depart" | "noShow">();
  const close = () => setOpen(undefined);
  const departed = () => {
    close();
    boarding.hush();
    window.scrollTo({ top: 0 });
  };
  const ask = (sheet: "depart" | "noShow") => {
    const door = checkBoardingOpen(view, view.database);
    if (door.ok) setOpen(sheet);
    else boarding.refuse(errorText(door.error));
  };
  return (
    <>
      <Button look="primary" onPress={() => ask("depart")}>
        {t("transport.depart.open")}
      </Button>
      <Button onPress={() => ask("noShow")}>{t("transport.noShow.open")}</Button>
      {open === "depart" && <DepartSheet view={view} onDeparted={departed} onClose={close} />}
      {open === "noShow" && <NoShowSheet view={view} boarding={boarding} onClose={close} />}
    </>
  );
};

const ArriveAction = ({ view }: { readonly view: TripView }) => {
  const t = useT();
  const errorText = useErrorText();
  const doing = useAttribution();
  const [isAsking, setIsAsking] = useState(false);
  const { act, refusal } = useCommand<{ readonly type: "NotOnTheRoad" }>(view.database ?? "");
  const confirm = async () => {
    const made = arrive(view, doing());
    if (await act(made.ok ? ok([made.value]) : made)) setIsAsking(false);
  };
  return (
    <>
      <Button look="primary" icon="haven" onPress={() => setIsAsking(true)}>
        {t("transport.arrive.open")}
      </Button>
      <ConfirmDialog
        open={isAsking}
        title={t("transport.arrive.title")}
        confirmLabel={t("transport.arrive.open")}
        onConfirm={() => void confirm()}
        onCancel={() => setIsAsking(false)}
      >
        {refusal ? <Notice kind="danger">{errorText(refusal)}</Notice> : t("transport.arrive.text")}
      </ConfirmDialog>
    </>
  );
};
