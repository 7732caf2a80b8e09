import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { databaseTypeOf, tierOf } from "../../../src/domain/model/databases.ts";
import type { DatabaseType, Kind } from "../../../src/domain/model/kind.ts";
import { type KindName, kinds } from "../../../src/domain/model/kinds.ts";
import {
  isWritable,
  mayCreate,
  rights,
  rolesFor,
  serverFields,
  type WritableFields,
  writableFieldsOf,
} from "../../../src/domain/rights/authority.ts";
import { changesOf, documentWithin } from "../../support/data/document-versions.ts";
import { accountOf, everybody, type Person, rolesOf } from "../../support/rights/accounts.ts";
import { databases, idIn, mayRead, openRights, type RightsServer, tellTale } from "../../support/rights/open-rights.ts";
import { forAdministrators, readings, serverWide } from "../../support/rights/requests.ts";

const seed = Number(process.env.SEED ?? 20_261_125);
const ways = [
  { name: "the design documents alone, past the front", viaFront: false },
  { name: "through the front", viaFront: true },
];

describe.each(ways)("Who may do what, by $name (A10–A12)", ({ viaFront }) => {
  let server: RightsServer;
  beforeAll(async () => {
    server = await openRights({ viaFront });
  });
  afterAll(() => server.close());

  test.each(databases)("%s is read by its members and by nobody else, whatever way they ask", async (database) => {
    const shots = readings(database, idIn(database));
    for (const person of everybody) {
      const allowed = mayRead(person, database);
      for (const shot of shots) {
        const { status, text } = await server.fire(person, shot);
        const cell = { person, shot: `${shot.method} ${shot.path}`, status };
        if (allowed) expect(cell).toMatchObject({ status: expect.toSatisfy((code) => code === 200 || code === 404) });
        else
          expect(cell).toMatchObject({
            status: expect.toSatisfy((code) => code === 401 || code === 403 || code === 404),
          });
        if (!allowed) expect({ ...cell, leaks: text.includes(tellTale(database)) }).toMatchObject({ leaks: false });
      }
      const { text } = await server.fire(person, { method: "GET", path: `${database}/_all_docs?include_docs=true` });
      expect({ person, database, reads: text.includes(tellTale(database)) }).toEqual({
        person,
        database,
        reads: allowed,
      });
    }
  });

  test.each(databases)("Nobody administers %s", async (database) => {
    for (const person of everybody) {
      for (const shot of forAdministrators(database, idIn(database))) {
        const { status, text } = await server.fire(person, shot);
        const isDone = status < 300 && !/"error"/.test(text);
        expect({ person, shot: `${shot.method} ${shot.path}`, status, isDone }).toMatchObject({ isDone: false });
      }
    }
    expect((await server.couch.get<object>(`${database}/_security`)).body).toMatchObject({
      admins: { roles: ["_admin"] },
    });
  });

  test("Nobody asks the server about others: accounts, databases, configuration", async () => {
    for (const person of everybody) {
      for (const shot of serverWide) {
        const { status } = await server.fire(person, shot);
        const refused = status >= 400;
        expect({ person, shot: `${shot.method} ${shot.path}`, status, refused }).toMatchObject({ refused: true });
      }
    }
  });

  test("Only members leave checkpoints, and only their own kind of document", async () => {
    for (const database of databases) {
      for (const person of everybody) {
        const shot = { method: "PUT", path: `${database}/_local/of-${everybody.indexOf(person)}`, body: { at: 1 } };
        const { status } = await server.fire(person, shot);
        expect({ person, database, may: status === 201 }).toEqual({ person, database, may: mayRead(person, database) });
      }
    }
  });

  test("Each kind is begun by whom the table says, where it says: alone, in bulk, and with new_edits=false", async () => {
    let accepted = 0;
    for (const [person, database] of pairs) {
      const here = cellsFor(person, database);
      const own = (way: string) =>
        here.map((cell) =>
          documentWithin(cell.kind, cell.reach[0] ?? "all", {
            by: by(person),
            site: siteFor(database),
            key: `${way}.${keyOf(cell)}`,
            seed,
          }),
        );
      const expected = here.map(
        ({ reach, kind }) => mayRead(person, database) && reach.some(mayCreate) && livesIn(kind, database),
      );
      const bulk = await write(server, person, database, own("bulk"));
      const replicas = own("replica").map((document) => ({ ...document, _rev: `1-${"0".repeat(31)}1` }));
      await write(server, person, database, replicas, { new_edits: false });
      const stored = await server.couch.post<{ rows: readonly { id?: string }[] }>(`${database}/_all_docs`, {
        keys: replicas.map(({ _id }) => _id),
      });
      const place = expected.indexOf(true) + 1 || 1;
      const alone = await server.fire(person, { method: "POST", path: database, body: own("alone")[place - 1] ?? {} });
      for (const [at, { kind }] of here.entries())
        expect({
          person,
          database,
          kind: kind.name,
          bulk: bulk[at] === undefined,
          why: bulk[at],
          replica: stored.body.rows[at]?.id !== undefined,
        }).toMatchObject({
          bulk: expected[at],
          replica: expected[at],
        });
      expect({ person, database, alone: alone.status === 201 }).toEqual({
        person,
        database,
        alone: expected[place - 1],
      });
      accepted += expected.filter(Boolean).length;
    }
    expect(accepted).toBeGreaterThan(20);
  });

  test("Who claims a history that the server never saw replaces nothing that others wrote", async () => {
    const [person, database] = ["volunteer of medyka", "site-medyka"] as const;
    const making = { by: "somebody else", site: "medyka", seed };
    const stored = [kinds.person, kinds.presence].map((kind) =>
      documentWithin(kind, "all", { ...making, key: "root" }),
    );
    await server.couch.post(`${database}/_bulk_docs`, { docs: stored });
    const forged = [kinds.person, kinds.presence].map((kind) =>
      documentWithin(kind, "all", { ...making, by: by(person), key: "root", seed: seed + 1 }),
    );
    const docs = forged.map((document) => ({ ...document, _rev: `50-${"c".repeat(32)}` }));
    await write(server, person, database, docs, { new_edits: false });
    for (const document of docs)
      await server.fire(person, { method: "PUT", path: `${database}/${document._id}?new_edits=false`, body: document });
    for (const { _id, createdBy } of stored) {
      const { body } = await server.couch.get<{ createdBy: string; _rev: string; _conflicts?: readonly string[] }>(
        `${database}/${encodeURIComponent(_id)}?conflicts=true`,
      );
      expect(body).toMatchObject({ createdBy, _rev: expect.stringMatching(/^1-/) });
      expect(body._conflicts).toBeUndefined();
    }
  });

  test("Each field is changed by whom the table says", async () => {
    let refused = 0;
    for (const cell of cells().filter(({ reach, kind, database }) => reach.length > 0 && livesIn(kind, database))) {
      const { person, database, kind, reach } = cell;
      const making = { by: by(person), site: siteFor(database), seed };
      const { changes } = changesOf(kind, { ...making, key: "x" });
      const versions = changes.map(([field], place) => {
        const { before, changes: own } = changesOf(kind, { ...making, key: `f${keyOf(cell)}.${place}` });
        return { field, before, after: own[place]?.[1] };
      });
      const stored = await server.couch.post<readonly { rev: string }[]>(`${database}/_bulk_docs`, {
        docs: versions.map(({ before }) => before),
      });
      const next = versions.map(({ after }, place) => ({
        ...after,
        _rev: (stored.body as { rev: string }[])[place]?.rev,
      }));
      const verdicts = await write(server, person, database, next);
      for (const [place, { field }] of versions.entries()) {
        const isTheirs =
          mayRead(person, database) && reach.some((one) => isWritable(one, field)) && !serverFields.has(field);
        expect({
          person,
          database,
          kind: kind.name,
          field,
          done: verdicts[place] === undefined,
          why: verdicts[place],
        }).toMatchObject({
          done: isTheirs,
        });
        refused += isTheirs ? 0 : 1;
      }
    }
    expect(refused).toBeGreaterThan(50);
  });
});

const pairs = everybody.flatMap((person) => databases.map((database) => [person, database] as const));

const cells = (): readonly Cell[] =>
  databases.flatMap((database) => everybody.flatMap((person) => cellsFor(person, database)));

/** What the written table gives somebody there, kind by kind. */
const cellsFor = (person: Person, database: string): readonly Cell[] =>
  Object.values<Kind>(kinds).map((kind) => ({ person, database, kind, reach: reachIn(person, database, kind) }));

type Cell = {
  readonly person: Person;
  readonly database: string;
  readonly kind: Kind;
  readonly reach: readonly WritableFields[];
};

const reachIn = (person: Person, database: string, kind: Kind): readonly WritableFields[] => {
  const home = databaseTypeOf(database);
  if (!(home in rights) || tierOf(database) !== home) return [];
  const site = "site" in kind.fields ? siteFor(database) : undefined;
  return writableFieldsOf(home, kind.name as KindName, rolesFor(rolesOf(person), site, { database }));
};

const livesIn = (kind: Kind, database: string): boolean =>
  kind.homes.some((home: DatabaseType) => home === tierOf(database));

/** Documents of a site lie in its database; elsewhere they are Medyka's. */
const siteFor = (database: string): string => (database.startsWith("site-") ? database.slice(5) : "medyka");

const by = (person: Person): string => accountOf(person) ?? "nobody";

const keyOf = ({ person, database, kind }: Cell): string => `${everybody.indexOf(person)}.${database}.${kind.name}`;

/** Why each was refused; nothing where it was stored. */
const write = async (
  server: RightsServer,
  person: Person,
  database: string,
  docs: readonly object[],
  more: object = {},
): Promise<readonly (string | undefined)[]> => {
  const body = { docs, ...more };
  const { status, text } = await server.fire(person, { method: "POST", path: `${database}/_bulk_docs`, body });
  if (status !== 201) return docs.map(() => `${status} ${text}`);
  return (JSON.parse(text) as { error?: string; reason?: string }[]).map(
    ({ error, reason }) => error && `${error} ${reason}`,
  );
};
