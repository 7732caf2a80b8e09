import { createHash } from "node:crypto";
import type { Couch } from "../../couch/open-couch.ts";
import { type FindSessionUser, findSessionUser } from "./find-session-user.ts";
import type { LoginAttempt } from "./login-guard.ts";

/** What the front asks its store before it reads a body. */
export type KnownAccounts = {
  readonly whoAsks: FindSessionUser;
  /** Whether a password is right. */
  readonly proves: (attempt: LoginAttempt) => Promise<boolean>;
};

/** The accounts of a store in this process. */
export const accountsHere = (store: Couch): KnownAccounts => ({
  whoAsks: store.sessionUser,
  proves: ({ name, password, address }) => store.proves(name, password, address),
});

/** The accounts of a CouchDB; `base` is its address. A session is asked about every ten seconds at most. */
export const accountsElsewhere = (base: string, now: () => number = Date.now): KnownAccounts => {
  const find = findSessionUser(() => base);
  const asked = new Map<string, { readonly user: ReturnType<FindSessionUser>; readonly until: number }>();
  return {
    whoAsks: (cookie) => {
      const key = createHash("sha256").update(cookie).digest("base64");
      const known = asked.get(key);
      if (known && known.until > now()) return known.user;
      const user = find(cookie).catch(() => {
        asked.delete(key); // was not answered: that is no answer to remember
        return undefined;
      });
      asked.delete(key);
      asked.set(key, { user, until: now() + rememberedMs });
      const [oldest] = asked.keys();
      if (asked.size > mostRemembered && oldest !== undefined) asked.delete(oldest);
      return user;
    },
    proves: async ({ name, password, address }) => {
      const authorization = `Basic ${Buffer.from(`${name}:${password}`).toString("base64")}`;
      const answer = await fetch(`${base}/_session`, { headers: { authorization, "x-forwarded-for": address } });
      await answer.text();
      return answer.ok;
    },
  };
};

const rememberedMs = 10_000;
const mostRemembered = 5_000;
