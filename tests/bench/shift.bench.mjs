import { setTimeout as wait } from "node:timers/promises";
import { openCrowd } from "./support/crowd.mjs";
import { percentile } from "./support/report.mjs";
import { withServer } from "./support/server.mjs";
import { fill, openSite } from "./support/site.mjs";

const [phones, people, savesPerSecond, saves, patience] = [200, 5_000, 3, 60, 60_000];

/** 200 phones at one site while three saves a second come in, from one phone after the other: each is fetched by all. */
export const shift = (built, report) =>
  withServer(built, async (server) => {
    const { accounts, phones: all } = await openSite(server, built.documents, phones);
    const options = { site: "medyka", by: accounts[0].name };
    await fill(server.root, "site-medyka", built.documents.somePeople(people, options));
    const { last_seq: since } = await server.root.ask("GET", "/site-medyka/_changes?since=now&limit=0");
    const crowd = openCrowd(all, "site-medyka", since);
    await wait(1_000);

    const [took, seen] = [[], []];
    const writing = [];
    const save = async (number) => {
      const by = accounts[number % phones].name;
      const [person] = built.documents.somePeople(1, { ...options, by, first: 10_000 + number });
      const began = performance.now();
      seen.push(Promise.race([crowd.allSee(person._id, number % phones), givingUp()]));
      await all[number % phones].ask("PUT", `/site-medyka/${person._id}`, person);
      took.push(performance.now() - began);
    };
    const before = server.processorMilliseconds();
    const began = performance.now();
    for (let number = 0; number < saves; number += 1) {
      await wait(Math.max(0, began + (number * 1_000) / savesPerSecond - performance.now()));
      writing.push(save(number));
    }
    await Promise.all(writing);
    await Promise.all(seen);
    const spent = (server.processorMilliseconds() - before) / saves;
    const seconds = (performance.now() - began) / 1_000;
    crowd.close();

    const name = `${phones} phones at one site, ${savesPerSecond} saves/s`;
    report.figure({ name: `${name}: server's processor time a save`, value: spent, unit: "ms", bar: 60 });
    report.figure({
      name: `${name}: a save, p99`,
      value: percentile(took, 0.99),
      unit: "ms",
      bar: 1_000,
      rounds: took,
    });
    report.figure({
      name: `${name}: all ${saves} are with all`,
      value: seconds,
      unit: "s",
      bar: saves / savesPerSecond + 2,
    });
  });

const givingUp = async () => {
  await wait(patience, undefined, { ref: false });
  throw new Error("a save was not seen by all phones");
};
