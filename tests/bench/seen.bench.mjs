import { setTimeout as wait } from "node:timers/promises";
import { withPhone } from "./support/browser.mjs";
import { percentile } from "./support/report.mjs";
import { withServer } from "./support/server.mjs";
import { openSite } from "./support/site.mjs";

const [writes, pause] = [200, 50];

/** Somebody saves on one phone, somebody else sees it on another: two Chromiums with the real store and engine. */
export const seen = (built, report) =>
  withServer(built, async (server) => {
    const { accounts, phones } = await openSite(server, built.documents, 2);
    for (const phone of phones) phone.close();
    const address = `http://localhost:${server.port}`;
    const [one, other] = accounts;
    const took = await withPhone(built, { address, account: one }, (writer) =>
      withPhone(built, { address, account: other }, async (reader) => {
        for (const [{ page }, { name }] of [
          [writer, one],
          [reader, other],
        ])
          await page.evaluate((own) => window.bench.work(own), name);
        const all = [];
        for (const draft of built.documents.someDrafts(writes, { site: "medyka" })) {
          const arrived = reader.page.evaluate((id) => window.bench.seen(id), draft.id);
          const began = await writer.page.evaluate((one) => window.bench.save("site-medyka", [one]), draft);
          all.push((await arrived) - began);
          await wait(pause);
        }
        return all;
      }),
    );
    const name = `saved on one phone, seen on another, ${writes} times`;
    report.figure({ name: `${name}: median`, value: percentile(took, 0.5), unit: "ms" });
    report.figure({ name: `${name}: p95`, value: percentile(took, 0.95), unit: "ms", bar: 500 });
  });
