import type { UserContext } from "../accounts/user-context.ts";
import type { Database } from "../store/database.ts";

/**
 * A new version put before the validation functions: JSON texts, `oldDoc` null where there is none. Made only when
 * somebody looks, since most databases have nothing to validate most of the time.
 */
export type Check = { readonly id: string; readonly newDoc: () => string; readonly oldDoc: () => string | null };

/** Why one document of a batch was not written; `status` counts where it was sent alone. */
export type RowError = { readonly status: number; readonly error: string; readonly reason: string };

/** Who writes where, and what has to agree. `validate` answers in the order of the checks, undefined for yes. */
export type WriteContext = {
  readonly database: Database;
  readonly user: UserContext;
  readonly validate: (checks: readonly Check[]) => (RowError | undefined)[];
};

/** What became of one document: `rev` as written (or as sent, for a replica), `error` where it was not. */
export type Written = { readonly id: string; readonly rev: string; readonly error?: RowError };

export const CONFLICT: RowError = { status: 409, error: "conflict", reason: "Document update conflict." };
