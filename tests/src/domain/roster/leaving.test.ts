import fc from "fast-check";
import { expect, test } from "vitest";
import type { NewDocument } from "../../../../src/domain/merge/new-document.ts";
import type { Person } from "../../../../src/domain/model/kinds/person.ts";
import type { Presence } from "../../../../src/domain/model/kinds/presence.ts";
import { childrenAlone, childrenLeftAlone, type House } from "../../../../src/domain/roster/children-alone.ts";
import { careNotedFor, leaveByBus, leaveHouse, noChildrenStay } from "../../../../src/domain/roster/leaving.ts";
import { nextEvents } from "../../../../src/domain/roster/next-events.ts";
import { stayEvent } from "../../../../src/domain/roster/stay-commands.ts";
import { stayStateOf } from "../../../../src/domain/roster/stay-state.ts";
import type { Guard } from "../../../../src/domain/safeguarding/release.ts";
import { aDocument } from "../../../support/data/a-document.ts";

const today = "2026-11-24";
const doing = { by: "ann", at: "2026-11-24T20:00:00.000Z" };
const aPerson = (key: string, born: string, more: object = {}): Person =>
  aDocument("person", key, { groupId: "group:1", birth: { date: born, precision: "day" }, ...more });
const mother = aPerson("mother", "1990-01-01");
const grandmother = aPerson("grandmother", "1950-01-01", { groupId: "group:2" });
const daughter = aPerson("daughter", "2015-01-01");
const son = aPerson("son", "2018-01-01", { groupId: "group:3", accompaniedBy: "person:grandmother" });
const family = [mother, grandmother, daughter, son];

const aStay = (person: Person) => aDocument("stay", person._id.slice(7), { personId: person._id });
const checkedIn = (person: Person): Presence =>
  aDocument("presence", `${person._id.slice(7)}.1.check_in`, {
    personId: person._id,
    stayId: aStay(person)._id,
    event: "check_in",
    order: 1,
    site: "medyka",
    ...doing,
  });
const leaver = (person: Person, events: readonly Presence[] = [checkedIn(person)]) => ({
  stay: aStay(person),
  events,
  ...((person === daughter || person === son) && { guard: guardOf(person) }),
});
const guardOf = ({ groupId }: Person): Guard => ({
  needsConfirmedAdult: groupId === "group:3",
  confirmed: [],
  own: family.filter((one) => one.groupId === groupId && one !== daughter && one !== son).map(({ _id }) => _id),
});
const house = (status: Partial<Record<string, House["guests"][number]["status"]>> = {}): House => ({
  today,
  guests: family.map((person) => ({ person, status: status[person._id] ?? "in" })),
});

test("With an adult of their group, or the adult named for them, children are not alone", () => {
  expect(childrenAlone(house())).toEqual([]);
  expect(childrenLeftAlone(house(), [mother._id])).toEqual([daughter]);
  expect(childrenLeftAlone(house(), [grandmother._id])).toEqual([son]);
  expect(childrenLeftAlone(house(), [mother._id, daughter._id])).toEqual([]);
});

test.each(["leave", "hospital", "absent", "out", "no_show"] as const)(
  "An adult who is noted as '%s' looks after nobody",
  (gone) => {
    expect(childrenAlone(house({ [mother._id]: gone }))).toEqual([daughter]);
  },
);

test("A child that is away with somebody, or out, does not stay; one that was not found does", () => {
  expect(childrenAlone(house({ [mother._id]: "out", [daughter._id]: "leave" }))).toEqual([]);
  expect(childrenLeftAlone(house({ [daughter._id]: "absent" }), [mother._id])).toEqual([daughter]);
});

test("A child that waits for its bed stays alone, too, when the mother goes to hospital", () => {
  expect(childrenLeftAlone(house({ [daughter._id]: "waiting" }), [mother._id])).toEqual([daughter]);
});

test.each(["check_out", "leave_start", "hospital_start", "absent"] as const)(
  "'%s' of the last adult names the child, wants words, and is noted with them",
  (event) => {
    const leave = (named: readonly Person[], care: string) =>
      leaveHouse(house(), [leaver(mother)], event, { named: named.map(({ _id }) => _id), care }, doing);
    expect(leave([], "aunt Olha")).toMatchObject({ error: { type: "ChildrenNotNamed" } });
    expect(leave([son], "aunt Olha")).toMatchObject({ error: { type: "ChildrenNotNamed" } });
    for (const silence of ["", "  ", ".", "--", "ok"])
      expect(leave([daughter], silence)).toMatchObject({ error: { type: "ChildrenCareMissing" } });
    expect(leave([daughter], "aunt Olha")).toMatchObject({
      value: [{ kind: "presence", content: { event, childrenStay: [daughter._id], childrenCare: "aunt Olha" } }],
    });
  },
);

test("Who leaves with all children is asked about nobody; a child never checks out without an adult", () => {
  const both = [leaver(mother), leaver(daughter)];
  expect(leaveHouse(house(), both, "check_out", noChildrenStay, doing)).toMatchObject({ ok: true });
  expect(leaveHouse(house(), [leaver(daughter)], "check_out", noChildrenStay, doing)).toMatchObject({
    error: { type: "AdultNotConfirmed" },
  });
});

test.each(["check_out", "leave_start"] as const)(
  "A child without a parent is stopped at '%s', and noted as gone where it has gone",
  (event) => {
    const go = (departure: object) =>
      leaveHouse(house(), [{ ...leaver(son), departure }], event, noChildrenStay, doing);
    expect(go({})).toMatchObject({ error: { type: "AdultNotConfirmed" } });
    expect(go({ adultId: grandmother._id })).toMatchObject({ error: { type: "AdultNotConfirmed" } });
    expect(go({ hasLeft: "With a man, by train" })).toMatchObject({
      value: [{ content: { event, unconfirmed: true, note: "With a man, by train" } }],
    });
  },
);

test.each(["hospital_start", "absent", "no_show"] as const)(
  "'%s' of such a child is noted at once, as unconfirmed",
  (event) => {
    expect(leaveHouse(house(), [leaver(son)], event, noChildrenStay, doing)).toMatchObject({
      value: [{ content: { event, unconfirmed: true } }],
    });
  },
);

test("A bus that has left with a child without a parent is noted as that", () => {
  expect(leaveByBus(house(), [leaver(son)], noChildrenStay, doing)).toMatchObject({
    value: [{ content: { event: "check_out", unconfirmed: true } }],
  });
});

test("A bus that took the mother is noted with an answer about the child, also where she was checked out otherwise before", () => {
  const out: Presence = { ...checkedIn(mother), _id: "presence:mother.2.check_out", event: "check_out", order: 2 };
  const going = [leaver(mother, [checkedIn(mother), out])];
  expect(leaveByBus(house(), going, noChildrenStay, doing)).toMatchObject({ error: { type: "ChildrenNotNamed" } });
  expect(leaveByBus(house(), going, { named: [daughter._id], care: "shift lead was told" }, doing).ok).toBe(true);
});

/** Taps at random, by somebody who answers as shown, wrongly or not at all. */
const taps = fc.array(
  fc.record({
    who: fc.subarray(family, { minLength: 1 }),
    event: fc.constantFrom(
      "check_out",
      "leave_start",
      "hospital_start",
      "absent",
      "leave_end",
      "hospital_end",
      "returned",
    ),
    care: fc.constantFrom("", ".", "aunt Olha", "the protection officer was told"),
    names: fc.boolean(),
  }),
  { maxLength: 12 },
);

test("Whatever is tapped: no child is without an adult unless somebody was told its name and answered in words", () => {
  fc.assert(
    fc.property(taps, (sequence) => {
      const events = new Map(family.map((person) => [person._id as string, [checkedIn(person)]]));
      const eventsOf = (person: Person) => events.get(person._id) ?? [];
      const now = (): House => ({
        today,
        guests: family.map((person) => ({ person, status: stayStateOf(eventsOf(person)).status })),
      });
      const store = (documents: readonly NewDocument[]) => {
        for (const { id, content } of documents) {
          const event = { ...checkedIn(mother), ...content, _id: id } as Presence;
          events.get(event.personId)?.push(event);
        }
      };
      for (const { who, event, care, names } of sequence) {
        const possible = who.filter((person) =>
          [...nextEvents(stayStateOf(eventsOf(person))), "check_out"].includes(event),
        );
        const going = possible.map((person) => ({
          ...leaver(person, eventsOf(person)),
          departure: { hasLeft: "With aunt Olha" },
        }));
        if (event.endsWith("_end") || event === "returned") {
          store(going.map(({ stay, events: known }) => stayEvent(stay, known, event as Presence["event"], doing)));
          continue;
        }
        const named = names
          ? childrenLeftAlone(
              now(),
              possible.map(({ _id }) => _id),
            ).map(({ _id }) => _id)
          : [];
        const before = childrenAlone(now());
        const left = leaveHouse(now(), going, event as "absent", { named, care }, doing);
        if (left.ok) store(left.value);
        for (const child of childrenAlone(now()).filter((one) => !before.includes(one)))
          expect(careNotedFor(child._id, [...events.values()].flat())[0]?.childrenCare).toMatch(/\p{L}{3}/u);
      }
    }),
  );
});

test("Nobody hides what another answered, whatever their clock says, nor answers by an event that is no leaving", () => {
  const answer = (createdBy: string, at: string, more: object = {}) =>
    ({
      ...checkedIn(mother),
      event: "check_out",
      createdBy,
      at,
      childrenStay: [daughter._id],
      childrenCare: createdBy,
      ...more,
    }) as Presence;
  const honest = answer("ann", "2026-11-24T20:00:00.000Z");
  const far = answer("eve", "9999-01-01T00:00:00.000Z");
  const odd = answer("eve", "9999-01-01T00:00:00.000Z", { event: "seen" });
  const told = careNotedFor(daughter._id, [odd, far, honest, answer("ann", "2026-11-24T19:00:00.000Z")]);
  expect(told.map(({ createdBy }) => createdBy)).toEqual(["eve", "ann"]);
  expect(told).toContain(honest);
});
