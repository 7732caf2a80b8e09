import { expect, test } from "vitest";
import type { Document } from "../../../../src/domain/model/document.ts";
import { leads, mayBeginAnew } from "../../../../src/domain/rights/leads.ts";
import { aDocument } from "../../../support/data/a-document.ts";

test.each([
  ["coordinator", true],
  ["coordinator:org-a", true],
  ["lead:medyka", true],
  ["volunteer:medyka", false],
  ["driver", false],
  ["trip:01j", false],
  ["account", false],
  ["coordinators", false],
  ["lead", false],
  ["protection:org-a", false],
])("%s leads: %s", (role, does) => {
  expect(leads([role])).toBe(does);
  expect(leads(["account", "volunteer:korczowa", role])).toBe(does);
});

test("Nobody leads without a role", () => {
  expect(leads([])).toBe(false);
});

test.each([
  ["lead:medyka", "site-medyka", true],
  ["coordinator", "site-medyka", true],
  ["lead:korczowa", "site-medyka", false],
  ["volunteer:medyka", "site-medyka", false],
  ["trip:1", "trip-1", false],
])("%s begins a person of Medyka anew in %s: %s", (role, database, may) => {
  const person = aDocument("person", "1") as unknown as Document;
  expect(mayBeginAnew([role], database, person)).toBe(may);
});

test("Nobody begins an event or a closed trip anew", () => {
  for (const document of [aDocument("scan", "1", { event: "board" }), aDocument("trip", "1", { status: "closed" })])
    expect(mayBeginAnew(["lead:medyka", "coordinator"], "site-medyka", document as unknown as Document)).toBe(false);
});
