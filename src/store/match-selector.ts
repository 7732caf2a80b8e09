type Selector = Readonly<Record<string, unknown>>;

/**
 * Stands in the built app for the query language that RxDB brings (`vite.config.ts`): its storage is asked by id, for equality and for
 * ranges only, since questions are answered by read models in memory. An operator that is not here throws; `tests/src/store` holds that the
 * two agree on the rest. 6 KB less for each phone.
 */
export const getMingoQuery = (selector: Selector) => ({ test: (document: Selector) => matches(selector, document) });

/** `mingo/util`: the order of two values that are neither both texts nor both numbers. */
export const compare = (a: unknown, b: unknown): number => (a === b ? 0 : String(a) < String(b) ? -1 : 1);

const matches = (selector: Selector, document: Selector): boolean =>
  Object.entries(selector).every(([field, wanted]) => {
    if (field === "$and") return (wanted as readonly Selector[]).every((part) => matches(part, document));
    if (field === "$or") return (wanted as readonly Selector[]).some((part) => matches(part, document));
    return fits(document[field], wanted);
  });

const fits = (value: unknown, wanted: unknown): boolean => {
  if (typeof wanted !== "object" || wanted === null) return value === wanted;
  return Object.entries(wanted).every(([operator, operand]) => {
    const holds = operators[operator];
    if (!holds) throw new Error(`the store is not asked by ${operator}`);
    return holds(value as never, operand as never);
  });
};

const operators: Readonly<Record<string, (value: never, operand: never) => boolean>> = {
  $eq: (value, operand) => value === operand,
  $ne: (value, operand) => value !== operand,
  $in: (value, operand: readonly unknown[]) => operand.includes(value),
  $gt: (value, operand) => typeof value === typeof operand && value > operand,
  $gte: (value, operand) => typeof value === typeof operand && value >= operand,
  $lt: (value, operand) => typeof value === typeof operand && value < operand,
  $lte: (value, operand) => typeof value === typeof operand && value <= operand,
};
