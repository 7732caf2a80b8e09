import "./layout.css";
import type { ReactNode } from "react";

export type Space = "tight" | "normal" | "wide" | "section";

/** One under the other. */
export const Stack = ({ space = "normal", children }: { readonly space?: Space; readonly children: ReactNode }) => (
  <div className="p-stack" data-space={space}>
    {children}
  </div>
);
