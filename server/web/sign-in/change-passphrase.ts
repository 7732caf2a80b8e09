import { setTimeout as wait } from "node:timers/promises";
import type { FastifyPluginAsync } from "fastify";
import {
  AccountChanged,
  type AccountDocument,
  type Derive,
  findAccount,
  passwordOf,
  saveAccount,
} from "../../accounts/accounts.ts";
import { isExpired } from "../../accounts/end-expired-accounts.ts";
import { isGenuine } from "../../accounts/invitation.ts";
import { fitsPassword } from "../../couch/accounts/passwords.ts";
import type { JsonObject } from "../../couch/json/json.ts";
import type { CouchClient } from "../../couch-client.ts";
import { couchError } from "../couch-error.ts";
import { isFromOurPage } from "../same-origin.ts";
import { refuseBusy, usualPatience } from "./limit-logins.ts";
import type { LoginGuard } from "./login-guard.ts";
import { placeOf } from "./read-login-attempt.ts";

type Wish = { readonly name: string; readonly password: string; readonly next: string };

const schema = {
  body: {
    type: "object",
    required: ["name", "password", "next"],
    additionalProperties: false,
    properties: {
      name: { type: "string", minLength: 1, maxLength: 60 },
      password: { type: "string", maxLength: 256 },
      next: { type: "string", minLength: 12, maxLength: 256 },
    },
  },
} as const;

/**
 * `POST /account/passphrase` `{name, password, next}`: who knows the passphrase, or the code of an invitation, chooses the next. An
 * account by invitation has no roles before. It is the one thing that phones ask and CouchDB has no safe word for: in CouchDB 3
 * nobody but an administrator may write in `_users`. `key` seals invitations.
 */
export const changePassphrase =
  (
    couch: CouchClient,
    guard: LoginGuard,
    key: string,
    { patience = usualPatience, derive }: { readonly patience?: number; readonly derive?: Derive } = {},
  ): FastifyPluginAsync =>
  async (scope) => {
    scope.setErrorHandler((error, _, reply) => refuseBusy(reply, error));
    scope.post("/account/passphrase", { schema, bodyLimit: 4_096 }, async (request, reply) => {
      reply.header("Cache-Control", "no-store");
      if (!isFromOurPage(request.headers)) return couchError(reply, 403, "forbidden", "other_origin");
      const since = performance.now();
      const wish = request.body as Wish;
      const account = await findAccount(couch, wish.name);
      const attempt = { name: wish.name, password: wish.password, ...placeOf(request, wish.name) };
      const admission = await (account?.invitation ? guard.admitCode(attempt) : guard.admit(attempt));
      if (admission.type === "locked") return couchError(reply, 403, "forbidden", "locked");
      if (admission.type === "tooMany") return couchError(reply, 429, "too_many_requests", "later");
      if (admission.type === "judge") {
        if (reply.raw.destroyed) return admission.end("unclear");
        reply.raw.once("close", () => admission.end("unclear"));
      }
      const password = account?.derived ? await passwordOf(wish.name, wish.password, derive) : wish.password;
      const fits = account !== undefined && (await fitsPassword(password, account as unknown as JsonObject));
      if (admission.type === "judge") admission.end(fits ? "right" : "wrong");
      const wrong = () => couchError(reply, 401, "unauthorized", "Name or password is incorrect.");
      if (!fits) {
        await wait(Math.max(0, patience - (performance.now() - since)));
        return wrong();
      }
      const next = await passwordOf(wish.name, wish.next, derive);
      const refused = next === password ? "the_same" : refusal(account, key);
      if (refused) return couchError(reply, 403, "forbidden", refused);
      if (!(await choose(couch, key, account, next))) return wrong();
      guard.forget(wish.name);
      return { ok: true };
    });
  };

/**
 * Gives the account the passphrase and, where it was invited, its roles. False where what was proven is not right any more: whoever waits for their
 * turn may be ended meanwhile, and their old roles must not come back with the new passphrase.
 */
const choose = async (
  couch: CouchClient,
  key: string,
  proven: AccountDocument,
  passphrase: string,
): Promise<boolean> => {
  const current = await findAccount(couch, proven.name);
  if (!current || current.salt !== proven.salt || refusal(current, key)) return false;
  const { name, until, invitation } = current;
  const own = current.roles.filter((role) => role !== "account" && !role.startsWith("trip:"));
  const roles = invitation?.roles ?? own;
  try {
    await saveAccount(couch, { name, roles, passphrase, ...(until && { until }) }, undefined, current);
    return true;
  } catch (error) {
    if (!(error instanceof AccountChanged)) throw error;
    return choose(couch, key, proven, passphrase);
  }
};

const refusal = (account: AccountDocument, key: string): string | undefined => {
  if (account.ended || isExpired(account, new Date().toISOString())) return "over";
  return account.invitation && !isGenuine(key, account.name, account.invitation) ? "not_genuine" : undefined;
};
