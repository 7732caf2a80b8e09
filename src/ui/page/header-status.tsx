import "./header-status.css";
import type { ReactNode } from "react";
import { Link } from "../actions/link.tsx";
import { Icon } from "../display/icon.tsx";
import type { IconName } from "../display/icon-shapes.ts";
import { VisuallyHidden } from "../display/visually-hidden.tsx";
import { hook } from "../test-hooks.ts";

export type HeaderStatusProps = {
  readonly icon: IconName;
  /** How many wait; nothing is shown for none. */
  readonly count: number;
  /** All of it in words, for who cannot see the picture. */
  readonly children: ReactNode;
  /** Where one learns more. */
  readonly href: string;
  /** `waits` is amber: it goes on by itself, later. `refused` is red: somebody must look. */
  readonly tone: "calm" | "waits" | "refused";
};

/** The state of things, in the header: a picture, a number, a colour. */
export const HeaderStatus = ({ icon, count, children, href, tone }: HeaderStatusProps) => (
  <Link className="p-header-status" data-tone={tone} data-test={hook("sync-state")} href={href}>
    <span className="p-header-status__mark">
      <Icon name={icon} />
      {count > 0 && <span aria-hidden="true">{count}</span>}
    </span>{" "}
    <VisuallyHidden>{children}</VisuallyHidden>
  </Link>
);
