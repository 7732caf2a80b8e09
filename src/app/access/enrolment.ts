import { serverPassword } from "../../device/keyring/server-password.ts";
import { err, ok, type Result } from "../../domain/model/result.ts";
import { accountName } from "../../domain/rights/account-name.ts";
import type { Language } from "../../i18n/languages.ts";
import { changePassword } from "../../sync/connection/account.ts";
import type { Server } from "../../sync/connection/server.ts";

/** What a lead's QR says: an account that waits for its person, and the code that works once. It is behind the `#`, so no server sees it. */
export type Enrolment = { readonly name: string; readonly code: string };

/** Takes it out of the address at once, so that it stays in no history. Nothing where there is none. */
export const takeEnrolment = (): Enrolment | undefined => {
  const [, code, name = ""] = /^#enrol=([\w-]{22})\.(.+)$/.exec(location.hash) ?? [];
  if (!code || !accountName.test(name)) return undefined;
  history.replaceState(null, "", "/");
  return { name, code };
};

export const enrolmentLink = ({ name, code }: Enrolment): string => `${location.origin}/#enrol=${code}.${name}`;

/** Four words that nobody else has, in the language; nothing without a network. */
export const proposedWords = async (server: Server, language: Language): Promise<string | undefined> => {
  const answer = await server.get<{ readonly words: string }>(`_phone/words?lang=${language}`);
  return answer.ok ? answer.value.words : undefined;
};

/** What a lead's QR says to somebody who forgot their passphrase. Behind the `#`, and out of the address at once. */
export const takeResetCode = (): string | undefined => {
  const [, code] = /^#reset=([0-9a-z]{26})$/.exec(location.hash) ?? [];
  if (code) history.replaceState(null, "", "/");
  return code;
};

export const resetLink = (code: string): string => `${location.origin}/#reset=${code}`;

export type EnrolError = { readonly type: "NotReached" } | { readonly type: "EnrolmentOver" };

/** The account's passphrase from now on. The code opens nothing any more. */
export const choosePassphrase = async (
  server: Server,
  { name, code }: Enrolment,
  passphrase: string,
): Promise<Result<void, EnrolError>> => {
  const [password, next] = [await serverPassword(name, code), await serverPassword(name, passphrase)];
  const answer = await changePassword(server, { name, password, next });
  if (answer.ok) return ok(undefined);
  const { type } = answer.error;
  const isOver = type === "signInNeeded" || type === "forbidden";
  return err({ type: isOver ? "EnrolmentOver" : "NotReached" });
};
