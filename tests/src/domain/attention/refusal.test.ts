import { expect, test } from "vitest";
import { readRefusal, repairOf } from "../../../../src/domain/attention/refusal.ts";
import { kinds } from "../../../../src/domain/model/kinds.ts";
import { aDocument } from "../../../support/data/a-document.ts";

test.each([
  ["TooLong:originSettlement", { why: "invalid", field: "originSettlement", problem: "TooLong" }],
  ["Missing:birth.date", { why: "invalid", field: "birth", problem: "Missing" }],
  ["not_your_field:movesTo", { why: "not_your_field", field: "movesTo" }],
  ["forbidden", { why: "closed" }],
  ["TooLarge:", { why: "too_large" }],
  ["something new", { why: "invalid" }],
])("The server's reason %s is read", (reason, refusal) => {
  expect(readRefusal(reason)).toEqual(refusal);
});

test("A form asks for what it can ask for; what is only a structure may be taken out; what is fixed is neither", () => {
  const group = aDocument("group", "1", {
    ...{ site: "medyka", arrivedAt: "2026-11-24T08:00:00.000Z", keepTogether: true },
    ...{ counts: { "f|18_59": 2 }, destCity: "Lublin" },
  });
  const repair = (reason: string) => repairOf(kinds.group, group, readRefusal(reason));
  expect(repair("TooLong:destCity")).toEqual({ written: ["destCity"], takenOut: [] });
  expect(repair("NotValid:counts")).toEqual({ written: [], takenOut: ["counts"] });
  expect(repair("fixed:site")).toEqual({ written: [], takenOut: [] });
  expect(repair("other_author")).toEqual({ written: [], takenOut: [] });
});

test("Of a record that is too large the longest fields are asked for", () => {
  const person = { ...aDocument("person", "1", { givenName: "Оля" }), originSettlement: "а".repeat(70_000) };
  expect(repairOf(kinds.person, person, readRefusal("too_large")).written[0]).toBe("originSettlement");
});
