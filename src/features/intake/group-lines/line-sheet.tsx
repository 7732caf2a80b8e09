import { type FormEvent, type ReactNode, useEffect, useState } from "react";
import { useT } from "../../../i18n/use-t.ts";
import { Button } from "../../../ui/actions/button.tsx";
import { Sheet } from "../../../ui/overlays/sheet.tsx";
import { Stack } from "../../../ui/page/stack.tsx";

type LineSheetProps = {
  /** Only where no box says it. */
  readonly title?: string;
  /** The box that has the focus as the sheet opens: one may type at once. */
  readonly startAt: string;
  readonly save?: string;
  readonly onSave: () => Promise<void>;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** One line that is corrected over its page. Enter saves, as the main button does. */
export const LineSheet = ({ title, startAt, save, onSave, onClose, children }: LineSheetProps) => {
  const t = useT();
  const [busy, setBusy] = useState(false);
  useEffect(() => document.getElementById(startAt)?.focus({ preventScroll: true }), [startAt]);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    await onSave();
    setBusy(false);
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <Sheet
        open
        title={title ?? t("intake.edit")}
        onClose={onClose}
        actions={
          <Button submits look="primary" wide icon="check" busy={busy}>
            {save ?? t("shell.save")}
          </Button>
        }
      >
        <Stack>{children}</Stack>
      </Sheet>
    </form>
  );
};
