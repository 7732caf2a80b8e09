import "./header-status.css";
import type { ReactNode } from "react";
import { Link } from "../actions/link.tsx";
import { Icon } from "../display/icon.tsx";
import type { IconName } from "../display/icon-shapes.ts";

export type HeaderStatusProps = {
  readonly icon: IconName;
  /** In words, with the number. */
  readonly children: ReactNode;
  /** Where one learns more. */
  readonly href?: string | undefined;
  /** Somebody should look: drawn filled. */
  readonly calls?: boolean | undefined;
};

/** The state of things, in the header. */
export const HeaderStatus = ({ icon, children, href, calls }: HeaderStatusProps) => {
  const words = (
    <>
      <Icon name={icon} />
      <span>{children}</span>
    </>
  );
  return href === undefined ? (
    <p className="p-header-status" data-calls={calls || undefined}>
      {words}
    </p>
  ) : (
    <Link className="p-header-status" data-calls={calls || undefined} href={href}>
      {words}
    </Link>
  );
};
