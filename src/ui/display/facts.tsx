import "../page/layout.css";
import type { ReactNode } from "react";
import { Link } from "../actions/link.tsx";
import { hook } from "../test-hooks.ts";
import { VisuallyHidden } from "./visually-hidden.tsx";

export type Fact = {
  readonly label: string;
  readonly value: ReactNode;
  readonly lang?: string | undefined;
  /** Where this one line is changed. */
  readonly change?: { readonly href: string; readonly word: string } | undefined;
};

/** What is known, label by label. */
export const Facts = ({ facts }: { readonly facts: readonly Fact[] }) => (
  <dl className="p-facts">
    {facts.map(({ label, value, lang, change }) => (
      <div key={label} data-changes={change && ""}>
        <dt>{label}</dt>
        <dd lang={lang}>{value}</dd>
        {change && (
          <dd className="p-facts__change">
            <Link href={change.href} data-test={hook("change")}>
              {change.word}
              <VisuallyHidden>: {label}</VisuallyHidden>
            </Link>
          </dd>
        )}
      </div>
    ))}
  </dl>
);
