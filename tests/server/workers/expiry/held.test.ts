import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { writeBack } from "../../../../server/operations/bring-back-expired.ts";
import { daysKept, destroyOld, expiredOn, keepExpired } from "../../../../server/operations/expired-content.ts";
import { expire, expireDaily } from "../../../../server/workers/expiry/expire.ts";
import { heldExpiries } from "../../../../server/workers/expiry/held.ts";
import { firstVersion } from "../../../../src/domain/merge/next-version.ts";
import { person } from "../../../../src/domain/model/kinds/person.ts";
import { aPerson, site } from "../../../support/fleet/people.ts";
import { type CouchTarget, openCouchTarget } from "../../../support/server/couch-target.ts";

let target: CouchTarget;
let folder: string;
beforeEach(async () => {
  target = await openCouchTarget();
  for (const database of ["server", site]) await target.couch.put(database, undefined);
  folder = mkdtempSync(join(tmpdir(), "expired-"));
});
afterEach(async () => {
  await target.close();
  rmSync(folder, { recursive: true });
});

const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const someone = (key: string, days: number) => {
  const { id, content } = aPerson(key, { familyName: "Коваль" });
  return firstVersion(person, id, content, { by: "eva", device: "eva1", at: `${day(days)}T07:00:00.000Z` });
};
const idOf = (key: string): string => someone(key, 0)._id;
const add = (from: number, to: number, days: number) =>
  target.couch.post(`${site}/_bulk_docs`, {
    docs: Array.from({ length: to - from }, (_, place) => someone(`${from + place}`, days)),
  });
const content = async () => JSON.stringify((await target.couch.get(`${site}/_all_docs?include_docs=true`)).body);
const names = async () => (await content()).split("Коваль").length - 1;

describe("A pass that would take much away waits for somebody's yes", () => {
  test("More than twenty records and a twentieth of all wait; the yes takes what was shown and nothing else", async () => {
    await add(0, 21, -40);
    await add(21, 22, -29);
    expect(await expire(target.couch, site, day(0))).toBe(0);
    const held = (await heldExpiries(target.couch)).get(site);
    expect(held).toMatchObject({ count: 21, of: 22, day: day(0) });
    if (!held) return;
    expect(await expire(target.couch, site, day(0), { confirmed: { ...held, digest: "of others" } })).toBe(0);
    expect(await expire(target.couch, site, day(2), { confirmed: held })).toBe(0);
    expect((await heldExpiries(target.couch)).get(site)).toMatchObject({ count: 22, day: day(2) });
    expect(await names()).toBe(22);
    expect(await expire(target.couch, site, day(0), { confirmed: held })).toBe(21);
    expect(await names()).toBe(1);
    expect((await heldExpiries(target.couch)).size).toBe(0);
  });

  test("Twenty do not", async () => {
    await add(0, 20, -40);
    expect(await expire(target.couch, site, day(0))).toBe(20);
  });

  test("Nor a twentieth of many", async () => {
    await add(0, 22, -40);
    await add(22, 500, 0);
    expect(await expire(target.couch, site, day(0))).toBe(22);
  });
});

test("A phone's clock that is far behind ends nothing that the server has heard of since it watches", async () => {
  await expire(target.couch, site, day(0));
  await add(0, 1, -4_000);
  expect(await expire(target.couch, site, day(1))).toBe(0);
  expect(await expire(target.couch, site, day(30))).toBe(0);
  expect(await expire(target.couch, site, day(31))).toBe(1);
});

test("Nobody ends because a question was not answered", async () => {
  await expire(target.couch, site, day(0));
  await add(0, 1, -40);
  for (const status of [500, 503]) {
    const couch = {
      ...target.couch,
      get: async <T>(path: string) =>
        path.includes("/_changes?since") ? { status, body: {} as never } : target.couch.get<T>(path),
    };
    await expect(expire(couch, site, day(1))).rejects.toThrow(String(status));
  }
  expect(await names()).toBe(1);
});

test("The first day only begins to watch; then one pass a day", async () => {
  await add(0, 1, -40);
  expect(await expireDaily(target.couch, site, day(0))).toBe(0);
  await add(1, 2, -40);
  expect(await expireDaily(target.couch, site, day(0))).toBe(0);
  expect(await names()).toBe(2);
  // What came since then is new, whatever its phone's clock said.
  expect(await expireDaily(target.couch, site, day(1))).toBe(1);
  expect(await expireDaily(target.couch, site, day(1))).toBe(0);
  expect(await names()).toBe(1);
});

test("Where somebody wrote meanwhile, the others of the same page are emptied, and counted", async () => {
  await add(0, 5, -40);
  const couch = {
    ...target.couch,
    post: async <T>(path: string, body?: unknown) => {
      if (path === `${site}/_bulk_docs`) {
        const { docs } = body as { readonly docs: readonly { readonly _id: string; readonly _rev: string }[] };
        await target.couch.post(path, {
          docs: [{ ...someone("0", 0), _rev: docs.find(({ _id }) => _id === idOf("0"))?._rev }],
        });
      }
      return target.couch.post<T>(path, body);
    },
  };
  expect(await expire(couch, site, day(0))).toBe(4);
  expect(await names()).toBe(1);
});

describe("For seven days what expired can be put back", () => {
  const today = day(0);

  test("It lies in one sealed file of that day, for nobody else to read", async () => {
    await add(0, 3, -40);
    await expire(target.couch, site, today, { kept: keepExpired(folder) });
    expect(await names()).toBe(0);
    const files = readdirSync(join(folder, "expired"));
    expect(files.sort()).toEqual([`${today}.key`, `${today}.sealed`]);
    for (const file of files) {
      expect(statSync(join(folder, "expired", file)).mode & 0o077).toBe(0);
      expect(readFileSync(join(folder, "expired", file), "utf8")).not.toContain("Коваль");
    }
    expect(expiredOn(folder, today).flatMap(({ documents }) => documents)).toHaveLength(3);
  });

  test("It comes back as it was, and does not expire again at once", async () => {
    await add(0, 3, -40);
    await expire(target.couch, site, today, { kept: keepExpired(folder) });
    expect(await writeBack(target.couch, expiredOn(folder, today), new Date().toISOString())).toBe(3);
    expect(await names()).toBe(3);
    expect(await content()).not.toContain('"erased":{');
    expect(await expire(target.couch, site, day(1))).toBe(0);
    expect(await writeBack(target.couch, expiredOn(folder, today), new Date().toISOString())).toBe(0);
  });

  test("Then its key is destroyed", async () => {
    await add(0, 1, -40);
    await expire(target.couch, site, today, { kept: keepExpired(folder) });
    destroyOld(folder, day(7));
    expect(daysKept(folder)).toEqual([today]);
    destroyOld(folder, day(8));
    expect(daysKept(folder)).toEqual([]);
    expect(expiredOn(folder, today)).toEqual([]);
  });
});
