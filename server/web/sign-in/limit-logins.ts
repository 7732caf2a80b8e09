import { setTimeout as wait } from "node:timers/promises";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { isServerPassword } from "../../../src/device/keyring/server-password.ts";
import { couchError } from "../couch-error.ts";
import { mostOfNobody } from "../limit-bodies.ts";
import { TooBusy } from "./derive-elsewhere.ts";
import type { KnownAccounts } from "./known-accounts.ts";
import type { Admission, LoginAttempt, LoginGuard } from "./login-guard.ts";
import type { PasswordFor } from "./passphrases.ts";
import { isSignIn, readBasicAttempt, readLoginAttempt, replacePassword } from "./read-login-attempt.ts";

/** Milliseconds before which no wrong password is answered: a name that does not exist must not show by a quick answer. */
export const usualPatience = 700;

/** So many times longer where words were sent of which the password is yet to be made. */
const longer = 3;

/** `patience`: milliseconds after `since` before which a wrong password is not answered. */
type Judged = {
  readonly end: Extract<Admission, { type: "judge" }>["end"];
  readonly since: number;
  readonly patience: number;
};

/** Puts the guard before everything that `scope` serves; what it lets through goes on with the password that the store knows. */
export const limitLogins = (
  scope: FastifyInstance,
  guard: LoginGuard,
  patience: number,
  { passwordFor, proves }: { readonly passwordFor: PasswordFor } & Pick<KnownAccounts, "proves">,
): void => {
  const judged = new WeakMap<FastifyRequest, Judged>();
  const patienceFor = ({ password }: LoginAttempt) => (isServerPassword(password) ? patience : patience * longer);

  // A password in the header is checked before more is read than an unauthenticated client may send.
  // Nearly every request brings a session and no password: hooks are callbacks, for a promise each would cost those most.
  scope.addHook("preParsing", (request, reply, _, done) => {
    const attempt = readBasicAttempt(request);
    // The name in the body of a sign-in is the one that counts: a second one in the header would be judged unseen.
    if ((!attempt || isSignIn(request)) && request.headers.authorization !== undefined)
      delete request.headers.authorization;
    if (!attempt || isSignIn(request) || guard.isKnown(attempt) || !isLong(request)) return done();
    return proveFirst(attempt, reply);
  });
  const proveFirst = async (attempt: LoginAttempt, reply: FastifyReply) => {
    const since = performance.now();
    const admission = await guard.admit(attempt);
    if (admission.type === "known") return;
    if (admission.type !== "judge") return refuseUnjudged(reply, admission.type);
    try {
      const isRight = await proves({ ...attempt, password: await passwordFor(attempt) });
      admission.end(isRight ? "right" : "wrong");
      if (isRight) return;
    } catch (error) {
      admission.end("unclear");
      return refuseBusy(reply, error);
    }
    await wait(Math.max(0, patienceFor(attempt) - (performance.now() - since)));
    return couchError(reply, 401, "unauthorized", wrongPassword);
  };

  scope.addHook("preHandler", (request, reply, done) => {
    const attempt = readLoginAttempt(request);
    if (attempt === "unclear") return void couchError(reply, 400, "bad_request", "invalid UTF-8 JSON");
    return attempt ? judge(attempt, request, reply) : done();
  });
  const judge = async (attempt: LoginAttempt, request: FastifyRequest, reply: FastifyReply) => {
    const since = performance.now();
    const admission = await guard.admit(attempt);
    if (admission.type === "locked" || admission.type === "tooMany") return refuseUnjudged(reply, admission.type);
    if (admission.type === "judge") {
      judged.set(request, { end: admission.end, since, patience: patienceFor(attempt) });
      reply.raw.once("close", () => admission.end("unclear"));
    }
    // A client that has disconnected needs nothing derived.
    if (reply.raw.destroyed) {
      if (admission.type === "judge") admission.end("unclear");
      return couchError(reply, 499, "gone", "The asker has gone.");
    }
    let password: string;
    try {
      password = await passwordFor(attempt);
    } catch (error) {
      return refuseBusy(reply, error);
    }
    if (password !== attempt.password) replacePassword(request, { ...attempt, password });
  };

  scope.addHook("onSend", (request, reply, payload, done) => {
    const judgement = judged.get(request);
    return judgement ? settle(judgement, reply, payload) : done();
  });
  const settle = async (judgement: Judged, reply: FastifyReply, payload: unknown) => {
    const outcome = outcomeOf(reply, payload);
    if (outcome === "wrong") await wait(Math.max(0, judgement.patience - (performance.now() - judgement.since)));
    judgement.end(outcome);
  };

  scope.addHook("onResponse", (request, reply, done) => {
    const changed =
      request.method === "PUT" && /^\/db\/_users\/org\.couchdb\.user(?::|%3A)([^/?]+)/i.exec(request.url)?.[1];
    if (changed && reply.statusCode < 300) guard.forget(decodeURIComponent(changed));
    done();
  });
};

/** Whether the body is longer than an unauthenticated client may send. */
const isLong = ({ headers }: FastifyRequest): boolean =>
  headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > mostOfNobody;

const refuseUnjudged = (reply: FastifyReply, why: "locked" | "tooMany"): FastifyReply =>
  why === "locked"
    ? couchError(reply, 403, "forbidden", locked)
    : couchError(reply.header("Retry-After", "300"), 429, "too_many_requests", tooMany);

/** Too many passphrases are being derived. Anything else is a failure. */
export const refuseBusy = (reply: FastifyReply, error: unknown): FastifyReply => {
  if (!(error instanceof TooBusy)) throw error;
  return couchError(reply.header("Retry-After", "10"), 503, "service unavailable", "Too many passphrases at once.");
};

const wrongPassword = "Name or password is incorrect.";
const locked = "Account is temporarily locked due to multiple authentication failures";
const tooMany = "Too many wrong passwords from this address; try again later.";

/** CouchDB says 401 to a user it knows, too, so the reason decides. */
const outcomeOf = ({ statusCode }: FastifyReply, payload: unknown): "right" | "wrong" | "unclear" => {
  const text = typeof payload === "string" || Buffer.isBuffer(payload) ? payload.toString() : "";
  if (statusCode === 401) return text.includes(wrongPassword) ? "wrong" : "right";
  if (statusCode >= 500 || text.includes(locked) || statusCode === 400 || statusCode === 415) return "unclear";
  return "right";
};
