import { randomInt } from "node:crypto";
import { withServer } from "./support/server.mjs";
import { fill, openSite } from "./support/site.mjs";

const counts = [5_000, 10_000];
const [barOfNone, barOfOne, barOfAll] = [20, 30, 110];

/**
 * What a comparison with the server costs on the line, headers included, both ways: the phone's own code (`src/sync/replication/list-differing.ts`)
 * over ids and revisions as random as the app makes them.
 */
export const sweep = (built, report) =>
  withServer(built, async (server) => {
    const { accounts, phones } = await openSite(server, built.documents, 1);
    const [phone] = phones;
    let written = 0;
    for (const count of counts) {
      const people = { site: "medyka", by: accounts[0].name, first: written };
      await fill(server.root, "site-medyka", built.documents.somePeople(count - written, people).map(underRandomId));
      written = count;
      const whole = await phone.send("GET", "/site-medyka/_all_docs", undefined, asABrowser);
      const here = JSON.parse(whole.body).rows.flatMap(({ id, value }) =>
        id.startsWith("_design/") ? [] : [[id, value.rev]],
      );
      const compare = async (what, own, bar) => {
        const line = openLine(phone);
        const { ok, value } = await built.sweeping.listDiffering(line.server, "site-medyka", own);
        if (!ok) throw new Error(`${what}: not answered`);
        const isBarred = bar !== undefined && count === counts[0];
        const name = `comparing ${count} documents, ${what}`;
        report.figure({ name, value: line.bytes() / 1000, unit: "kB", ...(isBarred && { bar }) });
        return { listed: value.there.size, bytes: line.bytes() };
      };
      const began = performance.now();
      const none = await compare("no difference", here, barOfNone);
      report.figure({
        name: `comparing ${count} documents: first after a write`,
        value: performance.now() - began,
        unit: "ms",
      });
      if (none.listed > 0) throw new Error("equal revisions had unequal digests");
      await compare("one missing here", here.slice(1), barOfOne);
      await compare("another revision of one", [[here[0][0], `1-${"0".repeat(32)}`], ...here.slice(1)], barOfOne);
      const all = await compare("all missing here", []);
      if (all.listed !== count) throw new Error(`${all.listed} of ${count} were listed`);
      report.figure({
        name: `comparing ${count} documents, every revision`,
        value: whole.lineBytes / 1000,
        unit: "kB",
      });
      const ratio = (100 * all.bytes) / whole.lineBytes;
      report.figure({
        name: `${count} documents, all missing to every revision`,
        value: ratio,
        unit: "%",
        bar: barOfAll,
      });
      const hashing = performance.now();
      await built.sweeping.digestsOf(here, 256);
      report.figure({ name: `digests of ${count} documents, in Node`, value: performance.now() - hashing, unit: "ms" });
    }
    phone.close();
  });

/** The phone's server over one connection, whose bytes are counted. */
const openLine = (phone) => {
  let bytes = 0;
  const get = async (path) => {
    const { status, body, lineBytes } = await phone.send("GET", `/${path}`, undefined, asABrowser);
    bytes += lineBytes;
    return status === 200 ? { ok: true, value: JSON.parse(body) } : { ok: false, error: { type: "later" } };
  };
  return { server: { get }, bytes: () => bytes };
};

/** What Chromium says besides, and the proof that binds a session. */
const asABrowser = {
  "user-agent":
    "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36",
  "accept-language": "uk-UA,uk;q=0.9,en-US;q=0.8,en;q=0.7",
  "sec-ch-ua": '"Chromium";v="142", "Not:A-Brand";v="24"',
  "sec-ch-ua-mobile": "?1",
  "sec-ch-ua-platform": '"Android"',
  "sec-fetch-dest": "empty",
  "sec-fetch-mode": "cors",
  "sec-fetch-site": "same-origin",
  "x-prystan-proof": "x".repeat(43),
};

const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

/** With the 80 random bits of a real id, which no packing makes smaller. */
const underRandomId = ({ _id, ...person }) => {
  const tail = Array.from({ length: 16 }, () => alphabet[randomInt(32)]).join("");
  return { _id: `${_id.slice(0, -16)}${tail}`, ...person };
};
