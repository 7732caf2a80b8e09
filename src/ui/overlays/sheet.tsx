import type { ReactNode } from "react";
import { useT } from "../../i18n/use-t.ts";
import { Button } from "../actions/button.tsx";
import { Modal } from "./modal.tsx";

export type SheetProps = {
  readonly open: boolean;
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons at its end, the main one first. */
  readonly actions?: ReactNode;
};

/** A short task over the page: rises from the bottom on a phone, stands in the middle on a laptop. */
export const Sheet = ({ open, title, onClose, children, actions }: SheetProps) => {
  const t = useT();
  const close = (
    <Button look="quiet" icon="close" onPress={onClose}>
      {t("ui.close")}
    </Button>
  );
  return (
    <Modal kind="sheet" open={open} title={title} onClose={onClose} corner={close}>
      <div>{children}</div>
      {actions && <div className="p-modal__actions">{actions}</div>}
    </Modal>
  );
};
