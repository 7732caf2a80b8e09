import { setTimeout as wait } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { percentile } from "./support/report.mjs";
import { withServer } from "./support/server.mjs";
import { fill, openSite } from "./support/site.mjs";

const [people, times, writesPerSecond] = [3_000, 20, 50];

/** Each request with which one account could hold everybody up, sent twenty times at once while fifty honest writes a second go on. */
export const abuse = (built, report) =>
  withServer(
    built,
    async (server) => {
      const { accounts, phones } = await openSite(server, built.documents, 2);
      const [honest, bad] = phones;
      const options = { site: "medyka", by: accounts[0].name };
      const all = built.documents.somePeople(people, options);
      await fill(server.root, "site-medyka", all);
      let first = 10_000;
      let isOver = false;
      const late = [];
      const writing = (async () => {
        while (!isOver) {
          const began = performance.now();
          const [person] = built.documents.somePeople(1, { ...options, first });
          first += 1;
          await honest.ask("PUT", `/site-medyka/${person._id}`, person);
          late.push(performance.now() - began);
          await wait(Math.max(0, 1_000 / writesPerSecond - (performance.now() - began)));
        }
      })();
      await wait(2_000);
      for (const [what, send] of abusive(bad, all, accounts[1])) {
        await server.loopDelay();
        await Promise.all(Array.from({ length: times }, (_, time) => send(time).catch(() => undefined)));
        const { p999 } = await server.loopDelay();
        report.figure({ name: `event loop, p99.9: ${what}, ${times} times`, value: p999, unit: "ms", bar: 100 });
        await wait(500);
      }
      isOver = true;
      await writing;
      report.figure({ name: "an honest write meanwhile, p99", value: percentile(late, 0.99), unit: "ms", bar: 1_000 });
    },
    { isWatched: true },
  );

const abusive = (account, people, { name }) => {
  const ids = Array.from({ length: 10_000 }, (_, place) => people[place % people.length]._id);
  const post = (path, value) => account.send("POST", path, typeof value === "string" ? value : JSON.stringify(value));
  const find = (selector) => () => post("/site-medyka/_find", { selector, limit: 10 });
  const buckets = Array.from({ length: 256 }, (_, bucket) => bucket);
  const parts = (count) => Array.from({ length: count }, (_, part) => ({ familyName: `x${part}` }));
  return [
    ["a pattern that backtracks", find({ givenName: { $regex: `^(${"a?".repeat(25)})+${"a".repeat(25)}$` } })],
    ["a selector of 490 parts", find({ $or: parts(490) })],
    ["a selector of 20,000 parts", find({ $or: parts(20_000) })],
    ["10,000 keys", () => post("/site-medyka/_all_docs?include_docs=true", { keys: ids })],
    ["10,000 of _bulk_get", () => post("/site-medyka/_bulk_get", { docs: ids.map((id) => ({ id })) })],
    ["10,000 of _revs_diff", () => post("/site-medyka/_revs_diff", Object.fromEntries(ids.map((id) => [id, ["1-a"]])))],
    ["digests", () => account.send("GET", "/site-medyka/_digests")],
    ["every bucket of digests", () => account.send("GET", `/site-medyka/_digests?of=256&buckets=${buckets}`)],
    ["one bucket of digests", () => account.send("GET", "/site-medyka/_digests?of=256&buckets=0")],
    [
      "1,000 documents",
      (time) =>
        post("/site-medyka/_bulk_docs", {
          docs: people.slice(0, 1_000).map((one) => ({ ...one, _id: `${one._id}${time}` })),
        }),
    ],
    [
      "a _local document of a megabyte",
      (time) => account.send("PUT", `/site-medyka/_local/${time}`, JSON.stringify({ text: "x".repeat(1_000_000) })),
    ],
    ["a sign-in of 9 MB", () => post("/_session", JSON.stringify({ name, password: "x".repeat(9_000_000) }))],
    [
      "a packed body of 500 MB",
      () => account.send("POST", "/site-medyka/_bulk_docs", bomb, { "content-encoding": "gzip" }),
    ],
    ["a wrong passphrase", (time) => post("/_session", { name, password: `five words of passphrase ${time}` })],
  ];
};

/** Zeros that unpack to a thousand times as much. */
const bomb = gzipSync(Buffer.alloc(500 * 1024 * 1024));
