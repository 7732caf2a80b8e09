import { expect, test } from "vitest";
import { detectStorageLoss } from "../../../../src/app/workspace/detect-storage-loss.ts";
import type { Settings } from "../../../../src/device/open-device.ts";
import { storageMarkersIn } from "../../../../src/device/storage/storage-markers.ts";
import type { Answer, Server } from "../../../../src/sync/connection/server.ts";

const aShelf = () => {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
    removeItem: (key: string) => void kept.delete(key),
    key: (place: number) => [...kept.keys()][place] ?? null,
    get length() {
      return kept.size;
    },
  };
};

/** A phone, as far as it is asked here: the stores it knows, and whether somebody's session is still in the browser. */
const aPhone = (devices: readonly string[], session?: string | "offline") => {
  const markers = storageMarkersIn(aShelf());
  const settings = { under: async () => new Map(devices.map((device) => [device, device])) } as unknown as Settings;
  const offline = { ok: false, error: { type: "offline" } } as const;
  const server = {
    get: async (path: string) =>
      session === "offline" || path !== "_phone/known"
        ? offline
        : { ok: true, value: { known: session !== undefined } },
    remove: async () => (session === "offline" ? offline : { ok: true, value: {} }),
  } as unknown as Server & { remove(): Promise<Answer<unknown>> };
  return { markers, look: () => detectStorageLoss(settings, markers, server) };
};

const marker = { device: "k7m2qx4d", unsent: 3, at: "2026-11-24T08:00:00.000Z" };

test.each([undefined, "offline"])("A new phone raises no alarm (session: %s)", async (session) => {
  expect(await aPhone([], session).look()).toBeUndefined();
});

test("A phone that has what its marker says raises none either", async () => {
  const { markers, look } = aPhone(["k7m2qx4d"], "volunteer");
  markers.put(marker);
  expect(await look()).toBeUndefined();
});

test("The marker is there, the data is gone: with the number that was not sent, also without a network", async () => {
  const { markers, look } = aPhone([], "offline");
  markers.put(marker);
  expect(await look()).toEqual({ markers: [marker] });
});

test("One of two accounts of a phone is gone", async () => {
  const { markers, look } = aPhone(["other001"]);
  markers.put(marker);
  markers.put({ ...marker, device: "other001" });
  expect(await look()).toEqual({ markers: [marker] });
});

test("Even the marker is gone, but the server still knows the browser", async () => {
  expect(await aPhone([], "volunteer").look()).toEqual({ markers: [] });
});

test("Signed out without a network: no alarm, and the session is ended now", async () => {
  const { markers, look } = aPhone([], "volunteer");
  markers.signedOut.set(true);
  expect(await look()).toBeUndefined();
  expect(markers.signedOut.get()).toBe(false);
});

test("A marker that cannot be read, or cannot be written, breaks nothing", () => {
  const shelf = aShelf();
  shelf.setItem("prystan:marker:broken", "{");
  const markers = storageMarkersIn({
    ...shelf,
    length: 1,
    setItem: () => {
      throw new DOMException("full", "QuotaExceededError");
    },
  });
  markers.put(marker);
  expect(markers.all()).toEqual([]);
});
