import { leaseIn } from "../../device/lease.ts";
import { useSession } from "../../session/use-session.ts";
import type { Server } from "../../sync/connection/server.ts";
import { type DeviceToken, fetchRemoteCommand } from "../../sync/phones/remote-commands.ts";
import type { OpenPhone } from "../start/open-phone.ts";
import { endSession, wipe } from "./wipe.ts";

type CommandedPhone = Pick<OpenPhone, "device" | "keyring" | "markers" | "clock">;

/** Remembers how one person's place on this phone asks about itself; in clear, for it is asked while the phone is locked, too. */
export const storeDeviceToken = ({ device }: CommandedPhone, holder: string, token: DeviceToken): Promise<void> =>
  device.settings.set(`papers:${holder}`, token);

/**
 * Asks the server about everybody who works with this phone, and does what it says: the keys of whose phone was reported lost go, the
 * others may read on for a while. True if the keys of one went.
 */
export const applyRemoteCommands = async (phone: CommandedPhone, server: Server): Promise<boolean> => {
  const all = [...(await phone.device.settings.under<DeviceToken>("papers:"))];
  const applied = await Promise.all(all.map(([holder, token]) => applyCommand(phone, server, holder, token)));
  const { phone: now, reportPhone } = useSession.getState();
  reportPhone({ commandChecks: now.commandChecks + 1 });
  return applied.includes(true);
};

const applyCommand = async (
  phone: CommandedPhone,
  server: Server,
  holder: string,
  token: DeviceToken,
): Promise<boolean> => {
  const answer = await fetchRemoteCommand(server, token);
  if (!answer.ok) return false;
  if (answer.value.order === "wipe") {
    await phone.device.settings.remove(`papers:${holder}`);
    await wipe(phone, [holder]);
    await endSession(phone, server);
    return true;
  }
  await leaseIn(phone.device.settings, holder).heard(answer.value.leaseUntil, phone.clock.now());
  return false;
};
