import type { Account } from "../../accounts/account.ts";
import { type Session, sessionCookie, writeSession } from "../../accounts/session-cookie.ts";
import { NOBODY, type UserContext } from "../../accounts/user-context.ts";
import { refuse } from "../../refuse.ts";
import type { CouchRequest } from "../transport/couch-request.ts";
import type { CouchServer } from "../transport/couch-server.ts";

type Anonymous = Omit<CouchRequest, "user" | "body" | "still">;
type Authenticated = {
  readonly user: UserContext;
  readonly headers?: Record<string, string>;
  /** Who it is by now, for an answer that goes on for long; undefined once the password was changed or the session is over. */
  readonly still: () => UserContext | undefined;
};

/** Finds out who sends the request: by the session cookie where it holds, which is renewed on the way, else by Basic. */
export const authenticate = async (server: CouchServer, request: Anonymous): Promise<Authenticated> => {
  const session = server.accounts.readSession(request.headers.cookie);
  const found = session && bySession(server, request, session);
  if (found) return found;
  const basic = readBasic(request.headers.authorization);
  return basic ? byPassword(server, basic, request.address) : nobody;
};

const nobody: Authenticated = { user: NOBODY, still: () => NOBODY };

export const refuseLogin = (): never => refuse(401, "unauthorized", "Name or password is incorrect.");

const readBasic = (header: string | undefined): [name: string, password: string] | undefined => {
  const [, encoded] = /^basic +([A-Za-z0-9+/=_-]+)$/i.exec(header ?? "") ?? [];
  if (encoded === undefined) return undefined;
  const text = Buffer.from(encoded, "base64").toString("utf8");
  const colon = text.indexOf(":");
  return colon < 0 ? undefined : [text.slice(0, colon), text.slice(colon + 1)];
};

const byPassword = async (
  { accounts }: CouchServer,
  [name, password]: [string, string],
  address: string,
): Promise<Authenticated> => {
  const account = (await accounts.prove(name, password, address)) ?? refuseLogin();
  const still = () => {
    const now = accounts.find(account.name);
    return now?.salt === account.salt ? userOf(now, "default") : undefined;
  };
  return { user: userOf(account, "default"), still };
};

const userOf = ({ name, roles }: Account, by: "cookie" | "default"): UserContext => ({ name, roles, by });

/** A session is renewed when a tenth of it has passed, so that an active user stays logged in. */
const RENEW_AFTER = 0.1;

const bySession = (server: CouchServer, request: Anonymous, session: Session): Authenticated | undefined => {
  const { sessionSeconds } = server;
  const account = accountOfSession(server, session);
  if (!account) return undefined;
  const age = ageOf(session);
  const user = { ...userOf(account, "cookie"), session: session.mac };
  const still = () => {
    const now = accountOfSession(server, session);
    return now && userOf(now, "cookie");
  };
  if (age < sessionSeconds * RENEW_AFTER) return { user, still };
  return { user, still, headers: { "set-cookie": newCookie(server, request, account.name, account.salt) } };
};

const CLOCK_SLACK = 60;

const ageOf = ({ time }: Session): number => Math.floor(Date.now() / 1000) - time;

/** Whose session it is; undefined where it is over or forged. */
export const accountOfSession = (
  { accounts, sessionSeconds }: Pick<CouchServer, "accounts" | "sessionSeconds">,
  session: Session,
): Account | undefined => {
  const account = accounts.find(session.name);
  const age = ageOf(session);
  const holds = age >= -CLOCK_SLACK && age < sessionSeconds;
  return account && holds && accounts.isGenuine(session, account.salt) ? account : undefined;
};

export const newCookie = (server: CouchServer, request: Anonymous, name: string, salt: string): string =>
  cookieWith(server, request, writeSession(name, salt, server.accounts.secret, server.accounts.sessionTime(name)));

/** The cookie with a value; "" takes it away. */
export const cookieWith = (
  { sessionSeconds, secureCookies }: CouchServer,
  { prefix }: Anonymous,
  value: string,
): string => sessionCookie(value, { path: prefix || "/", seconds: sessionSeconds, secure: secureCookies });
