import "../transport.css";
import type { Line } from "../../../domain/model/kinds/line.ts";
import type { Trip } from "../../../domain/model/kinds/trip.ts";
import { usePersonLabels } from "../../../forms/use-person-labels.ts";
import { useT } from "../../../i18n/use-t.ts";
import { Button } from "../../../ui/actions/button.tsx";
import { LinkButton } from "../../../ui/actions/link-button.tsx";
import { Notice } from "../../../ui/feedback/notice.tsx";
import { Sheet } from "../../../ui/overlays/sheet.tsx";
import { Stack } from "../../../ui/page/stack.tsx";
import { CallCoordinator } from "./call-coordinator.tsx";

type ChildStopSheetProps = {
  readonly trip: Trip;
  /** The child; closed without. */
  readonly line: Line | undefined;
  readonly onClose: () => void;
};

/** A stop, not a hint: says what to do, and there is no way from here to a seat (domain reference 7.4). */
export const ChildStopSheet = ({ trip, line, onClose }: ChildStopSheetProps) => {
  const t = useT();
  const words = usePersonLabels();
  return (
    <Sheet
      open={line !== undefined}
      title={t("transport.stop.title")}
      onClose={onClose}
      actions={
        <>
          <LinkButton href="tel:112" look="danger" icon="phone" wide>
            {t("transport.stop.call112")}
          </LinkButton>
          <CallCoordinator phone={trip.coordinatorPhone} />
          <Button wide onPress={onClose}>
            {t("transport.stop.understood")}
          </Button>
        </>
      }
    >
      <Stack>
        <Notice kind="danger">{t("transport.stop.why", { name: line ? words.name(line.passenger) : "" })}</Notice>
        <ol className="transport-steps">
          <li>{t("transport.stop.stay")}</li>
          <li>{t("transport.stop.callPolice")}</li>
          <li>{t("transport.stop.callCoordinator")}</li>
          <li>{t("transport.stop.lead")}</li>
          <li>{t("transport.stop.handOver")}</li>
          <li>{t("transport.stop.noPhotos")}</li>
        </ol>
      </Stack>
    </Sheet>
  );
};
