import type { Dexie, Table } from "dexie";
import { err, ok, type Result } from "../../domain/model/result.ts";
import { unwrap, wrap } from "./aes-gcm.ts";
import { freshDerivation } from "./derivation-settings.ts";
import { type Holder, ownPlace, ownUses, type ResetBox, randomString } from "./holder.ts";
import { withResetCode } from "./new-holder.ts";
import { keyFromPassphrase, openerFrom } from "./passphrase-key.ts";
import { isOldResetCode, isResetCode } from "./reset-code.ts";
import { type Changing, openResetTries, type ResetError } from "./reset-tries.ts";
import type { UnlockedKeys } from "./unlocked-keys.ts";

/** `resetCode` is for the account's lead; it is known now and never again. */
export type Renewed = { readonly keys: UnlockedKeys; readonly resetCode: string };

/** Done before the code opens anything. */
export type KeepCode = (renewed: Renewed) => Promise<void>;

/** The keyring, as far as a code changes it. */
export type ResetParts = {
  readonly database: Dexie;
  readonly holders: Table<Holder, string>;
  unlocked(holder: Holder, own: CryptoKey): Promise<UnlockedKeys>;
};

/** A new passphrase for the keys that the code opens, whosever they are. Fetched when somebody has forgotten theirs. */
export const resetKeys = async (
  { database, holders, unlocked }: ResetParts,
  { code, after, prepare }: { readonly code: string; readonly after: string; readonly prepare?: KeepCode | undefined },
): Promise<Result<Renewed, ResetError>> => {
  const tries = openResetTries(database, holders);
  if (!isResetCode(code)) return err(await tries.refusal());
  for (const holder of await tries.count()) {
    const { id } = holder;
    const own = await openedByReset(holder, code);
    if (!own) continue;
    await tries.right(id);
    const derivation = freshDerivation(randomString(16));
    // One after the other: each takes 64 MiB.
    const byPassphrase = await wrap(await keyFromPassphrase(after, derivation), ownPlace(id), own);
    const next = await withResetCode(id, own);
    const renewed = { keys: await unlocked(holder, own), resetCode: next.code };
    await prepare?.(renewed);
    const isThere = await keepReset(holders, id, { reset: next.sealed, derivation, byPassphrase });
    return isThere ? ok(renewed) : err({ type: "ResetCodeVoid" });
  }
  return err(await tries.wrong());
};

type Renewing = {
  readonly id: string;
  readonly keys: UnlockedKeys;
  readonly keepCode: KeepCode;
};

/** Another code for the same keys. It is handed on before it opens anything. */
export const renewCode = async (
  holders: ResetParts["holders"],
  own: CryptoKey,
  { id, keys, keepCode }: Renewing,
): Promise<void> => {
  const next = await withResetCode(id, own);
  await keepCode({ keys, resetCode: next.code });
  await keepReset(holders, id, { reset: next.sealed });
};

/** Puts the box of a new code into its place. Answers whether there is one: 0 or 1. */
const keepReset = (
  holders: ResetParts["holders"],
  id: string,
  renewed: Partial<Holder> & { readonly reset: ResetBox },
): Promise<number> =>
  holders.where({ id }).modify((holder: Partial<Changing>) => {
    delete holder.byReset;
    delete holder.resetTries;
    Object.assign(holder, renewed);
  });

/** The person's own key, to be sealed anew, where it is their code; nothing where it is not. */
export const openedByReset = async ({ id, reset, byReset }: Holder, code: string): Promise<CryptoKey | undefined> => {
  const isOld = isOldResetCode(code);
  const box = isOld ? byReset : reset?.box;
  if (box === undefined) return undefined;
  const by =
    isOld || !reset ? await keyFromLetters(code) : await keyFromPassphrase(code, reset.derivation, "reset code");
  return unwrap(by, ownPlace(id), box, ownUses, true).catch(isAnothers);
};

const isAnothers = () => undefined;

/** An older app's, of 130 bits. */
const keyFromLetters = (code: string): Promise<CryptoKey> => openerFrom(new TextEncoder().encode(code), "reset code");
