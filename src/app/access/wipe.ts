import type { Keyring } from "../../device/keyring/open-keyring.ts";
import type { Device } from "../../device/open-device.ts";
import type { StorageMarkers } from "../../device/storage/storage-markers.ts";
import type { Server } from "../../sync/connection/server.ts";
import { noteWhyLocked } from "./soft-lock/why-locked.ts";

type Wiped = { readonly device: Device; readonly keyring: Keyring; readonly markers: StorageMarkers };

/**
 * Makes everything that these people have on this phone unreadable: their keys go first, and at once. What the keys opened is removed
 * when the page starts afresh. The sealed outbox stays.
 */
export const wipe = async ({ device, keyring }: Wiped, holders: readonly string[]): Promise<void> => {
  for (const holder of holders) await keyring.destroy(holder);
  for (const holder of holders) await device.settings.set(`wiped:${holder}`, true);
};

/** Everybody's. Pages in other tabs start afresh, too. */
export const wipePhone = async (phone: Wiped, server: Server): Promise<void> => {
  await wipe(phone, await phone.keyring.holders());
  new BroadcastChannel(channel).postMessage("wiped");
  await endSession(phone, server);
  noteWhyLocked("wiped");
  location.replace("/");
};

/** The server ends the session, or the next start asks it to: a phone that knows nobody must not pass for one that lost everything. */
export const endSession = async ({ markers }: Pick<Wiped, "markers">, server: Server): Promise<void> => {
  markers.signedOut.set(true);
  const ended = server.remove("_session").then(({ ok }) => ok && markers.signedOut.set(false));
  await Promise.race([ended, new Promise((late) => setTimeout(late, patience))]);
};

/** Another tab wiped the phone. */
export const reloadWhenWiped = (): void => {
  new BroadcastChannel(channel).onmessage = () => location.replace("/");
};

/** Removes what wiped people left. Where it is cut off, the next start goes on. */
export const removeWipedData = async ({ device, markers }: Pick<Wiped, "device" | "markers">): Promise<void> => {
  const { settings, sealedStore } = device;
  for (const holder of (await settings.under("wiped:")).keys()) {
    await removeDatabases(`prystan-${holder}`);
    for (const key of (await sealedStore.under(`${holder} `)).keys()) await sealedStore.remove(`${holder} ${key}`);
    markers.remove((await settings.get<string>(`deviceId:${holder}`)) ?? "");
    for (const what of ["deviceId", "papers", "lease"]) await settings.remove(`${what}:${holder}`);
    await settings.remove(`wiped:${holder}`);
  }
};

const channel = "prystan:wiped";
/** Milliseconds for the server to hear of it. */
const patience = 1_000;

const removeDatabases = async (name: string): Promise<void> => {
  const there = (await indexedDB.databases()).flatMap(({ name: known }) => (known?.includes(name) ? [known] : []));
  await Promise.all(there.map(removed));
};

/** Also where another page holds it open: nothing in it can be read, and it goes when that page does. */
const removed = (name: string): Promise<void> =>
  new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name);
    for (const end of ["success", "blocked", "error"]) request.addEventListener(end, () => resolve());
  });
