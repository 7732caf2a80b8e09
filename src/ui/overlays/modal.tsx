import "./modal.css";
import { type MouseEvent, type ReactNode, type SyntheticEvent, useId, useRef } from "react";
import { useBackCloses } from "./use-back-closes.ts";
import { useModal } from "./use-modal.ts";

export type ModalProps = {
  readonly open: boolean;
  readonly title: string;
  /** Escape, the phone's back gesture, or a tap beside it. The owner decides and sets `open`. */
  readonly onClose: () => void;
  readonly kind: "sheet" | "confirm";
  readonly corner?: ReactNode;
  readonly children: ReactNode;
};

/** What Sheet and ConfirmDialog share: a native modal dialog. */
export const Modal = ({ open, title, onClose, kind, corner, children }: ModalProps) => {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useModal(dialog, open);
  useBackCloses(open, onClose);

  const onCancel = (event: SyntheticEvent) => {
    event.preventDefault();
    onClose();
  };
  const onBackdrop = (event: MouseEvent) => {
    if (event.target === dialog.current) onClose();
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the keyboard's way, the dialog handles it
    <dialog
      ref={dialog}
      className="p-modal"
      data-kind={kind}
      role={kind === "confirm" ? "alertdialog" : undefined}
      aria-labelledby={titleId}
      onCancel={onCancel}
      // Out of the document it was put away with its page, and is open again when that comes back.
      onClose={({ currentTarget }) => open && currentTarget.isConnected && onClose()}
      onClick={onBackdrop}
    >
      {open && (
        <div className="p-modal__body">
          <div className="p-modal__head">
            <h2 id={titleId} tabIndex={-1}>
              {title}
            </h2>
            {corner}
          </div>
          {children}
        </div>
      )}
    </dialog>
  );
};
