import type { UnlockError } from "../../device/keyring/open-keyring.ts";
import type { ResetError } from "../../device/keyring/reset-tries.ts";
import { serverPassword } from "../../device/keyring/server-password.ts";
import type { Result } from "../../domain/model/result.ts";
import type { OpenPhone } from "../start/open-phone.ts";
import { pendingPasswordKey, pendingResetCodeKey } from "./send-pending-password.ts";
import { personWith } from "./sign-in-or-unlock.ts";
import type { UnlockedUser } from "./unlocked-user.ts";

/** Opens the phone for a volunteer who forgot the passphrase and has a code from their lead. Needs no network; the server is told later. */
export const unlockByResetCode = async (
  phone: OpenPhone,
  code: string,
  passphrase: string,
): Promise<Result<UnlockedUser, ResetError | UnlockError>> => {
  const renewed = await phone.keyring.reset(code, passphrase, async ({ keys, resetCode }) => {
    const opened = await personWith(phone, keys);
    if (!opened.ok) return;
    const { account, privateStore } = opened.value;
    await privateStore.settings.set(pendingPasswordKey, await serverPassword(account.name, passphrase));
    await privateStore.settings.set(pendingResetCodeKey, resetCode);
  });
  return renewed.ok ? personWith(phone, renewed.value.keys) : renewed;
};
