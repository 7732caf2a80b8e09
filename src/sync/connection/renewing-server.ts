import type { Answer, Server } from "./server.ts";

/** What signs an account in again without asking anybody. */
export type Credential = { readonly name: string; readonly password: string };

/**
 * A server whose session renews itself: browsers lose cookies (Chromium writes them only every 30 s, so a phone that dies soon
 * after signing in comes back without), and sessions end in the middle of a shift. The passphrase is not asked for again.
 * Where the session is another person's who worked with this phone, it gives way. A passphrase that no longer fits leaves the answer as it is: *sign in again*.
 */
export const renewingServer = (
  server: Server,
  name: string,
  credential: () => Promise<Credential | undefined>,
): Server => {
  let renewals = 0;
  let renewal: Promise<boolean> | undefined;
  const renew = async (): Promise<boolean> => {
    const known = await credential();
    const { ok } = known ? await server.post("_session", known) : { ok: false };
    if (ok) renewals += 1;
    return ok;
  };
  const retried = async <T>(call: () => Promise<Answer<T>>): Promise<Answer<T>> => {
    const before = renewals;
    const answer = await call();
    if (!isNotTheirs(answer, name)) return answer;
    // A slow answer may be about a session that another request has renewed since.
    if (renewals > before) return call();
    renewal ??= renew().finally(() => {
      renewal = undefined;
    });
    return (await renewal) ? call() : answer;
  };
  return {
    get: (path, options) => retried(() => server.get(path, options)),
    post: (path, body, options) =>
      path === "_session" ? server.post(path, body, options) : retried(() => server.post(path, body, options)),
    remove: (path) => server.remove(path),
  };
};

/** Refused for want of a session, CouchDB's polite way to say that there is none, or one that another account on this phone left. */
const isNotTheirs = (answer: Answer<unknown>, name: string): boolean => {
  if (!answer.ok) return answer.error.type === "signInNeeded";
  const { userCtx } = answer.value as { readonly userCtx?: { readonly name: string | null } };
  return userCtx !== undefined && userCtx.name !== name;
};
