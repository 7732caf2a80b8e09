import { useMemo, useRef } from "react";
import { labelsInOrder } from "../../../i18n/collators.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { useKept } from "../../page/use-kept.ts";
import type { Column, TableOf } from "./columns.ts";

export type Order = { readonly column: string; readonly direction: "ascending" | "descending" };

/**
 * The rows in the order that was chosen, else as they come; a column pressed again turns round, and then is as it came. Nothing moves under a finger: what
 * changes in a row leaves it where it stands, a row that comes stands last until a column is pressed. One that goes leaves no gap.
 */
export const useOrder = <T>(rows: readonly T[], { name, columns, keyOf, isHeld }: TableOf<T>) => {
  const { language } = useLanguage();
  const [order, keep] = useKept<Order | undefined>(`${name} order`, undefined);
  const choose = (column: string) => keep(nextOrder(order, column));
  const by = columns.find(({ key }) => key === order?.column)?.order;
  const holds = isHeld ?? order !== undefined;
  const stood = useRef<{ readonly under: string; readonly keys: readonly string[] }>(undefined);
  // Not when the table is only scrolled: it may be long.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the order stands for one of the columns
  const ordered = useMemo(() => {
    const under = `${order?.column} ${order?.direction} ${language}`;
    const before = holds && stood.current?.under === under ? stood.current.keys : [];
    const inOrder = () => (order && by ? sorted(rows, by, order, language) : rows);
    const held = newOnesLast(before, rows, keyOf) ?? inOrder();
    stood.current = { under, keys: held.map(keyOf) };
    return held;
  }, [rows, order, language, holds]);
  return { ordered, order, choose };
};

/** Rows that stood in the table as they stood, then the others as they come; nothing where none stood there. */
export const newOnesLast = <T>(
  before: readonly string[],
  rows: readonly T[],
  keyOf: (row: T) => string,
): readonly T[] | undefined => {
  const places = new Map(before.map((key, place) => [key, place]));
  if (!rows.some((row) => places.has(keyOf(row)))) return undefined;
  return rows
    .map((row) => ({ row, place: places.get(keyOf(row)) ?? before.length }))
    .sort((a, b) => a.place - b.place)
    .map(({ row }) => row);
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
