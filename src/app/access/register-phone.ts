import { deviceId } from "../device/device-id.ts";
import type { Passport } from "../device/outbox/seal-write.ts";
import type { Server } from "../sync/connection/server.ts";
import { introduce } from "../sync/phones/register-phone.ts";
import { resetCodeKept } from "./after-reset.ts";
import type { OpenPhone } from "./open-phone.ts";
import { keepPapers } from "./orders.ts";
import type { Person } from "./person.ts";
import { phoneLabel } from "./phone-label.ts";

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
