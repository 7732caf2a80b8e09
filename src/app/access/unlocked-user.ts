import type { UnlockedKeys } from "../../device/keyring/unlocked-keys.ts";
import type { PrivateStore } from "../../device/private-store/open-private-store.ts";
import type { Credential } from "../../device/private-store/stored-credential.ts";
import type { Account } from "../../sync/connection/account.ts";

/** Who has unlocked the phone: their account as far as this phone knows it, their keys and what they left here. */
export type UnlockedUser = {
  readonly account: Account;
  readonly keys: UnlockedKeys;
  readonly privateStore: PrivateStore;
  /** Signs in again without asking; without a session where the password was forgotten. */
  readonly credential?: Credential | undefined;
};
