import fc from "fast-check";
import { expect, test } from "vitest";
import type { Id } from "../../../../src/domain/model/field.ts";
import type { Person } from "../../../../src/domain/model/kinds/person.ts";
import { giveBeds } from "../../../../src/domain/roster/give-beds.ts";
import type { Placement, RoomChoice, Sleeper } from "../../../../src/domain/roster/placement.ts";
import { aDocument } from "../../../support/data/a-document.ts";

const doing = { by: "ann", at: "2026-11-24T20:00:00.000Z" };
type One = { readonly person: Person; readonly sleeper: Sleeper; readonly group: string };

const one = (key: string, group: string, age: number | undefined, unaccompanied = false): One => ({
  person: aDocument("person", key, { groupId: `group:${group}` }),
  sleeper: {
    personId: `person:${key}`,
    age: age === undefined ? undefined : { min: age, max: age },
    needs: [],
    marks: [],
    ...(unaccompanied && { unaccompanied, knows: knownTo[key] ?? [] }),
  },
  group,
});

/** Of `girl` the brother and an aunt of another group who was confirmed; of `boy` nobody. */
const knownTo: Readonly<Record<string, readonly Id<"person">[]>> = {
  girl: ["person:girl", "person:brother", "person:aunt"],
  boy: ["person:boy"],
};
const everybody = [
  one("girl", "1", 9, true),
  one("brother", "1", 19),
  one("aunt", "2", 40),
  one("boy", "3", 15, true),
  one("man", "4", 50),
  one("nameless", "5", undefined),
  one("child", "6", 7),
];
const rooms = ["a", "b"].map((code) => aDocument("room", code));

/** Who sleeps where, and the children of whom it was noted that they sleep among strangers. */
type House = { readonly sleeps: Map<string, string>; readonly noted: Set<string> };

const choiceOf = ({ sleeps }: House, roomId: string, giving: readonly One[]): RoomChoice => {
  const there = everybody.filter(({ person }) => sleeps.get(person._id) === roomId);
  const isFamily = ({ group }: One) => giving.some((other) => other.group === group);
  return {
    room: rooms.find(({ _id }) => _id === roomId) ?? aDocument("room", "none"),
    free: [],
    family: there.filter(isFamily).map(({ sleeper }) => sleeper),
    others: there.filter((other) => !isFamily(other)).map(({ sleeper }) => sleeper),
  };
};

/** The rule in other words: in a room with somebody who is not known to be a child and whom the child does not know. */
const amongStrangers = ({ sleeps }: House): readonly string[] =>
  everybody
    .filter(({ sleeper, person }) => {
      const room = sleeps.get(person._id);
      const strangers = everybody.filter(
        (other) =>
          sleeps.get(other.person._id) === room &&
          !["girl", "boy", "child"].includes(other.person._id.slice(7)) &&
          !knownTo[person._id.slice(7)]?.includes(other.person._id),
      );
      return sleeper.unaccompanied && room !== undefined && strangers.length > 0;
    })
    .map(({ person }) => person._id);

const taps = fc.array(
  fc.record({
    who: fc.subarray(everybody, { minLength: 1, maxLength: 3 }),
    where: fc.array(fc.constantFrom(...rooms), { minLength: 3, maxLength: 3 }),
    words: fc.constantFrom("", "...", "Olena, volunteer of the night shift"),
    leaves: fc.boolean(),
  }),
  { maxLength: 12, size: "max" },
);

const place = (house: House, { who, where }: { readonly who: readonly One[]; readonly where: typeof rooms }) =>
  who.map(({ sleeper }, at): Placement => {
    const room = where[at] ?? aDocument("room", "a");
    const bed = aDocument("bed", `${room.code}-${sleeper.personId.slice(7)}`, { roomId: room._id });
    return { sleeper, bed, choice: choiceOf(house, room._id, who) };
  });

test("Whatever is tapped: no child without a parent sleeps among strange adults without its event, and with words every bed is given", () => {
  let noted = 0;
  fc.assert(
    fc.property(taps, (sequence) => {
      const house: House = { sleeps: new Map(), noted: new Set() };
      for (const tap of sequence) {
        const { who, words, leaves } = tap;
        if (leaves) {
          for (const { person } of who) house.sleeps.delete(person._id);
        } else {
          const placements = place(house, tap);
          const recipients = who.map(({ person }) => ({
            person,
            stays: [],
            ...(house.sleeps.has(person._id) && { stay: aDocument("stay", person._id.slice(7)) }),
          }));
          const given = giveBeds(placements, recipients, { words, newId: () => "safeguarding:1" }, doing);
          if (words.length > 3) expect(given).toMatchObject({ ok: true });
          if (!given.ok) continue;
          for (const { sleeper, choice } of placements) house.sleeps.set(sleeper.personId, choice.room._id);
          for (const { kind, content } of given.value.documents) {
            if (kind !== "safeguarding") continue;
            expect(content).toMatchObject({ event: "shares_room", site: "medyka", note: words, ...doing });
            house.noted.add(content.personId as string);
            expect(words).toMatch(/\p{L}{3}/u);
            noted += 1;
          }
          const checkedIn = given.value.documents.filter(({ kind }) => kind === "stay").length;
          expect(checkedIn + given.value.moves.length).toBe(who.length);
        }
        const among = amongStrangers(house);
        expect(among.filter((child) => !house.noted.has(child))).toEqual([]);
        // Apart from strangers again, it is asked anew the next time.
        for (const child of house.noted) if (!among.includes(child)) house.noted.delete(child);
      }
    }),
    { numRuns: 1000 },
  );
  expect(noted).toBeGreaterThan(100);
});

test("Without a stranger nobody is asked anything", () => {
  const house: House = { sleeps: new Map(), noted: new Set() };
  const [girl, brother, aunt] = everybody;
  const who = [girl, brother, aunt].flatMap((found) => found ?? []);
  const where = rooms.flatMap((room) => (room.code === "a" ? [room, room, room] : []));
  const recipients = who.map(({ person }) => ({ person, stays: [] }));
  const given = giveBeds(place(house, { who, where }), recipients, { words: "", newId: () => "safeguarding:1" }, doing);
  expect(given.ok && given.value.documents.map(({ kind }) => kind)).not.toContain("safeguarding");
  expect(given.ok).toBe(true);
});

test("A stranger who is put into the room of a child is asked about as well", () => {
  const house: House = { sleeps: new Map([["person:boy", "room:a"]]), noted: new Set() };
  const who = everybody.filter(({ person }) => person._id === "person:man");
  const placements = place(house, { who, where: rooms });
  const give = (words: string) =>
    giveBeds(
      placements,
      who.map(({ person }) => ({ person, stays: [] })),
      { words, newId: () => "safeguarding:1" },
      doing,
    );
  expect(give("")).toMatchObject({ error: { type: "WordsMissing" } });
  expect(give("Olena of the night shift")).toMatchObject({
    value: { documents: [{ kind: "stay" }, { kind: "presence" }, { content: { personId: "person:boy" } }] },
  });
});
