import type { Result } from "../../src/domain/model/result.ts";
import { err, ok } from "../../src/domain/model/result.ts";
import { saveAccount } from "../accounts/accounts.ts";
import type { CouchClient } from "../couch-client.ts";
import { writeImport } from "../import/write-import.ts";
import { demoAccounts } from "./demo-accounts.ts";
import { planDemo } from "./plan-demo.ts";

type Access = { readonly baseUrl: string; readonly user: string; readonly password: string };

/** Fills an empty server with the demonstration: sites, people, trips of today, accounts. */
export const seedDemo = async (couch: CouchClient, access: Access, now: string): Promise<Result<void, string>> => {
  const plan = planDemo(now);
  if (!plan.ok) return err(`the demo data is broken: ${JSON.stringify(plan.error[0])}`);
  const written = await writeImport({ ...access, fetch }, plan.value);
  if (!written.ok) return err(`the demo data was not written: ${JSON.stringify(written.error)}`);
  // At once: hashing them takes longer than all the rest.
  await Promise.all(
    demoAccounts.map(({ password, ...account }) => saveAccount(couch, { ...account, passphrase: password })),
  );
  return ok(undefined);
};

/** True while nobody has put a site into the directory. */
export const isEmpty = async (couch: CouchClient): Promise<boolean> => {
  const { status, body } = await couch.get<{ rows: readonly unknown[] }>('directory/_all_docs?limit=1&startkey="site:"&endkey="site:~"');
  return status === 200 && body.rows.length === 0;
};
