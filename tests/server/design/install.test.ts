import { createContext, runInContext } from "node:vm";
import validatorText from "virtual:validator-text";
import { afterEach, beforeEach, expect, test } from "vitest";
import { securityOf } from "../../../server/design/security.ts";
import { databasesFor } from "../../../src/domain/model/databases.ts";
import { openTestServer, type TestServer } from "../../support/fleet/test-server.ts";

let server: TestServer;
beforeEach(async () => {
  server = await openTestServer();
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
