import { randomInt } from "node:crypto";
import { withServer } from "./support/server.mjs";
import { fill, openSite } from "./support/site.mjs";

const [counts, bar] = [[5_000, 10_000], 150];

/** What comparing every revision costs on the line (`src/sync/replication/sweep.ts`): ids and revisions as random as the app makes them. */
export const sweep = (built, report) =>
  withServer(built, async (server) => {
    const { accounts, phones } = await openSite(server, built.documents, 1);
    const [phone] = phones;
    let written = 0;
    for (const count of counts) {
      const people = { site: "medyka", by: accounts[0].name, first: written };
      await fill(server.root, "site-medyka", built.documents.somePeople(count - written, people).map(underRandomId));
      written = count;
      const { body, wireBytes } = await phone.send("GET", "/site-medyka/_all_docs");
      const name = `comparing ${count} documents`;
      report.figure({ name: `${name}: unpacked`, value: body.length / 1000, unit: "kB" });
      const isBarred = count === 5_000;
      report.figure({ name: `${name}: gzip`, value: wireBytes / 1000, unit: "kB", ...(isBarred && { bar }) });
    }
    phone.close();
  });

const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

/** With the 80 random bits of a real id, which no packing makes smaller. */
const underRandomId = ({ _id, ...person }) => {
  const tail = Array.from({ length: 16 }, () => alphabet[randomInt(32)]).join("");
  return { _id: `${_id.slice(0, -16)}${tail}`, ...person };
};
