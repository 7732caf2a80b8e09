import "./app-frame.css";
import type { ReactNode } from "react";
import { SkipLink } from "./skip-link.tsx";

export type AppFrameProps = {
  /** `AppHeader` */
  readonly header: ReactNode;
  /** `BottomBar`; nothing before unlocking. */
  readonly bar?: ReactNode;
  /** What must be known before any work; only what is known before the page is shown, or it would push the page away. */
  readonly notice?: ReactNode;
  /** A `Page`. */
  readonly children: ReactNode;
};

/** Header on top, the bar at the bottom (at the side from 900 px), the page between. */
export const AppFrame = ({ header, bar, notice, children }: AppFrameProps) => (
  <div className="p-frame" data-bar={bar ? "" : undefined}>
    <SkipLink />
    {header}
    {bar}
    {notice && <div className="p-frame__notice">{notice}</div>}
    {children}
  </div>
);
