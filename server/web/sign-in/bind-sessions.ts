import { createHmac, timingSafeEqual } from "node:crypto";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { knownHeader, knownText } from "./known-phone.ts";
import { isSignIn } from "./read-login-attempt.ts";
import { openSealer, type Sealer } from "./sealed-text.ts";

/** A session of the store and the secret (43 characters) of the phone that opened it. */
type Bound = { readonly token: string; readonly secret: string };

/**
 * A phone that signs in brings a secret (`X-Prystan-Secret`). Its cookie then holds the store's session and the secret, sealed by AES-256-GCM,
 * and counts only beside `X-Prystan-Proof`, the HMAC-SHA-256 of `METHOD path` by that secret; without it the request is unauthenticated. Programs
 * that bring no secret get the store's own cookie. `key` is known to every front of one store.
 */
export const bindSessions = (scope: FastifyInstance, key: string): void => {
  const sealer = openSealer(key, "prystan bound session 1");
  const secrets = new WeakMap<FastifyRequest, string>();

  scope.addHook("onRequest", (request, _, done) => {
    const { headers, method, url } = request;
    const { "x-prystan-proof": proof, "x-prystan-secret": secret } = headers;
    // Only what is there: an object that something was deleted from is slower for all who read it.
    for (const name of ours) if (headers[name] !== undefined) delete headers[name];
    if (isSignIn(request) && typeof secret === "string" && /^[\w-]{43}$/.test(secret)) secrets.set(request, secret);
    const sealed = /(?:^|;\s*)AuthSession=bound\.([^;]*)/.exec(headers.cookie ?? "")?.[1];
    if (sealed === undefined) return done();
    const session = openSealed(sealer, sealed);
    if (session) headers[knownHeader] = knownText(session.token);
    if (session && isProven(session.secret, `${method} ${url}`, proof)) {
      headers.cookie = `AuthSession=${session.token}`;
      if (!secrets.has(request)) secrets.set(request, session.secret);
    } else delete headers.cookie;
    done();
  });

  scope.addHook("onSend", (request, reply, _, done) => {
    const secret = secrets.get(request);
    if (secret === undefined) return done();
    const bind = (cookie: string) =>
      cookie.replace(/^AuthSession=([^;]+)/, (_, token) => `AuthSession=bound.${sealer.seal(`${secret}${token}`)}`);
    const cookies = [reply.getHeader("set-cookie") ?? []].flat().map((cookie) => bind(String(cookie)));
    if (cookies.length > 0) reply.removeHeader("set-cookie").header("set-cookie", cookies);
    done();
  });
};

/** What is taken off a request before anybody behind sees it. */
const ours = ["x-prystan-proof", "x-prystan-secret", knownHeader] as const;

const openSealed = ({ open }: Sealer, sealed: string): Bound | undefined => {
  const text = open(sealed);
  return text === undefined ? undefined : { secret: text.slice(0, 43), token: text.slice(43) };
};

const isProven = (secret: string, asked: string, proof: string | readonly string[] | undefined): boolean => {
  const right = createHmac("sha256", secret).update(asked).digest();
  const given = Buffer.from(typeof proof === "string" ? proof : "", "base64url");
  return given.length === right.length && timingSafeEqual(given, right);
};
