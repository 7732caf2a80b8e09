import { type Readable, Transform } from "node:stream";
import type { FastifyInstance } from "fastify";
import { couchError } from "./couch-error.ts";
import type { Somebody } from "./count-requests.ts";
import { isSignIn } from "./sign-in/read-login-attempt.ts";

/** Bytes of a sign-in, which has two short fields, and of whatever nobody in particular sends. */
export const mostOfNobody = 8_192;

/** Nobody makes the server read megabytes before they have said who they are. */
export const limitBodies = (scope: FastifyInstance, somebody: Somebody): void => {
  scope.addHook("preParsing", (request, reply, body, done) => {
    if (somebody.is(request) && !isSignIn(request)) return done();
    const length = Number(request.headers["content-length"] ?? 0);
    // A phone whose session is over signs in again; told that its records are too large it would give them up.
    const hadSession = request.headers.cookie?.includes("AuthSession=") && !isSignIn(request);
    if (length > mostOfNobody && hadSession)
      return void couchError(reply, 401, "unauthorized", "You are not authorized.");
    if (length > mostOfNobody) return void couchError(reply, 413, "too_large", "the request entity is too large");
    if (request.headers["transfer-encoding"] !== undefined) return done(null, measured(body as Readable));
    done();
  });
};

/** The body, which ends with an error where it is longer than it may be. */
const measured = (body: Readable): Readable => {
  let bytes = 0;
  const limited = new Transform({
    transform(piece: Buffer, _, done) {
      bytes += piece.length;
      done(bytes > mostOfNobody ? tooLarge() : null, piece);
    },
  });
  body.once("error", (error) => limited.destroy(error));
  return body.pipe(limited);
};

const tooLarge = () => Object.assign(new Error("too large"), { code: "TOO_LARGE", statusCode: 413 });
