import "fake-indexeddb/auto";
import { expect, test } from "vitest";
import { leaseIn } from "../../../src/device/lease.ts";
import { openDevice } from "../../../src/device/open-device.ts";

const hour = 3_600_000;
const now = Date.parse("2026-11-25T12:00:00.000Z");
const aLease = () => leaseIn(openDevice(`device-${Math.random()}`).settings, "holder");
const at = (hours: number) => new Date(now + hours * hour).toISOString();

test("A phone that never heard of a lease has a day, counted from the first look", async () => {
  const lease = aLease();
  expect(await lease.isOver(now)).toBe(false);
  expect(await lease.isOver(now + 24 * hour)).toBe(false);
  expect(await lease.isOver(now + 24 * hour + 1)).toBe(true);
});

test("The server's word counts: until then, and no longer", async () => {
  const lease = aLease();
  await lease.heard(at(72), now);
  expect(await lease.isOver(now + 71 * hour)).toBe(false);
  expect(await lease.isOver(now + 73 * hour)).toBe(true);
  await lease.heard(at(100), now + 76 * hour);
  expect(await lease.isOver(now + 77 * hour)).toBe(false);
  await lease.heard(null, now + 78 * hour);
  expect(await lease.isOver(now + 78 * hour)).toBe(true);
});

test("A clock that is set back gives no time; the server's clock corrects one that ran ahead", async () => {
  const lease = aLease();
  await lease.heard(at(24), now);
  expect(await lease.isOver(now + 25 * hour)).toBe(true);
  expect(await lease.isOver(now - 1_000 * hour)).toBe(true);
  await lease.heard(at(24), now);
  expect(await lease.isOver(now + hour)).toBe(false);
});

test("What the server says while another tab looks at the clock is not written over", async () => {
  const name = `device-${Math.random()}`;
  const [older, newer] = [openDevice(name), openDevice(name)].map(({ settings }) => leaseIn(settings, "holder"));
  for (let round = 0; round < 10; round += 1) {
    await older?.heard(at(72), now);
    await Promise.all([newer?.isOver(now), older?.heard(null, now)]);
    expect(await newer?.isOver(now)).toBe(true);
  }
});
