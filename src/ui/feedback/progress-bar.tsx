import "./progress-bar.css";
import { useId } from "react";
import { useFormats } from "../../i18n/use-formats.ts";
import { useT } from "../../i18n/use-t.ts";

export type ProgressBarProps = {
  readonly label: string;
  readonly value: number;
  readonly max: number;
  /** Instead of “120 of 500”. */
  readonly text?: string | undefined;
};

/** How far something has come, in words too. */
export const ProgressBar = ({ label, value, max, text }: ProgressBarProps) => {
  const t = useT();
  const { number } = useFormats();
  const id = useId();
  const words = text ?? t("ui.progress", { value: number(value), max: number(max) });
  return (
    <div className="p-progress">
      <div className="p-progress__words">
        <label htmlFor={id}>{label}</label>
        <span>{words}</span>
      </div>
      <progress id={id} value={value} max={max} aria-valuetext={words} />
    </div>
  );
};
