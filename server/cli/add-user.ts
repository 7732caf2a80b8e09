import { parseArgs } from "node:util";
import { accountName } from "../../src/domain/rights/account-name.ts";
import { normalizePassphrase } from "../../src/domain/rights/normalize-passphrase.ts";
import { findAccount, saveAccount } from "../accounts/accounts.ts";
import { sealInvitation } from "../accounts/invitation.ts";
import { codeOf, keepTicket, mostTries, newTicket } from "../accounts/invitation-ticket.ts";
import { newPassphrase } from "../accounts/new-passphrase.ts";
import { isWordLanguage, wordLanguages } from "../accounts/word-list.ts";
import { always, type Command, type Operation } from "./operation.ts";

const role = /^(coordinator|driver|(volunteer|lead|coordinator|care|protection|case):[a-z][a-z0-9-]*)$/;
const longestInvitation = 14 * 24;
/** Bits of a passphrase that will not be replaced: five words of 2,048. */
const ownBits = 55;

const options = {
  role: { type: "string", multiple: true, default: [] as string[] },
  passphrase: { type: "string" },
  until: { type: "string" },
  invite: { type: "boolean", default: false },
  hours: { type: "string", default: "48" },
  lang: { type: "string", default: "en" },
} as const;

/** Adds an account, or changes the one that has the name. */
const run = async ({ couch, settings, say }: Operation, words: readonly string[]): Promise<number> => {
  const { values, positionals } = parseArgs({ args: [...words], allowPositionals: true, options });
  const [name] = positionals;
  const { role: roles, until, invite, lang } = values;
  const hours = Number(values.hours);
  const fault = faultOf({ name, roles, until, hours });
  if (fault !== undefined || name === undefined) {
    say(fault ?? "");
    return 2;
  }
  if (name === settings.admin.user) {
    say("That is the administrator's name, which is nobody else's.");
    return 2;
  }
  if (!isWordLanguage(lang)) {
    say(`--lang is one of ${wordLanguages.join(", ")}.`);
    return 2;
  }
  if (invite && (await findAccount(couch, name))?.roles.includes("account")) {
    say("The account is in use; an invitation is for somebody new. Without --invite it gets a new passphrase.");
    return 2;
  }
  if (invite && values.passphrase !== undefined) {
    say("The invited person chooses the passphrase on the phone: --invite without --passphrase.");
    return 2;
  }
  const ticket = newTicket();
  const key = settings.admin.password;
  const drawn = async () => (invite ? codeOf(key, ticket) : newPassphrase(lang, ownBits));
  const passphrase = values.passphrase === undefined ? await drawn() : normalizePassphrase(values.passphrase);
  const ends = new Date(Date.now() + hours * 3_600_000).toISOString();
  const invitation = invite ? sealInvitation(key, name, roles, ends) : undefined;
  await saveAccount(couch, { name, roles, passphrase, ...(until && { until }), ...(invitation && { invitation }) });
  say(`${name}: ${roles.join(", ")}${until ? `, until the end of ${until}` : ""}`);
  if (invitation) {
    await keepTicket(couch, key, ticket, { name, invitation });
    const last = ends.slice(0, 16).replace("T", " ");
    say(`To be opened on the person's phone, after the server's address: /#enrol=${ticket.ticket}`);
    say(`To be told in another way (shown once, ${mostTries} tries, ends ${last} UTC): ${ticket.digits}`);
  } else if (!values.passphrase) say(`Passphrase (shown once): ${passphrase}`);
  return 0;
};

type Wanted = {
  readonly name: string | undefined;
  readonly roles: readonly string[];
  readonly until: string | undefined;
  readonly hours: number;
};

const faultOf = ({ name, roles, until, hours }: Wanted): string | undefined => {
  if (!name || !accountName.test(name))
    return "A name of an account is small letters, digits, dots and dashes, and begins with a letter.";
  const wrong = roles.find((one) => !role.test(one));
  if (wrong !== undefined || roles.length === 0)
    return `Not a role: ${wrong ?? "(none given)"}. Roles: coordinator, coordinator:ORG, driver, volunteer:SITE, lead:SITE, care:SITE, protection:ORG, case:ORG.`;
  if (until !== undefined && !isDayToCome(until)) return "--until is a day to come, like 2026-12-08.";
  if (!(hours > 0 && hours <= longestInvitation)) return `--hours is a number up to ${longestInvitation}.`;
  return undefined;
};

const isDayToCome = (day: string): boolean => {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(time)) return false;
  return new Date(time).toISOString().startsWith(day) && day >= new Date().toISOString().slice(0, 10);
};

export const userAdd: Command = {
  name: "user add",
  takes: "NAME --role ROLE… [--until DAY] [--invite]",
  does: "adds an account or changes its roles",
  help: `Adds an account, or changes the one that has the name. The passphrase is printed once and kept nowhere.
  --role ROLE       coordinator, coordinator:ORG, driver, volunteer:SITE, lead:SITE, care:SITE, protection:ORG, case:ORG;
                    may be given again. A coordinator works at all sites, or at those of one organisation, and needs no
                    other role for it; on the phone the sites are chosen under More
  --until DAY       last day of the account (2026-12-08); it ends by itself after that
  --invite          prints a link and six digits: with both the person chooses an own passphrase, and only then has the roles
  --hours N         how long they live (48)
  --lang LANGUAGE   the language of the words: ${wordLanguages.join(", ")} (en)
  --passphrase …    the passphrase, instead of five new words`,
  opens: always,
  run,
};
