import "./empty.css";
import type { ReactNode } from "react";
import { Icon } from "../display/icon.tsx";
import type { IconName } from "../display/icon-shapes.ts";

export type EmptyProps = {
  readonly title: string;
  readonly icon?: IconName | undefined;
  readonly children?: ReactNode;
  /** What to do next. */
  readonly action?: ReactNode;
};

/** Nothing here yet, and what to do about it. */
export const Empty = ({ title, icon = "haven", children, action }: EmptyProps) => (
  <div className="p-empty">
    <Icon name={icon} />
    <p className="p-empty__title">{title}</p>
    {children && <div>{children}</div>}
    {action && <div className="p-empty__action">{action}</div>}
  </div>
);
