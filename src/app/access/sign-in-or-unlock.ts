import { isInClear } from "../../device/keyring/names-on-disk.ts";
import type { PasskeyError, UnlockError } from "../../device/keyring/open-keyring.ts";
import type { KeepCode } from "../../device/keyring/reset-keys.ts";
import type { ResetError } from "../../device/keyring/reset-tries.ts";
import { serverPassword } from "../../device/keyring/server-password.ts";
import type { UnlockedKeys } from "../../device/keyring/unlocked-keys.ts";
import { openPrivateStore } from "../../device/private-store/open-private-store.ts";
import { storedCredentialIn } from "../../device/private-store/stored-credential.ts";
import { err, ok, type Result } from "../../domain/model/result.ts";
import { type Account, type SignInError, signIn } from "../../sync/connection/account.ts";
import type { Server } from "../../sync/connection/server.ts";
import type { OpenPhone } from "../start/open-phone.ts";
import { pendingResetCodeKey } from "./send-pending-password.ts";
import type { UnlockedUser } from "./unlocked-user.ts";
import { wipe } from "./wipe.ts";

export type AccessError =
  | SignInError
  | UnlockError
  | PasskeyError
  | ResetError
  | Unexpected
  | { readonly type: "OldPassphraseNeeded" };

/** The phone's storage failed: the page says so, and the volunteer may try again. */
export type Unexpected = { readonly type: "Unexpected" };

/** Takes the place of an old passphrase; it cannot be typed. */
export const startOver: unique symbol = Symbol("anew");

export type AccessAttempt = {
  readonly name: string;
  readonly passphrase: string;
  /** Where the server knows a newer passphrase than this phone: the one before, or that everything here is given up. */
  readonly before?: string | typeof startOver | undefined;
};

/**
 * Opens the phone by name and passphrase: without a network where the account has worked with this phone before, else by asking the
 * server once. A passphrase that the server knows and the phone does not is a new one: the old one is asked for, too, so that what was
 * not sent stays.
 */
export const signInOrUnlock = async (
  phone: OpenPhone,
  server: Server,
  { name, passphrase, before }: AccessAttempt,
): Promise<Result<UnlockedUser, AccessError>> => {
  const known = await phone.keyring.find(name);
  // Who gives the old one, too, has been told that the new one does not open it: that is no second wrong try.
  const unlocked = known && before === undefined ? await unlock(phone, known.holder, passphrase) : undefined;
  if (unlocked?.ok) return ok(await withCredential(unlocked.value, passphrase));
  if (unlocked?.error.type === "WaitAfterWrongPassphrases") return unlocked;
  const password = await serverPassword(name, passphrase);
  const signedIn = await signIn(server, name, password);
  if (!signedIn.ok) return unlocked && signedIn.error.type === "NoNetwork" ? unlocked : signedIn;
  if (unlocked?.error.type === "WrongPassphrase") return err({ type: "OldPassphraseNeeded" });
  if (known && typeof before === "string") {
    const changed = await phone.keyring.changePassphrase(known.holder, before, passphrase);
    const opened = changed.ok ? await unlock(phone, known.holder, passphrase) : changed;
    return opened.ok ? ok(await withCredential({ ...opened.value, credential: undefined }, passphrase)) : opened;
  }
  const account = signedIn.value;
  const { keys, resetCode } = await phone.keyring.enrol(name, passphrase);
  const credential = { name: account.name, password };
  const user = { account, keys, privateStore: openPrivateStore(phone.device.sealedStore, keys), credential };
  if (resetCode !== undefined) await user.privateStore.settings.set(pendingResetCodeKey, resetCode);
  await rememberUser(user);
  const { registerPhone } = await import("./register-phone.ts");
  await registerPhone(phone, server, user);
  return ok(user);
};

/** Lets the person in who was here last; needs no network. */
export const unlock = async (
  phone: OpenPhone,
  holder: string,
  passphrase: string,
): Promise<Result<UnlockedUser, UnlockError>> => {
  const unlocked = await phone.keyring.unlock(holder, passphrase, keepNextCode(phone));
  if (unlocked.ok) return personWith(phone, unlocked.value);
  if (unlocked.error.type === "DestroyedAfterTries") await wipe(phone, [holder]);
  return unlocked;
};

export const unlockByPasskey = async (
  phone: OpenPhone,
  holder: string,
): Promise<Result<UnlockedUser, PasskeyError | UnlockError>> => {
  const unlocked = await phone.keyring.unlockByPasskey(holder, keepNextCode(phone));
  return unlocked.ok ? personWith(phone, unlocked.value) : unlocked;
};

/** The lead gets it at the next contact. */
const keepNextCode =
  (phone: OpenPhone): KeepCode =>
  ({ keys, resetCode }) =>
    openPrivateStore(phone.device.sealedStore, keys).settings.set(pendingResetCodeKey, resetCode);

/** Keys without the account they belong to were made by a sign-in that the phone did not finish. */
export const personWith = async (phone: OpenPhone, keys: UnlockedKeys): Promise<Result<UnlockedUser, UnlockError>> => {
  const { sealedStore } = phone.device;
  if (keys.entries().some(isInClear))
    await (await import("../../device/private-store/hide-names.ts")).hideNames(sealedStore, keys).catch(nextTime);
  const privateStore = openPrivateStore(sealedStore, keys);
  const [account, credential] = await Promise.all([
    privateStore.settings.get<Account>("account"),
    storedCredentialIn(privateStore).read(),
  ]);
  return account ? ok({ account, keys, privateStore, credential }) : err({ type: "KeysDestroyed" });
};

/** Whoever signed out took it along. */
const withCredential = async (user: UnlockedUser, passphrase: string): Promise<UnlockedUser> => {
  if (user.credential) return user;
  const { name } = user.account;
  const again = { ...user, credential: { name, password: await serverPassword(name, passphrase) } };
  await rememberUser(again);
  return again;
};

/** Leaves on the phone what lets this person in the next time. */
export const rememberUser = async ({ account, privateStore, credential }: UnlockedUser): Promise<void> => {
  await privateStore.settings.set("account", account);
  if (credential) await storedCredentialIn(privateStore).keep(credential);
};

/** A full phone opens all the same. */
const nextTime = () => {};
