import { setTimeout as wait } from "node:timers/promises";
import { batchesOf, writeBatches } from "./client.mjs";
import { addAccounts, signInAll } from "./server.mjs";

const patience = 60_000;

/** Opens site Medyka as a coordinator would, waits until the workers have made its database, and signs volunteers in. */
export const openSite = async ({ port, root }, documents, phones) => {
  await root.ask("PUT", "/directory/site:medyka", documents.aSite("medyka"));
  await untilOpen(root, ["site-medyka"]);
  const accounts = await addAccounts(root, phones, ["account", "volunteer:medyka"]);
  return { accounts, phones: await signInAll(port, accounts) };
};

/** Waits until databases are there with the rules of who may write what. */
export const untilOpen = async (root, databases) => {
  const until = Date.now() + patience;
  for (const database of databases) {
    while ((await root.send("GET", `/${database}/_design/prystan`)).status !== 200) {
      if (Date.now() > until) throw new Error(`${database} was not made`);
      await wait(50);
    }
  }
};

/** Fills a site's database. */
export const fill = (root, database, people) => writeBatches(root, database, batchesOf(people, 1_000));
