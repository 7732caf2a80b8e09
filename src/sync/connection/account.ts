import { databasesFor } from "../../domain/model/databases.ts";
import { err, ok, type Result } from "../../domain/model/result.ts";
import type { CallError, Server } from "./server.ts";

/** Who is signed in, and what that opens. Kept on the device, so that the app knows it without a network. */
export type Account = {
  readonly name: string;
  readonly roles: readonly string[];
  readonly databases: readonly string[];
};

export const signIn = async (server: Server, name: string, password: string): Promise<Result<Account, SignInError>> => {
  const session = await server.post<UserContext>("_session", { name, password });
  if (session.ok && !Array.isArray(session.value.roles)) return err({ type: "NoNetwork" });
  if (session.ok) return ok(accountFrom(session.value.name ?? name, session.value.roles));
  return err(signInErrorFrom(session.error));
};

/** The old password, or the code of an invitation, proves who asks. */
export const changePassword = (
  server: Server,
  wish: { readonly name: string; readonly password: string; readonly next: string },
): Promise<Result<void, CallError>> => server.post<void>("../account/passphrase", wish);

export type SignInError =
  | { readonly type: "WrongNameOrPassphrase" }
  | { readonly type: "TooManyTries" }
  | { readonly type: "NoNetwork" };

/** Asks who is signed in and with which roles; they change when a trip is published or an account ends. */
export const refreshAccount = async (server: Server, name: string): Promise<Result<Account, CallError>> => {
  const answer = await server.get<{ readonly userCtx?: UserContext }>("_session");
  if (!answer.ok) return answer;
  const { userCtx } = answer.value;
  if (!userCtx || !Array.isArray(userCtx.roles)) return err({ type: "later" });
  return userCtx.name === name ? ok(accountFrom(name, userCtx.roles)) : err({ type: "signInNeeded" });
};

type UserContext = { readonly name: string | null; readonly roles: readonly string[] };

const accountFrom = (name: string, roles: readonly string[]): Account => ({
  name,
  roles,
  databases: databasesFor(roles),
});

const signInErrorFrom = ({ type }: CallError): SignInError => {
  if (type === "signInNeeded") return { type: "WrongNameOrPassphrase" };
  return { type: type === "forbidden" ? "TooManyTries" : "NoNetwork" };
};
