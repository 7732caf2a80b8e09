import { openBallast } from "../device/ballast.ts";
import { type Markers, markersIn } from "../device/markers.ts";
import { type Device, openDevice } from "../device/open-device.ts";
import { openRoom, type Room } from "../device/room.ts";
import { useSession } from "../session/use-session.ts";
import { type Contact, openPhoneClock, type PhoneClock } from "../sync/phone-clock.ts";

/** What belongs to this phone, whoever is signed in: its own data, its room, its clock. */
export type OpenPhone = {
  readonly device: Device;
  readonly room: Room;
  readonly clock: PhoneClock;
  readonly markers: Markers;
};

export const openPhone = async (): Promise<OpenPhone> => {
  const { reportPhone } = useSession.getState();
  const opened = openDevice();
  const room = openRoom(openBallast(), (isFull) => reportPhone({ isFull }));
  const clock = openPhoneClock({
    phone: Date.now,
    kept: await opened.settings.get<Contact>("lastContact"),
    keep: (contact) => void opened.settings.set("lastContact", contact).catch(onlyForTheNextStart),
    onSkew: (clockSkew) => reportPhone({ clockSkew }),
  });
  const drafts = {
    ...opened.drafts,
    write: (draft: Parameters<typeof opened.drafts.write>[0]) => room.save(() => opened.drafts.write(draft)),
  };
  return { device: { ...opened, drafts }, room, clock, markers: markersIn(localStorage) };
};

const onlyForTheNextStart = () => {};
