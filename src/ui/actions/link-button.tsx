import "./button.css";
import type { ReactNode } from "react";
import { Icon } from "../display/icon.tsx";
import type { IconName } from "../display/icon-shapes.ts";
import type { ButtonLook } from "./button.tsx";
import { Link } from "./link.tsx";

export type LinkButtonProps = {
  readonly href: string;
  readonly children: ReactNode;
  readonly look?: ButtonLook | undefined;
  readonly icon?: IconName | undefined;
  readonly wide?: boolean | undefined;
};

/** Goes somewhere, looks like a button. */
export const LinkButton = ({ href, children, look = "plain", icon, wide }: LinkButtonProps) => (
  <Link href={href} className="p-button" data-look={look} data-wide={wide}>
    {icon && <Icon name={icon} />}
    <span>{children}</span>
  </Link>
);
