import "./button.css";
import type { ReactNode, Ref } from "react";
import { useT } from "../../i18n/use-t.ts";
import { Icon } from "../display/icon.tsx";
import type { IconName } from "../display/icon-shapes.ts";
import { VisuallyHidden } from "../display/visually-hidden.tsx";

export type ButtonLook = "primary" | "plain" | "quiet" | "danger";

export type ButtonProps = {
  readonly children: ReactNode;
  readonly onPress?: (() => void) | undefined;
  readonly look?: ButtonLook | undefined;
  readonly icon?: IconName | undefined;
  /** As wide as its place: the one main action on a phone. */
  readonly wide?: boolean | undefined;
  /** Something is under way: a second press does nothing, the word stays, focus stays. */
  readonly busy?: boolean | undefined;
  /** Something is under way that another press asks for once more: it shows, and every press counts. */
  readonly working?: boolean | undefined;
  /** Sends the form it stands in. */
  readonly submits?: boolean | undefined;
  readonly describedBy?: string | undefined;
  readonly ref?: Ref<HTMLButtonElement> | undefined;
};

/** There is no `disabled`: a button that cannot act says why when it is pressed. */
export const Button = ({
  children,
  onPress,
  look = "plain",
  icon,
  wide,
  busy,
  working = busy,
  submits,
  describedBy,
  ref,
}: ButtonProps) => {
  const t = useT();
  return (
    <button
      ref={ref}
      type={submits && !busy ? "submit" : "button"}
      className="p-button"
      data-look={look}
      data-wide={wide}
      aria-disabled={busy}
      aria-describedby={describedBy}
      onClick={busy ? undefined : onPress}
    >
      {working ? <span className="p-button__spinner" /> : icon && <Icon name={icon} />}
      <span>{children}</span>
      {working && <VisuallyHidden>{t("ui.busy")}</VisuallyHidden>}
    </button>
  );
};
