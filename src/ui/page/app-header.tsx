import "./app-header.css";
import type { ReactNode } from "react";
import { useT } from "../../i18n/use-t.ts";
import { Icon } from "../display/icon.tsx";
import { Mark } from "../display/mark.tsx";
import { useHold } from "./use-hold.ts";

export type AppHeaderProps = {
  /** Where one is working. */
  readonly title: ReactNode;
  /** Who is working. */
  readonly detail?: ReactNode;
  /** `HeaderStatus`: the state of things in words, and how many wait. */
  readonly status?: ReactNode;
  /** Closes the phone to everybody else, at once. */
  readonly onLock?: () => void;
  /** Held for three seconds: everything here is destroyed, without a question. */
  readonly onLockHeld?: (() => void) | undefined;
};

export const AppHeader = ({ title, detail, status, onLock, onLockHeld }: AppHeaderProps) => {
  const t = useT();
  const lock = useHold(() => onLock?.(), onLockHeld);
  return (
    <header className="p-header">
      <Mark />
      <div className="p-header__words">
        <p className="p-header__title">{title}</p>
        {detail && <p className="p-header__detail">{detail}</p>}
      </div>
      {status && <div className="p-header__status">{status}</div>}
      {onLock && (
        <button type="button" className="p-header__lock" aria-label={t("ui.lock")} {...lock}>
          <Icon name="lock" />
        </button>
      )}
    </header>
  );
};
