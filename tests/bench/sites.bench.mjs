import { setTimeout as wait } from "node:timers/promises";
import { batchesOf, writeBatches } from "./support/client.mjs";
import { inFolder, startServer } from "./support/server.mjs";
import { untilOpen } from "./support/site.mjs";

const [sites, added, people] = [1_000, 20, 10];

/** A thousand sites in one process: what one more costs, what they hold while nothing happens, and how long a start takes. */
export const manySites = (built, report) =>
  inFolder(async (folder) => {
    const slugs = Array.from({ length: sites + added }, (_, number) => `site${number}`);
    const first = await startServer(built, folder);
    const name = `${sites} sites in one process`;
    try {
      await first.ready;
      await addSites(first, built.documents, slugs.slice(0, sites));
      await untilCalm(first);
      const before = first.processorMilliseconds();
      for (const slug of slugs.slice(sites)) await addSites(first, built.documents, [slug]);
      await untilCalm(first);
      const spent = (first.processorMilliseconds() - before) / added;
      report.figure({ name: `${name}: one more, processor time`, value: spent / 1_000, unit: "s", bar: 0.3 });
    } finally {
      await first.stop();
    }
    const again = await startServer(built, folder);
    try {
      const healthy = await again.healthy;
      const ready = await again.ready;
      await untilCalm(again);
      report.figure({ name: `${name}: start until /healthz is ok`, value: healthy / 1_000, unit: "s", bar: 3 });
      report.figure({ name: `${name}: workers went through all`, value: ready / 1_000, unit: "s", bar: 3 });
      report.figure({ name: `${name}: RSS, peak`, value: again.peakMegabytes(), unit: "MB", bar: 400 });
      report.figure({ name: `${name}: open files and connections`, value: again.openFiles(), unit: "", bar: 300 });
      const before = again.processorMilliseconds();
      await wait(10_000);
      const idle = (again.processorMilliseconds() - before) / 10;
      report.figure({ name: `${name}: processor time while nothing happens`, value: idle, unit: "ms/s" });
    } finally {
      await again.stop();
    }
  });

const addSites = async ({ root }, documents, slugs) => {
  await writeBatches(root, "directory", batchesOf(slugs.map(documents.aSite), 500));
  await untilOpen(
    root,
    slugs.flatMap((slug) => [`site-${slug}`, `care-${slug}`]),
  );
  for (const site of slugs)
    await writeBatches(root, `site-${site}`, batchesOf(documents.somePeople(people, { site, by: "bench0" }), 1_000));
};

/** Waits until a second went by with hardly any work. */
const untilCalm = async (server) => {
  for (let tries = 0; tries < 300; tries += 1) {
    const before = server.processorMilliseconds();
    await wait(1_000);
    if (server.processorMilliseconds() - before < 100) return;
  }
  console.error("never calm");
};
