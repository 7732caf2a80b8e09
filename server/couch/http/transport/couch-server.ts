import type { Accounts } from "../../accounts/accounts.ts";
import type { WriteQuotas } from "../../accounts/write-quotas.ts";
import type { OpenFeeds } from "../../feeds/open-feeds.ts";
import type { DiskGuard } from "../../store/disk-guard.ts";
import type { Store } from "../../store/open-store.ts";
import type { Turn } from "../../turns.ts";
import type { Validators } from "../../validation/validators.ts";

/** Everything the endpoints work with. Sizes in bytes, times in seconds. */
export type CouchServer = {
  readonly store: Store;
  readonly accounts: Accounts;
  readonly validators: Validators;
  readonly disk: DiskGuard;
  readonly turnOf: () => Turn;
  readonly quotas: WriteQuotas;
  readonly feeds: OpenFeeds;
  readonly maxDocumentBytes: number;
  readonly maxAccountDocumentBytes: number;
  readonly maxBodyBytes: number;
  readonly sessionSeconds: number;
  readonly secureCookies: boolean;
};
