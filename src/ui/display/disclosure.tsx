import "./disclosure.css";
import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";

export type DisclosureProps = { readonly summary: string; readonly children: ReactNode };

/** More, for who wants it. Never for what everybody needs. */
export const Disclosure = ({ summary, children }: DisclosureProps) => (
  <details className="p-disclosure">
    <summary>
      <Icon name="forward" />
      <span>{summary}</span>
    </summary>
    <div className="p-disclosure__body">{children}</div>
  </details>
);
