import type { PrivateStore } from "../../device/private-store/open-private-store.ts";
import { storedCredentialIn } from "../../device/private-store/stored-credential.ts";
import { changePassword, signIn } from "../../sync/connection/account.ts";
import type { Server } from "../../sync/connection/server.ts";

/** The code of the next reset, until the server has it. */
export const pendingResetCodeKey = "resetCode";
/** The password that goes with a passphrase chosen without a network, until the server has it. */
export const pendingPasswordKey = "nextPassword";

/** Tells the server of a passphrase that was chosen without it. The old password is still in the locker, and proves who asks. */
export const sendPendingPassword = async (
  server: Server,
  { settings }: Pick<PrivateStore, "settings">,
): Promise<void> => {
  const next = await settings.get<string>(pendingPasswordKey);
  if (next === undefined) return;
  const credentials = storedCredentialIn({ settings });
  const current = await credentials.read();
  if (current) {
    const { name, password } = current;
    const changed = await changePassword(server, { name, password, next });
    if (!changed.ok && changed.error.type !== "signInNeeded") return;
    // Refused: an answer that was lost may have changed it, or somebody else chose another one.
    if (changed.ok || (await signIn(server, name, next)).ok) await credentials.keep({ name, password: next });
  }
  await settings.remove(pendingPasswordKey);
};
