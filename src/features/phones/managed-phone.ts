import type { Result } from "../../domain/model/result.ts";

/** One person's place on one phone, as the server knows it. Times are ISO 8601. */
export type ManagedPhone = {
  readonly device: string;
  readonly account: string;
  readonly label: string;
  readonly lastAt: string;
  readonly wipeAt?: string;
  /** When the phone heard that it is to be wiped. */
  readonly toldAt?: string;
  readonly hasEnded: boolean;
  /** Lets this person choose a new passphrase on this phone, once. */
  readonly reset?: string;
};

/** `at` (ISO 8601) where the server could not be asked: when it was asked last. */
export type PhoneList = { readonly phones: readonly ManagedPhone[]; readonly at?: string };

/** What a new volunteer's phone scans, the digits that are told beside it, and until when they work (ISO 8601). */
export type Invitation = { readonly link: string; readonly digits: string; readonly endsAt: string };

export type PhonesError = { readonly type: "NotReached" | "NotYours" | "NameTaken" };

/** The phones of the accounts that this account leads. */
export type ManagedPhones = {
  list(): Promise<Result<PhoneList, PhonesError>>;
  wipe(device: string): Promise<Result<void, PhonesError>>;
  invite(name: string, site: string): Promise<Result<Invitation, PhonesError>>;
  end(account: string): Promise<Result<void, PhonesError>>;
};

/** Fetched by those who lead: nobody else's phone runs it. Rejects where it cannot be fetched. */
export type FetchPhones = () => Promise<ManagedPhones>;
