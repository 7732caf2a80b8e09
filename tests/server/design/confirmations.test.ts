import { beforeAll, expect, test } from "vitest";
import { merge } from "../../../src/domain/merge/merge.ts";
import { type Author, firstVersion, nextVersion } from "../../../src/domain/merge/next-version.ts";
import type { Document } from "../../../src/domain/model/document.ts";
import { kinds } from "../../../src/domain/model/kinds.ts";
import { openValidator } from "../../support/server/open-validator.ts";

let judge: Awaited<ReturnType<typeof openValidator>>;
beforeAll(async () => {
  judge = await openValidator();
});
const at = "2026-11-24T08:00:00.000Z";
const author = (by: string): Author => ({ by, device: `${by}1`, at });
const mallory = { db: "site-medyka", name: "mallory", roles: ["account", "volunteer:medyka"] };
const lea = { db: "site-medyka", name: "lea", roles: ["account", "lead:medyka"] };
const refused = expect.stringMatching(/^forbidden/);
const verdictOn = (incoming: object, before: object | null, user: typeof lea) =>
  judge(user, [[incoming, before ?? undefined]])[0];
const edit = (kind: keyof typeof kinds, before: Document, change: object, by: string) =>
  nextVersion(kinds[kind].rule, before, { ...before, ...change } as Document, author(by));

const child = firstVersion(
  kinds.person,
  "person:c",
  { site: "medyka", recordState: "quick", noParentSince: at, birth: { precision: "day", date: "2015-01-01" } },
  author("ann"),
);
const event = (by: string, content: object, id = "safeguarding:1" as const) =>
  firstVersion(kinds.safeguarding, id, { site: "medyka", personId: child._id, at, by, ...content }, author(by));

test("a volunteer may not write an of_age or an adult_confirmed that lacks the papers", () => {
  expect(verdictOn(event("mallory", { event: "of_age" }), null, mallory)).toEqual(refused);
});

test("adult_confirmed", () => {
  expect(verdictOn(event("mallory", { event: "adult_confirmed", note: "Olha, aunt" }), null, mallory)).toEqual(refused);
});

test("nobody moves noParentSince ahead", () => {
  const later = edit("person", child, { noParentSince: "2036-01-01T00:00:00.000Z" }, "mallory");
  expect(verdictOn(later, child, mallory)).toEqual(refused);
});

test("nobody takes the accounts out by which a child was noted alone, nor the note", () => {
  const unnoted = firstVersion(kinds.person, "person:d", { site: "medyka", recordState: "quick" }, author("ann"));
  const [bens, evas] = ["ben", "eva"].map((by) => edit("person", unnoted, { noParentSince: at }, by)) as [
    Document,
    Document,
  ];
  const joined = merge(kinds.person.rule, bens, evas);
  const renamed = edit("person", joined, { familyName: "Koval" }, "mallory");
  expect(verdictOn(renamed, joined, mallory)).toBeUndefined();
  for (const earlier of [joined, { ...joined, rivals: undefined } as unknown as Document]) {
    const anew = edit("person", earlier, { noParentSince: "2026-11-24T07:00:00.000Z", rivals: {} }, "mallory");
    expect(verdictOn(anew, joined, mallory)).toEqual(refused);
  }
});

const [asVolunteer, asLead] = ["volunteer", "lead"].map((part) => (name: string) => ({
  ...{ db: "site-medyka", name, roles: ["account", `${part}:medyka`] },
})) as [(name: string) => typeof lea, (name: string) => typeof lea];

test("what was noted of a child is taken back by its author or who leads", () => {
  for (const of of ["incident_taken", "told", "stays_with", "left"]) {
    const noted = event("ben", { event: of, note: "I call the police" });
    const back = (by: string) => edit("safeguarding", noted, { voided: "mistake" }, by);
    expect(verdictOn(back("mallory"), noted, mallory)).toEqual(refused);
    expect(verdictOn(back("ben"), noted, asVolunteer("ben"))).toBeUndefined();
    expect(verdictOn(back("lea"), noted, lea)).toBeUndefined();
    expect(verdictOn(back("cora"), noted, { ...lea, name: "cora", roles: ["account", "coordinator"] })).toBeUndefined();
    const struck = back("ben");
    const again = edit("safeguarding", struck, { voided: undefined }, "mallory");
    expect(verdictOn(again, struck, mallory)).toEqual(refused);
  }
});

test("a confirmation that was taken back holds again by the word of its author alone", () => {
  const adult = { adultName: "Olha", basis: "with_parent", papers: "court_order" };
  for (const content of [
    { event: "adult_confirmed", ...adult },
    { event: "of_age", papers: "court_order" },
  ]) {
    const confirmed = event("lea", content);
    const struck = edit("safeguarding", confirmed, { voided: "mistake" }, "eva");
    expect(verdictOn(struck, confirmed, asLead("eva"))).toBeUndefined();
    const again = (by: string) => edit("safeguarding", struck, { voided: undefined }, by);
    // Ann has registered the child, and leads here as well.
    for (const user of [asLead("ann"), asLead("eva"), asVolunteer("ann"), mallory])
      expect(verdictOn(again(user.name), struck, user)).toEqual(refused);
    expect(verdictOn(again("lea"), struck, asLead("ann"))).toEqual(refused);
    expect(verdictOn(again("lea"), struck, lea)).toBeUndefined();
  }
});

test("a lead who registered the child may not hand in a confirmation under another account's name", () => {
  const forged = event("vera", {
    event: "adult_confirmed",
    adultName: "Olha",
    basis: "with_parent",
    papers: "court_order",
  });
  expect(verdictOn(forged, null, lea)).toEqual(refused);
});
