import { knownDevices } from "../../device/device-id.ts";
import type { Settings } from "../../device/open-device.ts";
import type { StorageMarker, StorageMarkers } from "../../device/storage/storage-markers.ts";
import type { Server } from "../../sync/connection/server.ts";

/** The browser, or somebody, emptied this phone's storage. */
export type StorageLoss = {
  /** What each account's store held when it was last looked at; nothing where only the server tells. */
  readonly markers: readonly StorageMarker[];
};

/**
 * Looks for traces of data that is not here any more: a marker without its account, or a server that knows the browser while the
 * browser knows nobody. A phone that is new has neither.
 */
export const detectStorageLoss = async (
  settings: Settings,
  markers: StorageMarkers,
  server: Server,
): Promise<StorageLoss | undefined> => {
  const here = await knownDevices(settings);
  const lost = markers.all().filter(({ device }) => !here.includes(device));
  if (lost.length > 0) return { markers: lost };
  if (here.length > 0) return undefined;
  if (markers.signedOut.get()) {
    const ended = await server.remove("_session");
    if (ended.ok) markers.signedOut.set(false);
    return undefined;
  }
  const answer = await server.get<{ readonly known?: boolean }>("_phone/known");
  return answer.ok && answer.value.known ? { markers: [] } : undefined;
};
