import { useMemo } from "react";
import { labelsInOrder } from "../../../i18n/collators.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { useKept } from "../../page/use-kept.ts";
import type { Column, TableOf } from "./columns.ts";

export type Order = { readonly column: string; readonly direction: "ascending" | "descending" };

/** The rows in the order that was chosen, else as they come; a column pressed again turns round, and then is as it came. */
export const useOrder = <T>(rows: readonly T[], { name, columns }: TableOf<T>) => {
  const { language } = useLanguage();
  const [order, keep] = useKept<Order | undefined>(`${name} order`, undefined);
  const choose = (column: string) => keep(nextOrder(order, column));
  const by = columns.find(({ key }) => key === order?.column)?.order;
  // biome-ignore lint/correctness/useExhaustiveDependencies: columns are made anew with every drawing; the order names one of them
  const ordered = useMemo(() => (order && by ? sorted(rows, by, order, language) : rows), [rows, order, language]);
  return { ordered, order, choose };
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
