import { expect, test } from "vitest";
import type { Json } from "../../../../server/couch/json/json.ts";
import { compareJson } from "../../../../server/couch/mango/compare-json.ts";
import { compileSelector } from "../../../../server/couch/mango/compile-selector.ts";

const members = Array.from({ length: 1_000 }, (_, place) => [`k${place}`, place] as const);

test("An object of a document is written out once, however many parts of a selector look it up", () => {
  let written = 0;
  const wide = { ...Object.fromEntries(members) };
  Object.defineProperty(wide, "toJSON", { value: () => Object.fromEntries([["written", ++written]]) });
  const selector = { $or: members.slice(0, 120).map(([, place]) => ({ wide: { $in: [place] } })) };
  expect(compileSelector(selector)({ wide })).toBe(false);
  expect(written).toBe(1);
});

test("Two objects are compared no further than to where they differ", () => {
  let read = 0;
  const wide = new Proxy(Object.fromEntries(members), {
    get: (object, name) => {
      read++;
      return object[name as string];
    },
  }) as Json;
  expect(compareJson(wide, { k0: 0, k1: 2 })).toBeLessThan(0);
  expect(read).toBe(2);
});
