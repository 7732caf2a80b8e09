import type { ReactNode } from "react";
import "./long-list.css";

export type LongListProps = {
  /** What is listed, for a screen reader that lands on the list with the keyboard. */
  readonly label: string;
  readonly items: readonly ReactNode[];
};

/** A list in a question that scrolls by itself, so that the answers stay in view however long it is. */
export const LongList = ({ label, items }: LongListProps) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
  <section className="p-long-list" aria-label={label} tabIndex={0}>
    <ul>
      {items.map((item, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list is made once for its question
        <li key={place}>{item}</li>
      ))}
    </ul>
  </section>
);
