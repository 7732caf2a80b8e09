import "./notice.css";
import type { ReactNode } from "react";
import { useT } from "../../i18n/use-t.ts";
import { Icon } from "../display/icon.tsx";
import type { IconName } from "../display/icon-shapes.ts";
import { VisuallyHidden } from "../display/visually-hidden.tsx";

export type NoticeKind = "info" | "warning" | "danger" | "success";

export type NoticeProps = {
  readonly kind?: NoticeKind | undefined;
  readonly title?: string | undefined;
  readonly children?: ReactNode;
  /** One button or link. */
  readonly action?: ReactNode;
};

/** Something to know, in its place on the page. A danger interrupts a screen reader, the others wait their turn. */
export const Notice = ({ kind = "info", title, children, action }: NoticeProps) => {
  const t = useT();
  return (
    <div className="p-notice" data-kind={kind} role={kind === "danger" ? "alert" : "status"}>
      <Icon name={icons[kind]} />
      <div className="p-notice__words">
        <VisuallyHidden>{t(`ui.kind.${kind}`)} </VisuallyHidden>
        {title && <p className="p-notice__title">{title}</p>}
        {children && <div>{children}</div>}
        {action && <div className="p-notice__action">{action}</div>}
      </div>
    </div>
  );
};

const icons = { info: "info", warning: "warning", danger: "alarm", success: "success" } as const satisfies Record<
  NoticeKind,
  IconName
>;
