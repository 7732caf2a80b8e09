import { withPhone } from "./browser.mjs";
import { median } from "./report.mjs";
import { withServer } from "./server.mjs";
import { fill, openSite } from "./site.mjs";

const [rounds, count, manyRounds, many] = [5, 10_000, 3, 50_000];
const contenders = ["ours", "unsealed", "floor", "pouch"];

/** A site of 10,000 documents on an empty phone in Chromium: ours, the floor and PouchDB, in turns; then 50,000, ours alone. */
export const receiving = (built, report) =>
  withServer(built, async (server) => {
    const { accounts, phones } = await openSite(server, built.documents, 1);
    for (const phone of phones) phone.close();
    const [account] = accounts;
    const address = `http://localhost:${server.port}`;
    const fillPhone = (contender, documents) =>
      withPhone(built, { address, account }, async ({ page }) => {
        const asked = [contender, "site-medyka", account.name];
        const done = await page.evaluate((all) => window.bench.fill(...all), asked);
        if (done.documents < documents) throw new Error(`${contender} has ${done.documents} documents`);
        return done.milliseconds / 1000;
      });
    const people = (documents, first) =>
      built.documents.somePeople(documents, { site: "medyka", by: account.name, first });
    await fill(server.root, "site-medyka", people(count, 0));

    const took = { ours: [], unsealed: [], floor: [], pouch: [] };
    for (let round = 0; round < rounds; round += 1) {
      for (let turn = 0; turn < contenders.length; turn += 1) {
        const contender = contenders[(round + turn) % contenders.length];
        took[contender].push(await fillPhone(contender, count));
      }
    }
    const [ours, unsealed, floor, pouch] = contenders.map((contender) => median(took[contender]));
    const name = `first sync of ${count} documents in Chromium`;
    report.figure({ name, value: ours, unit: "s", rounds: took.ours });
    report.figure({ name: `${name}: one JSON and Dexie bulkPut`, value: floor, unit: "s", rounds: took.floor });
    report.figure({ name: `${name}: PouchDB 9`, value: pouch, unit: "s", rounds: took.pouch });
    report.figure({ name: `${name}: ours to the floor`, value: ours / floor, unit: "x", bar: 2.5 });
    report.figure({ name: `${name}: ours to ours without encryption`, value: ours / unsealed, unit: "x", bar: 1.4 });
    report.figure({ name: `${name}: ours to PouchDB`, value: ours / pouch, unit: "x", bar: 0.55 });

    await fill(server.root, "site-medyka", people(many - count, count));
    const tookMany = [];
    for (let round = 0; round < manyRounds; round += 1) tookMany.push(await fillPhone("ours", many));
    const value = median(tookMany);
    report.figure({ name: `first sync of ${many} documents in Chromium`, value, unit: "s", rounds: tookMany });
    report.figure({ name: `${many} documents to ${count}`, value: value / ours, unit: "x", bar: 5.5 });
  });
