import "./app-header.css";
import type { ReactNode } from "react";
import { Mark } from "./mark.tsx";

export type AppHeaderProps = {
  /** Where one is working. */
  readonly title: ReactNode;
  /** Who is working. */
  readonly detail?: ReactNode;
  /** `HeaderStatus`: the state of things in words, and how many wait. */
  readonly status?: ReactNode;
};

export const AppHeader = ({ title, detail, status }: AppHeaderProps) => (
  <header className="p-header">
    <Mark />
    <div className="p-header__words">
      <p className="p-header__title">{title}</p>
      {detail && <p className="p-header__detail">{detail}</p>}
    </div>
    {status && <div className="p-header__status">{status}</div>}
  </header>
);
