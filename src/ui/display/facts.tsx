import "../page/layout.css";
import type { ReactNode } from "react";

export type Fact = { readonly label: string; readonly value: ReactNode; readonly lang?: string | undefined };

/** What is known, label by label. */
export const Facts = ({ facts }: { readonly facts: readonly Fact[] }) => (
  <dl className="p-facts">
    {facts.map(({ label, value, lang }) => (
      <div key={label}>
        <dt>{label}</dt>
        <dd lang={lang}>{value}</dd>
      </div>
    ))}
  </dl>
);
