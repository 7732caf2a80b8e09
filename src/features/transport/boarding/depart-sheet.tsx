import { useState } from "react";
import type { Line } from "../../../domain/model/kinds/line.ts";
import { ok } from "../../../domain/model/result.ts";
import {
  childrenWithoutTheirAdult,
  countPassengers,
  type DepartError,
  depart,
} from "../../../domain/transport/boarding.ts";
import { checkBoardingOpen, linesToBoard } from "../../../domain/transport/check-boarding-open.ts";
import { usePersonLabels } from "../../../forms/use-person-labels.ts";
import { useErrorText } from "../../../i18n/use-error-text.ts";
import { useFormats } from "../../../i18n/use-formats.ts";
import { useT } from "../../../i18n/use-t.ts";
import type { TripView } from "../../../live/transport/trips-view.ts";
import { useAttribution } from "../../../live/use-change.ts";
import { useCommand } from "../../../live/use-command.ts";
import { Button } from "../../../ui/actions/button.tsx";
import { Notice } from "../../../ui/feedback/notice.tsx";
import { TextArea } from "../../../ui/fields/text/text-area.tsx";
import { TextField } from "../../../ui/fields/text/text-field.tsx";
import { Sheet } from "../../../ui/overlays/sheet.tsx";
import { Stack } from "../../../ui/page/stack.tsx";

type DepartSheetProps = { readonly view: TripView; readonly onDeparted: () => void; readonly onClose: () => void };

/** The heads are counted and typed; the bus leaves when they agree with the list, or when somebody says why they do not. */
export const DepartSheet = ({ view, onDeparted, onClose }: DepartSheetProps) => {
  const t = useT();
  const errorText = useErrorText();
  const doing = useAttribution();
  const { act, refusal } = useCommand<DepartError>(view.database ?? "");
  const [typed, setTyped] = useState("");
  const [reason, setReason] = useState("");
  const [hasTried, setHasTried] = useState(false);
  const counted = typed === "" ? undefined : Number(typed);
  const isOdd = counted !== undefined && counted !== countPassengers(view).onBoard;

  const submit = async () => {
    setHasTried(true);
    if (counted === undefined || !checkBoardingOpen(view, view.database).ok) return;
    const made = depart(view, counted, reason.trim(), doing());
    if (await act(made.ok ? ok([made.value]) : made)) onDeparted();
  };
  const errorOf = (type: string) => (refusal?.type === type ? errorText(refusal) : undefined);
  const asksWhy = (hasTried && isOdd) || childrenWithoutTheirAdult(view).length > 0 || reason !== "";
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
        <NotAllAboard view={view} />
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
            error={errorOf("ChildrenLeftAlone")}
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

const atField: ReadonlySet<string> = new Set(["HeadcountDiffers", "ChildrenLeftAlone"]);

const NotAllAboard = ({ view }: { readonly view: TripView }) => {
  const t = useT();
  const { and } = useFormats();
  const words = usePersonLabels();
  const names = (lines: readonly Line[]) => {
    const named = lines.slice(0, 6).map(({ passenger }) => words.name(passenger));
    const more = lines.length - named.length;
    return and(more > 0 ? [...named, t("person.people", { count: more })] : named);
  };
  const [waiting, alone] = [linesToBoard(view), childrenWithoutTheirAdult(view)];
  return (
    <>
      {alone.length > 0 && <Notice kind="danger">{t("transport.depart.alone", { names: names(alone) })}</Notice>}
      {waiting.length > 0 && (
        <Notice kind="warning">{t("transport.depart.stillWaiting", { names: names(waiting) })}</Notice>
      )}
    </>
  );
};
