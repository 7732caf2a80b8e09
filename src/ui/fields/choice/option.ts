import type { IconName } from "../../display/icon-shapes.ts";

/** One answer of a choice. */
export type Option<Value extends string> = {
  readonly value: Value;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly icon?: IconName | undefined;
  /** The language of the label, where it is not the interface's. */
  readonly lang?: string | undefined;
};
