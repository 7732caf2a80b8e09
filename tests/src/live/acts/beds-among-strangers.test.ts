import { afterEach, beforeEach, expect, test } from "vitest";
import type { Person } from "../../../../src/domain/model/kinds/person.ts";
import { giveBeds } from "../../../../src/domain/roster/give-beds.ts";
import type { Placement } from "../../../../src/domain/roster/placement.ts";
import { beginAct } from "../../../../src/live/acts/begin-act.ts";
import { openRecords, type Records } from "../../../../src/live/records.ts";
import { rosterOf } from "../../../../src/live/roster/roster-view.ts";
import { protectedChild } from "../../../../src/live/safeguarding/protected-child.ts";
import { aDocument } from "../../../support/data/a-document.ts";
import { register, site } from "../../../support/fleet/people.ts";
import { openTwoPhones, type TwoPhones } from "../../../support/fleet/two-phones.ts";

const doing = { by: "ann", at: "2026-11-24T21:00:00.000Z" };
const today = "2026-11-24";
const [room, bed] = [aDocument("room", "1"), aDocument("bed", "1")];

let couple: TwoPhones;
let records: Records;
beforeEach(async () => {
  couple = await openTwoPhones();
  await couple.server.couch.post("directory/_bulk_docs", { docs: [room, bed] });
  const born = { birth: { precision: "day", date: "2014-05-01" }, childCare: "nobody" };
  await register(couple.ann, "child", { ...born, noParentSince: doing.at });
  for (const phone of [couple.ann, couple.ben]) await phone.sync();
  records = openRecords(couple.ann.store, ["directory", site]);
});
afterEach(async () => {
  records.close();
  await couple.close();
});

test("A bed among strangers is one act with its incident: taken back both are gone, here and on other phones", async () => {
  const { ann, ben } = couple;
  const child = records.find(site, "person:child")?.document as unknown as Person;
  const sleeper = { personId: child._id, needs: [], marks: [], unaccompanied: true, knows: [child._id] };
  const man = { personId: "person:man", needs: [], marks: [] } as const;
  const placement: Placement = { sleeper, bed, choice: { room, free: [bed], others: [man], family: [] } };
  const given = giveBeds(
    [placement],
    [{ person: child, stays: [] }],
    { words: "Olena of the night shift", newId: () => "safeguarding:1" },
    doing,
  );
  if (!given.ok) throw new Error(given.error.type);
  const act = beginAct({ records, writer: ann.store });
  expect((await act.add(site, given.value.documents)).ok).toBe(true);
  const shown = () => ({
    hasBed: rosterOf(records, "medyka").residents.has(child._id),
    incidents: protectedChild(records, child, today)?.incidents.map(({ note }) => note),
  });
  expect(shown()).toEqual({ hasBed: true, incidents: ["Olena of the night shift"] });
  expect(await act.takeBack(false)).toEqual({ type: "done" });
  expect(shown()).toEqual({ hasBed: false, incidents: [] });
  for (const phone of [ann, ben]) await phone.sync();
  expect(ann.status).toMatchObject({ unsent: 0, refused: 0 });
  expect(ben.store.rows(site).get("safeguarding:1")?.document).toMatchObject({ voided: "mistake" });
});
