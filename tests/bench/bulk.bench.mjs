import { batchesOf, writeBatches } from "./support/client.mjs";
import { median, secondsOf } from "./support/report.mjs";
import { withStore } from "./support/server.mjs";

const [rounds, count, size] = [5, 10_000, 1_000];

/** The bare store: `_bulk_docs` into a new database, then its whole feed in one request. */
export const bulkDocs = (built, report) =>
  withStore(built, async (client) => {
    const people = built.documents.somePeople(count, { site: "medyka", by: "bench0" });
    const batches = batchesOf(people, size);
    const [written, read] = [[], []];
    for (let round = 0; round < rounds; round += 1) {
      const database = `round${round}`;
      await client.ask("PUT", `/${database}`);
      written.push(count / (await secondsOf(() => writeBatches(client, database, batches))));
      read.push(count / (await secondsOf(() => readAll(client, database, batches))));
    }
    const common = { unit: "docs/s", isAtLeast: true };
    report.figure({ ...common, name: "_bulk_docs, 10 x 1,000", value: median(written), bar: 25_000, rounds: written });
    report.figure({
      ...common,
      name: "_changes?include_docs, one request of 10,000",
      value: median(read),
      bar: 60_000,
      rounds: read,
    });
  });

const readAll = async (client, database, batches) => {
  const { body } = await client.send("GET", `/${database}/_changes?include_docs=true`);
  if (body.length < batches.join("").length) throw new Error(`_changes gave only ${body.length} bytes`);
};
