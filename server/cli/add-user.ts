import { randomInt } from "node:crypto";
import { parseArgs } from "node:util";
import { wordlist } from "@scure/bip39/wordlists/english.js";
import { saveAccount } from "../accounts.ts";
import type { Operation } from "./run-command.ts";

const role = /^(coordinator|driver|(volunteer|lead|care|protection|case):[a-z][a-z0-9-]*)$/;

/** `user add NAME --role lead:medyka`: adds an account, or changes the one that has the name. */
export const addUser = async ({ couch, say }: Operation, words: readonly string[]): Promise<number> => {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: { role: { type: "string", multiple: true, default: [] }, passphrase: { type: "string" } },
  });
  const [name] = positionals;
  if (!name || !/^[a-z][a-z0-9._-]{1,40}$/.test(name)) {
    say("A name of an account is small letters, digits, dots and dashes, and begins with a letter.");
    return 2;
  }
  const wrong = values.role.find((one) => !role.test(one));
  if (wrong !== undefined || values.role.length === 0) {
    say(
      `Not a role: ${wrong ?? "(none given)"}. Roles: coordinator, driver, volunteer:SITE, lead:SITE, care:SITE, protection:ORG, case:ORG.`,
    );
    return 2;
  }
  const passphrase = values.passphrase ?? newPassphrase();
  await saveAccount(couch, { name, roles: values.role, passphrase });
  say(`${name}: ${values.role.join(", ")}`);
  if (!values.passphrase) say(`Passphrase (shown once): ${passphrase}`);
  return 0;
};

/** Five of 2,048 words: 55 bits. */
const newPassphrase = (): string => Array.from({ length: 5 }, () => wordlist[randomInt(wordlist.length)]).join(" ");
