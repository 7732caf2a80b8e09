import "./layout.css";
import { type ReactNode, useId } from "react";

export type SectionProps = {
  readonly title: string;
  readonly children: ReactNode;
  /** Beside the title: one quiet button or a count. What comes and goes there (`false` while it is gone) keeps its place. */
  readonly beside?: ReactNode;
};

export const Section = ({ title, children, beside }: SectionProps) => {
  const titleId = useId();
  return (
    <section className="p-section" aria-labelledby={titleId}>
      <div className="p-section__head" data-beside={beside === undefined ? undefined : ""}>
        <h2 id={titleId}>{title}</h2>
        {beside}
      </div>
      {children}
    </section>
  );
};
