import { expect, test } from "vitest";
import { jobsOf } from "../../../../src/app/shell/jobs.ts";
import { followedDatabases, followedSites, rolesHere } from "../../../../src/app/workspace/followed-databases.ts";
import { mayBegin, mayChange } from "../../../../src/domain/rights/authority.ts";
import { aDocument } from "../../../support/data/a-document.ts";
import { aRecords } from "../../../support/data/a-records.ts";

const aSite = (slug: string, org: string) => {
  const place = { site: slug, name: slug, type: "shelter", protected: false, status: "open" };
  return aDocument("site", slug, { ...place, orgId: `organisation:${org}` });
};
const many = Array.from({ length: 100 }, (_, place) => `place-${place}`);
const records = aRecords({
  directory: [aSite("alpha", "org-1"), aSite("beta", "org-2"), ...many.map((slug) => aSite(slug, "org-1"))],
  "site-alpha": [
    aDocument("trip", "a", { site: "alpha", status: "boarding" }),
    aDocument("trip", "over", { site: "alpha", status: "closed" }),
    aDocument("trip", "off", { site: "alpha", status: "cancelled" }),
    aDocument("trip", "draft", { site: "alpha", status: "draft" }),
  ],
  "site-beta": [aDocument("trip", "b", { site: "beta", status: "departed" })],
});
const trips = ["trip:a", "trip:b", "trip:over", "trip:off", "trip:elsewhere"];
const nothing = () => false;

test.each([
  { who: "coordinator", roles: ["account", "coordinator", ...trips], follows: ["directory"] },
  { who: "coordinator of one organisation", roles: ["account", "coordinator:org-1", ...trips], follows: ["directory"] },
  {
    who: "coordinator with a home",
    roles: ["account", "coordinator", "lead:beta", ...trips],
    follows: ["directory", "site-beta", "trip-b"],
  },
])("Without a choice the phone of a $who follows the home sites and no more", ({ roles, follows }) => {
  expect(followedDatabases(records, roles, [], nothing)).toEqual(follows);
});

test("The chosen sites are followed, with their trips that are not over and may be opened", () => {
  const roles = ["account", "coordinator", ...trips];
  expect(followedDatabases(records, roles, ["alpha"], nothing)).toEqual(["directory", "site-alpha", "trip-a"]);
  const both = ["directory", "site-alpha", "site-beta", "trip-a", "trip-b"];
  expect(followedDatabases(records, roles, ["alpha", "beta"], nothing)).toEqual(both);
});

test("Chosen is only what the roles open: another organisation's site is not followed, nor one that is gone", () => {
  const roles = ["account", "coordinator:org-1"];
  expect(followedSites(records, roles, ["alpha", "beta", "nowhere"])).toEqual(["alpha"]);
  expect(followedSites(records, ["account", "volunteer:beta"], ["alpha"])).toEqual(["beta"]);
});

test("What was not sent from a site or trip that is not chosen any more is followed until it is", () => {
  const roles = ["account", "coordinator", ...trips];
  const unsent = (database: string) => database === "site-beta" || database === "trip-over";
  expect(followedDatabases(records, roles, ["alpha"], unsent)).toEqual([
    ...["directory", "site-alpha", "trip-a"],
    ...["site-beta", "trip-over"],
  ]);
  const ofOne = ["account", "coordinator:org-1"];
  expect(followedDatabases(records, ofOne, [], unsent)).toEqual(["directory"]);
});

test("Who is no coordinator follows what the roles open", () => {
  const roles = ["account", "volunteer:alpha", "driver", "trip:over"];
  expect(followedDatabases(records, roles, ["beta"], nothing)).toEqual(["directory", "site-alpha", "trip-over"]);
});

test("At a chosen site a coordinator has every job, and may do what its lead may", () => {
  for (const task of ["coordinator", "coordinator:org-1"]) {
    const roles = rolesHere(records, ["account", task]);
    expect(jobsOf(["account", task], "alpha").map(({ job }) => job)).toEqual(["arrivals", "roster", "transport"]);
    for (const kind of ["person", "stay", "presence", "trip", "line"] as const)
      expect(mayBegin(roles, { database: "site-alpha", site: "alpha" }, kind)).toBe(true);
    const person = aDocument("person", "1", { site: "alpha" });
    expect(mayChange(roles, "site-alpha", person, "movesTo")).toBe(true);
  }
  const ofOther = rolesHere(records, ["account", "coordinator:org-1", "volunteer:beta"]);
  expect(mayChange(ofOther, "site-beta", aDocument("person", "1", { site: "beta" }), "movesTo")).toBe(false);
});
