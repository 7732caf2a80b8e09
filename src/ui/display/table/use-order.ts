import { useMemo } from "react";
import { labelsInOrder } from "../../../i18n/collators.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { useKept } from "../../page/use-kept.ts";
import type { Column, TableOf } from "./columns.ts";

export type Order = { readonly column: string; readonly direction: "ascending" | "descending" };

/**
 * The rows in the order that was chosen, else as they come; a column pressed again turns round, and then is as it came. What changes in a row leaves it
 * where it stands, until a row comes or goes: nothing moves under a finger.
 */
export const useOrder = <T>(rows: readonly T[], { name, columns, keyOf }: TableOf<T>) => {
  const { language } = useLanguage();
  const [order, keep] = useKept<Order | undefined>(`${name} order`, undefined);
  const choose = (column: string) => keep(nextOrder(order, column));
  const by = columns.find(({ key }) => key === order?.column)?.order;
  const keys = rows.map(keyOf).join(" ");
  // biome-ignore lint/correctness/useExhaustiveDependencies: the keys stand for the rows, the order for one of the columns
  const places = useMemo(
    () => order && by && new Map(sorted(rows, by, order, language).map((row, place) => [keyOf(row), place])),
    [keys, order, language],
  );
  const placeOf = (row: T): number => places?.get(keyOf(row)) ?? 0;
  return { ordered: places ? [...rows].sort((a, b) => placeOf(a) - placeOf(b)) : rows, order, choose };
};

export const nextOrder = (order: Order | undefined, column: string): Order | undefined => {
  if (order?.column !== column) return { column, direction: "ascending" };
  return order.direction === "ascending" ? { column, direction: "descending" } : undefined;
};

/** Numbers by size, words as a reader of the language expects, rooms by their numbers; what is not known stands last both ways. */
export const sorted = <T>(
  rows: readonly T[],
  by: NonNullable<Column<T>["order"]>,
  { direction }: Pick<Order, "direction">,
  language: string,
): readonly T[] => {
  const words = labelsInOrder(language === "pl" ? "pl" : "uk");
  const turn = direction === "ascending" ? 1 : -1;
  const compare = (a: string | number | undefined, b: string | number | undefined): number => {
    if (isUnknown(a) || isUnknown(b)) return Number(isUnknown(a)) - Number(isUnknown(b));
    return turn * (typeof a === "number" && typeof b === "number" ? a - b : words(String(a), String(b)));
  };
  return rows
    .map((row) => ({ row, value: by(row) }))
    .sort((a, b) => compare(a.value, b.value))
    .map(({ row }) => row);
};

const isUnknown = (value: string | number | undefined): value is undefined | "" => value === undefined || value === "";
