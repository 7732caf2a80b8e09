import { createContext, runInContext } from "node:vm";
import validatorText from "virtual:validator-text";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { CouchClient } from "../../../server/couch-client.ts";
import { installDatabase } from "../../../server/design/install-database.ts";
import { type DatabaseState, type Security, securityOf } from "../../../server/design/security.ts";
import { databasesFor } from "../../../src/domain/model/databases.ts";
import { openTestServer, type TestServer } from "../../support/fleet/test-server.ts";

let server: TestServer;
beforeEach(async () => {
  server = await openTestServer();
  await server.remove("server");
});
afterEach(() => server.close());

const revision = async (database: string) =>
  (await server.couch.get<{ _rev: string }>(`${database}/_design/prystan`)).body._rev;

test("Installing again changes nothing", async () => {
  await server.install("site-medyka");
  const before = await revision("site-medyka");
  await server.install("site-medyka");
  expect(await revision("site-medyka")).toBe(before);
});

test("What somebody loosened by hand is tightened again", async () => {
  await server.install("site-medyka");
  await server.couch.put("site-medyka/_security", {
    admins: { names: [], roles: [] },
    members: { names: [], roles: [] },
  });
  const _rev = await revision("site-medyka");
  await server.couch.put("site-medyka/_design/prystan", { _rev, validate_doc_update: "function () {}" });
  await server.install("site-medyka");
  expect((await server.couch.get("site-medyka/_security")).body).toEqual(securityOf("site-medyka"));
  const design = await server.couch.get<{ validate_doc_update: string }>("site-medyka/_design/prystan");
  expect(design.body.validate_doc_update).toBe(validatorText);
});

/** What an installation writes, in order: `fails` is what the store refuses. */
const writesOf = async (database: string, fails = /never/, state: DatabaseState = {}) => {
  const written: string[] = [];
  const couch: CouchClient = {
    ...server.couch,
    put: async (path, body) => {
      if (fails.test(path)) return { status: 500, body: {} as never };
      written.push(path.slice(database.length));
      return server.couch.put(path, body);
    },
  };
  const error = await installDatabase(couch, database, () => state).then(
    () => undefined,
    (thrown: Error) => thrown.message,
  );
  return { written, error };
};
const everyKind = ["directory", "site-medyka", "trip-01", "case-org-1", "care-medyka", "protection-org-1", "server"];

test.each(everyKind)(
  "The rules lie in %s before anybody may open it, in a new one as in one with old rules",
  async (database) => {
    const isOnlyOurs = securityOf(database).members.roles[0] === "_admin";
    const inOrder = ["/_design/prystan", "/_security"];
    const { written } = await writesOf(database);
    expect(written.filter((path) => path !== "/_revs_limit")).toEqual([
      "",
      ...(isOnlyOurs ? inOrder.reverse() : inOrder),
    ]);
    const _rev = await revision(database);
    await server.couch.put(`${database}/_design/prystan`, { _rev, validate_doc_update: "function () {}" });
    expect((await writesOf(database)).written).toEqual(["/_design/prystan"]);
    const { _rev: newest } = (await server.couch.get<{ _rev: string }>(`${database}/_design/prystan`)).body;
    await server.couch.put(`${database}/_design/prystan`, { _rev: newest, validate_doc_update: "function () {}" });
    await server.couch.put(`${database}/_security`, securityOf("something-else"));
    expect((await writesOf(database)).written.at(0)).toBe("/_design/prystan");
  },
);

test("Where the rules cannot be written nobody is let in, and whoever installs hears of it", async () => {
  for (const database of everyKind) {
    const { error } = await writesOf(database, /_design/);
    expect(error).toMatch("rules");
    const { members } = (await server.couch.get<Security>(`${database}/_security`)).body;
    expect(members.roles).toEqual(["_admin"]);
  }
});

test("A trip that is over is closed even where the rules cannot be written", async () => {
  await server.install("trip-01");
  const _rev = await revision("trip-01");
  await server.couch.put("trip-01/_design/prystan", { _rev, validate_doc_update: "function () {}" });
  await writesOf("trip-01", /_design/, { closed: "over" });
  const { members } = (await server.couch.get<Security>("trip-01/_security")).body;
  expect(members.roles).toEqual(["_admin"]);
});

test("Two servers that install at once both come through", async () => {
  await Promise.all([server.install("site-medyka"), server.install("site-medyka")]);
  expect((await writesOf("site-medyka")).written).toEqual([]);
});

describe("A CouchDB says that a database is there while another server still makes it", () => {
  /** What it says of itself is answered so first. */
  const answeringAtFirst = (...statuses: readonly number[]): CouchClient => {
    const left = [...statuses];
    return {
      ...server.couch,
      get: async (path) => {
        const status = path.endsWith("/_security") ? left.shift() : undefined;
        return status === undefined ? server.couch.get(path) : { status, body: { error: "not there" } as never };
      },
    };
  };

  test("Whoever installs waits for it, and keeps what it says of itself", async () => {
    await installDatabase(server.couch, "trip-01", () => ({ closed: "handingBack" }));
    await installDatabase(answeringAtFirst(404, 404, 404), "trip-01");
    expect((await server.couch.get("trip-01/_security")).body).toMatchObject({ closed: "handingBack" });
  });

  test("What cannot be read is not written over", async () => {
    await installDatabase(server.couch, "trip-01", () => ({ closed: "handingBack" }));
    await expect(installDatabase(answeringAtFirst(500, 500), "trip-01")).rejects.toThrow("500");
    expect((await server.couch.get("trip-01/_security")).body).toMatchObject({ closed: "handingBack" });
  });
});

test.each([
  [["volunteer:medyka"], ["directory", "site-medyka"]],
  [
    ["lead:medyka", "volunteer:lviv"],
    ["directory", "site-medyka", "site-lviv"],
  ],
  [
    ["driver", "trip:01"],
    ["directory", "trip-01"],
  ],
  [["driver"], ["directory"]],
  [["lead:", "volunteer:../x", "Lead:medyka"], ["directory"]],
])("Roles %j open %j on the phone, and exactly those on the server", (roles, open) => {
  expect(databasesFor(roles)).toEqual(open);
  for (const database of ["directory", "site-medyka", "site-lviv", "trip-01", "trip-02"]) {
    const may = securityOf(database).members.roles.some((role) => ["account", ...roles].includes(role));
    expect({ database, may }).toEqual({ database, may: open.includes(database) });
  }
});

test("Nobody is let in by an empty list: every database names its members", () => {
  for (const database of ["directory", "site-medyka", "trip-01", "something-else"]) {
    expect(securityOf(database).members.roles.length).toBeGreaterThan(0);
    expect(securityOf(database).admins.roles).toEqual(["_admin"]);
  }
});

test("The validator is one function's text that an old engine reads, and needs nothing from outside", () => {
  expect(validatorText).not.toMatch(/\?\.[a-zA-Z([]|\?\?|Object\.hasOwn|structuredClone|\.replaceAll\(|\.at\(/);
  const validate = runInContext(`(${validatorText})`, createContext({}));
  expect(typeof validate).toBe("function");
  const attempt = () =>
    validate({ _id: "person:1", kind: "person" }, null, { db: "site-medyka", name: null, roles: [] });
  expect(attempt).toThrow(expect.objectContaining({ unauthorized: "sign_in" }));
  expect(validatorText.length).toBeLessThan(200_000);
});
