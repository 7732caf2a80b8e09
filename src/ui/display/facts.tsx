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
  readonly change?: FactChange | undefined;
};

type FactChange =
  | { readonly href: string; readonly word: string }
  | { readonly onPress: () => void; readonly word: string };

/** What is known, label by label. */
export const Facts = ({ facts }: { readonly facts: readonly Fact[] }) => (
  <dl className="p-facts" data-changes={facts.some(({ change }) => change) ? "" : undefined}>
    {facts.map(({ label, value, lang, change }) => (
      <div key={label} data-changes={change && ""}>
        <dt>{label}</dt>
        <dd lang={lang}>{value}</dd>
        {change && (
          <dd className="p-facts__change">
            <Change {...change}>
              {change.word}
              <VisuallyHidden>: {label}</VisuallyHidden>
            </Change>
          </dd>
        )}
      </div>
    ))}
  </dl>
);

const Change = ({ children, ...change }: FactChange & { readonly children: ReactNode }) =>
  "href" in change ? (
    <Link href={change.href} data-test={hook("change")}>
      {children}
    </Link>
  ) : (
    <button type="button" data-test={hook("change")} onClick={change.onPress}>
      {children}
    </button>
  );
