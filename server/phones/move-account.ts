import { isCoordinator, sitesCoordinatedBy } from "../../src/domain/model/databases.ts";
import { AccountChanged, changeRoles, findAccount } from "../accounts/accounts.ts";
import type { CouchClient } from "../couch-client.ts";
import { sitesIn } from "../workers/provision.ts";
import type { Asker } from "./managed-phones.ts";

export type Move = { readonly name: string; readonly from: string; readonly to: string };

/** `notThere`: the account works at neither of the two sites; it may have ended, or not have been begun. */
export type MoveOutcome = boolean | { readonly refused: "noSuchSite" | "notThere" };

/**
 * Who worked at one site works at another: each role of the one becomes the same of the other, and the rest stays. True where it is so, also
 * if it was before. False where the asker does not coordinate both sites, or the account is their own or a coordinator's. Nothing else is
 * ended: the account's phones hear of its roles in their next round.
 */
export const moveAccount = async (couch: CouchClient, asker: Asker, move: Move): Promise<MoveOutcome> => {
  const { name, from, to } = move;
  if (!isCoordinator(asker.roles) || name === asker.name) return false;
  const coordinated = new Set(sitesCoordinatedBy(asker.roles, await sitesIn(couch)));
  // Whose site it is, and whether there is one, is told to nobody but a coordinator of all.
  if (!coordinated.has(to)) return asker.roles.includes("coordinator") && { refused: "noSuchSite" };
  if (!coordinated.has(from)) return false;
  return moveRoles(couch, move);
};

const moveRoles = async (couch: CouchClient, move: Move): Promise<MoveOutcome> => {
  const { name, from, to } = move;
  const account = await findAccount(couch, name);
  if (!account || isCoordinator(account.roles)) return false;
  const { roles } = account;
  const isAt = (site: string) => (role: string) => role.endsWith(`:${site}`) && ofSites.test(role);
  if (!roles.some(isAt(from))) return roles.some(isAt(to)) || { refused: "notThere" };
  if (from === to) return true;
  const moved = roles.map((role) => (isAt(from)(role) ? `${role.slice(0, -from.length)}${to}` : role));
  try {
    await changeRoles(couch, account, [...new Set(moved)]);
    return true;
  } catch (error) {
    if (error instanceof AccountChanged) return moveRoles(couch, move);
    throw error;
  }
};

/** Roles that belong to a site; an organisation or a trip may have the same name. */
const ofSites = /^(volunteer|lead|care):/;
