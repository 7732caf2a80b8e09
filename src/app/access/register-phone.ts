import { deviceId } from "../../device/device-id.ts";
import type { Passport } from "../../device/outbox/seal-write.ts";
import type { Server } from "../../sync/connection/server.ts";
import { introduce } from "../../sync/phones/register-phone.ts";
import type { OpenPhone } from "../start/open-phone.ts";
import { phoneLabel } from "./phone-label.ts";
import { keepPapers } from "./remote-commands.ts";
import { resetCodeKept } from "./send-pending-password.ts";
import type { Person } from "./sign-in-or-unlock.ts";

/**
 * Tells the server of one person on this phone, and keeps what it gives: keys to seal what is not sent, and what lets the phone ask
 * about itself. Nothing where the server does not answer; the next contact asks again.
 */
export const introducePhone = async (
  phone: Pick<OpenPhone, "device" | "keyring" | "markers" | "clock">,
  server: Server,
  { account, keys, locker }: Pick<Person, "account" | "keys" | "locker">,
): Promise<Passport | undefined> => {
  const device = await deviceId(phone.device.settings, keys.holder);
  const reset = await locker.settings.get<string>(resetCodeKept);
  const introduced = await introduce(server, { by: account.name, device, label: phoneLabel(navigator), reset });
  if (!introduced.ok) return undefined;
  if (reset !== undefined) await locker.settings.remove(resetCodeKept);
  const { passport, contact } = introduced.value;
  await locker.settings.set("passport", passport);
  await keepPapers(phone, keys.holder, { device, contact });
  return passport;
};
