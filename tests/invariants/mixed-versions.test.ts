import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { missingTexts, newer, older } from "../support/builds/build-apart.ts";
import { aPhone } from "../support/fleet/a-signed-in-phone.ts";
import { builds } from "../support/fleet/builds.ts";
import { edit, register, seen, site } from "../support/fleet/people.ts";
import type { Phone } from "../support/fleet/phone.ts";
import { simulateMany } from "../support/fleet/simulate.ts";
import { openTestServer, type TestServer } from "../support/fleet/test-server.ts";

vi.mock("../../src/domain/model/kinds.ts", async (original) => {
  const real = await original<typeof import("../../src/domain/model/kinds.ts")>();
  const { kindInUse } = await import("../support/fleet/builds.ts");
  return { ...real, kindNamed: (name: string) => kindInUse(name, real.kindNamed(name)) };
});

const seed = Number(process.env.SEED ?? 20_261_125);
const sequences = Number(process.env.SEQUENCES ?? 15);

test(
  `Phones two versions apart on one server: nothing that was saved is lost, whoever does not know of it (seed ${seed}, ${sequences})`,
  async () => {
    await simulateMany({ seed, sequences, length: 30, outfit: { builds }, path: process.env.SEED_PATH });
  },
  24 * 3_600_000,
);

describe("Two phones two versions apart", () => {
  let server: TestServer;
  let old: Phone;
  let fresh: Phone;
  beforeEach(async () => {
    server = await openTestServer();
    await server.install("directory", site);
    const roles = ["volunteer:medyka"];
    [old, fresh] = [await aPhone(server, "ann", roles, builds[0]), await aPhone(server, "ben", roles, builds[1])];
  });
  afterEach(async () => {
    await old.close();
    await fresh.close();
    await server.close();
  });
  const meet = async () => {
    for (const phone of [old, fresh, old, fresh]) await phone.sync();
  };

  test("A field that the old app does not know survives its edits", async () => {
    await register(old, "1");
    await meet();
    await edit(fresh, "1", { otherNames: ["Леся"] });
    await meet();
    expect(await edit(old, "1", { givenName: "Ольга" })).toMatchObject({ ok: true });
    await meet();
    for (const phone of [old, fresh])
      expect(seen(phone, "1")).toMatchObject({ v: 1, givenName: "Ольга", otherNames: ["Леся"] });
  });

  test("Both kinds of app read one document, neither writes by reading: nothing is unsent, no revision is made", async () => {
    await register(old, "1");
    await meet();
    const before = await server.documents(site);
    await fresh.crash();
    await fresh.open();
    let read: unknown;
    const looked = await fresh.store.change(site, "person:1", (person: { calledName?: string }) => {
      read = person.calledName;
      return { ok: true, value: person as never };
    });
    expect(looked.ok).toBe(true);
    expect(read).toBe("Оля");
    await meet();
    expect(fresh.status.unsent).toBe(0);
    expect(await server.documents(site)).toEqual(before);
  });

  test("What the newer app edits otherwise stays open to the older one; what it writes anew is kept, shown and read-only there", async () => {
    await register(old, "1");
    await meet();
    await edit(fresh, "1", { patronymic: "Іванівна" });
    await meet();
    expect(seen(old, "1")).toMatchObject({ v: 1, patronymic: "Іванівна" });
    expect(seen(old, "1")).not.toHaveProperty("calledName");
    expect(await edit(old, "1", { familyName: "Коваль" })).toMatchObject({ ok: true });
    await meet();
    await edit(fresh, "1", { calledName: "Леся" });
    await meet();
    expect(seen(old, "1")).toMatchObject({ v: 2, calledName: "Леся", familyName: "Коваль" });
    expect(await edit(old, "1", { familyName: "Інша" })).toMatchObject({ error: { type: "MadeByNewerApp" } });
  });

  test("The old app's last edits and the new field, unseen of each other: both stay, and go back intact", async () => {
    await register(old, "1");
    await meet();
    old.network.isOnline = false;
    await edit(old, "1", { givenName: "Ольга" });
    await edit(fresh, "1", { calledName: "Леся" });
    old.network.isOnline = true;
    await meet();
    const [stored] = (await server.documents(site)).values();
    expect(stored).toMatchObject({ v: 2, givenName: "Ольга", calledName: "Леся" });
    expect(stored?.rivals).toBeUndefined();
    for (const phone of [old, fresh])
      expect(seen(phone, "1")).toMatchObject({ givenName: "Ольга", calledName: "Леся" });
  });
});

test.each([
  ["older", older],
  ["newer", newer],
])("What the %s build of the long suite changes is in the sources", (_name, changes) => {
  expect(missingTexts(changes)).toEqual([]);
});

test("A text that is not there is named", () => {
  const file = "src/domain/model/kinds/person.ts";
  expect(missingTexts([{ file, texts: [["no such field", ""]] }])).toEqual([`${file}: no such field`]);
});
