import "fake-indexeddb/auto";
import { expect, test } from "vitest";
import { deviceId, knownDeviceId } from "../../../src/device/device-id.ts";
import { openDevice } from "../../../src/device/open-device.ts";

const twoTabs = () => {
  const name = `device-${Math.random()}`;
  return [openDevice(name).settings, openDevice(name).settings] as const;
};

test("Two tabs that ask at once for the name of one person's store hear the same one, and it stays", async () => {
  const [older, newer] = twoTabs();
  const names = await Promise.all([older, newer, older, newer].map((settings) => deviceId(settings, "holder")));
  expect(new Set(names).size).toBe(1);
  expect(await deviceId(newer, "holder", "zzzzzzzz")).toBe(names[0]);
  expect(await deviceId(newer, "other")).not.toBe(names[0]);
});

test("Asking what the name is makes none", async () => {
  const [settings] = twoTabs();
  expect(await knownDeviceId(settings, "holder")).toBeUndefined();
  expect((await settings.under("deviceId:")).size).toBe(0);
});

test("What a change throws at leaves the setting as it was", async () => {
  const [settings] = twoTabs();
  await settings.set("key", 1);
  const broken = settings.update("key", () => {
    throw new Error("no");
  });
  await expect(broken).rejects.toThrow("no");
  expect(await settings.update<number>("key", (before) => (before ?? 0) + 1)).toBe(2);
});
