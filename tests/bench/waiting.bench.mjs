import { setTimeout as wait } from "node:timers/promises";
import { openCrowd } from "./support/crowd.mjs";
import { percentile } from "./support/report.mjs";
import { withServer } from "./support/server.mjs";
import { fill, openSite } from "./support/site.mjs";

const [phonesWaiting, writes, pause, patience] = [200, 20, 500, 30_000];

/** 200 phones wait for news of a site of 5,000 people; somebody writes; each of them fetches it. */
export const waiting = (built, report) =>
  withServer(built, async (server) => {
    const { accounts, phones } = await openSite(server, built.documents, phonesWaiting + 1);
    const people = { site: "medyka", by: accounts[0].name };
    await fill(server.root, "site-medyka", built.documents.somePeople(5_000, people));
    const [writer, ...others] = phones;
    const { last_seq: since } = await writer.ask("GET", "/site-medyka/_changes?since=now&limit=0");
    const crowd = openCrowd(others, "site-medyka", since);
    await wait(pause);

    const took = [];
    for (let number = 0; number < writes; number += 1) {
      const [person] = built.documents.somePeople(1, { ...people, first: 10_000 + number });
      const began = performance.now();
      const seen = crowd.allSee(person._id);
      await writer.ask("PUT", `/site-medyka/${person._id}`, person);
      await Promise.race([seen, givingUp()]);
      took.push(performance.now() - began);
      await wait(pause);
    }
    const memory = server.peakMegabytes();
    crowd.close();
    writer.close();
    const name = `${phonesWaiting} waiting phones`;
    report.figure({ name: `${name}: server's RSS, peak`, value: memory, unit: "MB", bar: 256 });
    report.figure({
      name: `${name}: a write is with all of them, p95 of ${writes}`,
      value: percentile(took, 0.95),
      unit: "ms",
      bar: 1_000,
      rounds: took,
    });
  });

const givingUp = async () => {
  await wait(patience, undefined, { ref: false });
  throw new Error("a write was not seen by all phones");
};
