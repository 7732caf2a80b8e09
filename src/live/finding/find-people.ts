import { meansBed } from "../../domain/finding/place-code.ts";
import { directoryDatabase, siteDatabase } from "../../domain/model/databases.ts";
import type { Group } from "../../domain/model/kinds/group.ts";
import { searchExactNames, searchNames } from "../../domain/names/name-search.ts";
import { inOtherLayout } from "../../domain/names/other-layout.ts";
import { lastDigits, phoneEnd, phoneKeys } from "../../domain/numbers/phone-key.ts";
import { parseShortCode } from "../../domain/numbers/short-code.ts";
import { groupsByNumber, peopleByNumber } from "../cards/card-holders.ts";
import { groupWithPeople } from "../intake/group-view.ts";
import type { PeopleIndex } from "../intake/people-index.ts";
import type { Records } from "../records.ts";
import { isHere, residentsAt } from "../roster/residents.ts";
import { groupsByPhone } from "./groups-by-phone.ts";

/** Somebody who is found at a site. */
export type Found = { readonly site: string; readonly id: string };

export type Search = {
  readonly records: Records;
  readonly people: Pick<PeopleIndex, "hits">;
  readonly sites: readonly string[];
};

/**
 * People of some sites whom one text may mean: a registration number, a telephone number or the end of it, a bed, a name in any script and spelling. What fits
 * exactly stands before what is only alike, and the first site before the others.
 */
export const findPeople = ({ records, people, sites }: Search, typed: string, limit: number): readonly Found[] => {
  const exact = sites.flatMap((site) =>
    [...byNumber(records, site, typed), ...byPhone(records, site, typed), ...byBed(records, site, typed)].map((id) => ({
      ...{ site, id },
    })),
  );
  const named = isNumber(typed) ? [] : byName(people, sites, typed, limit);
  return withoutSecond([...exact, ...named]).slice(0, limit);
};

/** No name is written with digits: `A/12` is not the beginning of one. */
const isNumber = (typed: string): boolean => /\d/.test(typed) && !/\p{L}{3}/u.test(typed);

const byName = (people: Search["people"], sites: readonly string[], typed: string, limit: number): readonly Found[] => {
  const search = (query: string, how: typeof searchNames): readonly Found[] =>
    sites
      .flatMap((site, place) =>
        people.hits(query, limit, siteDatabase(site), how).map(({ id, score }) => ({ site, id, score, place })),
      )
      .sort((a, b) => b.score - a.score || a.place - b.place)
      .map(({ site, id }) => ({ site, id }));
  const exact = search(typed, searchExactNames);
  if (exact.length > 0) return exact;
  // The keyboard may have been left as it was: what then fits is nearer than any forgiven error.
  const switched = inOtherLayout(typed).flatMap((query) => search(query, searchExactNames));
  return [...switched, ...search(typed, searchNames)];
};

const byNumber = (records: Records, site: string, typed: string): readonly string[] => {
  const number = parseShortCode(typed);
  if (!number.ok) return [];
  const { code } = number.value;
  const database = siteDatabase(site);
  const groups = records.kept(groupsByNumber, database).get(code) ?? [];
  return [
    ...(records.kept(peopleByNumber, database).get(code) ?? []).filter(isHere).map(({ _id }) => _id),
    ...groups.flatMap((group) => membersOf(records, site, group)),
  ];
};

const byPhone = (records: Records, site: string, typed: string): readonly string[] => {
  const end = phoneEnd(typed);
  if (end === undefined) return [];
  const groups = records.kept(groupsByPhone, siteDatabase(site)).get(lastDigits(end)) ?? [];
  return groups
    .filter(({ phone }) => phone && phoneKeys(phone).some((key) => key.endsWith(end)))
    .flatMap((group) => membersOf(records, site, group));
};

const membersOf = (records: Records, site: string, { _id }: Group): readonly string[] =>
  groupWithPeople(records, site, _id).people.map((person) => person._id);

const byBed = (records: Records, site: string, typed: string): readonly string[] => {
  // No code of a bed is longer.
  if (!/\d/.test(typed) || typed.length > 24) return [];
  const rooms = records.table(directoryDatabase, "room");
  const meant = new Set<string>();
  for (const bed of records.table(directoryDatabase, "bed").rows().values())
    if (bed.site === site && !bed.voided && meansBed(typed, bed.code, rooms.get(bed.roomId)?.code)) meant.add(bed._id);
  if (meant.size === 0) return [];
  return [...records.kept(residentsAt, site).rows().values()].flatMap(({ person, stay }) =>
    stay.bedId && meant.has(stay.bedId) ? [person._id] : [],
  );
};

const withoutSecond = (found: readonly Found[]): readonly Found[] => {
  const seen = new Set<string>();
  return found.filter(({ site, id }) => {
    const isFirst = !seen.has(`${site}/${id}`);
    seen.add(`${site}/${id}`);
    return isFirst;
  });
};
