import { afterEach, beforeEach, expect, test } from "vitest";
import { catchUp } from "../../../../server/workers/catch-up.ts";
import { placeSameChild } from "../../../../server/workers/walls/place-same-child.ts";
import { firstVersion } from "../../../../src/domain/merge/next-version.ts";
import type { ConfidentialNote } from "../../../../src/domain/model/kinds/confidential-note.ts";
import { kinds } from "../../../../src/domain/model/kinds.ts";
import { aPhone } from "../../../support/fleet/a-signed-in-phone.ts";
import { edit, register, site } from "../../../support/fleet/people.ts";
import type { Phone } from "../../../support/fleet/phone.ts";
import type { TestServer } from "../../../support/fleet/test-server.ts";
import { at, openWalledServer } from "../../../support/fleet/walled-site.ts";

const protection = "protection-org-1";
const born = (date: string) => ({ precision: "day", date });
const child = { familyName: "Шевчук", givenName: "Данило", sex: "m", birth: born("2018-03-04") };
let server: TestServer;
let ann: Phone;

beforeEach(async () => {
  server = await openWalledServer();
  ann = await aPhone(server, "ann", ["volunteer:medyka"]);
  await register(ann, "mother", { familyName: "Шевчук", givenName: "Ірина", sex: "f", birth: born("1990-01-02") });
  await register(ann, "boy", { ...child, groupId: "group:1", cameWith: ["person:mother"] });
});
afterEach(async () => {
  await ann.close();
  await server.close();
});

const act = placeSameChild(() => "2026-11-24");
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
