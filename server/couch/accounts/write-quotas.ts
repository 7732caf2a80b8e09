import { refuse } from "../refuse.ts";
import { isServerAdmin, type UserContext } from "./user-context.ts";

/** What an account may send to be written within a minute. Bytes are characters of JSON. */
export type WriteQuota = { readonly documents: number; readonly bytes: number };

/** A shelter that comes back after days brings 5,000 documents at once, and may do so twice. */
export const USUAL_QUOTA: WriteQuota = { documents: 12_000, bytes: 48 * 1024 * 1024 };

export type WriteQuotas = {
  /** Counts what is about to be written; refuses (429) what goes beyond. Server administrators are not counted. */
  readonly take: (user: UserContext, texts: readonly { readonly text: string }[]) => void;
};

const WINDOW_MS = 60_000;
const MOST_ACCOUNTS = 10_000;

export const openWriteQuotas = (most: WriteQuota, now: () => number = Date.now): WriteQuotas => {
  const windows = new Map<string, { documents: number; bytes: number; readonly until: number }>();
  const windowOf = (name: string) => {
    const known = windows.get(name);
    if (known && known.until > now()) return known;
    const fresh = { documents: 0, bytes: 0, until: now() + WINDOW_MS };
    windows.delete(name);
    windows.set(name, fresh);
    const [oldest] = windows.keys();
    if (windows.size > MOST_ACCOUNTS && oldest !== undefined) windows.delete(oldest);
    return fresh;
  };
  return {
    take: (user, texts) => {
      if (isServerAdmin(user)) return;
      const window = windowOf(user.name ?? "");
      const documents = window.documents + texts.length;
      const bytes = texts.reduce((sum, { text }) => sum + text.length, window.bytes);
      if (documents > most.documents || bytes > most.bytes) {
        const seconds = Math.max(1, Math.ceil((window.until - now()) / 1000));
        refuse(429, "too_many_requests", "Too much at once.", { "retry-after": String(seconds) });
      }
      Object.assign(window, { documents, bytes });
    },
  };
};
