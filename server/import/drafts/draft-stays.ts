import { siteDatabase } from "../../../src/domain/model/databases.ts";
import { groupBy } from "../../../src/domain/model/group-by.ts";
import type { Presence } from "../../../src/domain/model/kinds/presence.ts";
import type { Stay } from "../../../src/domain/model/kinds/stay.ts";
import { type StayWithEvents, stayIdFor } from "../../../src/domain/roster/stay-commands.ts";
import { stayStateOf } from "../../../src/domain/roster/stay-state.ts";
import { type EventRow, mapEvents, presenceFor } from "../mapping/map-events.ts";
import { mapStay, type StayRow } from "../mapping/map-stay.ts";
import type { Mapping } from "../mapping/mapping.ts";
import type { ImportError } from "../source/import-error.ts";
import { placeOf, type Row } from "../source/row.ts";
import type { Tables } from "../source/tables.ts";
import type { Draft, Drafts } from "./draft.ts";

/**
 * Stays with their events, oldest first, at the site where the person's records live. Stays at another site are left out and
 * counted: their person could not be seen there.
 */
export const draftStays = (tables: Tables, homeOf: (person: string) => string, mapping: Mapping): Drafts => {
  const eventsByStay = groupBy(tables.events, ({ value }) => value.stayId);
  const before = new Map<string, StayWithEvents[]>();
  const result = { drafts: [] as Draft[], errors: [] as ImportError[] };
  const here = tables.stays.filter(({ value }) => mapping.slugOf(value.siteId) === homeOf(value.personId));
  for (const row of [...here].sort(byBeginning)) {
    const events = eventsByStay.get(row.value.id) ?? [];
    const stays = before.get(row.value.personId) ?? [];
    before.set(row.value.personId, stays);
    addStay(row, events, { stays, site: homeOf(row.value.personId), mapping, result });
  }
  const ofOurs = new Set(here.map(({ value }) => value.id));
  const kept = tables.events.filter(({ value }) => ofOurs.has(value.stayId) && presenceFor(value)).length;
  const leftOut = { "stays at another site": tables.stays.length - here.length, events: tables.events.length - kept };
  return { ...result, leftOut };
};

type Work = {
  readonly stays: StayWithEvents[];
  readonly site: string;
  readonly mapping: Mapping;
  readonly result: { readonly drafts: Draft[]; readonly errors: ImportError[] };
};

const addStay = (row: Row<StayRow>, events: readonly Row<EventRow>[], work: Work): void => {
  const { stays, site, mapping, result } = work;
  const database = siteDatabase(site);
  const id = stayIdFor({ _id: mapping.id("person", row.value.personId), site }, stays);
  const document = mapStay(row.value, id, site, mapping);
  const stay = { _id: id, ...document.content } as Stay;
  const told = mapEvents(
    events.map(({ value }) => value),
    stay,
    mapping,
  );
  const presence = told.map(({ content }) => content as unknown as Presence);
  stays.push({ stay, events: presence });
  const at = presence[0]?.at;
  result.drafts.push({ document, database, origin: row.origin, ...(at && { at }) });
  for (const [place, event] of told.entries())
    result.drafts.push({ document: event, database, origin: row.origin, at: presence[place]?.at ?? "" });
  if (!agrees(row.value, stayStateOf(presence).status))
    result.errors.push({ ...placeOf(row.origin, ["status"]), type: "StatusDisagrees" });
};

/** A person who was transferred is out. */
const agrees = ({ status }: StayRow, folded: string): boolean => folded === (status === "transferred" ? "out" : status);

const byBeginning = (a: Row<StayRow>, b: Row<StayRow>): number => (beginning(a.value) < beginning(b.value) ? -1 : 1);

const beginning = ({ plannedFrom, checkedInAt }: StayRow): string => checkedInAt?.slice(0, 10) ?? plannedFrom ?? "";
