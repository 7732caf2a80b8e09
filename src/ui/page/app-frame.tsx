import "./app-frame.css";
import type { ReactNode } from "react";
import { SkipLink } from "./skip-link.tsx";

export type AppFrameProps = {
  /** `AppHeader` */
  readonly header: ReactNode;
  /** `BottomBar`; nothing before unlocking. */
  readonly bar?: ReactNode;
  /** A `Page`. */
  readonly children: ReactNode;
};

/** Header on top, the bar at the bottom (at the side from 900 px), the page between. */
export const AppFrame = ({ header, bar, children }: AppFrameProps) => (
  <div className="p-frame" data-bar={bar ? "" : undefined}>
    <SkipLink />
    {header}
    {bar}
    {children}
  </div>
);
