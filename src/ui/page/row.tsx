import "./layout.css";
import type { ReactNode } from "react";

export type RowProps = {
  readonly children: ReactNode;
  /** Parts share the width evenly. */
  readonly even?: boolean | undefined;
};

/** Side by side, wrapping when there is no room. */
export const Row = ({ children, even }: RowProps) => (
  <div className="p-row-layout" data-even={even}>
    {children}
  </div>
);
