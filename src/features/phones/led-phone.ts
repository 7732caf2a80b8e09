import type { Result } from "../../domain/result.ts";

/** One person's place on one phone, as the server knows it. Times are ISO 8601. */
export type LedPhone = {
  readonly device: string;
  readonly account: string;
  readonly label: string;
  readonly lastAt: string;
  readonly wipeAt?: string;
  /** When the phone heard that it is to be wiped. */
  readonly toldAt?: string;
  readonly hasEnded: boolean;
};

/** What a new volunteer's phone scans, and until when it works (ISO 8601). */
export type Invitation = { readonly link: string; readonly endsAt: string };

export type PhonesError = { readonly type: "NotReached" | "NotYours" | "NameTaken" };

/** The phones of those whom somebody leads. */
export type LedPhones = {
  list(): Promise<Result<readonly LedPhone[], PhonesError>>;
  wipe(device: string): Promise<Result<void, PhonesError>>;
  invite(name: string, site: string): Promise<Result<Invitation, PhonesError>>;
  end(account: string): Promise<Result<void, PhonesError>>;
};
