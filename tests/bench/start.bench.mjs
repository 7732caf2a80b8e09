import { median } from "./support/report.mjs";
import { inFolder, startServer } from "./support/server.mjs";
import { fill, untilOpen } from "./support/site.mjs";

const [sites, people, restarts] = [100, 1_000, 3];

/** A server with 100 sites and 100,000 people in all, started again. */
export const start = (built, report) =>
  inFolder(async (folder) => {
    await fillFolder(built, folder);
    const [healthy, ready] = [[], []];
    for (let round = 0; round < restarts; round += 1) {
      const server = await startServer(built, folder);
      healthy.push((await server.healthy) / 1000);
      ready.push((await server.ready) / 1000);
      await server.stop();
    }
    const name = `start with ${sites} sites and ${sites * people} documents`;
    report.figure({ name: `${name}: /healthz ok`, value: median(healthy), unit: "s", bar: 3, rounds: healthy });
    report.figure({ name: `${name}: workers went through all`, value: median(ready), unit: "s", rounds: ready });
  });

const fillFolder = async ({ documents, ...built }, folder) => {
  const server = await startServer(built, folder);
  try {
    await server.ready;
    const slugs = Array.from({ length: sites }, (_, number) => `site${number}`);
    await server.root.ask("POST", "/directory/_bulk_docs", { docs: slugs.map(documents.aSite) });
    const databases = slugs.map((slug) => `site-${slug}`);
    await untilOpen(server.root, databases);
    for (const [number, site] of slugs.entries()) {
      const options = { site, by: "bench0", first: number * people };
      await fill(server.root, `site-${site}`, documents.somePeople(people, options));
    }
  } finally {
    await server.stop();
  }
};
