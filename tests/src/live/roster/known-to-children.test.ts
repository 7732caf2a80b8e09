import { expect, test } from "vitest";
import { knownToChildren } from "../../../../src/live/roster/known-to-children.ts";
import { aDocument } from "../../../support/data/a-document.ts";
import { aRecords } from "../../../support/data/a-records.ts";

const today = "2026-11-24";
const at = "2026-11-24T08:00:00.000Z";
const born = (date: string) => ({ birth: { precision: "day", date } });

test("A child without a parent knows its group and whom somebody else has confirmed; of others nothing is asked", () => {
  const people = [
    aDocument("person", "child", {
      ...{ groupId: "group:1", noParentSince: at, cameWith: ["person:brother"] },
      ...born("2014-05-01"),
    }),
    aDocument("person", "brother", { groupId: "group:1", ...born("2006-05-01") }),
    aDocument("person", "mother", { groupId: "group:2", ...born("1980-05-01") }),
    aDocument("person", "daughter", { groupId: "group:2", childCare: "parent", ...born("2014-05-01") }),
  ];
  const confirmed = (adult: string, more: object = {}) => ({
    ...aDocument("safeguarding", adult, {
      ...{ site: "medyka", personId: "person:child", event: "adult_confirmed", at, by: "eva" },
      ...{ adultId: `person:${adult}`, adultName: adult, basis: "relative_listed", papers: "birth_certificate" },
      ...more,
    }),
    // `ann` has registered the child.
    createdBy: adult === "neighbour" ? "ann" : "eva",
  });
  const events = [confirmed("aunt"), confirmed("neighbour"), confirmed("uncle", { voided: "mistake" })];
  const records = aRecords({ "site-medyka": [...people, ...events] });
  expect(Object.fromEntries(knownToChildren(records, "medyka", today))).toEqual({
    "person:child": ["person:brother", "person:child", "person:aunt"],
  });
});
