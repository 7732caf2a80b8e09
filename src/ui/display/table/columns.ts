import type { ReactNode } from "react";
import type { TestHook } from "../../test-hooks.ts";

export type Column<T> = {
  readonly key: string;
  readonly title: string;
  readonly cell: (item: T) => ReactNode;
  /** By what rows are sorted; a column without it cannot be sorted by. Nothing is sorted last. */
  readonly order?: (item: T) => string | number | undefined;
  /** How much room it takes of a line; `marks` is for badges. */
  readonly width?: "name" | "when" | "short" | "marks";
  /** Left out where the table has less room than that: `wide` is a page alone, `middle` what stands beside a list, `narrow` the list beside it. */
  readonly from?: "wide" | "middle" | "narrow";
};

/** What a list shows as a table. The first column leads to the page of the row, or does what a tap on the row does. */
export type TableOf<T> = {
  /** Unique on the page: under it the chosen order is kept. */
  readonly name: string;
  readonly columns: readonly Column<T>[];
  readonly keyOf: (item: T) => string;
  readonly test: TestHook;
  /** The language of the first cell, where it is a name in another script. */
  readonly langOf?: (item: T) => string | undefined;
  /** Rows with the same one belong together; a line is drawn between others while no order was chosen. */
  readonly groupOf?: (item: T) => string;
  /** Whether rows that come stand last, so that no other one moves; else they do once an order was chosen. */
  readonly isHeld?: boolean;
} & (
  | { readonly hrefOf: (item: T) => string; readonly onPress?: undefined; readonly isPressed?: undefined }
  | {
      readonly hrefOf?: undefined;
      readonly onPress: (item: T) => void;
      /** Whether a row is ticked. */
      readonly isPressed: (item: T) => boolean;
    }
);

export type TableProps<T> = { readonly label: string; readonly rows: readonly T[]; readonly table: TableOf<T> };
