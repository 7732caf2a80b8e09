import { afterAll, beforeAll, expect, test } from "vitest";
import { installDatabase } from "../../../server/design/install-database.ts";
import { provision } from "../../../server/workers/provision.ts";
import { firstVersion } from "../../../src/domain/merge/next-version.ts";
import type { Document } from "../../../src/domain/model/document.ts";
import { kinds } from "../../../src/domain/model/kinds.ts";
import { type CouchTarget, openCouchTarget } from "../../support/server/couch-target.ts";

const password = "four words that hold";
const admin = { by: "admin", device: "seed", at: "2026-11-24T08:00:00.000Z" };
const accounts = {
  cora: ["coordinator"],
  otto: ["coordinator:org-1"],
  olga: ["coordinator:org-2"],
  vera: ["volunteer:alpha", "coordinator:org-2"],
};
type Name = keyof typeof accounts;
let target: CouchTarget;

const put = (database: string, document: { readonly _id: string }) =>
  target.couch.put(`${database}/${encodeURIComponent(document._id)}`, document);
const aSite = (site: string, org: string, key = site) => {
  const content = { site, name: site, type: "shelter", protected: false, status: "open" } as const;
  return firstVersion(kinds.site, `site:${key}`, { ...content, orgId: `organisation:${org}` }, admin);
};
const aTrip = (key: string, site: string) => {
  const departAt = new Date().toISOString();
  const content = { site, tripNo: key, departAt, stops: [], seatsUsable: 8, status: "boarding" } as const;
  return firstVersion(kinds.trip, `trip:${key}`, content, admin);
};
const rolesOf = async (name: Name) =>
  (await target.couch.get<{ roles: string[] }>(`_users/org.couchdb.user:${name}`)).body.roles;
/** What the server answers somebody who reads a database, and who writes a document into it. */
const answersTo = async (name: Name, database: string, document: Document) => {
  const authorization = `Basic ${btoa(`${name}:${password}`)}`;
  const headers = { authorization, "content-type": "application/json" };
  const read = await fetch(`${target.base}/${database}/_all_docs`, { headers });
  const path = `${target.base}/${database}/${encodeURIComponent(document._id)}`;
  const written = await fetch(path, { method: "PUT", headers, body: JSON.stringify(document) });
  return [read.status, written.status];
};
let made = 0;
const by = (name: Name) => ({ by: name, device: `${name}1`, at: new Date().toISOString() });
const aPerson = (name: Name, site: string) => {
  made += 1;
  return firstVersion(kinds.person, `person:${made}`, { site, recordState: "quick" }, by(name)) as Document;
};

beforeAll(async () => {
  target = await openCouchTarget();
  await target.couch.put("_users", undefined);
  await installDatabase(target.couch, "directory");
  await put("directory", aSite("alpha", "org-1"));
  await put("directory", aSite("beta", "org-2"));
  await put("directory", aSite("gamma", "org-1"));
  await put("directory", aSite("gamma", "org-2", "gamma2"));
  for (const [name, roles] of Object.entries(accounts))
    await put("_users", { _id: `org.couchdb.user:${name}`, ...{ type: "user", name, roles, password } });
  await provision(target.couch);
  await put("site-alpha", aTrip("a", "alpha"));
  await put("site-beta", aTrip("b", "beta"));
  await provision(target.couch);
  await provision(target.couch);
});
afterAll(() => target.close());

test("An account made as the command line says has what its task opens, and the trips of its sites", async () => {
  expect(await rolesOf("cora")).toEqual(["account", "coordinator", "trip:a", "trip:b"]);
  expect(await rolesOf("otto")).toEqual(["account", "coordinator:org-1", "trip:a"]);
  expect(await rolesOf("olga")).toEqual(["account", "coordinator:org-2", "trip:b"]);
  expect(await rolesOf("vera")).toEqual(["account", "volunteer:alpha", "coordinator:org-2", "trip:b"]);
});

const reach: readonly [name: Name, site: string, answers: readonly number[]][] = [
  ["cora", "alpha", [200, 201]],
  ["cora", "beta", [200, 201]],
  ["cora", "gamma", [200, 201]],
  ["otto", "alpha", [200, 201]],
  ["otto", "beta", [403, 403]],
  ["olga", "alpha", [403, 403]],
  ["olga", "beta", [200, 201]],
  // Two documents say whose it is, and not the same.
  ["otto", "gamma", [403, 403]],
  ["olga", "gamma", [403, 403]],
];

test.each(reach)("%s at %s: %s", async (name, site, answers) => {
  expect(await answersTo(name, `site-${site}`, aPerson(name, site))).toEqual(answers);
});

test("The coordinators of an organisation keep the lists of its trips, and write nothing into the directory", async () => {
  const line = (name: Name, key: string, site: string) => {
    const content = { site, tripId: `trip:${key}`, status: "booked", passenger: { child: false } } as const;
    return firstVersion(kinds.line, `line:${key}.${name}`, content, by(name)) as Document;
  };
  for (const place of ["site-alpha", "trip-a"]) {
    expect(await answersTo("otto", place, line("otto", "a", "alpha"))).toEqual([200, 201]);
    expect(await answersTo("olga", place, line("olga", "a", "alpha"))).toEqual([403, 403]);
  }
  const claimed = { ...aSite("beta", "org-1", "claimed"), ...{ createdBy: "otto" } };
  expect(await answersTo("otto", "directory", claimed)).toEqual([200, 403]);
});

test("A site that goes to another organisation is closed to the coordinators of the one before", async () => {
  const { body: before } = await target.couch.get<object>("directory/site:alpha");
  await put("directory", { ...before, ...{ _id: "site:alpha", orgId: "organisation:org-2" } });
  await provision(target.couch);
  expect(await answersTo("otto", "site-alpha", aPerson("otto", "alpha"))).toEqual([403, 403]);
  expect(await answersTo("olga", "site-alpha", aPerson("olga", "alpha"))).toEqual([200, 201]);
  expect(await rolesOf("otto")).toEqual(["account", "coordinator:org-1"]);
});
