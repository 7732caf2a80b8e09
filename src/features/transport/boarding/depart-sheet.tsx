import { useState } from "react";
import { ok } from "../../../domain/model/result.ts";
import { checkBoardingOpen } from "../../../domain/transport/check-boarding-open.ts";
import { type DepartError, depart } from "../../../domain/transport/depart.ts";
import { allParted, partedAtDeparture } from "../../../domain/transport/left-behind.ts";
import { countPassengers } from "../../../domain/transport/passenger-status.ts";
import { useErrorText } from "../../../i18n/use-error-text.ts";
import { useT } from "../../../i18n/use-t.ts";
import { useActing } from "../../../live/acts/use-acts.ts";
import type { TripView } from "../../../live/transport/trips-view.ts";
import { useAttribution } from "../../../live/use-change.ts";
import { useCommand } from "../../../live/use-command.ts";
import { Button } from "../../../ui/actions/button.tsx";
import { Notice } from "../../../ui/feedback/notice.tsx";
import { TextArea } from "../../../ui/fields/text/text-area.tsx";
import { TextField } from "../../../ui/fields/text/text-field.tsx";
import { Sheet } from "../../../ui/overlays/sheet.tsx";
import { Stack } from "../../../ui/page/stack.tsx";
import { PartedNotices } from "./parted-notices.tsx";

type DepartSheetProps = { readonly view: TripView; readonly onDeparted: () => void; readonly onClose: () => void };

/** The heads are counted and typed, and those who would be parted are named; where something differs, the bus leaves with a reason. */
export const DepartSheet = ({ view, onDeparted, onClose }: DepartSheetProps) => {
  const t = useT();
  const errorText = useErrorText();
  const doing = useAttribution();
  const { act, refusal } = useCommand<DepartError>(view.database ?? "");
  const begin = useActing();
  const [typed, setTyped] = useState("");
  const [reason, setReason] = useState("");
  const [hasTried, setHasTried] = useState(false);
  const parted = partedAtDeparture(view);
  const named = allParted(parted);
  const counted = typed === "" ? undefined : Number(typed);
  const isOdd = counted !== undefined && counted !== countPassengers(view).onBoard;

  const submit = async () => {
    setHasTried(true);
    if (counted === undefined || !checkBoardingOpen(view, view.database).ok) return;
    const made = depart(view, { counted, reason, named: named.map(({ _id }) => _id) }, doing());
    const running = begin();
    if (!(await act(made.ok ? ok([made.value]) : made, running))) return;
    running.done(t("transport.depart.said"));
    onDeparted();
  };
  const errorOf = (type: string) => (refusal?.type === type ? errorText(refusal) : undefined);
  const asksWhy = (hasTried && isOdd) || named.length > 0 || reason !== "";
  return (
    <Sheet
      open
      title={t("transport.depart.title")}
      onClose={onClose}
      actions={
        <Button look="primary" icon="bus" wide onPress={() => void submit()}>
          {t("transport.depart.confirm")}
        </Button>
      }
    >
      <Stack>
        <PartedNotices parted={parted} />
        <TextField
          id="counted"
          label={t("transport.depart.counted")}
          hint={t("transport.depart.countedHint")}
          error={hasTried && counted === undefined ? t("transport.depart.countMissing") : errorOf("HeadcountDiffers")}
          entry="digits"
          width="short"
          value={typed}
          onChange={(text) => setTyped(text.replace(/\D/g, "").slice(0, 3))}
        />
        {asksWhy && (
          <TextArea
            id="depart-reason"
            label={t("transport.depart.reason")}
            hint={t("transport.depart.reasonHint")}
            error={errorOf("DepartureReasonMissing")}
            rows={2}
            value={reason}
            onChange={setReason}
          />
        )}
        {refusal && !atField.has(refusal.type) && <Notice kind="danger">{errorText(refusal)}</Notice>}
      </Stack>
    </Sheet>
  );
};

const atField: ReadonlySet<string> = new Set(["HeadcountDiffers", "DepartureReasonMissing"]);
