import { type Readable, Transform } from "node:stream";
import type { FastifyInstance } from "fastify";
import { MOST_JSON_BYTES } from "../couch/http/transport/request-limits.ts";
import { couchError } from "./couch-error.ts";
import type { Somebody } from "./count-requests.ts";
import { isSignIn } from "./sign-in/read-login-attempt.ts";

/** Bytes of a sign-in, which has two short fields, and of any unauthenticated request. */
export const mostOfNobody = 8_192;

/** The server reads no megabytes from an unauthenticated client, and keeps no more of an account than it may send. */
export const limitBodies = (scope: FastifyInstance, somebody: Somebody): void => {
  scope.addHook("preParsing", (request, reply, body, done) => {
    const isKnown = somebody.is(request) && !isSignIn(request);
    if (isKnown && somebody.isAdministrator(request)) return done();
    const most = isKnown ? MOST_JSON_BYTES : mostOfNobody;
    const length = Number(request.headers["content-length"] ?? 0);
    // A phone whose session is over signs in again; told that its records are too large it would give them up.
    const hadSession = !isKnown && request.headers.cookie?.includes("AuthSession=") && !isSignIn(request);
    if (length > most && hadSession) return void couchError(reply, 401, "unauthorized", "You are not authorized.");
    if (length > most) return void couchError(reply, 413, "too_large", "the request entity is too large");
    if (request.headers["transfer-encoding"] !== undefined) return done(null, measured(body as Readable, most));
    done();
  });
};

/** The body, which ends with an error where it is longer than it may be. */
const measured = (body: Readable, most: number): Readable => {
  let bytes = 0;
  const limited = new Transform({
    transform(piece: Buffer, _, done) {
      bytes += piece.length;
      done(bytes > most ? tooLarge() : null, piece);
    },
  });
  body.once("error", (error) => limited.destroy(error));
  return body.pipe(limited);
};

const tooLarge = () => Object.assign(new Error("too large"), { code: "TOO_LARGE", statusCode: 413 });
