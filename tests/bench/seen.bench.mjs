import { setTimeout as wait } from "node:timers/promises";
import { withPhone } from "./support/browser.mjs";
import { percentile } from "./support/report.mjs";
import { withServer } from "./support/server.mjs";
import { openSite } from "./support/site.mjs";

/** So many saves, each so many milliseconds after the one before was seen: news is gathered for half a second. */
const [single, burst] = [
  { writes: 60, pause: 700 },
  { writes: 200, pause: 50 },
];

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
        const seenAfter = async ({ writes, pause }, first) => {
          const all = [];
          for (const draft of built.documents.someDrafts(writes, { site: "medyka", first })) {
            const arrived = reader.page.evaluate((id) => window.bench.seen(id), draft.id);
            const began = await writer.page.evaluate((one) => window.bench.save("site-medyka", [one]), draft);
            all.push((await arrived) - began);
            await wait(pause);
          }
          return all;
        };
        return { single: await seenAfter(single, 0), burst: await seenAfter(burst, single.writes) };
      }),
    );
    const name = "saved on one phone, seen on another";
    report.figure({
      name: `${name}, a single save: p95 of ${single.writes}`,
      value: percentile(took.single, 0.95),
      unit: "ms",
      bar: 100,
    });
    report.figure({
      name: `${name}, one soon after the other: median of ${burst.writes}`,
      value: percentile(took.burst, 0.5),
      unit: "ms",
    });
    report.figure({
      name: `${name}, one soon after the other: p95`,
      value: percentile(took.burst, 0.95),
      unit: "ms",
      bar: 600,
    });
  });
