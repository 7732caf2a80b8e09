import "../../../support/server/cheap-passwords.ts";
import { expect, test } from "vitest";
import { endAccount, findAccount, saveAccount } from "../../../../server/accounts/accounts.ts";
import type { CouchClient } from "../../../../server/couch-client.ts";
import { inviteVolunteer } from "../../../../server/phones/invite-volunteer.ts";
import { admin, startFront, withPassphrases } from "../support/start-front.ts";

const [words, next] = ["the words of before", "the words of after"];
const at = "2026-11-30T08:00:00.000Z";

/** What happens the moment after an account was read for the first time. */
const afterReading = (couch: CouchClient, meanwhile: () => Promise<void>): CouchClient => {
  let isFirst = true;
  return {
    ...couch,
    get: async (path) => {
      const answer = await couch.get(path);
      if (isFirst) {
        isFirst = false;
        await meanwhile();
      }
      return answer as never;
    },
  };
};

/** Anna chooses another passphrase while somebody does something about her account. */
const chooseWhile = async (meanwhile: (couch: CouchClient) => Promise<void>) => {
  const store = await startFront();
  await saveAccount(store.couch, { name: "anna", roles: ["volunteer:medyka"], passphrase: words });
  const front = await startFront(
    withPassphrases(() => ({ ...store.couch, ...afterReading(store.couch, () => meanwhile(store.couch)) })),
  );
  const { status } = await fetch(`${front.address}/account/passphrase`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ name: "anna", password: words, next }),
  });
  const account = await findAccount(store.couch, "anna");
  await front.close();
  await store.close();
  return { status, account };
};

test("An account that is ended while its owner chooses another passphrase stays ended", async () => {
  const { status, account } = await chooseWhile(async (couch) => {
    const anna = await findAccount(couch, "anna");
    if (anna) await endAccount(couch, anna, at);
  });
  expect(status).toBe(401);
  expect(account).toMatchObject({ roles: [], ended: at });
});

test("Roles that are taken away while somebody chooses another passphrase do not come back with it", async () => {
  const { status, account } = await chooseWhile(async (couch) => {
    const anna = await findAccount(couch, "anna");
    await couch.put("_users/org.couchdb.user%3Aanna", { ...anna, roles: ["account", "driver"] });
  });
  expect(status).toBe(200);
  expect(account).toMatchObject({ roles: ["account", "driver"] });
});

test("Somebody who gets an account while they are invited keeps it", async () => {
  const store = await startFront();
  const couch = afterReading(store.couch, () =>
    saveAccount(store.couch, { name: "anna", roles: ["coordinator"], passphrase: words }),
  );
  const lead = { name: "lea", roles: ["lead:medyka"] };
  expect(await inviteVolunteer(couch, { key: admin.password }, lead, { name: "anna", site: "medyka" })).toEqual({
    taken: true,
  });
  expect(await findAccount(store.couch, "anna")).toMatchObject({ roles: ["account", "coordinator"] });
  await store.close();
});
