import type { Line } from "../../../domain/model/kinds/line.ts";
import { passengerStatus } from "../../../domain/transport/passenger-status.ts";
import { usePersonLabels } from "../../../forms/use-person-labels.ts";
import { useT } from "../../../i18n/use-t.ts";
import type { TripView } from "../../../live/transport/trips-view.ts";
import { Button } from "../../../ui/actions/button.tsx";
import { Sheet } from "../../../ui/overlays/sheet.tsx";
import { Stack } from "../../../ui/page/stack.tsx";
import type { Boarding } from "./use-boarding.ts";

type PassengerSheetProps = {
  readonly view: TripView;
  /** About whom; closed without. */
  readonly line: Line | undefined;
  readonly boarding: Boarding;
};

/** Changing what a tap has said: taken back, boarded after all, did not come. */
export const PassengerSheet = ({ view, line, boarding }: PassengerSheetProps) => {
  const words = usePersonLabels();
  const does = (act: (line: Line) => Promise<void>) => () => {
    boarding.close();
    if (line) void act(line);
  };
  return (
    <Sheet open={line !== undefined} title={line ? words.name(line.passenger) : ""} onClose={boarding.close}>
      <Stack space="tight">{line && <Choices view={view} line={line} boarding={boarding} does={does} />}</Stack>
    </Sheet>
  );
};

type ChoicesProps = {
  readonly view: TripView;
  readonly line: Line;
  readonly boarding: Boarding;
  readonly does: (act: (line: Line) => Promise<void>) => () => void;
};

const Choices = ({ view, line, boarding, does }: ChoicesProps) => {
  const t = useT();
  const status = passengerStatus(line, view.scans);
  if (view.trip.status === "draft" && status === "booked") {
    return (
      <Button icon="close" wide onPress={does(boarding.takeOffList)}>
        {t("transport.sheet.takeOff")}
      </Button>
    );
  }
  if (status === "cancelled") return <p>{t("transport.sheet.cancelled")}</p>;
  if (status === "boarded") {
    return (
      <>
        <Button look="primary" icon="undo" wide onPress={does(boarding.takeBack)}>
          {t("transport.sheet.takeBack")}
        </Button>
        <Button icon="close" wide onPress={does(boarding.noShow)}>
          {t("transport.sheet.noShow")}
        </Button>
      </>
    );
  }
  return (
    <>
      <Button look="primary" icon="check" wide onPress={does(boarding.letIn)}>
        {t("transport.sheet.board")}
      </Button>
      <Button icon="undo" wide onPress={does(boarding.takeBack)}>
        {t("transport.sheet.backToList")}
      </Button>
    </>
  );
};
