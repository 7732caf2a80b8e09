import Dexie, { type Table } from "dexie";
import { err, ok, type Result } from "../../domain/model/result.ts";
import { openAgain } from "../storage/open-again.ts";
import { unwrap, wrap } from "./aes-gcm.ts";
import { freshDerivation } from "./derivation-settings.ts";
import { type Holder, isNamed, ownPlace, ownUses, randomString } from "./holder.ts";
import { keyFromPasskey } from "./passkey.ts";
import { keyFromPassphrase } from "./passphrase-key.ts";
import type { KeepCode, Renewed } from "./reset-keys.ts";
import type { ResetError } from "./reset-tries.ts";
import { afterWrongAttempt, isLimitReached, noAttempts, remainingWait } from "./unlock-attempts.ts";
import { type AddKeys, type TakeKeys, type UnlockedKeys, unlockedKeysOf } from "./unlocked-keys.ts";

/** The keys of everybody who works with this phone, each sealed by a secret that only they have. In an IndexedDB of its own. */
export type Keyring = {
  /** The account that is asked to unlock after a start; undefined on a new phone or after signing out. */
  last(): Promise<Locked | undefined>;
  /** The person whose account has this name, if they have worked with this phone. */
  find(name: string): Promise<Locked | undefined>;
  /**
   * Makes keys for an account that is new on this phone. Keys that the same name had before open nothing any more; those that another tab made just
   * now are theirs, and it has the code.
   */
  enrol(name: string, passphrase: string): Promise<Enrolled>;
  /** `keepCode` keeps a new reset code for the account's lead, where the one before is void or an older app's. */
  unlock(holder: string, passphrase: string, keepCode?: KeepCode): Promise<Result<UnlockedKeys, UnlockError>>;
  unlockByPasskey(holder: string, keepCode?: KeepCode): Promise<Result<UnlockedKeys, PasskeyError>>;
  /** A new passphrase for the same keys. */
  changePassphrase(holder: string, before: string, after: string): Promise<Result<void, UnlockError>>;
  /**
   * A new passphrase for the keys that this code opens, whosever they are. The code opens nothing any more; the next one is answered.
   * `prepare` is done before: where it fails, or the phone dies in it, the code is good for another try. Five wrong codes make all codes void.
   */
  reset(code: string, after: string, prepare?: KeepCode): Promise<Result<Renewed, ResetError>>;
  /** From now on a fingerprint opens what the passphrase opens. */
  addPasskey(holder: string, passphrase: string): Promise<Result<void, UnlockError | PasskeyError>>;
  signOut(holder: string): Promise<void>;
  /** Everybody who has keys here. */
  holders(): Promise<readonly string[]>;
  /** Nothing that these keys sealed can be read again, by anybody. */
  destroy(holder: string): Promise<void>;
};

export type Enrolled = Pick<Renewed, "keys"> & Partial<Renewed>;

export type Locked = {
  readonly holder: string;
  readonly hasPasskey: boolean;
  /** Their reset code is an older app's, of letters. */
  readonly hasLetters?: true;
};

export type UnlockError =
  | { readonly type: "WrongPassphrase" }
  | { readonly type: "WaitAfterWrongPassphrases"; readonly seconds: number }
  /** None are here (any more): the browser dropped them, a wipe did, or a sign-in was not finished. */
  | { readonly type: "KeysDestroyed" }
  /** Just now, for this was the tenth wrong passphrase. */
  | { readonly type: "DestroyedAfterTries" };

export type PasskeyError = { readonly type: "NoPasskey" };

/** `mayDestroy`: whether copies of everything unsent outlive the keys; until then wrong passphrases only wait. */
export const openKeyring = (
  mayDestroy: (holder: string) => Promise<boolean>,
  now: () => number = Date.now,
  name = "prystan-keyring",
): Keyring => {
  const database = openAgain(new Dexie(name, { chromeTransactionDurability: "strict" }));
  database.version(1).stores({ holders: "id" });
  database.version(2).stores({ holders: "id", destroyed: "id" });
  const holders = database.table("holders") as Table<Holder, string>;
  /** Whose keys were destroyed, so that no open page puts them back. */
  const destroyed = database.table("destroyed") as Table<{ readonly id: string }, string>;

  const destroy = (id: string): Promise<void> =>
    database.transaction("rw", holders, destroyed, async () => {
      await destroyed.put({ id });
      await holders.delete(id);
    });
  const addKeys: AddKeys = (holder, made) =>
    database.transaction("rw", holders, destroyed, async () => {
      if (await destroyed.get(holder.id)) return false;
      const there = await holders.get(holder.id);
      const keys = there ? { ...made, ...there.keys } : { ...holder.keys, ...made };
      const isAllThere = there && Object.keys(keys).length === Object.keys(there.keys).length;
      if (!isAllThere) await holders.put({ ...(there ?? holder), keys });
      return keys;
    });
  const takeKeys: TakeKeys = (id, entries) =>
    database.transaction("rw", holders, async () => {
      const there = await holders.get(id);
      if (!there) return;
      const keys = Object.fromEntries(Object.entries(there.keys).filter(([entry]) => !entries.includes(entry)));
      await holders.put({ ...there, keys });
    });
  const unlocked = async (holder: Holder, own: CryptoKey): Promise<UnlockedKeys> => {
    const opened = { ...holder, tries: noAttempts, lastAt: now() };
    await holders.update(holder.id, { tries: noAttempts, lastAt: opened.lastAt });
    return unlockedKeysOf(opened, own, addKeys, takeKeys);
  };
  /**
   * Counts a try before it is tried: who closes the page in between has used it, and two tabs at once have used two.
   */
  const countTry = (id: string): Promise<Result<Holder, UnlockError>> =>
    database.transaction("rw", holders, async () => {
      const holder = await holders.get(id);
      if (!holder) return err({ type: "KeysDestroyed" } as const);
      const wait = remainingWait(holder.tries, now());
      if (wait > 0) return err({ type: "WaitAfterWrongPassphrases", seconds: Math.ceil(wait / 1000) } as const);
      const tries = afterWrongAttempt(holder.tries, now());
      await holders.update(id, { tries });
      return ok({ ...holder, tries });
    });
  /** The person's own key, if the passphrase opens it. Each call is a try. */
  const tryPassphrase = async (id: string, passphrase: string, toBeWrapped = false): Promise<Tried> => {
    const counted = await countTry(id);
    if (!counted.ok) return counted;
    const holder = counted.value;
    const by = await keyFromPassphrase(passphrase, holder.derivation);
    try {
      const own = await unwrap(by, ownPlace(id), holder.byPassphrase, ownUses, toBeWrapped);
      const opened = { tries: noAttempts, lastAt: now() };
      await holders.update(id, opened);
      const reopen = () => unwrap(by, ownPlace(id), holder.byPassphrase, ownUses, true);
      return ok({ holder: { ...holder, ...opened }, own, reopen });
    } catch {
      if (!isLimitReached(holder.tries) || !(await mayDestroy(id))) return err({ type: "WrongPassphrase" });
      await destroy(id);
      return err({ type: "DestroyedAfterTries" });
    }
  };

  /** A code in place of one that is void, or that an older app made. Where that fails, the phone opens all the same, and the next time tries again. */
  const renewCode = async (
    { id, reset }: Holder,
    keys: UnlockedKeys,
    reopen: () => Promise<CryptoKey>,
    keepCode: KeepCode | undefined,
  ): Promise<UnlockedKeys> => {
    if (!reset && keepCode)
      await import("./reset-keys.ts")
        .then(async (parts) => parts.renewCode(holders, await reopen(), { id, keys, keepCode }))
        .catch(() => undefined);
    return keys;
  };

  const enrol = async (account: string, passphrase: string): Promise<Enrolled> => {
    const known = await holders.toArray();
    const before = await named(known, account);
    const { newHolder } = await import("./new-holder.ts");
    const { holder, own, resetCode } = await newHolder(account, passphrase);
    const isNew = (id: string) => known.every((other) => other.id !== id);
    const isAdded = await database.transaction("rw", holders, async () => {
      if ((await holders.toCollection().primaryKeys()).some(isNew)) return false;
      if (before) await holders.delete(before.id);
      await holders.add(holder);
      return true;
    });
    if (isAdded) return { keys: await unlocked(holder, own), resetCode };
    const theirs = await named(
      (await holders.toArray()).filter(({ id }) => isNew(id)),
      account,
    );
    const tried = theirs && (await tryPassphrase(theirs.id, passphrase));
    if (!tried?.ok) return enrol(account, passphrase); // another tab's keys, under another passphrase
    return { keys: unlockedKeysOf(tried.value.holder, tried.value.own, addKeys, takeKeys) };
  };

  return {
    last: async () => {
      const here = (await holders.toArray()).filter(({ lastAt }) => lastAt !== undefined);
      return here.sort((a, b) => (b.lastAt ?? 0) - (a.lastAt ?? 0)).map(locked)[0];
    },
    find: async (account) => {
      const holder = await named(await holders.toArray(), account);
      return holder && locked(holder);
    },
    enrol,
    unlock: async (id, passphrase, keepCode) => {
      const tried = await tryPassphrase(id, passphrase);
      if (!tried.ok) return tried;
      const { holder, own, reopen } = tried.value;
      return ok(await renewCode(holder, unlockedKeysOf(holder, own, addKeys, takeKeys), reopen, keepCode));
    },
    unlockByPasskey: async (id, keepCode) => {
      const holder = await holders.get(id);
      const by = holder?.passkey && (await keyFromPasskey(holder.passkey));
      if (!holder?.passkey || !by) return err({ type: "NoPasskey" });
      const { box } = holder.passkey;
      const keys = await unlocked(holder, await unwrap(by, ownPlace(id), box, ownUses));
      return ok(await renewCode(holder, keys, () => unwrap(by, ownPlace(id), box, ownUses, true), keepCode));
    },
    changePassphrase: async (id, before, after) => {
      const tried = await tryPassphrase(id, before, true);
      if (!tried.ok) return tried;
      const derivation = freshDerivation(randomString(16));
      const by = await keyFromPassphrase(after, derivation);
      await holders.update(id, { derivation, byPassphrase: await wrap(by, ownPlace(id), tried.value.own) });
      return ok(undefined);
    },
    reset: async (code, after, prepare) => {
      const { resetKeys } = await import("./reset-keys.ts");
      return resetKeys({ database, holders, unlocked }, { code, after, prepare });
    },
    addPasskey: async (id, passphrase) => {
      const tried = await tryPassphrase(id, passphrase, true);
      if (!tried.ok) return tried;
      const { newPasskey } = await import("./new-passkey.ts");
      const made = await newPasskey(id, randomString(32));
      if (!made) return err({ type: "NoPasskey" });
      const { key, ...passkey } = made;
      await holders.update(id, { passkey: { ...passkey, box: await wrap(key, ownPlace(id), tried.value.own) } });
      return ok(undefined);
    },
    signOut: async (id) => {
      await holders.where({ id }).modify((holder: { lastAt?: number }) => {
        delete holder.lastAt;
      });
    },
    holders: () => holders.toCollection().primaryKeys(),
    destroy,
  };
};

const named = async (holders: readonly Holder[], account: string): Promise<Holder | undefined> => {
  for (const holder of holders) if (await isNamed(holder, account)) return holder;
  return undefined;
};

/** `reopen`: the same key, to be sealed anew. */
type Tried = Result<
  { readonly holder: Holder; readonly own: CryptoKey; readonly reopen: () => Promise<CryptoKey> },
  UnlockError
>;

const locked = ({ id, passkey, byReset }: Holder): Locked => ({
  holder: id,
  hasPasskey: passkey !== undefined,
  ...(byReset && { hasLetters: true }),
});
