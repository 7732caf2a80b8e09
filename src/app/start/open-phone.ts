import { deviceId } from "../../device/device-id.ts";
import { type Keyring, openKeyring } from "../../device/keyring/open-keyring.ts";
import { type Device, openDevice } from "../../device/open-device.ts";
import { type Outbox, openOutbox } from "../../device/outbox/open-outbox.ts";
import { openRoom, type Room } from "../../device/storage/storage-guard.ts";
import { type Markers, markersIn } from "../../device/storage/storage-markers.ts";
import { openBallast } from "../../device/storage/storage-reserve.ts";
import { useSession } from "../../session/use-session.ts";
import { type Contact, openPhoneClock, type PhoneClock } from "../../sync/connection/phone-clock.ts";
import { openSessionProof, type SessionProof } from "../../sync/connection/session-proof.ts";
import { removeWiped } from "../access/wipe.ts";

/** What belongs to this phone, whoever is signed in: its own data, its room, its clock. */
export type OpenPhone = {
  readonly device: Device;
  readonly keyring: Keyring;
  readonly outbox: Outbox;
  readonly room: Room;
  readonly clock: PhoneClock;
  readonly markers: Markers;
  /** Of the session at the server, whoever's it is. */
  readonly proof: SessionProof;
};

export const openPhone = async (): Promise<OpenPhone> => {
  const { reportPhone } = useSession.getState();
  const device = openDevice();
  const room = openRoom(openBallast(), (isFull) => reportPhone({ isFull }));
  const clock = openPhoneClock({
    phone: Date.now,
    kept: await device.settings.get<Contact>("lastContact"),
    keep: (contact) => void device.settings.set("lastContact", contact).catch(onlyForTheNextStart),
    onSkew: (clockSkew) => reportPhone({ clockSkew }),
  });
  const { settings, shelf } = device;
  const roomy = { ...shelf, put: (key: string, box: string) => room.save(() => shelf.put(key, box)) };
  const outbox = openOutbox();
  const markers = markersIn(localStorage);
  const keyring = openKeyring(async (holder) => isAllSealed(await deviceId(settings, holder), markers, outbox));
  await removeWiped({ device, markers }).catch(onlyForTheNextStart);
  const proof = openSessionProof();
  return { device: { settings, shelf: roomy }, keyring, outbox, room, clock, markers, proof };
};

/** Whether a sealed copy of everything that a person had not sent, when it was last counted, lies here. */
const isAllSealed = async (device: string, markers: Markers, outbox: Outbox): Promise<boolean> => {
  const unsent = markers.all().find((marker) => marker.device === device)?.unsent ?? 0;
  return (await outbox.keys()).filter((key) => key.startsWith(`${device} `)).length >= unsent;
};

const onlyForTheNextStart = () => {};
