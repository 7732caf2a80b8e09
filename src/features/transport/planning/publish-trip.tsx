import { useState } from "react";
import { siteDatabase } from "../../../domain/model/databases.ts";
import { publishTrip } from "../../../domain/transport/trip-plan.ts";
import { useErrorText } from "../../../i18n/use-error-text.ts";
import { useT } from "../../../i18n/use-t.ts";
import type { TripView } from "../../../live/transport/trips-view.ts";
import { useChange } from "../../../live/use-change.ts";
import { notSaved } from "../../../live/use-command.ts";
import { Button } from "../../../ui/actions/button.tsx";
import { ConfirmDialog } from "../../../ui/overlays/confirm-dialog.tsx";
import { Stack } from "../../../ui/page/stack.tsx";
import { RoadWarnings } from "./road-warnings.tsx";

type PublishTripProps = { readonly view: TripView; readonly onRefused: (text: string) => void };

/** From plan to list at the door; whatever speaks against vehicle or driver is said once more. */
export const PublishTrip = ({ view, onRefused }: PublishTripProps) => {
  const t = useT();
  const errorText = useErrorText();
  const change = useChange(siteDatabase(view.trip.site), "trip");
  const [isAsking, setIsAsking] = useState(false);
  const publish = async () => {
    const published = await change(view.trip._id, publishTrip).catch(() => notSaved);
    setIsAsking(false);
    if (!published.ok) onRefused(errorText(published.error));
  };
  return (
    <>
      <Button look="primary" icon="sent" onPress={() => setIsAsking(true)}>
        {t("transport.publish.open")}
      </Button>
      <ConfirmDialog
        open={isAsking}
        title={t("transport.publish.title")}
        confirmLabel={t("transport.publish.confirm")}
        onConfirm={() => void publish()}
        onCancel={() => setIsAsking(false)}
      >
        <Stack>
          <p>{t("transport.publish.text")}</p>
          <RoadWarnings view={view} />
        </Stack>
      </ConfirmDialog>
    </>
  );
};
