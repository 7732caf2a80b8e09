import { endAccount, findAccount } from "../accounts/accounts.ts";
import { always, type Command, type Operation } from "./operation.ts";

const run = async ({ couch, say }: Operation, [name]: readonly string[]): Promise<number> => {
  const account = name === undefined ? undefined : await findAccount(couch, name);
  if (!account) {
    say("There is no account of that name.");
    return 1;
  }
  await endAccount(couch, account, new Date().toISOString());
  say("Ended: every session of it is over with its next request.");
  return 0;
};

export const userEnd: Command = {
  name: "user end",
  takes: "NAME",
  does: "ends an account and its sessions",
  help: `Ends an account: no role, no passphrase, no session. The name stays taken, because records carry it.
What the person wrote stays; what a phone of theirs has not sent yet can still be handed in by another account.`,
  opens: always,
  run,
};
