import "../../support/server/cheap-passwords.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { namePhone } from "../../../server/phones/managed-phones.ts";
import { openPeopleWithPhones, type PeopleWithPhones } from "./support/people-with-phones.ts";

const at = "2026-11-25T08:00:00.000Z";
let people: PeopleWithPhones;
beforeAll(async () => {
  people = await openPeopleWithPhones();
});
afterAll(() => people.front.close());

const nameSeenBy = async (who: string, device: string) =>
  (await people.phonesOf(who)).find((phone) => phone.device === device)?.name;

describe("A phone has a name", () => {
  test("Its person names it, whoever leads them, and nobody else", async () => {
    expect(await people.statusesOf("name", { device: "anns1", name: "tablet at the door" })).toEqual({
      ...{ nobody: 401, ann: 200, bob: 403, lea: 200, leo: 403, cor: 200, cia: 200, one: 200, two: 403 },
    });
    expect((await people.ask("lea", "name", { device: "cors1", name: "x" })).status).toBe(403);
    expect((await people.ask("cor", "name", { device: "none1", name: "x" })).status).toBe(403);
    expect(await nameSeenBy("lea", "anns1")).toBe("tablet at the door");
  });

  test("An empty name takes it away; the rest of the record stays", async () => {
    const record = async () => (await people.front.couch.get<object>("server/phone:anns1")).body;
    await people.ask("ann", "name", { device: "anns1", name: " планшет біля дверей " });
    expect(await nameSeenBy("ann", "anns1")).toBe("планшет біля дверей");
    const named = await record();
    expect((await people.ask("ann", "name", { device: "anns1", name: "планшет біля дверей" })).status).toBe(200);
    expect(await record()).toEqual(named);
    expect((await people.ask("ann", "name", { device: "anns1", name: "   " })).status).toBe(200);
    expect(await nameSeenBy("ann", "anns1")).toBeUndefined();
    const { _rev, ...rest } = (await record()) as { _rev: string };
    expect(named).toMatchObject(rest);
  });

  test.each(["x".repeat(41), "a\nb", "a\u0000b", "a\u202eb", "a\u2028b", "a\u200bb"])("%j is no name", async (name) => {
    expect((await people.ask("ann", "name", { device: "anns1", name })).status).toBe(400);
    expect(await nameSeenBy("ann", "anns1")).toBeUndefined();
  });

  test("Nothing but the name is taken", async () => {
    expect((await people.ask("ann", "name", { device: "anns1" })).status).toBe(400);
    await people.ask("ann", "name", { device: "anns1", name: "x", wipeAt: at, account: "bob" });
    expect((await people.phonesOf("ann"))[0]).toEqual({
      ...{ device: "anns1", account: "ann", label: "Android · Chrome", name: "x", hasEnded: false },
      ...{ roles: ["volunteer:medyka"], lastAt: expect.any(String) },
    });
    await people.ask("ann", "name", { device: "anns1", name: "" });
  });

  test("What looks like markup is a text, and stands in no log", async () => {
    const name = "<img src=x onerror=alert(1)>";
    await people.ask("ann", "name", { device: "anns1", name });
    expect(await nameSeenBy("ann", "anns1")).toBe(name);
    expect(JSON.stringify(people.front.said)).not.toContain("onerror");
  });

  test("Who writes the record at the same time is not written over", async () => {
    const order = async () => people.ask("lea", "wipe", { device: "anns1" });
    const couch = people.raced("server/phone:anns1", 1, order);
    expect(await namePhone(couch, { name: "ann", roles: [] }, "anns1", "by the stairs")).toBe(true);
    const { body } = await people.front.couch.get<object>("server/phone:anns1");
    expect(body).toMatchObject({ name: "by the stairs", wipeAt: expect.any(String), label: "Android · Chrome" });
  });
});
