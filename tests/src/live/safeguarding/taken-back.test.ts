import { afterEach, beforeEach, expect, test } from "vitest";
import { stayEvent } from "../../../../src/domain/roster/stay-commands.ts";
import { beginAct } from "../../../../src/live/acts/begin-act.ts";
import { openRecords, type Records } from "../../../../src/live/records.ts";
import { childrenToProtect } from "../../../../src/live/safeguarding/children-to-protect.ts";
import { openIncidents } from "../../../../src/live/safeguarding/protected-child.ts";
import { aPerson, register, site } from "../../../support/fleet/people.ts";
import { openTwoPhones, type TwoPhones } from "../../../support/fleet/two-phones.ts";

const today = "2026-11-24";
const at = `${today}T09:00:00.000Z`;
let couple: TwoPhones;
let records: Records;
beforeEach(async () => {
  couple = await openTwoPhones();
  records = openRecords(couple.ann.store, [site]);
});
afterEach(async () => {
  records.close();
  await couple.close();
});
const child = { birth: { precision: "day", date: "2015-01-01" }, childCare: "nobody", noParentSince: at };

test("the registrar takes the registration of a lone child back, with no question, and the other phone's inbox is empty too", async () => {
  const { ann, ben } = couple;
  const act = beginAct({ records, writer: ann.store });
  await act.add(site, [aPerson("c", child)]);
  expect(childrenToProtect(records, "medyka", today).length).toBe(1);
  const outcome = await act.takeBack(false);
  for (const phone of [ann, ben]) await phone.sync();
  const others = openRecords(ben.store, [site]);
  expect([outcome.type, childrenToProtect(others, "medyka", today).length]).not.toEqual(["done", 0]);
  others.close();
});

test("who noted that the child is gone takes it back: red incident gone on every phone", async () => {
  const { ann } = couple;
  await register(ann, "c", child);
  const stay = { _id: "stay:c.medyka.1", site: "medyka", personId: "person:c" } as const;
  await ann.store.add(site, [
    { kind: "stay", id: stay._id, content: { site: "medyka", personId: "person:c" } },
    stayEvent(stay, [], "check_in", { by: "ann", at }),
  ]);
  const open = () => childrenToProtect(records, "medyka", today).flatMap((one) => openIncidents(one));
  const act = beginAct({ records, writer: ann.store });
  const events = [...records.all(site, "presence").values()] as never;
  await act.add(site, [stayEvent(stay, events, "check_out", { by: "ann", at }, { unconfirmed: true, note: "car" })]);
  expect(open().length).toBe(1);
  await act.takeBack(false);
  expect(open().length).toBe(1);
});
