import type { ImportError } from "../source/import-error.ts";
import type { JsonPath } from "../source/line-finder.ts";
import { type TableName, tableNames } from "../source/read-source.ts";
import { placeOf, type Row } from "../source/row.ts";
import type { Tables } from "../source/tables.ts";

/** Keys that are given twice, keys that are named but not given, and groups and people that do not agree. */
export const checkReferences = (tables: Tables, siteIsGiven: boolean): readonly ImportError[] => {
  const keys = keysOf(tables);
  return [...duplicates(tables), ...missing(tables, keys, siteIsGiven), ...oneSided(tables)];
};

type Target = TableName | "rooms" | "beds";
type Keys = Readonly<Record<Target, ReadonlySet<string>>>;
type Reference = readonly [path: JsonPath, to: Target, key: string | null | undefined];

/** Capitals make no difference: names of databases, which are made of keys, have none. */
const folded = (key: string): string => key.toLowerCase();

const keysOf = (tables: Tables): Keys => {
  const rooms = tables.sites.flatMap(({ value }) => value.rooms);
  const setOf = (rows: readonly { readonly id: string }[]) => new Set(rows.map(({ id }) => folded(id)));
  const own = tableNames.map((name) => [name, setOf(tables[name].map(({ value }) => value))]);
  return { ...Object.fromEntries(own), rooms: setOf(rooms), beds: setOf(rooms.flatMap(({ beds }) => beds)) } as Keys;
};

const duplicates = (tables: Tables): ImportError[] =>
  tableNames.flatMap((name) => {
    const seen = new Set<string>();
    return tables[name].flatMap(({ value: { id }, origin }): ImportError[] => {
      const isSecond = seen.has(folded(id));
      seen.add(folded(id));
      return isSecond ? [{ ...placeOf(origin, ["id"]), type: "DuplicateId", id }] : [];
    });
  });

const missing = (tables: Tables, keys: Keys, siteIsGiven: boolean): ImportError[] =>
  tableNames.flatMap((name) =>
    (tables[name] as readonly Row<never>[]).flatMap(({ value, origin }) =>
      referencesOf[name](value).flatMap(([path, to, key]): ImportError[] => {
        if (key === null || key === undefined || keys[to].has(folded(key)) || (to === "sites" && siteIsGiven))
          return [];
        return [{ ...placeOf(origin, path), type: "MissingReference", to: `${singular[to]} ${key}` }];
      }),
    ),
  );

const oneSided = ({ people, groups }: Tables): ImportError[] => {
  const groupOf = new Map(people.map(({ value }) => [value.id, value.groupId]));
  const membersOf = new Map(groups.map(({ value }) => [value.id, new Set(value.members)]));
  return [
    ...people
      .filter(({ value }) => membersOf.get(value.groupId)?.has(value.id) === false)
      .map(({ origin }) => ({ ...placeOf(origin, ["groupId"]), type: "NotBothWays" as const })),
    ...groups.flatMap(({ value, origin }) =>
      value.members.flatMap((member, at): ImportError[] =>
        groupOf.has(member) && groupOf.get(member) !== value.id
          ? [{ ...placeOf(origin, ["members", at]), type: "NotBothWays" }]
          : [],
      ),
    ),
  ];
};

type ReferencesOf = { readonly [K in TableName]: (row: Tables[K][number]["value"]) => readonly Reference[] };

const referencesOf: ReferencesOf = {
  organisations: () => [],
  sites: ({ orgId }) => [[["orgId"], "organisations", orgId]],
  people: ({ groupId, registeredSite }) => [
    [["groupId"], "groups", groupId],
    [["registeredSite"], "sites", registeredSite],
  ],
  groups: ({ focalPersonId, members, linkedGroups, siteId }) => [
    [["focalPersonId"], "people", focalPersonId],
    ...members.map((member, at): Reference => [["members", at], "people", member]),
    ...(linkedGroups ?? []).map(({ groupId }, at): Reference => [["linkedGroups", at, "groupId"], "groups", groupId]),
    [["siteId"], "sites", siteId],
  ],
  stays: ({ personId, groupId, siteId, roomId, bedId }) => [
    [["personId"], "people", personId],
    [["groupId"], "groups", groupId],
    [["siteId"], "sites", siteId],
    [["roomId"], "rooms", roomId],
    [["bedId"], "beds", bedId],
  ],
  events: ({ stayId, personId }) => [
    [["stayId"], "stays", stayId],
    [["personId"], "people", personId],
  ],
  rollCalls: ({ siteId, entries }) => [
    [["siteId"], "sites", siteId],
    ...entries.map(([person], at): Reference => [["entries", at, 0], "people", person]),
  ],
  drivers: () => [],
  vehicles: () => [],
  trips: ({ orgId, vehicleId, driverIds, departSite, stops, lines }) => [
    [["orgId"], "organisations", orgId],
    [["vehicleId"], "vehicles", vehicleId],
    ...driverIds.map((driver, at): Reference => [["driverIds", at], "drivers", driver]),
    [["departSite"], "sites", departSite],
    ...stops.map(({ siteId }, at): Reference => [["stops", at, "siteId"], "sites", siteId]),
    ...lines.map(({ personId }, at): Reference => [["lines", at, "personId"], "people", personId]),
  ],
};

const singular: Readonly<Record<Target, string>> = {
  organisations: "organisation",
  sites: "site",
  people: "person",
  groups: "group",
  stays: "stay",
  events: "event",
  rollCalls: "roll call",
  drivers: "driver",
  vehicles: "vehicle",
  trips: "trip",
  rooms: "room",
  beds: "bed",
};
