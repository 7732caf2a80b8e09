import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { checkSentState } from "../../../support/fleet/invariants/check-sent-state.ts";
import { aPerson, edit, register, seen, site } from "../../../support/fleet/people.ts";
import { openTwoPhones, type TwoPhones } from "../../../support/fleet/two-phones.ts";

let couple: TwoPhones;
beforeEach(async () => {
  couple = await openTwoPhones();
});
afterEach(async () => {
  await checkSentState(couple.ann, couple.server);
  await checkSentState(couple.ben, couple.server);
  await couple.close();
});

const givenName = async (key: string) => (await couple.server.documents(site)).get(`person:${key}`)?.givenName;
const pushes = () => couple.ann.network.requests.filter((request) => request === `POST ${site}/_bulk_docs`).length;

test("A registration goes out by itself, and the other phone has it after its next round", async () => {
  const { ann, ben } = couple;
  await register(ann, "1");
  expect(ann.status.unsent).toBe(1);
  await ann.idle();
  expect(ann.status).toMatchObject({ unsent: 0, state: "upToDate" });
  await ben.sync();
  expect(seen(ben, "1")).toEqual(seen(ann, "1"));
});

test("What was written offline is sent when the network is back", async () => {
  const { ann } = couple;
  ann.network.isOnline = false;
  await register(ann, "1");
  await register(ann, "2");
  await ann.sync();
  expect(ann.status).toMatchObject({ unsent: 2, state: "offline" });
  await checkSentState(ann, couple.server);
  ann.network.isOnline = true;
  await ann.sync();
  expect(ann.status).toMatchObject({ unsent: 0, state: "upToDate" });
  expect((await couple.server.documents(site)).size).toBe(2);
});

test.each([1, 2, 3])(
  "The answer is lost %s times, each time after the server applied it: the last edit is the one that stays",
  async (times) => {
    const { ann, ben } = couple;
    await register(ann, "1");
    await ann.idle();
    ann.network.faultsAt = "_bulk_docs";
    for (let time = 1; time <= times; time += 1) {
      ann.network.faults.push("lostAfter");
      await edit(ann, "1", { givenName: `Оля ${time}` });
      ann.clock.advance(30_000);
      await ann.idle();
      expect(ann.status).toMatchObject({ unsent: 1, state: "offline" });
    }
    await edit(ann, "1", { givenName: "Ольга" });
    await ann.sync();
    await ben.sync();
    expect(await givenName("1")).toBe("Ольга");
    expect(seen(ben, "1")).toEqual(seen(ann, "1"));
    expect(seen(ben, "1")?.rivals).toBeUndefined();
  },
);

test("The first answer is lost and the person renamed before the retry: one document, the new name, no conflict", async () => {
  const { ann, ben, server } = couple;
  ann.network.faults.push("lostAfter");
  await register(ann, "1");
  await ann.idle();
  expect(await givenName("1")).toBe("Оля");
  await edit(ann, "1", { givenName: "Ольга" });
  expect(ann.status.unsent).toBe(1);
  await ann.sync();
  await ben.sync();
  expect((await server.documents(site)).size).toBe(1);
  expect(seen(ben, "1")).toMatchObject({ givenName: "Ольга" });
  expect(seen(ben, "1")?.rivals).toBeUndefined();
});

test("Two phones change one person offline: both changes stay; the same field keeps both values", async () => {
  const { ann, ben } = couple;
  await register(ann, "1");
  await ann.idle();
  await ben.sync();
  for (const phone of [ann, ben]) phone.network.isOnline = false;
  await edit(ann, "1", { givenName: "Анна", sex: "f" });
  await edit(ben, "1", { givenName: "Ганна", familyName: "Коваль" });
  for (const phone of [ann, ben]) phone.network.isOnline = true;
  await ann.sync();
  await ben.sync();
  await ann.sync();
  expect(seen(ann, "1")).toEqual(seen(ben, "1"));
  expect(seen(ann, "1")).toMatchObject({ sex: "f", familyName: "Коваль" });
  expect(
    seen(ann, "1")
      ?.rivals?.givenName?.map(([, value]) => value)
      .sort(),
  ).toEqual(["Анна", "Ганна"]);
});

test("A second round sends nothing that was sent", async () => {
  const { ann } = couple;
  await register(ann, "1");
  await ann.idle();
  const before = pushes();
  await ann.sync();
  ann.clock.advance(30_000);
  await ann.idle();
  expect(pushes()).toBe(before);
});

test("A save that is repeated is one document, also after the app was closed in between", async () => {
  const { ann, server } = couple;
  await register(ann, "1");
  await ann.crash();
  await ann.open();
  await register(ann, "1");
  await register(ann, "1");
  await ann.sync();
  expect((await server.documents(site)).size).toBe(1);
  expect(seen(ann, "1")?.rivals).toBeUndefined();
});

test("Saving a form once more does not undo what somebody else changed since", async () => {
  const { ann, ben } = couple;
  await register(ann, "1");
  await ann.idle();
  await ben.sync();
  await edit(ben, "1", { givenName: "Ганна" });
  await ben.idle();
  await ann.sync();
  await register(ann, "1");
  expect(seen(ann, "1")).toMatchObject({ givenName: "Ганна" });
});

test("Two phones do the same act: what the second one says, unseen of the first, waits for a person", async () => {
  const { ann, ben } = couple;
  await register(ann, "1", { sex: "f" });
  await ann.idle();
  await ben.sync();
  await ben.store.add(site, [aPerson("1", { sex: "m" })]);
  expect(
    seen(ben, "1")
      ?.rivals?.sex?.map(([, value]) => value)
      .sort(),
  ).toEqual(["f", "m"]);
  await ben.idle();
  await ann.sync();
  expect(seen(ann, "1")).toEqual(seen(ben, "1"));
});

test("A phone whose clock is years back sends what it writes, and what it wrote before", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  const { ann, ben } = couple;
  await ann.sync();
  ann.network.isOnline = false;
  await register(ann, "1");
  ann.skew = -20 * 365 * 86_400_000;
  vi.setSystemTime(new Date("2006-11-24"));
  await register(ann, "2");
  await edit(ann, "1", { givenName: "Ольга" });
  ann.skew = 0;
  vi.useRealTimers();
  ann.network.isOnline = true;
  await ann.sync();
  await ben.sync();
  expect(ann.status.unsent).toBe(0);
  expect(seen(ben, "1")).toMatchObject({ givenName: "Ольга" });
  expect(seen(ben, "2")).toBeDefined();
});

test("A phone that dies while the answer is on its way has everything when it is opened again", async () => {
  const { ann, ben } = couple;
  ann.network.faults.push("hangs");
  await register(ann, "1");
  await ann.idle();
  expect(ann.network.hangs).toBe(true);
  await edit(ann, "1", { givenName: "Ольга" });
  await ann.crash();
  await ann.open();
  await ann.sync();
  await ben.sync();
  expect(seen(ben, "1")).toMatchObject({ givenName: "Ольга" });
});
