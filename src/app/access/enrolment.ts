import { serverPassword } from "../../device/keyring/server-password.ts";
import { err, ok, type Result } from "../../domain/model/result.ts";
import type { Language } from "../../i18n/languages.ts";
import { changePassword } from "../../sync/connection/account.ts";
import type { Server } from "../../sync/connection/server.ts";

/** An account that waits for its person, and the code that chooses its passphrase, once. */
export type Enrolment = { readonly name: string; readonly code: string };

/** Codes made before digits were asked for hold more, and open nothing any more. */
export const isTicket = (text: string): boolean => /^[\w-]{22}$/.test(text);

/** What the server says of a ticket and the digits that were told; `later` where it says nothing. */
export type DigitsAnswer =
  | (Enrolment & { readonly outcome: "right" })
  | { readonly outcome: "wrong"; readonly left: number }
  | { readonly outcome: "usedUp" | "over" | "later" };

export const tellDigits = async (server: Server, ticket: string, digits: string): Promise<DigitsAnswer> => {
  const answer = await server.post<DigitsAnswer>("_phone/enrol", { ticket, digits });
  if (answer.ok) return answer.value;
  return { outcome: answer.error.type === "notFound" ? "over" : "later" };
};

/** Four words that nobody else has, in the language; nothing without a network. */
export const proposedWords = async (server: Server, language: Language): Promise<string | undefined> => {
  const answer = await server.get<{ readonly words: string }>(`_phone/words?lang=${language}`);
  return answer.ok ? answer.value.words : undefined;
};

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
