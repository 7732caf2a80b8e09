import { openBallast } from "../device/ballast.ts";
import { type Keyring, openKeyring } from "../device/keyring/open-keyring.ts";
import { type Markers, markersIn } from "../device/markers.ts";
import { type Device, openDevice } from "../device/open-device.ts";
import { type Outbox, openOutbox } from "../device/outbox/open-outbox.ts";
import { openRoom, type Room } from "../device/room.ts";
import { useSession } from "../session/use-session.ts";
import { type Contact, openPhoneClock, type PhoneClock } from "../sync/phone-clock.ts";

/** What belongs to this phone, whoever is signed in: its own data, its room, its clock. */
export type OpenPhone = {
  readonly device: Device;
  readonly keyring: Keyring;
  readonly outbox: Outbox;
  readonly room: Room;
  readonly clock: PhoneClock;
  readonly markers: Markers;
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
  return {
    device: { settings, shelf: roomy },
    keyring: openKeyring(),
    outbox: openOutbox(),
    room,
    clock,
    markers: markersIn(localStorage),
  };
};

const onlyForTheNextStart = () => {};
