import "./visually-hidden.css";
import type { ReactNode } from "react";

/** Read aloud, not shown. */
export const VisuallyHidden = ({ children }: { readonly children: ReactNode }) => (
  <span className="p-visually-hidden">{children}</span>
);
