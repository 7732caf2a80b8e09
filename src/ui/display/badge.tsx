import "./badge.css";
import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";
import type { IconName } from "./icon-shapes.ts";

export type BadgeTone = "plain" | "info" | "good" | "warning" | "danger";

export type BadgeProps = {
  readonly icon: IconName;
  readonly children: ReactNode;
  readonly tone?: BadgeTone | undefined;
};

/** A state in one word, with its picture: never by colour alone. */
export const Badge = ({ icon, children, tone = "plain" }: BadgeProps) => (
  <span className="p-badge" data-tone={tone}>
    <Icon name={icon} />
    <span>{children}</span>
  </span>
);
