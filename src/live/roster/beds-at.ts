import { directoryDatabase } from "../../domain/model/databases.ts";
import type { Bed } from "../../domain/model/kinds/bed.ts";
import type { Room } from "../../domain/model/kinds/room.ts";
import type { Stay } from "../../domain/model/kinds/stay.ts";
import { bedCapacity, freePlaces } from "../../domain/roster/bed-places.ts";
import type { Records } from "../records.ts";
import { byId } from "../tables/by-id.ts";
import { grouped, listed } from "../tables/grouped.ts";
import { joined } from "../tables/joined.ts";
import { summed } from "../tables/summed.ts";
import type { Table } from "../tables/table.ts";
import { type Resident, residentsAt } from "./residents.ts";

export type BedView = { readonly bed: Bed; readonly residents: readonly Resident[] };
export type RoomView = { readonly room: Room; readonly beds: readonly BedView[] };

/** The rooms of a site in order, with their beds and who lies there. */
export const roomsAt = (records: Records, site: string): Table<readonly RoomView[]> =>
  listed(
    joined<[Room, readonly BedView[]], RoomView>(
      [records.table(directoryDatabase, "room"), records.kept(bedsByRoom, site)],
      (room, beds = []) => (room?.site === site && !room.voided ? { room, beds } : undefined),
    ),
    (a, b) => byCode(a.room, b.room),
  );

/** How many more may be given a bed now, in the rooms of a site: `get(places)`. */
export const freePlacesAt = (records: Records, site: string): Table<number> =>
  summed(
    joined<[Room, readonly BedView[]], number>(
      [records.table(directoryDatabase, "room"), records.kept(bedsByRoom, site)],
      (room, beds = []) =>
        room?.site === site && !room.voided ? beds.reduce((sum, view) => sum + freePlacesIn(view), 0) : undefined,
    ),
    (free) => [[places, free]],
  );

export const places = "places";

/** How many more may be given this bed now. */
export const freePlacesIn = ({ bed, residents }: BedView): number => freePlaces(bed, residents.length);

/** The beds that more people of a site hold than have a place in them, with their stays. */
export const overbookedAt = (records: Records, site: string): Table<readonly (readonly Stay[])[]> =>
  listed(
    joined<[Bed, readonly Resident[]], readonly Stay[]>(
      [records.table(directoryDatabase, "bed"), records.kept(residentsByBed, site)],
      (bed, residents = []) =>
        residents.length > (bed ? bedCapacity(bed) : 1) ? residents.map(({ stay }) => stay) : undefined,
    ),
    ([a], [b]) => byId(a as Stay, b as Stay),
  );

export const bedsByRoom = (records: Records, site: string): Table<readonly BedView[]> =>
  grouped(
    joined<[Bed, readonly Resident[]], BedView>(
      [records.table(directoryDatabase, "bed"), records.kept(residentsByBed, site)],
      (bed, residents = []) => (bed?.site === site && !bed.voided ? { bed, residents } : undefined),
    ),
    ({ bed }) => [bed.roomId],
    (a, b) => byCode(a.bed, b.bed),
  );

const residentsByBed = (records: Records, site: string): Table<readonly Resident[]> =>
  grouped(
    records.kept(residentsAt, site),
    ({ stay }) => [stay.bedId],
    (a, b) => byId(a.person, b.person),
  );

const byCode = (a: Room | Bed, b: Room | Bed): number => collator.compare(a.code, b.code) || byId(a, b);

const collator = new Intl.Collator("en", { numeric: true });
