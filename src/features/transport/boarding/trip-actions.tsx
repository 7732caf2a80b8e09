import "../transport.css";
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
import { Icon } from "../../../ui/display/icon.tsx";
import { Notice } from "../../../ui/feedback/notice.tsx";
import { ConfirmDialog } from "../../../ui/overlays/confirm-dialog.tsx";
import { PublishTrip } from "../planning/publish-trip.tsx";
import { DepartSheet } from "./depart-sheet.tsx";
import { NoShowSheet } from "./no-show-sheet.tsx";
import type { Boarding } from "./use-boarding.ts";

type TripActionsProps = { readonly view: TripView; readonly canPlan: boolean; readonly boarding: Boarding };

/** The main button of a trip, by where it stands. */
export const TripActions = ({ view, canPlan, boarding }: TripActionsProps) => {
  switch (tripStateOf(view.trip, view.scans)) {
    case "draft":
      return canPlan && <PublishTrip view={view} onRefused={boarding.refuse} />;
    case "boarding":
      return <DepartAction view={view} boarding={boarding} />;
    case "departed":
      return <ArriveAction view={view} />;
    default:
      return null;
  }
};

type DoorProps = Omit<TripActionsProps, "canPlan">;

const DepartAction = ({ view, boarding }: DoorProps) => {
  const t = useT();
  const { isOpen, ask, close } = useDoorSheet(view, boarding);
  const departed = () => {
    close();
    boarding.hush();
    window.scrollTo({ top: 0 });
  };
  return (
    <>
      <Button look="primary" icon="bus" onPress={ask}>
        {t("transport.depart.open")}
      </Button>
      {isOpen && <DepartSheet view={view} onDeparted={departed} onClose={close} />}
    </>
  );
};

/** Notes who did not come, while the door is open. */
export const NoShowAction = ({ view, boarding }: DoorProps) => {
  const t = useT();
  const { isOpen, ask, close } = useDoorSheet(view, boarding);
  return (
    <>
      <button type="button" className="transport-tile" onClick={ask}>
        <Icon name="close" />
        <span>{t("transport.noShow.open")}</span>
      </button>
      {isOpen && <NoShowSheet view={view} boarding={boarding} onClose={close} />}
    </>
  );
};

/** A sheet that opens only while people board; else it is said why not. */
const useDoorSheet = (view: TripView, boarding: Boarding) => {
  const errorText = useErrorText();
  const [isOpen, setOpen] = useState(false);
  const ask = () => {
    const door = checkBoardingOpen(view, view.database);
    if (door.ok) setOpen(true);
    else boarding.refuse(errorText(door.error));
  };
  return { isOpen, ask, close: () => setOpen(false) };
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
