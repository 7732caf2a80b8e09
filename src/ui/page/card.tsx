import "./layout.css";
import type { ReactNode } from "react";

type CardProps = {
  /** Id of the heading that tells its fields from those of the cards beside it. */
  readonly labelledBy?: string;
  readonly children: ReactNode;
};

/** What belongs together, on its own sheet of paper. */
export const Card = ({ labelledBy, children }: CardProps) =>
  labelledBy ? (
    <section className="p-card" aria-labelledby={labelledBy}>
      {children}
    </section>
  ) : (
    <div className="p-card">{children}</div>
  );
