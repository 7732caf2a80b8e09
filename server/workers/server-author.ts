import type { Author } from "../../src/domain/merge/next-version.ts";
import { serverAccount } from "../../src/domain/rights/server-account.ts";

/** The name that the server's own writes carry in stamps. */
export const serverDevice = serverAccount;

/** `at` must follow from what is done, so that two servers that do it at once write the same. */
export const serverAuthor = (at: string): Author => ({ by: serverDevice, device: serverDevice, at });
