import { contradictionsAtBoarding } from "../../../../../src/domain/attention/contradicting-events.ts";
import type { NewDocument } from "../../../../../src/domain/merge/new-document.ts";
import { deviceIn, stampOf } from "../../../../../src/domain/merge/stamps.ts";
import { siteDatabase, tripDatabase } from "../../../../../src/domain/model/databases.ts";
import type { Document } from "../../../../../src/domain/model/document.ts";
import type { Line } from "../../../../../src/domain/model/kinds/line.ts";
import type { Person } from "../../../../../src/domain/model/kinds/person.ts";
import type { Trip } from "../../../../../src/domain/model/kinds/trip.ts";
import type { Result } from "../../../../../src/domain/model/result.ts";
import { mayBegin, mayChange } from "../../../../../src/domain/rights/authority.ts";
import {
  arrive,
  board,
  correctBoarding,
  markNoShow,
  undoBoarding,
} from "../../../../../src/domain/transport/boarding.ts";
import { bookLine, cancelBooking, lineIdFor, rebook } from "../../../../../src/domain/transport/booking.ts";
import { depart } from "../../../../../src/domain/transport/depart.ts";
import { allParted, partedAtDeparture } from "../../../../../src/domain/transport/left-behind.ts";
import { allScansOf, passengerStatus } from "../../../../../src/domain/transport/passenger-status.ts";
import { publishTrip } from "../../../../../src/domain/transport/trip-plan.ts";
import { openRecords } from "../../../../../src/live/records.ts";
import { type TripView, tripOf } from "../../../../../src/live/transport/trips-view.ts";
import type { PassengerAct, TripAct } from "../commands.ts";
import { type Convoy, homeOf, liveIn, type Traveller } from "../convoy.ts";
import type { Tap } from "../ledger.ts";
import { personId } from "./people.ts";

const at = "2026-11-24T20:00:00.000Z";
const doing = ({ phone }: Traveller) => ({ by: phone.account.name, at });

/** A trip as somebody's phone shows it. */
export const viewOf = ({ slugs, trips }: Convoy, { phone }: Traveller, number: number): TripView | undefined => {
  const { databases } = phone.account;
  const records = openRecords(phone.store, databases);
  const site = [slugs[number], ...slugs].find((slug) => slug && databases.includes(siteDatabase(slug)));
  const view = tripOf(records, trips[number] ?? "", site, databases);
  records.close();
  return view;
};

export const actOnTrip = async (convoy: Convoy, traveller: Traveller, number: number, act: TripAct): Promise<void> => {
  const view = viewOf(convoy, traveller, number);
  if (!view) return;
  if (act === "publish") return void (await changeTrip(convoy, traveller, number, "status", publishTrip as never));
  const named = allParted(partedAtDeparture(view)).map(({ _id }) => _id);
  const counted = view.lines.filter((line) => passengerStatus(line, view.scans) === "boarded").length;
  const made =
    act === "depart"
      ? depart(view, { counted, reason: "it is late", named }, doing(traveller))
      : arrive(view, doing(traveller));
  await note(traveller, view, made);
};

/** Puts an account on a trip as its driver, or takes it off. */
export const changeDriver = async (
  convoy: Convoy,
  traveller: Traveller,
  number: number,
  account: string,
): Promise<void> => {
  const { phone } = traveller;
  const before = await changeTrip(convoy, traveller, number, "driverAccounts", (trip) => {
    const { driverAccounts = [] } = trip as unknown as Trip;
    const after = driverAccounts.includes(account)
      ? driverAccounts.filter((one) => one !== account)
      : [...driverAccounts, account];
    return { ok: true, value: { ...trip, driverAccounts: after } };
  });
  if (!before) return;
  const isOn = !((before as unknown as Trip).driverAccounts ?? []).includes(account);
  if (!isOn) convoy.ledger.lost(account);
  const database = siteDatabase(convoy.slugs[number] ?? "");
  const after = phone.store.rows(database).get(before._id)?.document;
  const device = deviceIn(phone.device, database);
  convoy.ledger.drives({
    trip: before._id,
    account,
    isOn,
    by: traveller.name,
    stamp: stampOf(after?.stamps.seen[device] ?? 0, device),
    seen: before.stamps.seen,
  });
};

const changeTrip = async (
  { slugs, trips }: Convoy,
  { phone }: Traveller,
  number: number,
  field: string,
  command: (before: Document) => Result<Document, unknown>,
): Promise<Document | undefined> => {
  const database = siteDatabase(slugs[number] ?? "");
  const before = liveIn(phone, database, trips[number] ?? "");
  if (!before || !mayChange(phone.account.roles, database, before, field)) return undefined;
  const changed = await phone.store.change(database, before._id, command as never);
  return changed.ok ? before : undefined;
};

/** To whom somebody is handed over, written to the trip's copy of the line or to that of the site which planned it. */
export const handOver = async (convoy: Convoy, { phone }: Traveller, number: number, person: number, copy: number) => {
  const [trip = "", site = ""] = [convoy.trips[number], convoy.slugs[number]];
  const database = copy === 0 ? tripDatabase(trip) : siteDatabase(site);
  const shown = liveIn(phone, database, lineIdFor(trip, personId(person)));
  if (!shown || !mayChange(phone.account.roles, database, shown, "handover")) return;
  const to = convoy.word();
  const changed = await phone.store.change(database, shown._id, (before: Document) => ({
    ok: true,
    value: { ...before, handover: { to } } as unknown as Document,
  }));
  if (changed.ok) convoy.ledger.wrote(shown._id, to, [(shown as unknown as Line).handover?.to]);
};

export const actOnPassenger = async (
  convoy: Convoy,
  traveller: Traveller,
  number: number,
  act: PassengerAct,
  person: number,
): Promise<void> => {
  const view = viewOf(convoy, traveller, number);
  if (!view) return;
  const line = view.lines.find(({ _id }) => _id === lineIdFor(view.trip._id, personId(person)));
  if (act === "book") return book(convoy, traveller, view, personId(person));
  if (!line) return;
  if (act === "offList") return changeLine(convoy, traveller, view, line, cancelBooking as never);
  const { status, made } = tapped(traveller, view, line, act);
  if (!status.includes(passengerStatus(line, view.scans))) return;
  await note(traveller, view, made, (scan) => convoy.ledger.tapped(tapOf(traveller, view, line, scan)));
};

const tapOf = (traveller: Traveller, view: TripView, line: Line, { id, content }: NewDocument): Tap => ({
  scan: id,
  noting: notingOf(id, deviceIn(traveller.phone.device, tripDatabase(view.trip._id))),
  trip: view.trip._id,
  line: line._id,
  event: content.event as Tap["event"],
  seen: allScansOf(line, view.scans)
    .filter((scan) => scan.event === "board")
    .flatMap(({ _id, stamps }) => Object.keys(stamps.seen).map((device) => notingOf(_id, device))),
  by: traveller.name,
});

const notingOf = (scan: string, device: string): string => `${scan} of ${device}`;

/** What the buttons at the door do, and of which passengers they are offered. */
const tapped = (traveller: Traveller, view: TripView, line: Line, act: PassengerAct) => {
  const author = doing(traveller);
  if (act === "board") return { status: ["booked"], made: board(view, line, author) };
  if (act === "unboard") return { status: ["boarded", "no_show"], made: undoBoarding(view, line, author) };
  if (act === "noShow") return { status: ["booked", "no_show"], made: markNoShow(view, line, author) };
  const [right] = contradictionsAtBoarding(line, view.scans);
  const made: Result<NewDocument, unknown> = right
    ? { ok: true, value: correctBoarding(view, line, right.event, author) }
    : { ok: false, error: {} };
  return { status: ["boarded"], made };
};

const note = async (
  { phone }: Traveller,
  view: TripView,
  made: Result<NewDocument, unknown>,
  noted: (scan: NewDocument) => void = () => {},
): Promise<void> => {
  const { database } = view;
  if (!database || !made.ok) return;
  if (!mayBegin(phone.account.roles, { database, site: view.trip.site }, "scan")) return;
  const saved = await phone.store.add(database, [made.value]);
  if (saved.ok) noted(made.value);
};

const book = async (convoy: Convoy, traveller: Traveller, view: TripView, id: string): Promise<void> => {
  const { phone } = traveller;
  const home = homeOf(traveller, convoy.slugs, id);
  const known = home && (liveIn(phone, siteDatabase(home), id) as unknown as Person);
  const place = { database: siteDatabase(view.trip.site), site: view.trip.site };
  if (!known || !mayBegin(phone.account.roles, place, "line")) return;
  const booked = bookLine(view.trip, { person: known, guard: undefined, needs: [] }, "2026-11-24");
  if (!booked.ok) return;
  const line = view.lines.find(({ _id }) => _id === booked.value.id);
  if (!line) await phone.store.add(place.database, [booked.value]);
  else if (line.status === "cancelled") await changeLine(convoy, traveller, view, line, rebook(booked.value) as never);
};

const changeLine = async (
  _: Convoy,
  { phone }: Traveller,
  { trip }: TripView,
  line: Line,
  command: (before: Document) => Result<Document, unknown>,
): Promise<void> => {
  const database = siteDatabase(trip.site);
  const before = liveIn(phone, database, line._id);
  if (before && mayChange(phone.account.roles, database, before, "status"))
    await phone.store.change(database, line._id, command as never);
};
