import "../../support/server/cheap-passwords.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { giveSeries } from "../../../server/phones/number-series.ts";
import { openPeopleWithPhones, type PeopleWithPhones } from "./support/people-with-phones.ts";

let people: PeopleWithPhones;
beforeAll(async () => {
  people = await openPeopleWithPhones();
});
afterAll(() => people.front.close());

const always = { mayGive: () => true, mayClaim: () => true };
const ann = { account: "ann", device: "anns1", held: [], wanted: 1 };
const bob = { account: "bob", device: "bobs1", held: [], wanted: 1 };
/** Draws these, one after the other. */
const drawing = (...series: readonly number[]) => {
  const drawn = series.values();
  return () => drawn.next().value ?? 89_999;
};

describe("A phone gets series of registration numbers", () => {
  test("Each account for its own phone, and nobody else", async () => {
    expect(await people.statusesOf("numbers", { device: "anns1", held: [], wanted: 0 })).toEqual({
      ...{ nobody: 401, ann: 200, bob: 403, lea: 403, leo: 403, cor: 403, cia: 403, one: 403, two: 403 },
    });
  });

  test("No two phones have one series", async () => {
    const { couch } = people.front;
    expect(await giveSeries(couch, ann, always, drawing(20_450))).toEqual({ given: [20_450], notYours: [] });
    expect(await giveSeries(couch, bob, always, drawing(20_450, 20_450, 31_000))).toEqual({
      given: [31_000],
      notYours: [],
    });
    const asked = await Promise.all(
      [ann, bob].map((one) =>
        giveSeries(couch, { ...one, wanted: 2 }, always, drawing(40_001, 40_002, 40_003, 40_004)),
      ),
    );
    const given = asked.flatMap((answer) => (answer === false ? [] : answer.given));
    expect(new Set(given).size).toBe(given.length);
    expect(given.length).toBeGreaterThanOrEqual(3);
  });

  test("What a phone holds is written down where the server has forgotten it, and is no longer its own where another phone has it", async () => {
    const { couch } = people.front;
    expect(await giveSeries(couch, { ...ann, held: [55_000, 31_000], wanted: 0 }, always)).toEqual({
      given: [],
      notYours: [31_000],
    });
    expect(await giveSeries(couch, { ...bob, held: [55_000], wanted: 0 }, always)).toEqual({
      given: [],
      notYours: [55_000],
    });
  });

  test("An account that asks on and on, or says that it holds what it was not given, gets no more", async () => {
    const { couch } = people.front;
    const never = { mayGive: () => false, mayClaim: () => false };
    expect(await giveSeries(couch, { ...ann, held: [60_000], wanted: 2 }, never)).toEqual({ given: [], notYours: [] });
    expect((await couch.get("server/series:60000")).status).toBe(404);
    for (let time = 0; time < 20; time++) await people.ask("lea", "numbers", { device: "leas1", held: [], wanted: 2 });
    expect((await people.ask("lea", "numbers", { device: "leas1", held: [], wanted: 2 })).body).toEqual({
      given: [],
      notYours: [],
    });
  });

  test("A phone that tells of many after a backup was put back gets new ones all the same, and asks once for all", async () => {
    const { couch } = people.front;
    let looks = 0;
    const get = (path: string) => {
      looks += 1;
      return couch.get(path);
    };
    const counted = { ...couch, get } as typeof couch;
    const held = Array.from({ length: 20 }, (_, place) => 70_000 + place);
    const claims = { ...always, mayClaim: () => false };
    expect(await giveSeries(counted, { ...ann, held, wanted: 1 }, claims, drawing(80_001))).toEqual({
      ...{ given: [80_001], notYours: [] },
    });
    expect(looks).toBeLessThan(5);
  });

  test.each([{ wanted: 3 }, { held: [5] }, { held: [90_000] }, { held: ["x"] }])("%j is refused", async (wrong) => {
    const asked = { device: "anns1", held: [], wanted: 1, ...wrong };
    expect((await people.ask("ann", "numbers", asked)).status).toBe(400);
  });
});
