import { databasesFor } from "../domain/databases.ts";
import { err, ok, type Result } from "../domain/result.ts";
import type { CallError, Server } from "./server.ts";

/** Who is signed in, and what that opens. Kept on the device, so that the app knows it without a network. */
export type Account = {
  readonly name: string;
  readonly roles: readonly string[];
  readonly databases: readonly string[];
};

export const signIn = async (server: Server, name: string, password: string): Promise<Result<Account, SignInError>> => {
  const session = await server.post<{ ok: boolean; name: string | null }>("_session", { name, password });
  if (session.ok) return accountOf(server, name);
  return err(session.error.type === "signInNeeded" ? { type: "WrongNameOrPassphrase" } : asSignInError(session.error));
};

export type SignInError =
  | { readonly type: "WrongNameOrPassphrase" }
  | { readonly type: "TooManyTries" }
  | { readonly type: "NoNetwork" };

export const signOut = (server: Server) => server.remove("_session");

/** Reads the account's own document: its roles, and the databases that were granted to it one by one (trips). */
export const accountOf = async (server: Server, name: string): Promise<Result<Account, SignInError>> => {
  const found = await refreshAccount(server, name);
  return found.ok ? found : err(asSignInError(found.error));
};

export const refreshAccount = async (server: Server, name: string): Promise<Result<Account, CallError>> => {
  const answer = await server.get<UserDocument>(`_users/org.couchdb.user:${encodeURIComponent(name)}`);
  if (!answer.ok) return answer;
  const { roles = [], databases = [] } = answer.value;
  return ok({ name, roles, databases: [...new Set([...databasesFor(roles), ...databases])] });
};

type UserDocument = { readonly roles?: readonly string[]; readonly databases?: readonly string[] };

const asSignInError = (error: CallError): SignInError =>
  error.type === "forbidden" ? { type: "TooManyTries" } : { type: "NoNetwork" };
