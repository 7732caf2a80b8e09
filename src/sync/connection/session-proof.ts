import { base64url } from "../../device/keyring/byte-string.ts";

/**
 * Binds a session to the phone that opened it: besides the cookie, each request shows by HMAC-SHA-256 that it knows a secret which went to the
 * server with the sign-in and lies nowhere in clear. A cookie that was copied from the disk opens no session.
 */
export type SessionProof = {
  /** Headers for a request to an absolute `path`, as the server gets it, with the query. A sign-in brings a new secret. */
  headers(method: string, path: string): Promise<Readonly<Record<string, string>>>;
  /** The server took the sign-in: its secret is the one from now on. */
  signedIn(): void;
  current(): string | undefined;
  /** Goes on with a secret that was kept, sealed. */
  resume(secret: string): void;
  /** Tells of each new secret. */
  onNew(call: (secret: string) => void): void;
};

export const openSessionProof = (): SessionProof => {
  let secret: string | undefined;
  let next: string | undefined;
  let tell = (_: string) => {};
  return {
    headers: async (method, path) => {
      if (isSignIn(method, path)) {
        next = base64url(crypto.getRandomValues(new Uint8Array(32)));
        return { "X-Prystan-Secret": next };
      }
      return secret === undefined ? {} : { "X-Prystan-Proof": await proofOf(secret, method, path) };
    },
    signedIn: () => {
      secret = next;
      if (secret !== undefined) tell(secret);
    },
    current: () => secret,
    resume: (kept) => {
      secret = kept;
    },
    onNew: (call) => {
      tell = call;
    },
  };
};

export const isSignIn = (method: string, path: string): boolean => method === "POST" && path === "/db/_session";

const proofOf = async (secret: string, method: string, path: string): Promise<string> => {
  const key = await crypto.subtle.importKey("raw", utf8(secret), { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  return base64url(new Uint8Array(await crypto.subtle.sign("HMAC", key, utf8(`${method} ${path}`))));
};

const utf8 = (text: string) => new TextEncoder().encode(text);
