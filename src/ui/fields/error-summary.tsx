import "./error-summary.css";
import { type MouseEvent, useEffect, useRef } from "react";
import { useT } from "../../i18n/use-t.ts";
import { Icon } from "../display/icon.tsx";
import { goToField } from "./go-to-field.ts";

export type FieldError = { readonly fieldId: string; readonly text: string };

export type ErrorSummaryProps = {
  readonly errors: readonly FieldError[];
  /** Grows with every attempt to submit: the summary takes the focus again. */
  readonly attempt?: number | undefined;
};

/** On top of a form that was refused: takes the focus and leads to each field. */
export const ErrorSummary = ({ errors, attempt = 1 }: ErrorSummaryProps) => {
  const t = useT();
  const summary = useRef<HTMLDivElement>(null);
  const isShown = errors.length > 0;

  useEffect(() => {
    if (isShown && attempt > 0) summary.current?.focus();
  }, [isShown, attempt]);

  if (!isShown) return null;
  return (
    <div ref={summary} className="p-error-summary" role="alert" aria-labelledby="p-error-summary-title" tabIndex={-1}>
      <h2 id="p-error-summary-title">
        <Icon name="alarm" />
        {t("ui.problems")}
      </h2>
      <ul>
        {errors.map(({ fieldId, text }) => (
          <li key={fieldId}>
            <a href={`#${fieldId}`} onClick={(event) => goTo(event, fieldId)}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
};

const goTo = (event: MouseEvent, fieldId: string): void => {
  event.preventDefault();
  goToField(fieldId);
};
