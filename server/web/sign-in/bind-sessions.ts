import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { knownHeader, knownText } from "./known-phone.ts";
import { isSignIn } from "./read-login-attempt.ts";

/** A session of the store and the secret (43 characters) of whoever opened it. */
type Bound = { readonly token: string; readonly secret: string };

/**
 * A phone that signs in brings a secret (`X-Prystan-Secret`). Its cookie then holds the store's session and the secret, sealed by AES-256-GCM,
 * and counts only beside `X-Prystan-Proof`, the HMAC-SHA-256 of `METHOD path` by that secret; without it the request is nobody's. Programs
 * that bring no secret get the store's own cookie. `key` is known to every front of one store.
 */
export const bindSessions = (scope: FastifyInstance, key: string): void => {
  const sealing = createHmac("sha256", "prystan bound session 1").update(key).digest();
  const secrets = new WeakMap<FastifyRequest, string>();

  scope.addHook("onRequest", async (request) => {
    const { headers, method, url } = request;
    const { "x-prystan-proof": proof, "x-prystan-secret": secret } = headers;
    delete headers["x-prystan-proof"];
    delete headers["x-prystan-secret"];
    delete headers[knownHeader];
    if (isSignIn(request) && typeof secret === "string" && /^[\w-]{43}$/.test(secret)) secrets.set(request, secret);
    const sealed = /(?:^|;\s*)AuthSession=bound\.([^;]*)/.exec(headers.cookie ?? "")?.[1];
    if (sealed === undefined) return;
    const session = openSealed(sealing, sealed);
    if (session) headers[knownHeader] = knownText(session.token);
    if (session && isProven(session.secret, `${method} ${url}`, proof)) {
      headers.cookie = `AuthSession=${session.token}`;
      if (!secrets.has(request)) secrets.set(request, session.secret);
    } else delete headers.cookie;
  });

  scope.addHook("onSend", async (request, reply) => {
    const secret = secrets.get(request);
    if (secret === undefined) return;
    const bind = (cookie: string) =>
      cookie.replace(/^AuthSession=([^;]+)/, (_, token) => `AuthSession=bound.${seal(sealing, { token, secret })}`);
    const cookies = [reply.getHeader("set-cookie") ?? []].flat().map((cookie) => bind(String(cookie)));
    if (cookies.length > 0) reply.removeHeader("set-cookie").header("set-cookie", cookies);
  });
};

const seal = (key: Buffer, { token, secret }: Bound): string => {
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, iv);
  const text = Buffer.concat([cipher.update(`${secret}${token}`, "utf8"), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), text]).toString("base64url");
};

const openSealed = (key: Buffer, sealed: string): Bound | undefined => {
  const bytes = Buffer.from(sealed, "base64url");
  if (bytes.length < 28) return undefined;
  const cipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, 12), { authTagLength: 16 });
  cipher.setAuthTag(bytes.subarray(12, 28));
  try {
    const text = Buffer.concat([cipher.update(bytes.subarray(28)), cipher.final()]).toString("utf8");
    return { secret: text.slice(0, 43), token: text.slice(43) };
  } catch {
    return undefined; // forged, cut, or sealed by another installation
  }
};

const isProven = (secret: string, asked: string, proof: string | readonly string[] | undefined): boolean => {
  const right = createHmac("sha256", secret).update(asked).digest();
  const given = Buffer.from(typeof proof === "string" ? proof : "", "base64url");
  return given.length === right.length && timingSafeEqual(given, right);
};
