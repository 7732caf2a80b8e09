import { setTimeout as wait } from "node:timers/promises";
import { percentile } from "./support/report.mjs";
import { withServer } from "./support/server.mjs";
import { openSite } from "./support/site.mjs";

const [warmUp, seconds, rate, phonesWriting] = [1, 10, 50, 10];

/** Single durable writes at a fixed rate, however long each takes: measured from the moment at which each was due. */
export const singles = (built, report) =>
  withServer(built, async (server) => {
    const { accounts, phones } = await openSite(server, built.documents, phonesWriting);
    const began = performance.now();
    const writes = Array.from({ length: (warmUp + seconds) * rate }, async (_, number) => {
      const due = began + (number * 1_000) / rate;
      const at = number % phones.length;
      const [person] = built.documents.somePeople(1, { site: "medyka", by: accounts[at].name, first: number });
      await wait(due - performance.now());
      await phones[at].ask("PUT", `/site-medyka/${person._id}`, person);
      return performance.now() - due;
    });
    const took = (await Promise.all(writes)).slice(warmUp * rate);
    for (const phone of phones) phone.close();
    const name = (share) => `${rate} single writes/s for ${seconds} s, ${share}`;
    report.figure({ name: name("median"), value: percentile(took, 0.5), unit: "ms" });
    report.figure({ name: name("p95"), value: percentile(took, 0.95), unit: "ms", bar: 50 });
  });
