import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { securityOf } from "../../../server/design/security.ts";
import { partsOf, writers } from "../../../src/domain/authority.ts";
import { tierOf } from "../../../src/domain/databases.ts";
import type { Document } from "../../../src/domain/document.ts";
import type { Home, Kind } from "../../../src/domain/kind.ts";
import type { KindName } from "../../../src/domain/kinds.ts";
import { startCouch } from "../couch/support/start-couch.ts";
import { startFront, startUpstream } from "../web/support/start-front.ts";
import { databases, people, type Somebody } from "./support/people.ts";
import { administers, reads, serverOnly } from "./support/requests.ts";
import { asks, canary, furnish, known, oneOfEach } from "./support/site-of-rights.ts";

const limits = { mostAnonymous: 1_000_000 };

/** Where the requests go: through the front, through the front of a CouchDB elsewhere, and past every front. */
const ways = {
  "the front": async () => {
    const front = await startFront(limits);
    return { base: `${front.address}/db`, close: front.close };
  },
  "the front of a CouchDB elsewhere": async () => {
    const upstream = await startUpstream();
    const front = await startFront({ ...limits, upstream: upstream.url });
    return { base: `${front.address}/db`, close: () => front.close().then(upstream.stop) };
  },
  "no front: the store and its design documents alone": async () => {
    const couch = await startCouch();
    return { base: couch.base, close: couch.close };
  },
};

const refusedTo = ({ name }: Somebody): readonly number[] => (name === "" ? [401] : [401, 403]);
const everybody = people.map((somebody) => [somebody.name || "(nobody)", somebody] as const);

/** The written tables: a member of the database, of a role that writes the kind there, for a document of the role's own place. */
const mayWrite = ({ roles, reads: open }: Somebody, database: string, kind: Kind, document: Document): boolean => {
  const tier = tierOf(database) as Home;
  if (!open.includes(database) || !kind.homes.includes(tier)) return false;
  if (tier === "site" && database !== `site-${document.site}`) return false;
  const parts = partsOf(roles, typeof document.site === "string" ? document.site : undefined);
  return (writers[tier][kind.name as KindName] ?? []).some((part) => parts.includes(part));
};

test("The table of readers is what _security says", () => {
  for (const { name, roles, reads: open } of people) {
    for (const database of databases) {
      const isMember = securityOf(database).members.roles.some((role) => roles.includes(role));
      expect({ name, database, isMember }).toEqual({ name, database, isMember: open.includes(database) });
    }
  }
});

describe.each(Object.entries(ways))("Through %s", (_, open) => {
  let server: { readonly base: string; close(): Promise<unknown> };
  let ask: ReturnType<typeof asks>;
  beforeAll(async () => {
    server = await open();
    ask = asks(server.base);
    await furnish(server.base);
  });
  afterAll(() => server.close());

  test.each(everybody)("%s reads what the table says, by whatever way", async (_name, somebody) => {
    for (const database of databases) {
      const mayRead = somebody.reads.includes(database);
      for (const written of [database, database.replace("-", "%2D")]) {
        for (const [method, path, body] of written === database ? reads : reads.slice(0, 6)) {
          const { status, text } = await ask(somebody.name, method, `/${written}${path(known)}`, body?.(known));
          const cell = { database: written, method, path: path(known) };
          if (mayRead) expect({ ...cell, status }).toEqual({ ...cell, status: 200 });
          else
            expect({ ...cell, status, told: text.includes(canary) }).toEqual({
              ...cell,
              status: expect.toSatisfy((one: number) => refusedTo(somebody).includes(one)),
              told: false,
            });
        }
      }
    }
  });

  test.each(everybody)(
    "%s writes what the table says: each kind, in each database, in each way",
    async (_name, somebody) => {
      for (const database of databases) {
        const rows = oneOfEach(somebody.name || "nobody");
        for (const { kind, document } of rows) {
          const { status, text } = await ask(somebody.name, "PUT", `/${database}/${document._id}`, document);
          const cell = { database, kind: kind.name };
          const isTaken = mayWrite(somebody, database, kind, document);
          expect({ ...cell, isTaken: status === 201, text: isTaken ? "" : text }).toEqual({
            ...cell,
            isTaken,
            text: isTaken ? "" : text,
          });
          if (!isTaken) expect([401, 403]).toContain(status);
        }
        const others = oneOfEach(somebody.name || "nobody");
        const replicated = oneOfEach(somebody.name || "nobody").map(({ kind, document }) => ({
          kind,
          document: { ...document, _rev: "1-abc" },
        }));
        await ask(somebody.name, "POST", `/${database}/_bulk_docs`, { docs: others.map(({ document }) => document) });
        await ask(somebody.name, "POST", `/${database}/_bulk_docs`, {
          docs: replicated.map(({ document }) => document),
          new_edits: false,
        });
        const sent = [...rows, ...others, ...replicated];
        const keys = sent.map(({ document }) => document._id);
        const found = JSON.parse((await ask("admin", "POST", `/${database}/_all_docs`, { keys })).text) as {
          rows: { key: string; id?: string }[];
        };
        const stored = found.rows.flatMap(({ id }) => id ?? []);
        const expected = sent
          .filter(({ kind, document }) => mayWrite(somebody, database, kind, document))
          .map(({ document }) => document._id);
        expect({ database, stored }).toEqual({ database, stored: expected });
      }
    },
  );

  test.each(everybody)("%s administers nothing", async (_name, somebody) => {
    for (const database of databases) {
      for (const [method, path, body] of administers) {
        const { status } = await ask(somebody.name, method, `/${database}${path(known)}`, body?.(known));
        expect({ database, method, path: path(known), status }).toMatchObject({
          status: expect.toSatisfy((one: number) => [401, 403].includes(one)),
        });
      }
      const docs = [{ _id: "_design/prystan", validate_doc_update: "function () {}" }, { _id: "_design/mine" }];
      for (const how of [{ docs }, { docs: docs.map((doc) => ({ ...doc, _rev: "9-a" })), new_edits: false }])
        expect((await ask(somebody.name, "POST", `/${database}/_bulk_docs`, how)).text).not.toContain('"ok"');
      const { text } = await ask("admin", "GET", `/${database}/_design_docs`);
      expect((JSON.parse(text) as { rows: object[] }).rows).toHaveLength(1);
    }
    for (const [method, path, body] of serverOnly) {
      const { status, text } = await ask(somebody.name, method, path, body);
      const isRefused = [401, 403, 404].includes(status);
      expect({ method, path, status, isRefused, told: /derived_key|canary/.test(text) }).toMatchObject({
        isRefused: true,
        told: false,
      });
    }
  });

  test("After all of it rights and rules are what they were", async () => {
    for (const database of databases) {
      const security = JSON.parse((await ask("admin", "GET", `/${database}/_security`)).text);
      expect(security).toEqual(securityOf(database));
      expect((await ask("admin", "GET", `/${database}/${known}`)).text).toContain(canary);
    }
    const all = JSON.parse((await ask("admin", "GET", "/_all_dbs")).text);
    expect(all).toEqual([...databases, "_users"].sort());
  });
});
