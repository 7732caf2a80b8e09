import * as v from "valibot";
import type { NewDocument } from "../../../src/domain/merge/new-document.ts";
import { code, key, leftOut, maybe, size, whole, words } from "../source/source-schemas.ts";
import { bedRow, mapBed } from "./map-bed.ts";
import { mapRoom, roomRow } from "./map-room.ts";
import { type Mapping, withoutMissing } from "./mapping.ts";

const plumbing = v.strictObject({ f: whole(0, 999), m: whole(0, 999), u: whole(0, 999) });

export const siteRow = v.strictObject({
  id: key(),
  /** Ours, where the file has one; else made from the place or the name. */
  slug: maybe(v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,40}$/, "NotValid"))),
  orgId: key(),
  name: words(120),
  nameUk: maybe(words(120)),
  type: code("siteType"),
  protected: v.boolean(),
  adm1: maybe(code("voivodeship")),
  powiat: maybe(words(80)),
  gmina: maybe(words(80)),
  address: maybe(words(200)),
  lat: maybe(v.number()),
  lon: maybe(v.number()),
  phone: maybe(words(40)),
  accessible: maybe(v.boolean()),
  petsAllowed: maybe(v.boolean()),
  kitchen: maybe(v.boolean()),
  toilets: maybe(plumbing),
  showers: maybe(plumbing),
  checkInHours: maybe(words(40)),
  curfew: maybe(words(40)),
  assemblyPoint: maybe(words(200)),
  maxStayHours: maybe(whole(1, 10_000)),
  capacityRegular: maybe(whole(0, 100_000)),
  capacitySurge: maybe(whole(0, 100_000)),
  floorAreaM2: maybe(size()),
  status: code("siteStatus"),
  bedsTotal: leftOut(),
  womenOnly: leftOut(),
  boysUpTo: leftOut(),
  rooms: v.array(v.strictObject({ ...roomRow.entries, beds: v.array(bedRow) })),
});
export type SiteRow = v.InferOutput<typeof siteRow>;

/** The slug that names the site's databases and roles: `Przemyśl` is `przemysl`. */
export const slugOf = ({ slug, gmina, name }: SiteRow): string =>
  slug ??
  (gmina ?? name)
    .replace(/[łŁ]/g, "l")
    .normalize("NFD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[^a-z]+|-+$/g, "")
    .slice(0, 40);

/** The site, its rooms and its beds. `on` is the day for which beds are blocked or not. */
export const mapSite = (row: SiteRow, mapping: Mapping, on: string): readonly NewDocument[] => {
  const { id: key, slug: _slug, orgId, rooms, protected: isProtected, ...rest } = row;
  const { bedsTotal: _total, womenOnly: _women, boysUpTo: _boys, ...facts } = rest;
  const site = slugOf(row);
  const whereabouts = isProtected
    ? { powiat: null, gmina: null, address: null, lat: null, lon: null, phone: null }
    : {};
  const content = { site, orgId: mapping.id("organisation", orgId), protected: isProtected, ...facts, ...whereabouts };
  return [
    { kind: "site", id: mapping.id("site", key), content: withoutMissing(content) },
    ...rooms.map((room) => mapRoom(room, site, mapping)),
    ...rooms.flatMap((room) => room.beds.map((bed) => mapBed(bed, { site, roomKey: room.id, on }, mapping))),
  ];
};
