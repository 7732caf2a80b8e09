import { withPhone } from "./support/browser.mjs";
import { median } from "./support/report.mjs";
import { addAccounts, withServer } from "./support/server.mjs";
import { fill, untilOpen } from "./support/site.mjs";

const [rounds, count, many] = [5, 10_000, 50_000];

/** Who fills an empty phone from which site. */
const contenders = {
  ours: { way: "ours", site: "medyka", documents: count },
  unsealed: { way: "unsealed", site: "medyka", documents: count },
  floor: { way: "floor", site: "medyka", documents: count },
  pouch: { way: "pouch", site: "medyka", documents: count },
  oursMany: { way: "ours", site: "korczowa", documents: many },
};

/** Two sites, of 10,000 and of 50,000 documents, on empty phones in Chromium: ours, the floor and PouchDB, in turns. */
export const receiving = (built, report) =>
  withServer(built, async (server) => {
    const { root } = server;
    const address = `http://localhost:${server.port}`;
    const sites = { medyka: count, korczowa: many };
    const accounts = await openSites(root, built.documents, sites);
    const fillPhone = ({ way, site, documents }) =>
      withPhone(built, { address, account: accounts[site] }, async ({ page }) => {
        const asked = [way, `site-${site}`, accounts[site].name];
        const done = await page.evaluate((all) => window.bench.fill(...all), asked);
        if (done.documents < documents) throw new Error(`${way} has ${done.documents} documents`);
        return done.milliseconds / 1000;
      });

    const took = { ours: [], unsealed: [], floor: [], pouch: [], oursMany: [] };
    const names = Object.keys(contenders);
    for (let round = 0; round < rounds; round += 1) {
      for (let turn = 0; turn < names.length; turn += 1) {
        const name = names[(round + turn) % names.length];
        took[name].push(await fillPhone(contenders[name]));
      }
    }
    const [ours, unsealed, floor, pouch, oursMany] = names.map((name) => median(took[name]));
    const name = `first sync of ${count} documents in Chromium`;
    report.figure({ name, value: ours, unit: "s", rounds: took.ours });
    report.figure({ name: `${name}: one JSON and Dexie bulkPut`, value: floor, unit: "s", rounds: took.floor });
    report.figure({ name: `${name}: PouchDB 9`, value: pouch, unit: "s", rounds: took.pouch });
    report.figure({ name: `${name}: ours to the floor`, value: ours / floor, unit: "x", bar: 2.5 });
    report.figure({ name: `${name}: ours to ours without encryption`, value: ours / unsealed, unit: "x", bar: 1.4 });
    report.figure({ name: `${name}: ours to PouchDB`, value: ours / pouch, unit: "x", bar: 0.55 });
    report.figure({ name: `the same of ${many}`, value: oursMany, unit: "s", rounds: took.oursMany });
    report.figure({ name: `ours: ${many} documents to ${count}`, value: oursMany / ours, unit: "x", bar: 5.5 });
  });

/** Opens sites with so many people each, and gives a volunteer of each. */
const openSites = async (root, { aSite, somePeople }, sizes) => {
  const sites = Object.keys(sizes);
  await root.ask("POST", "/directory/_bulk_docs", { docs: sites.map(aSite) });
  await untilOpen(
    root,
    sites.map((site) => `site-${site}`),
  );
  const accounts = {};
  for (const [site, size] of Object.entries(sizes)) {
    [accounts[site]] = await addAccounts(root, 1, ["account", `volunteer:${site}`], { prefix: site });
    await fill(root, `site-${site}`, somePeople(size, { site, by: accounts[site].name }));
  }
  return accounts;
};
