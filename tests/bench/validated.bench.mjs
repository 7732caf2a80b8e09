import { batchesOf, writeBatches } from "./support/client.mjs";
import { median, secondsOf } from "./support/report.mjs";
import { withServer } from "./support/server.mjs";
import { openSite } from "./support/site.mjs";

const [rounds, count, size] = [5, 10_000, 1_000];

/** The whole server: volunteers' `_bulk_docs` into a site, under the rules that every site has; another one a round, for each may write so much a minute. */
export const validated = (built, report) =>
  withServer(built, async (server) => {
    const { accounts, phones } = await openSite(server, built.documents, rounds);
    const seen = [];
    for (let round = 0; round < rounds; round += 1) {
      const options = { site: "medyka", by: accounts[round].name, first: round * count };
      const batches = batchesOf(built.documents.somePeople(count, options), size);
      seen.push(count / (await secondsOf(() => writeBatches(phones[round], "site-medyka", batches))));
    }
    for (const phone of phones) phone.close();
    report.figure({
      name: "_bulk_docs under the site's validate_doc_update, 10 x 1,000",
      value: median(seen),
      unit: "docs/s",
      bar: 6_000,
      isAtLeast: true,
      rounds: seen,
    });
  });
