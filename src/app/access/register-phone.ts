import { deviceId } from "../../device/device-id.ts";
import type { SealingCredentials } from "../../device/outbox/seal-write.ts";
import type { Server } from "../../sync/connection/server.ts";
import { requestRegistration } from "../../sync/phones/register-phone.ts";
import type { OpenPhone } from "../start/open-phone.ts";
import { phoneLabel } from "./phone-label.ts";
import { storeDeviceToken } from "./remote-commands.ts";
import { pendingResetCodeKey } from "./send-pending-password.ts";
import type { UnlockedUser } from "./unlocked-user.ts";

/**
 * Tells the server of one person on this phone, and keeps what it gives: keys to seal what is not sent, and what lets the phone ask
 * about itself. Nothing where the server does not answer; the next contact asks again. `open`: the name of their store in stamps, where it
 * is open; what the browser dropped under it must not get another name.
 */
export const registerPhone = async (
  phone: Pick<OpenPhone, "device" | "keyring" | "markers" | "clock">,
  server: Server,
  { account, keys, privateStore }: Pick<UnlockedUser, "account" | "keys" | "privateStore">,
  open?: string,
): Promise<SealingCredentials | undefined> => {
  const device = open ?? (await deviceId(phone.device.settings, keys.holder));
  const reset = await privateStore.settings.get<string>(pendingResetCodeKey);
  const introduced = await requestRegistration(server, {
    by: account.name,
    device,
    label: phoneLabel(navigator),
    reset,
  });
  if (!introduced.ok) return undefined;
  if (reset !== undefined) await privateStore.settings.remove(pendingResetCodeKey);
  const { passport: sealingCredentials, contact } = introduced.value;
  await privateStore.settings.set("passport", sealingCredentials);
  await storeDeviceToken(phone, keys.holder, { device, contact });
  return sealingCredentials;
};
