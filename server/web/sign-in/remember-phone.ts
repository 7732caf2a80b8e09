import { randomBytes } from "node:crypto";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { rememberedHeader } from "./known-phone.ts";
import { isSignIn, readLoginAttempt } from "./read-login-attempt.ts";
import { openSealer } from "./sealed-text.ts";

/** A browser in which these accounts have proven themselves; `id` is a name for it that says nothing. */
type Remembered = { readonly id: string; readonly names: readonly string[] };

const cookieName = "PrystanPhone";
/** As long as browsers keep any: a phone that comes back in spring is one on which its owner worked. */
const maxAge = 400 * 86_400;
const mostNames = 8;

/**
 * A second cookie, sealed, that outlives sessions and signing out: whoever signed in or chose a passphrase in this browser is known there, and
 * others who guess behind the same address do not hold them up (`login-guard.ts`). It opens nothing.
 */
export const rememberPhones = (scope: FastifyInstance, key: string): void => {
  const { seal, open } = openSealer(key, "prystan remembered phone 1");
  const brought = new WeakMap<FastifyRequest, Remembered>();

  scope.addHook("onRequest", (request, _, done) => {
    const { headers } = request;
    // Only what is there: an object that something was deleted from is slower for all who read it.
    if (headers[rememberedHeader] !== undefined) delete headers[rememberedHeader];
    const sealed = find.exec(headers.cookie ?? "")?.[1];
    const remembered = readRemembered(sealed ? open(sealed) : undefined);
    if (!remembered) return done();
    brought.set(request, remembered);
    headers[rememberedHeader] = JSON.stringify([remembered.id, ...remembered.names]);
    done();
  });

  scope.addHook("onSend", (request, reply, _, done) => {
    const name = provenName(request, reply);
    if (name === undefined) return done();
    const { id, names } = brought.get(request) ?? { id: randomBytes(12).toString("base64url"), names: [] };
    const all = [name, ...names.filter((one) => one !== name)].slice(0, mostNames);
    const secure = request.protocol === "https" ? "; Secure" : "";
    reply.header(
      "set-cookie",
      `${cookieName}=${seal(JSON.stringify({ id, names: all }))}; Max-Age=${maxAge}; Path=/; HttpOnly; SameSite=Strict${secure}`,
    );
    done();
  });
};

const find = new RegExp(`(?:^|;\\s*)${cookieName}=([^;]*)`);

/** The account of which this answer says that its password was right; for a browser on our own page, not for a program. */
const provenName = (request: FastifyRequest, { statusCode }: FastifyReply): string | undefined => {
  if (statusCode !== 200 || request.method !== "POST") return undefined;
  if (request.headers["sec-fetch-site"] !== "same-origin") return undefined;
  if (request.url === "/account/passphrase") return (request.body as { readonly name: string }).name;
  if (!isSignIn(request)) return undefined;
  const attempt = readLoginAttempt(request);
  return typeof attempt === "object" ? attempt.name : undefined;
};

const readRemembered = (text: string | undefined): Remembered | undefined =>
  text === undefined ? undefined : (JSON.parse(text) as Remembered);
