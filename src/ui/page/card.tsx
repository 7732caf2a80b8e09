import "./layout.css";
import type { ReactNode } from "react";

/** What belongs together, on its own sheet of paper. */
export const Card = ({ children }: { readonly children: ReactNode }) => <div className="p-card">{children}</div>;
