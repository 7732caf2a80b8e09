import { knownDeviceId } from "../../device/device-id.ts";
import { type Keyring, openKeyring } from "../../device/keyring/open-keyring.ts";
import { type Device, openDevice } from "../../device/open-device.ts";
import { type Outbox, openOutbox } from "../../device/outbox/open-outbox.ts";
import { endTransactionsWithConnections } from "../../device/storage/end-transactions.ts";
import { openStorageGuard, type StorageGuard } from "../../device/storage/storage-guard.ts";
import { type StorageMarkers, storageMarkersIn } from "../../device/storage/storage-markers.ts";
import { openStorageReserve } from "../../device/storage/storage-reserve.ts";
import { useSession } from "../../session/use-session.ts";
import { type ClockSample, openPhoneClock, type PhoneClock } from "../../sync/connection/phone-clock.ts";
import { openSessionProof, type SessionProof } from "../../sync/connection/session-proof.ts";
import { removeWipedData } from "../access/wipe.ts";

/** What belongs to this phone, whichever account is signed in: its own data, its room, its clock. */
export type OpenPhone = {
  readonly device: Device;
  readonly keyring: Keyring;
  readonly outbox: Outbox;
  readonly storageGuard: StorageGuard;
  readonly clock: PhoneClock;
  readonly markers: StorageMarkers;
  /** Of the session at the server, whichever account it belongs to. */
  readonly proof: SessionProof;
};

export const openPhone = async (): Promise<OpenPhone> => {
  endTransactionsWithConnections();
  const { reportPhone } = useSession.getState();
  const device = openDevice();
  const storageGuard = openStorageGuard(openStorageReserve(), (isFull) => reportPhone({ isFull }));
  const clock = openPhoneClock({
    phone: Date.now,
    kept: await device.settings.get<ClockSample>("lastContact"),
    keep: (contact) => void device.settings.set("lastContact", contact).catch(onlyForTheNextStart),
    onSkew: (clockSkew) => reportPhone({ clockSkew }),
  });
  const { settings, sealedStore } = device;
  const guardedStore = {
    ...sealedStore,
    put: (key: string, box: string) => storageGuard.save(() => sealedStore.put(key, box)),
  };
  const outbox = openOutbox();
  const markers = storageMarkersIn(localStorage);
  const keyring = openKeyring(async (holder) =>
    isAllSealed(await knownDeviceId(settings, holder), { markers, outbox }),
  );
  await removeWipedData({ device, markers }).catch(onlyForTheNextStart);
  const proof = openSessionProof();
  return { device: { settings, sealedStore: guardedStore }, keyring, outbox, storageGuard, clock, markers, proof };
};

/** Whether a sealed copy of everything that a person had not sent, when it was last counted, lies here. Not where nobody counted. */
const isAllSealed = async (
  device: string | undefined,
  { markers, outbox }: Pick<OpenPhone, "markers" | "outbox">,
): Promise<boolean> => {
  const counted = markers.all().find((marker) => marker.device === device);
  if (!counted) return false;
  return (await outbox.keys()).filter((key) => key.startsWith(`${device} `)).length >= counted.unsent;
};

const onlyForTheNextStart = () => {};
