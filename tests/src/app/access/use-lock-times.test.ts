import { expect, test } from "vitest";
import { lockTimesIn } from "../../../../src/app/access/use-lock-times.ts";
import { checkDocument } from "../../../../src/domain/model/check-document.ts";
import { site } from "../../../../src/domain/model/kinds/site.ts";
import { lockTimesOf } from "../../../../src/domain/rights/lock-times.ts";
import { aDocument } from "../../../support/data/a-document.ts";
import { aRecords } from "../../../support/data/a-records.ts";

const aSite = (slug: string, content: object = {}) =>
  aDocument("site", slug, {
    site: slug,
    name: slug,
    type: "reception_point",
    orgId: "organisation:o",
    protected: false,
    status: "open",
    ...content,
  });

test("A site that says nothing, as all did before, has the usual times; so has a phone of no site", () => {
  expect(lockTimesOf([aSite("medyka")], [])).toEqual({ idle: 180, hidden: 60 });
  expect(lockTimesOf([], [])).toEqual({ idle: 180, hidden: 60 });
});

test("The strictest of several sites counts, time by time", () => {
  const sites = [aSite("a", { lockIdleSeconds: 900, lockHiddenSeconds: 0 }), aSite("b", { lockIdleSeconds: 400 })];
  expect(lockTimesOf(sites, [])).toEqual({ idle: 400, hidden: 0 });
  expect(lockTimesOf([...sites, aSite("c")], [])).toEqual({ idle: 180, hidden: 0 });
});

test("A phone goes by the sites that its roles name and by no other", () => {
  const directory = [aSite("medyka", { lockIdleSeconds: 300 }), aSite("przemysl", { lockIdleSeconds: 30 })];
  const records = aRecords({ directory });
  expect(lockTimesIn(records, ["volunteer:medyka"])).toEqual({ idle: 300, hidden: 60 });
  expect(lockTimesIn(records, ["volunteer:medyka", "lead:przemysl"])).toEqual({ idle: 30, hidden: 60 });
  expect(lockTimesIn(records, ["driver"])).toEqual({ idle: 180, hidden: 60 });
});

test("A driver may call for ten minutes while a trip is under way, and has the usual times before and after it", () => {
  const records = aRecords({ directory: [aSite("medyka", { lockIdleSeconds: 30, lockHiddenSeconds: 0 })] });
  expect(lockTimesIn(records, ["driver", "trip:01j"])).toEqual({ idle: 300, hidden: 600 });
  expect(lockTimesIn(records, ["driver"])).toEqual({ idle: 180, hidden: 60 });
  // Whoever leads a trip without driving it works at a place.
  expect(lockTimesIn(records, ["trip:01j"])).toEqual({ idle: 180, hidden: 60 });
});

test("A driver who works for a site, too, has the times of the site: its records are on the phone", () => {
  const strict = aSite("medyka", { lockIdleSeconds: 30, lockHiddenSeconds: 0 });
  const roles = ["driver", "trip:01j", "volunteer:medyka"];
  expect(lockTimesIn(aRecords({ directory: [strict] }), roles)).toEqual({ idle: 30, hidden: 0 });
  expect(lockTimesIn(aRecords({ directory: [aSite("medyka")] }), roles)).toEqual({ idle: 180, hidden: 60 });
  // Nothing is known of the site yet.
  expect(lockTimesIn(aRecords({ directory: [] }), roles)).toEqual({ idle: 180, hidden: 60 });
  expect(lockTimesIn(aRecords({ directory: [] }), ["driver", "trip:01j", "coordinator"])).toMatchObject({ hidden: 60 });
  // Records of a site lie here without a role that names it.
  const followed = aRecords({ directory: [strict], "site-medyka": [aDocument("person", "1")] });
  expect(lockTimesIn(followed, ["driver", "trip:01j"])).toEqual({ idle: 30, hidden: 0 });
});

test.each([
  ["lockIdleSeconds", [30, 900], [29, 901, 60.5, "60", null]],
  ["lockHiddenSeconds", [0, 300], [-1, 301, 0.5, "0", null]],
])("%s has its bounds, for forms and server alike", (field, right, wrong) => {
  const problemsOf = (value: unknown) => checkDocument(site, { ...aSite("medyka"), [field]: value });
  for (const value of right) expect(problemsOf(value)).toEqual([]);
  for (const value of wrong) expect(problemsOf(value)).toMatchObject([{ field }]);
});
