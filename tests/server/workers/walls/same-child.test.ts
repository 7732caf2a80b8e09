import { afterEach, beforeEach, expect, test } from "vitest";
import type { CouchClient } from "../../../../server/couch-client.ts";
import { type ChangeHandler, catchUp } from "../../../../server/workers/catch-up.ts";
import { placeSameChild } from "../../../../server/workers/walls/place-same-child.ts";
import { firstVersion } from "../../../../src/domain/merge/next-version.ts";
import type { ConfidentialNote } from "../../../../src/domain/model/kinds/confidential-note.ts";
import { kinds } from "../../../../src/domain/model/kinds.ts";
import { aPhone } from "../../../support/fleet/a-signed-in-phone.ts";
import { aPerson, edit, register, site } from "../../../support/fleet/people.ts";
import type { Phone } from "../../../support/fleet/phone.ts";
import type { TestServer } from "../../../support/fleet/test-server.ts";
import { at, openWalledServer } from "../../../support/fleet/walled-site.ts";

const protection = "protection-org-1";
const born = (date: string) => ({ precision: "day", date });
const child = { familyName: "Шевчук", givenName: "Данило", sex: "m", birth: born("2018-03-04") };
let server: TestServer;
let ann: Phone;
let act: ChangeHandler;

beforeEach(async () => {
  server = await openWalledServer();
  act = placeSameChild(() => "2026-11-24");
  ann = await aPhone(server, "ann", ["volunteer:medyka"]);
  await register(ann, "mother", { familyName: "Шевчук", givenName: "Ірина", sex: "f", birth: born("1990-01-02") });
  await register(ann, "boy", { ...child, groupId: "group:1", cameWith: ["person:mother"] });
});
afterEach(async () => {
  await ann.close();
  await server.close();
});

const concerns = async (): Promise<readonly ConfidentialNote[]> => {
  await ann.sync();
  await catchUp(server.couch, site, "0", act);
  await catchUp(server.couch, site, "0", act);
  const documents = await server.documents(protection);
  return [...documents.values()].filter(({ kind }) => kind === "confidentialNote") as unknown as ConfidentialNote[];
};
const man = { familyName: "Бондар", givenName: "Олег", sex: "m", birth: born("1985-06-07") };

test("Officers hear once of a child who was registered twice, with different adults", async () => {
  await concerns();
  await register(ann, "man", man);
  await register(ann, "again", { ...child, groupId: "group:2", cameWith: ["person:man"] });
  expect(await concerns()).toMatchObject([
    {
      topic: "child_twice",
      personName: "Шевчук Данило",
      beside: { name: "Шевчук Данило" },
    },
  ]);
  const [{ beside } = {}] = await concerns();
  expect([beside?.adults, beside?.others].sort()).toEqual(["Бондар Олег", "Шевчук Ірина"]);
});

test("Nothing is said of a family that was registered twice, of twins, and of two who were told apart", async () => {
  const again = { familyName: "Шевчук", givenName: "Ірина", sex: "f", birth: born("1990-01-02") };
  await register(ann, "mother-again", again);
  await register(ann, "again", { ...child, groupId: "group:2", cameWith: ["person:mother-again"] });
  await register(ann, "man", man);
  await register(ann, "twin", { ...child, givenName: "Матвій", groupId: "group:3", cameWith: ["person:man"] });
  const told = { notSame: ["person:boy", "person:again"] };
  const namesake = { ...child, site: "medyka", recordState: "quick", groupId: "group:4", cameWith: ["person:man"] };
  const author = { by: "lea", device: "lea1", at };
  await server.couch.put(
    `${site}/person:namesake`,
    firstVersion(kinds.person, "person:namesake", { ...namesake, ...told }, author),
  );
  expect(await concerns()).toEqual([]);
});

test("A child whose name is corrected later is found then", async () => {
  await register(ann, "man", man);
  await register(ann, "again", { ...child, givenName: "Петро", groupId: "group:2", cameWith: ["person:man"] });
  expect(await concerns()).toEqual([]);
  await edit(ann, "again", { givenName: "Данило" });
  expect(await concerns()).toHaveLength(1);
});

const followFrom = async (since: string, couch: CouchClient = server.couch): Promise<string> => {
  await ann.sync();
  return catchUp(couch, site, since, act);
};
const count = async () =>
  [...(await server.documents(protection)).values()].filter(({ topic }) => topic === "child_twice").length;

test("The adult's record arrives after the child's: officers hear of it then", async () => {
  let since = await followFrom("0");
  await register(ann, "again", { ...child, groupId: "group:2", cameWith: ["person:man"] });
  since = await followFrom(since);
  expect(await count()).toBe(0);
  await register(ann, "man", man);
  await followFrom(since);
  expect(await count()).toBe(1);
});

test("A database that does not answer for a moment is asked again, and the sign is not lost", async () => {
  const since = await followFrom("0");
  await register(ann, "man", man);
  await register(ann, "again", { ...child, groupId: "group:2", cameWith: ["person:man"] });
  const busy: CouchClient = {
    ...server.couch,
    post: async (path, body) =>
      path.includes("_all_docs") ? ({ status: 503, body: { error: "busy" } } as never) : server.couch.post(path, body),
  };
  await expect(followFrom(since, busy)).rejects.toThrow("503");
  await followFrom(since);
  expect(await count()).toBe(1);
});

/** Counts what is asked of the store. */
const counted = () => {
  let asked = 0;
  const counting =
    <A extends readonly unknown[], R>(call: (...args: A) => R) =>
    (...args: A): R => {
      asked++;
      return call(...args);
    };
  const { get, put, post } = server.couch;
  const couch = { ...server.couch, get: counting(get), put: counting(put), post: counting(post) } as CouchClient;
  return { couch, asked: () => asked };
};

test("Many children of one name with different adults: five others are told of each, and a correction asks nearly nothing", async () => {
  const letters = [..."АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШ"];
  const people = letters.flatMap((letter, i) => [
    aPerson(`adult${i}`, { familyName: `${letter}${"оаеиу"[i % 5]}${"рклмн"[i % 4]}енк${i % 3 ? "о" : "а"}` }),
    aPerson(`kid${i}`, { ...child, groupId: `group:k${i}`, cameWith: [`person:adult${i}`] }),
  ]);
  const adults = people.map((one, i) =>
    one.id.includes("kid")
      ? one
      : {
          ...one,
          content: {
            ...one.content,
            givenName: ["Олег", "Ірина", "Петро", "Ганна"][i % 4],
            birth: born(`19${60 + i / 2}-05-07`),
          },
        },
  );
  await ann.store.add(site, adults);
  const since = await followFrom("0");
  const notes = await count();
  expect(notes).toBeGreaterThan(50);
  expect(notes).toBeLessThanOrEqual(25 * 5);
  const { couch, asked } = counted();
  await edit(ann, "kid0", { patronymic: "Олегович" });
  await followFrom(since, couch);
  expect(asked()).toBeLessThanOrEqual(5);
  expect(await count()).toBe(notes);
}, 30_000);
