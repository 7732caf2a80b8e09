import "./big-count.css";
import type { ReactNode } from "react";
import { useFormats } from "../../i18n/use-formats.ts";
import type { TestHook } from "../test-hooks.ts";

export type BigCountProps = {
  readonly value: number;
  readonly label: string;
  readonly detail?: ReactNode;
  /** What tests call the number. */
  readonly test: TestHook;
};

/** A number that is read from two metres away. Several stand in a `Row`. */
export const BigCount = ({ value, label, detail, test }: BigCountProps) => {
  const { number } = useFormats();
  return (
    <p className="p-big-count">
      <span className="p-big-count__value" data-test={test}>
        {number(value)}
      </span>{" "}
      <span className="p-big-count__label">{label}</span>
      {detail && <span className="p-big-count__detail">{detail}</span>}
    </p>
  );
};
