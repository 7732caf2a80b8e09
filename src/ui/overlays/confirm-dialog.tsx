import type { ReactNode } from "react";
import { useT } from "../../i18n/use-t.ts";
import { Button } from "../actions/button.tsx";
import { Modal } from "./modal.tsx";

export type ConfirmDialogProps = {
  readonly open: boolean;
  /** The question, with its verb: the answer must make sense without the rest. */
  readonly title: string;
  readonly children?: ReactNode;
  /** The verb again, never “OK”. */
  readonly confirmLabel: string;
  readonly cancelLabel?: string | undefined;
  readonly danger?: boolean | undefined;
  readonly busy?: boolean | undefined;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
};

export const ConfirmDialog = (props: ConfirmDialogProps) => {
  const { open, title, children, confirmLabel, cancelLabel, danger, busy, onConfirm, onCancel } = props;
  const t = useT();
  return (
    <Modal kind="confirm" open={open} title={title} onClose={onCancel}>
      {children && <div>{children}</div>}
      <div className="p-modal__actions">
        <Button look={danger ? "danger" : "primary"} busy={busy} onPress={onConfirm}>
          {confirmLabel}
        </Button>
        <Button onPress={onCancel}>{cancelLabel ?? t("ui.cancel")}</Button>
      </div>
    </Modal>
  );
};
