import type { Result } from "../../domain/model/result.ts";

/** One person's place on one phone, as the server knows it. Times are ISO 8601. */
export type ManagedPhone = {
  readonly device: string;
  readonly account: string;
  /** What kind of phone it is, as the browser says. */
  readonly label: string;
  /** What people call it. */
  readonly name?: string;
  /** What the account's work is, or was before it ended; absent in a list that an older server gave. */
  readonly roles?: readonly string[];
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

/** An account that goes to work at another site. */
export type Move = { readonly name: string; readonly from: string; readonly to: string };

/** `NotThere`: the account does not work at the site it was to leave. */
export type MoveError = PhonesError | { readonly type: "NoSuchSite" | "NotThere" };

/** The phones of the accounts that this account leads. */
export type ManagedPhones = {
  list(): Promise<Result<PhoneList, PhonesError>>;
  wipe(device: string): Promise<Result<void, PhonesError>>;
  /** An empty name takes it away. */
  name(device: string, name: string): Promise<Result<void, PhonesError>>;
  invite(name: string, site: string): Promise<Result<Invitation, PhonesError>>;
  move(move: Move): Promise<Result<void, MoveError>>;
  end(account: string): Promise<Result<void, PhonesError>>;
};

/** What changes a phone in the list, or its account. */
export type PhoneActs = Pick<ManagedPhones, "wipe" | "name" | "move" | "end">;

/** Fetched by those who lead: nobody else's phone runs it. Rejects where it cannot be fetched. */
export type FetchPhones = () => Promise<ManagedPhones>;
