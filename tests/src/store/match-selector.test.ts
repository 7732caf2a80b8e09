import fc from "fast-check";
import { Query } from "mingo";
import { expect, test } from "vitest";
import { getMingoQuery } from "../../../src/store/match-selector.ts";

const value = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.constantFrom("a", "b", "c"), fc.boolean());
const field = fc.constantFrom("id", "rev", "sent");
const condition = fc.oneof(
  fc.record({
    operator: fc.constantFrom("$eq", "$ne", "$gt", "$gte", "$lt", "$lte"),
    operand: value as fc.Arbitrary<unknown>,
  }),
  fc.record({ operator: fc.constant("$in"), operand: fc.array(value) as fc.Arbitrary<unknown> }),
);
const part = fc.tuple(field, condition).map(([name, { operator, operand }]) => ({ [name]: { [operator]: operand } }));
const selector = fc.oneof(
  part,
  fc.tuple(field, value).map(([name, wanted]) => ({ [name]: wanted })),
  fc.record({ $and: fc.array(part, { minLength: 1, maxLength: 3 }) }),
  fc.record({ $or: fc.array(part, { minLength: 1, maxLength: 3 }) }),
);
const row = fc.record({ id: value, rev: value, sent: value });

test("What the store is asked is answered as RxDB's own query language answers it", () => {
  fc.assert(
    fc.property(selector, row, (wanted, document) => {
      expect(getMingoQuery(wanted).test(document)).toBe(new Query(wanted).test(document));
    }),
    { numRuns: 2_000 },
  );
});

test("What it is not asked is refused by name", () => {
  expect(() => getMingoQuery({ id: { $regex: "a" } }).test({ id: "a" })).toThrow("$regex");
});
