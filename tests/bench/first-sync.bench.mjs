import { percentile } from "./support/report.mjs";
import { withServer } from "./support/server.mjs";
import { fill, openSite } from "./support/site.mjs";

const [phonesAtOnce, count, pageSize] = [100, 5_000, 500];

/** 100 phones that are signed in but empty fetch a site of 5,000 people, all at once. */
export const firstSync = (built, report) =>
  withServer(built, async (server) => {
    const { accounts, phones } = await openSite(server, built.documents, phonesAtOnce);
    const people = built.documents.somePeople(count, { site: "medyka", by: accounts[0].name });
    await fill(server.root, "site-medyka", people);
    const began = performance.now();
    const outcomes = await Promise.allSettled(
      phones.map(async (phone) => {
        await firstRound(phone);
        return (performance.now() - began) / 1000;
      }),
    );
    for (const phone of phones) phone.close();
    const failed = outcomes.filter(({ status }) => status === "rejected");
    for (const { reason } of failed.slice(0, 3)) console.error(reason);
    const took = outcomes.flatMap(({ status, value }) => (status === "fulfilled" ? [value] : []));
    const name = `first sync of ${count} documents on ${phonesAtOnce} phones at once`;
    report.figure({ name: `${name}: errors`, value: failed.length, unit: "phones", bar: 0 });
    if (took.length === 0) return;
    report.figure({ name: `${name}: median`, value: percentile(took, 0.5), unit: "s", bar: 60 });
    report.figure({ name: `${name}: slowest`, value: Math.max(...took), unit: "s" });
  });

/** What a phone asks for in its first round (`src/sync/round.ts`): who it is, then each database page by page. */
const firstRound = async (phone) => {
  await phone.ask("GET", "/_session");
  await pull(phone, "directory");
  const documents = await pull(phone, "site-medyka");
  if (documents !== count) throw new Error(`a phone has ${documents} documents`);
};

const pull = async (phone, database) => {
  let [since, documents, pending] = ["0", 0, 1];
  while (pending > 0) {
    const query = `include_docs=true&limit=${pageSize}&since=${since}`;
    const page = await phone.ask("GET", `/${database}/_changes?${query}`);
    documents += page.results.filter(({ id, doc }) => doc?.kind && !id.startsWith("_design/")).length;
    since = page.last_seq;
    pending = page.pending ?? 0;
  }
  return documents;
};
