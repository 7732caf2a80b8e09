import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { couchError } from "./couch-error.ts";
import type { FindSessionUser } from "./sign-in/find-session-user.ts";
import { knownHeader } from "./sign-in/known-phone.ts";
import type { LoginGuard } from "./sign-in/login-guard.ts";
import { readBasicAttempt } from "./sign-in/read-login-attempt.ts";
import { openWindowedCounter } from "./sign-in/windowed-counter.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** Of the session that it brings and that holds. A property, for a set of requests would have to be swept with each of them. */
    sessionRoles: readonly string[] | undefined;
  }
}

/** Tells who sends something: an account's session that holds, or a password that was right lately. Every other request is unauthenticated. */
export type Somebody = {
  readonly is: (request: FastifyRequest) => boolean;
  /** A server administrator, who brings in whole databases at once. */
  readonly isAdministrator: (request: FastifyRequest) => boolean;
};

const minute = 60_000;
/** Unauthenticated requests a minute from one address. A whole site may stand behind one address. */
export const usualAnonymous = 3_000;

/** A browser that has worked here counts by itself: one phone behind an address keeps no other from signing in. */
const placeOf = ({ headers, ip }: FastifyRequest): string => {
  const known = headers[knownHeader];
  return typeof known === "string" ? known : ip;
};

/** Counts unauthenticated requests, over all scopes that `watch` is called for. */
export const openRequestCount = (
  whoAsks: FindSessionUser,
  guard: LoginGuard,
  most: number,
  administrator?: string,
): Somebody & { readonly watch: (scope: FastifyInstance) => void } => {
  const anonymous = openWindowedCounter(minute, Date.now);
  const isProven = (request: FastifyRequest): boolean => {
    const attempt = readBasicAttempt(request);
    return attempt !== undefined && guard.isKnown(attempt);
  };
  const count = async (request: FastifyRequest, reply: FastifyReply) => {
    const { cookie, authorization } = request.headers;
    const asker = cookie?.includes("AuthSession=") ? await whoAsks(cookie) : undefined;
    if (asker) {
      request.sessionRoles = asker.roles;
      // As in CouchDB a session that holds is whose the request is: a password beside it is not looked at, and so not judged either.
      if (authorization !== undefined) delete request.headers.authorization;
    }
    if (request.sessionRoles || isProven(request) || anonymous.add(placeOf(request)) <= most) return;
    return couchError(reply.header("Retry-After", "60"), 429, "too_many_requests", "Too many requests.");
  };
  return {
    is: (request) => request.sessionRoles !== undefined || isProven(request),
    isAdministrator: (request) => {
      if (request.sessionRoles) return request.sessionRoles.includes("_admin");
      return isProven(request) && readBasicAttempt(request)?.name === administrator;
    },
    watch: (scope) => void scope.decorateRequest("sessionRoles", undefined).addHook("onRequest", count),
  };
};
