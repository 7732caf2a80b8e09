import { firstVersion } from "../../../src/domain/merge/next-version.ts";
import type { KindName } from "../../../src/domain/model/kinds.ts";
import { follow } from "../../../src/live/follow.ts";
import { openPeopleIndex } from "../../../src/live/intake/people-index.ts";
import { openRecords, type Records } from "../../../src/live/records.ts";
import { aSource } from "../../support/live/a-source.ts";
import { type Asked, everyView } from "../../support/live/every-view.ts";

/** How much there is of a site. */
export type SiteSize = { readonly people: number; readonly trips: number };

const at = "2026-11-30T08:00:00.000Z";
const site = "medyka";
const database = `site-${site}`;
const seats = 20;
const [stems, endings] = [
  ["Ковал", "Шевч", "Бонд", "Ткач", "Мельн", "Кравч", "Олійн", "Поліщ", "Лисен", "Марч"],
  ["енко", "чук", "ук", "ів", "ський", "ова", "юк", "ець"],
];
const given = ["Олена", "Петро", "Ірина", "Сергій", "Наталія", "Дмитро", "Юлія", "Андрій", "Саша", "Марія"];

type Written = { readonly database: string; readonly document: object };

const written = (place: string, kind: KindName, key: string, content: object): Written => {
  const id = `${kind}:${key}`;
  const document = firstVersion(
    { name: kind, version: 1 },
    id,
    { site, ...content },
    { by: "ann", device: "dev1", at },
  );
  return { database: place, document };
};

const keyOf = (number: number): string => String(number).padStart(6, "0");
const personAt = (number: number, fields: object = {}): Written =>
  written(database, "person", keyOf(number), {
    familyName: `${stems[number % 10]}${["", "ар", "ин", "ол"][number % 4]}${endings[number % 8]}`,
    givenName: given[(number * 7) % 10],
    sex: number % 2 ? "m" : "f",
    // Each family has somebody grown up.
    birth: { precision: "day", date: `${number % 3 === 0 ? 1950 + (number % 50) : 1960 + (number % 65)}-05-12` },
    groupId: `group:${keyOf(Math.floor(number / 3))}`,
    recordState: "complete",
    ...fields,
  });
const groupAt = (number: number): Written =>
  written(database, "group", keyOf(number), {
    arrivedAt: `2026-11-${String(24 + (number % 6)).padStart(2, "0")}T08:00:00.000Z`,
    keepTogether: true,
    focalPersonId: `person:${keyOf(number * 3)}`,
  });
/** Six in ten were given a bed; of the others most have left by bus. */
const housed = 0.6;
const stayAt = (number: number, bed = Math.floor(number / 15) * 3 + (number % 3)): readonly Written[] => {
  const [person, stay] = [`person:${keyOf(number)}`, `stay:${keyOf(number)}.${site}.1`];
  const event = { personId: person, stayId: stay, at, by: "ann" };
  return [
    written(database, "stay", stay.slice(5), { personId: person, ...placeIn(bed) }),
    written(database, "presence", `${keyOf(number)}.1`, { ...event, event: "check_in", order: 1 }),
    // Most families have gone again: a site's records are older than its guests.
    ...(Math.floor(number / 3) % 5 > 0
      ? [written(database, "presence", `${keyOf(number)}.2`, { ...event, event: "check_out", order: 2 })]
      : []),
  ];
};
const placeIn = (bed: number) => ({ bedId: `bed:${keyOf(bed)}`, roomId: `room:${keyOf(Math.floor(bed / 10))}` });

const tripAt = (trip: number, people: number): readonly Written[] => {
  const [id, own] = [`trip:${trip}`, `trip-${trip}`];
  const departAt = `2026-${trip % 9 === 0 ? "11-30" : "11-10"}T2${trip % 4}:00:00.000Z`;
  const content = { tripNo: `${trip}`, departAt, stops: [], seatsUsable: seats, status: "boarding" };
  const left = trip % 9 > 0 ? [scanOn(trip, "left", { event: "depart", counted: seats })] : [];
  return [
    ...[database, own].map((place) => written(place, "trip", `${trip}`, content)),
    ...Array.from({ length: seats }, (_, seat) => lineOf(trip, seat, people)),
    // The last five have not come to the bus yet.
    ...Array.from({ length: seats - 5 }, (_, seat) => boardingOf(trip, seat)),
    ...left.map((one) => ({ ...one, document: { ...one.document, tripId: id } })),
  ];
};
const lineOf = (trip: number, seat: number, people: number): Written =>
  written(`trip-${trip}`, "line", `${trip}.${seat}`, {
    tripId: `trip:${trip}`,
    // Of those who were never given a bed.
    personId: `person:${keyOf(people - 1 - trip * seats - seat)}`,
    passenger: { familyName: "Ковальчук", child: false },
    seat: seat + 1,
    status: "booked",
  });
const scanOn = (trip: number, key: string, content: object): Written =>
  written(`trip-${trip}`, "scan", `${trip}.${key}`, { tripId: `trip:${trip}`, order: 1, at, by: "ann", ...content });
const boardingOf = (trip: number, seat: number, order = 1): Written =>
  scanOn(trip, `${seat}.${order}`, { lineId: `line:${trip}.${seat}`, event: "board", order });

const everythingIn = ({ people, trips }: SiteSize): readonly Written[] => [
  written("directory", "site", site, {
    name: "Medyka",
    type: "shelter",
    orgId: "organisation:1",
    protected: false,
    status: "open",
  }),
  ...Array.from({ length: people / 40 }, (_, room) =>
    written("directory", "room", keyOf(room), { code: `${room}`, roomType: "family" }),
  ),
  ...Array.from({ length: people / 4 }, (_, bed) =>
    written("directory", "bed", keyOf(bed), { code: `${bed}`, roomId: `room:${keyOf(Math.floor(bed / 10))}` }),
  ),
  ...Array.from({ length: people }, (_, number) => personAt(number)),
  ...Array.from({ length: Math.ceil(people / 3) }, (_, number) => groupAt(number)),
  ...Array.from({ length: people * housed }, (_, number) => stayAt(number)).flat(),
  ...Array.from({ length: trips }, (_, trip) => tripAt(trip, people)).flat(),
];

/** A site in memory, views of it, and the changes that are made to it: each is another one every time. */
export const aLiveSite = (size: SiteSize) => {
  const source = aSource();
  for (const { database: place, document } of everythingIn(size)) source.put(place, document);
  const databases = ["directory", database, ...Array.from({ length: size.trips }, (_, trip) => `trip-${trip}`)];
  const records = openRecords(source, databases);
  const asked: Asked = {
    ...{ site, databases, roles: [`lead:${site}`], today: "2026-11-30", now: "2026-11-30T22:00:00.000Z" },
    ...{ personId: `person:${keyOf(0)}`, groupId: `group:${keyOf(0)}`, tripId: "trip:0" },
  };
  const write = (...all: readonly Written[]) => {
    for (const { database: place, document } of all) source.put(place, document);
  };
  return {
    records,
    rows: source.databases().reduce((sum, name) => sum + source.rows(name).size, 0),
    followed: (names: readonly string[]) => names.map((name) => followedView(records, name, asked)),
    changes: {
      "a scan aboard": (time: number) => write(boardingOf(0, 0, time + 2)),
      "a bed given": (time: number) =>
        write(...stayAt(Math.round(size.people * housed) + time, size.people / 4 - 1 - time).slice(0, 2)),
      "a person corrected": (time: number) => write(personAt(time * 7, { givenName: `Олена${time}` })),
      "a group registered": (time: number) => {
        const number = size.people + 3 * time;
        write(groupAt(number / 3), ...[0, 1, 2].map((member) => personAt(number + member)));
      },
    },
    search: () => openPeopleIndex(records, [database], () => true),
    database,
  };
};

const followedView = (records: Records, name: string, asked: Asked) => {
  const view = everyView[name];
  if (!view) throw new Error(`No such view: ${name}`);
  return follow(records, (seen) => view(seen, asked));
};

/** Those of the page of one trip; and of all screens but the proof of a shift, which goes through everything once when a phone is handed over. */
export const viewsOf = {
  trip: ["tripOf"],
  screens: Object.keys(everyView).filter((name) => name !== "shiftProofOf"),
};
