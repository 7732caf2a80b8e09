import "./snackbar.css";
import { useT } from "../../i18n/use-t.ts";
import { Icon } from "../display/icon.tsx";
import { hook } from "../test-hooks.ts";

export type SnackbarProps = {
  /** What was just done; nothing is shown without it. */
  readonly message: string | undefined;
  /** It could not be done: said as a warning. */
  readonly refused?: boolean | undefined;
  readonly onUndo?: (() => void) | undefined;
  /** Nothing closes what stays true until it is over. */
  readonly onClose?: (() => void) | undefined;
};

/** Stays until it is closed or replaced: five seconds are too short in gloves. Keep it mounted, so that its words are announced. */
export const Snackbar = ({ message, refused, onUndo, onClose }: SnackbarProps) => {
  const t = useT();
  return (
    <div className="p-snackbar-place" role="status">
      {message !== undefined && (
        <div className="p-snackbar">
          <Icon name={refused ? "warning" : "check"} />
          <span className="p-snackbar__words" data-test={hook("said")}>
            {message}
          </span>
          {onUndo && (
            <button type="button" className="p-snackbar__undo" data-test={hook("undo")} onClick={onUndo}>
              <Icon name="undo" />
              <span>{t("ui.undo")}</span>
            </button>
          )}
          {onClose && (
            <button type="button" aria-label={t("ui.close")} onClick={onClose}>
              <Icon name="close" />
            </button>
          )}
        </div>
      )}
    </div>
  );
};
