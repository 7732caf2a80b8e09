import "../../../support/server/cheap-passwords.ts";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { saveAccount } from "../../../../server/accounts/accounts.ts";
import { installDatabase } from "../../../../server/design/install-database.ts";
import { bucketOf } from "../../../../src/domain/exchange/revision-buckets.ts";
import { digestsOf, type Revision } from "../../../../src/sync/replication/list-differing.ts";
import { aCouchElsewhere, admin, startFront, stores, type TestFront } from "../support/start-front.ts";

type Row = { readonly id: string; readonly value: { readonly rev: string } };
type Body = { readonly digests: readonly string[]; readonly rows: readonly Row[] };

const site = "site-medyka";
const basic = `Basic ${Buffer.from(`${admin.user}:${admin.password}`).toString("base64")}`;

describe.each(stores)("Digests of a database (store: %s)", (store) => {
  let front: TestFront;
  let stopUpstream = async () => {};
  const headersOf: Record<string, Record<string, string>> = {};

  const open = async (): Promise<TestFront> => {
    if (store === "embedded") return startFront();
    const upstream = await aCouchElsewhere();
    stopUpstream = upstream.stop;
    return startFront({ upstream: upstream.url });
  };
  beforeEach(async () => {
    front = await open();
    for (const database of ["_users", site, "site-przemysl"]) await front.couch.put(database, undefined);
    for (const database of [site, "site-przemysl"]) await installDatabase(front.couch, database);
    await write(5_000);
    Object.assign(headersOf, { reader: await signIn("ann", ["volunteer:medyka"]) });
    Object.assign(headersOf, { "of another site": await signIn("ben", ["volunteer:przemysl"]) });
    Object.assign(headersOf, { "without a role": await signIn("cid", []), "signed out": {} });
    Object.assign(headersOf, {
      "with a made-up cookie": { cookie: "AuthSession=x" },
      administrator: { authorization: basic },
    });
  });
  afterEach(async () => {
    await front.close();
    await stopUpstream();
  });

  const signIn = async (name: string, roles: readonly string[]): Promise<Record<string, string>> => {
    await saveAccount(front.couch, { name, roles: ["account", ...roles], passphrase: "right" });
    const body = new URLSearchParams({ name, password: "right" });
    const { headers } = await fetch(`${front.address}/db/_session`, { method: "POST", body });
    return { cookie: headers.getSetCookie()[0]?.split(";")[0] ?? "" };
  };
  /** With made-up revisions, as the administrator may. */
  const write = async (count: number, first = 0) => {
    const docs = Array.from({ length: count }, (_, place) => ({
      _id: `person:${first + place}`,
      _rev: `1-${aHash(first + place)}`,
    }));
    const { status } = await front.couch.post(`${site}/_bulk_docs`, { docs, new_edits: false });
    expect(status).toBe(201);
  };
  const ask = async (who: string, path: string) => {
    const answer = await fetch(`${front.address}/db/${path}`, { headers: headersOf[who] ?? {} });
    return { status: answer.status, text: await answer.text() };
  };
  const asked = async (query = ""): Promise<Body> => JSON.parse((await ask("reader", `${site}/_digests${query}`)).text);
  const stored = async (): Promise<readonly Revision[]> => {
    const { body } = await front.couch.get<{ readonly rows: readonly Row[] }>(`${site}/_all_docs`);
    return body.rows.flatMap(({ id, value }) => (id.startsWith("_design/") ? [] : [[id, value.rev] as const]));
  };

  test("They are what a phone makes of the same ids and revisions, anew after each change", async () => {
    const before = (await asked()).digests;
    expect(before).toHaveLength(256);
    expect(before).toEqual(await digestsOf(await stored(), 256));
    expect((await asked()).digests).toEqual(before);
    const [[id, rev] = ["", ""]] = await stored();
    await front.couch.remove(`${site}/${encodeURIComponent(id)}?rev=${rev}`);
    const after = (await asked()).digests;
    expect(after).toEqual(await digestsOf(await stored(), 256));
    expect(after.flatMap((digest, bucket) => (digest === before[bucket] ? [] : [bucket]))).toEqual([
      bucketOf(rev, 256),
    ]);
    await write(1, 7_000);
    expect((await asked()).digests).toEqual(await digestsOf(await stored(), 256));
  });

  test("A database that was made anew has digests of its own, though as much was written into it", async () => {
    const before = (await asked()).digests;
    await front.couch.remove(site);
    await front.couch.put(site, undefined);
    await installDatabase(front.couch, site);
    await write(5_000, 10_000);
    const after = (await asked()).digests;
    expect(after).toEqual(await digestsOf(await stored(), 256));
    expect(after).not.toEqual(before);
  });

  test("What is in some buckets is listed as it is stored", async () => {
    const revisions = await stored();
    const { rows } = await asked("?of=64&buckets=3,17");
    const expected = revisions.filter(([, rev]) => [3, 17].includes(bucketOf(rev, 64)));
    expect(rows.map(({ id, value }) => [id, value.rev])).toEqual(expected);
    expect(rows.length).toBeGreaterThan(50);
    const all = Array.from({ length: 64 }, (_, bucket) => bucket);
    expect((await asked(`?of=64&buckets=${all}`)).rows).toHaveLength(5_000);
  });

  test("What names no buckets is refused", async () => {
    const none = ["of=0&buckets=0", "of=3&buckets=0", "of=512&buckets=1", "buckets=1", "of=1e9&buckets=0.5"];
    for (const query of [...none, ...["4", "-1", "x", "0,4"].map((buckets) => `of=4&buckets=${buckets}`)])
      expect({ query, ...(await ask("reader", `${site}/_digests?${query}`)) }).toMatchObject({ query, status: 400 });
  });

  test("Who may not read a database hears of its digests what they hear of its documents", async () => {
    for (const who of ["of another site", "without a role", "signed out", "with a made-up cookie"]) {
      for (const database of [site, "no-such-database", "server", "_users", "_replicator", "Not%20Legal", "%2e%2e"]) {
        const documents = await ask(who, `${database}/_all_docs`);
        for (const query of ["", "?of=1&buckets=0"]) {
          const digests = await ask(who, `${database}/_digests${query}`);
          expect({ who, database, ...digests }).toEqual({ who, database, ...documents });
        }
      }
      expect((await ask(who, `${site}/_digests`)).status).toBe(/site|role/.test(who) ? 403 : 401);
    }
    expect((await ask("reader", `${site}/_digests`)).status).toBe(200);
    expect((await ask("administrator", `${site}/_digests`)).status).toBe(200);
    expect((await ask("reader", "site-przemysl/_digests")).status).toBe(403);
  });

  test("A right that ends has ended for digests that are kept, too", async () => {
    expect((await ask("reader", `${site}/_digests`)).status).toBe(200);
    const { body } = await front.couch.get<object>(`${site}/_security`);
    await front.couch.put(`${site}/_security`, { ...body, members: { names: [], roles: ["somebody-else"] } });
    expect((await ask("reader", `${site}/_digests`)).status).toBe(403);
  });

  test("Twenty phones that ask at once, while somebody writes, are all told the truth", async () => {
    const asking = Array.from({ length: 20 }, async (_, phone) => {
      if (phone % 5 === 0) await write(1, 8_000 + phone);
      return (await asked()).digests;
    });
    for (const digests of await Promise.all(asking)) expect(digests).toHaveLength(256);
    expect((await asked()).digests).toEqual(await digestsOf(await stored(), 256));
  });
});

test("A front whose CouchDB does not answer says so", async () => {
  const front = await startFront({ upstream: "http://127.0.0.1:9" });
  const answer = await fetch(`${front.address}/db/${site}/_digests`);
  expect(answer.status).toBe(503);
  expect(front.said).toContainEqual({ event: "digests.failed", reason: "TypeError: fetch failed" });
  await front.close();
});

const aHash = (number: number): string => (number * 2_654_435_761).toString(16).padStart(32, "0").slice(-32);
