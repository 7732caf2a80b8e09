import { AccountChanged, type AccountDocument, type Derive, findAccount, saveAccount } from "../accounts/accounts.ts";
import { sealInvitation } from "../accounts/invitation.ts";
import { codeOf, keepTicket, newTicket, type Ticket } from "../accounts/invitation-ticket.ts";
import type { CouchClient } from "../couch-client.ts";
import type { Asker } from "./managed-phones.ts";

/** Minutes in which an invitation can be used, once. */
const minutes = 15;
/** Days after which the account ends by itself. */
const days = 14;

/** `code`: what ticket and digits give, for a program that invites and chooses the passphrase itself. */
export type InviteOutcome = (Ticket & { readonly code: string; readonly endsAt: string }) | { readonly taken: true };

/** `key` seals invitations; `administrator` is a name that stands for an operator without an account. */
export type InviteOptions = {
  readonly key: string;
  readonly administrator?: string | undefined;
  readonly derive?: Derive | undefined;
};

/**
 * Makes an account for a volunteer of a site that the asker leads. The ticket and its digits only serve to choose a passphrase, once, within
 * a quarter of an hour; the roles come then. False where the asker does not lead the site.
 */
export const inviteVolunteer = async (
  couch: CouchClient,
  { key, administrator, derive }: InviteOptions,
  { roles }: Asker,
  { name, site }: { readonly name: string; readonly site: string },
  now = Date.now(),
): Promise<InviteOutcome | false> => {
  if (!roles.includes(`lead:${site}`)) return false;
  if (name === administrator) return { taken: true };
  const there = await findAccount(couch, name);
  if (there && !wasNeverUsed(there)) return { taken: true };
  const ticket = newTicket();
  const code = codeOf(key, ticket);
  const endsAt = new Date(now + minutes * 60_000).toISOString();
  const until = new Date(now + days * 86_400_000).toISOString().slice(0, 10);
  const invited = [`volunteer:${site}`];
  const invitation = sealInvitation(key, name, invited, endsAt);
  try {
    await saveAccount(couch, { name, roles: invited, passphrase: code, until, invitation }, derive, there ?? null);
  } catch (error) {
    if (error instanceof AccountChanged) return { taken: true };
    throw error;
  }
  await keepTicket(couch, key, ticket, { name, invitation });
  return { ...ticket, code, endsAt };
};

/** An invitation that was not taken up may be made again, also after it has ended. */
const wasNeverUsed = ({ roles, invitation, formerRoles }: AccountDocument): boolean =>
  roles.length === 0 && (invitation !== undefined || formerRoles?.length === 0);
