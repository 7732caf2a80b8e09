import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { childrenLeftAlone } from "../../../src/domain/roster/children-alone.ts";
import { follow } from "../../../src/live/follow.ts";
import { peopleOf } from "../../../src/live/intake/people-of.ts";
import { openRecords } from "../../../src/live/records.ts";
import { houseOf } from "../../../src/live/roster/house.ts";
import { aSource } from "../../support/live/a-source.ts";
import { type Asked, everyView, ownViews } from "../../support/live/every-view.ts";
import { type SomeWrite, someWrites } from "../../support/live/some-writes.ts";
import { seedOfTheDay } from "../../support/runs/seed-of-the-day.ts";

const databases = ["directory", "site-medyka", "site-lublin", "trip-1", "trip-2", "care-medyka"];
const asked: Asked = {
  site: "medyka",
  databases,
  roles: ["lead:medyka"],
  today: "2026-11-24",
  now: "2026-11-24T09:00:00.000Z",
  personId: "person:1",
  groupId: "group:1",
  tripId: "trip:1",
};
const seed = seedOfTheDay();

/** What a view says, whatever order a map or a list without one has. */
const said = (value: unknown): unknown => JSON.parse(JSON.stringify(value, inOrder) ?? "null");
const unordered = new Set(["residents", "staysByPerson"]);
const inOrder = (name: string, value: unknown): unknown => {
  if (typeof value !== "object" || value === null) return value;
  if ("entries" in value && typeof value.entries === "function" && !Array.isArray(value))
    return [...(value as ReadonlyMap<string, unknown>).entries()].sort(([a], [b]) => (a < b ? -1 : 1));
  return Array.isArray(value) && unordered.has(name)
    ? [...value].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
    : value;
};

/** Every view follows the writes; after each `pause` of them it says what it says of records that are opened anew. */
const play = (writes: readonly SomeWrite[], pause: number, heard: Map<string, Set<string>>): void => {
  const source = aSource();
  const records = openRecords(source, databases);
  const views = Object.entries(everyView).map(([name, view]) => {
    const look = follow(records, (seen) => view(seen, asked));
    let last = look();
    let lastSaid = said(last.value);
    // What was handed out before may be compared by identity: it has to be another one when it says something else.
    const sayNow = () => {
      const now = look();
      if (now !== last) [last, lastSaid] = [now, said(now.value)];
      return lastSaid;
    };
    return { name, view, sayNow };
  });
  const compare = () => {
    const anew = openRecords(source, databases);
    for (const { name, view, sayNow } of views) {
      const now = sayNow();
      expect(now, name).toEqual(said(view(anew, asked)));
      heard.set(name, (heard.get(name) ?? new Set()).add(JSON.stringify(now)));
    }
    anew.close();
  };
  for (const [place, { database, document, sending }] of writes.entries()) {
    source.put(database, document, sending);
    if ((place + 1) % pause !== 0 && place + 1 < writes.length) continue;
    compare();
  }
  // A right ends: what follows the records sees nothing of that database any more.
  const ended = databases[1 + (writes.length % 4)] ?? "";
  source.forget(ended);
  records.forget(ended);
  compare();
  records.close();
};

test(`Whatever comes, in whatever order, every view says what it would say of records opened anew (seed ${seed})`, () => {
  const heard = new Map<string, Set<string>>();
  fc.assert(
    fc.property(someWrites(120), fc.integer({ min: 1, max: 7 }), (all, pause) => play(all, pause, heard)),
    { seed, numRuns: 60 },
  );
  // Else nothing was tried. Only long histories are crowded.
  const silent = [...heard].flatMap(([name, all]) => (all.size < 2 ? [name] : []));
  expect(silent).toEqual(["crowdedRecords", "noRecords"]);
});

test(`Whoever goes, the children who stay alone are the same in the part of the house that matters as in all of it (seed ${seed})`, () => {
  fc.assert(
    fc.property(someWrites(80), fc.subarray(["person:1", "person:2", "person:3"]), (writes, going) => {
      const source = aSource();
      for (const { database, document, sending } of writes) source.put(database, document, sending);
      const records = openRecords(source, databases);
      const everybody = [...peopleOf(records, "medyka").keys()];
      const alone = (among: readonly string[]) =>
        childrenLeftAlone(houseOf(records, "medyka", asked.today, among), going).map(({ _id }) => _id);
      expect(alone(going)).toEqual(alone(everybody));
      records.close();
    }),
    { seed, numRuns: 300 },
  );
});

test("Every view that a screen follows is among those", () => {
  const sources = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((file) => /\.tsx?$/.test(file));
  const followed = sources.flatMap((file) =>
    [...readFileSync(`src/${file}`, "utf8").matchAll(/\buse(?:Live|LiveAtRest)\(\s*(\w+)/g)].map(([, name]) => name),
  );
  expect(followed.length).toBeGreaterThan(40);
  const unknown = followed.filter((name) => name && !(name in everyView) && !ownViews.has(name));
  expect([...new Set(unknown)]).toEqual([]);
});
