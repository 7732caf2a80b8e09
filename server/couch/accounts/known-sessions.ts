import { isGenuine, readSession, type Session } from "./session-cookie.ts";

/** Reads sessions and tells genuine ones. Both follow from the text alone, and a phone sends its own with each request: they are remembered. */
export type KnownSessions = {
  /** The session in a Cookie header, genuine or not; undefined if there is none or it is rubbish. */
  readonly readSession: (cookies: string | undefined) => Session | undefined;
  /** Whether this server gave a session to an account of this salt. With another password, and so another salt, it is asked anew. */
  readonly isGenuine: (session: Session, salt: string) => boolean;
};

const MOST_REMEMBERED = 2_000;
/** Characters of a Cookie header: nobody fills the memory with longer ones. */
const LONGEST = 512;

export const openKnownSessions = (secret: string): KnownSessions => {
  const sessions = new Map<string, Session>();
  const salts = new WeakMap<Session, string>();
  return {
    readSession: (cookies) => {
      if (cookies === undefined || cookies.length > LONGEST) return readSession(cookies);
      const known = sessions.get(cookies);
      if (known) return known;
      const session = readSession(cookies);
      if (sessions.size >= MOST_REMEMBERED) sessions.clear();
      if (session) sessions.set(cookies, session);
      return session;
    },
    isGenuine: (session, salt) => {
      if (salts.get(session) === salt) return true;
      if (!isGenuine(session, salt, secret)) return false;
      salts.set(session, salt);
      return true;
    },
  };
};
