import { expect, test } from "vitest";
import type { Confirmation } from "../../../../../src/domain/safeguarding/confirmation.ts";
import type { Guard } from "../../../../../src/domain/safeguarding/release.ts";
import { whoMayBeAdded } from "../../../../../src/features/transport/passengers/who-may-be-added.ts";
import { aDocument } from "../../../../support/data/a-document.ts";

const [aunt, child] = ["aunt", "child"].map((key) => aDocument("person", key));
if (!aunt || !child) throw new Error("nobody");
const confirmation = { _id: "safeguarding:1" } as unknown as Confirmation;
const guarded = (confirmed: readonly Confirmation[]): ReadonlyMap<string, Guard> =>
  new Map([[child._id, { needsConfirmedAdult: true, confirmed, own: [aunt._id] }]]);
const line = (person: typeof aunt, more: object = {}) =>
  aDocument("line", `1.${person._id.slice(7)}`, { personId: person._id, ...more });
const ids = ({ booked, stopped, candidates }: ReturnType<typeof whoMayBeAdded>) =>
  [booked, stopped, candidates].map((people) => people.map(({ _id }) => _id.slice(7)));

test("A child for whom nobody is confirmed is stopped, and the rest of its group can be added", () => {
  expect(ids(whoMayBeAdded([aunt, child], [], guarded([])))).toEqual([[], ["child"], ["aunt"]]);
  expect(ids(whoMayBeAdded([aunt, child], [], guarded([confirmation])))).toEqual([[], [], ["aunt", "child"]]);
});

test("On the list without a confirmation that holds, it is put there again by one that does", () => {
  const before = line(child, { passenger: { child: true }, childTravelBasis: "with_parent" });
  expect(ids(whoMayBeAdded([aunt, child], [line(aunt), before], guarded([])))).toEqual([["aunt"], ["child"], []]);
  const confirmed = guarded([confirmation]);
  expect(ids(whoMayBeAdded([aunt, child], [line(aunt), before], confirmed))).toEqual([["aunt"], [], ["child"]]);
  const again = line(child, {
    passenger: { child: true, unaccompanied: true },
    childTravelBasis: "relative_listed",
    released: confirmation._id,
  });
  expect(ids(whoMayBeAdded([aunt, child], [line(aunt), again], confirmed))).toEqual([["aunt", "child"], [], []]);
});
