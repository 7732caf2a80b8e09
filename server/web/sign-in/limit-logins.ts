import { setTimeout as wait } from "node:timers/promises";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { isServerPassword } from "../../../src/device/keyring/server-password.ts";
import { couchError } from "../couch-error.ts";
import type { Admission, LoginGuard } from "./login-guard.ts";
import type { PasswordFor } from "./passphrases.ts";
import { isSignIn, readLoginAttempt, replacePassword } from "./read-login-attempt.ts";

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
  passwordFor: PasswordFor,
): void => {
  const judged = new WeakMap<FastifyRequest, Judged>();

  scope.addHook("preHandler", async (request, reply) => {
    const attempt = readLoginAttempt(request);
    if (attempt === "unclear") return couchError(reply, 400, "bad_request", "invalid UTF-8 JSON");
    // The name in the body is the one that counts: a second one in the header would be judged unseen.
    if (isSignIn(request)) delete request.headers.authorization;
    if (!attempt) return;
    const since = performance.now();
    const admission = await guard.admit(attempt);
    if (admission.type === "locked") return couchError(reply, 403, "forbidden", locked);
    if (admission.type === "tooMany")
      return couchError(reply.header("Retry-After", "300"), 429, "too_many_requests", tooMany);
    if (admission.type === "judge") {
      const wait = isServerPassword(attempt.password) ? patience : patience * longer;
      judged.set(request, { end: admission.end, since, patience: wait });
      if (reply.raw.destroyed) admission.end("unclear");
      else reply.raw.once("close", () => admission.end("unclear"));
    }
    const password = await passwordFor(attempt);
    if (password !== attempt.password) replacePassword(request, { ...attempt, password });
  });

  scope.addHook("onSend", async (request, reply, payload) => {
    const judgement = judged.get(request);
    if (!judgement) return;
    const outcome = outcomeOf(reply, payload);
    if (outcome === "wrong") await wait(Math.max(0, judgement.patience - (performance.now() - judgement.since)));
    judgement.end(outcome);
  });

  scope.addHook("onResponse", async (request, reply) => {
    const changed = /^\/db\/_users\/org\.couchdb\.user(?::|%3A)([^/?]+)/i.exec(request.url)?.[1];
    if (changed && request.method === "PUT" && reply.statusCode < 300) guard.forget(decodeURIComponent(changed));
  });
};

const locked = "Account is temporarily locked due to multiple authentication failures";
const tooMany = "Too many wrong passwords from this address; try again later.";

/** CouchDB says 401 also to somebody it knows, so the reason decides. */
const outcomeOf = ({ statusCode }: FastifyReply, payload: unknown): "right" | "wrong" | "unclear" => {
  const text = typeof payload === "string" || Buffer.isBuffer(payload) ? payload.toString() : "";
  if (statusCode === 401) return text.includes("Name or password is incorrect") ? "wrong" : "right";
  if (statusCode >= 500 || text.includes(locked) || statusCode === 400 || statusCode === 415) return "unclear";
  return "right";
};
