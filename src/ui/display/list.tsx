import "./list.css";
import type { ReactNode } from "react";

export type ListProps = {
  /** What it is a list of; read aloud, not shown. */
  readonly label: string;
  /** `ListRow`s. */
  readonly children: ReactNode;
};

export const List = ({ label, children }: ListProps) => (
  <ul className="p-list" aria-label={label}>
    {children}
  </ul>
);
