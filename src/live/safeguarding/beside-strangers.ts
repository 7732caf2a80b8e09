import { siteDatabase } from "../../domain/model/databases.ts";
import type { Id } from "../../domain/model/field.ts";
import type { Stay } from "../../domain/model/kinds/stay.ts";
import { isStrangerTo } from "../../domain/roster/among-strangers.ts";
import { sleeperOf } from "../../domain/roster/sleeper-of.ts";
import type { BesideStrangers, Done } from "../../domain/safeguarding/incidents.ts";
import type { Records } from "../records.ts";
import { type BedView, bedsByRoom } from "../roster/beds-at.ts";
import { knownByChild } from "../roster/known-to-children.ts";
import type { Resident } from "../roster/residents.ts";
import { grouped } from "../tables/grouped.ts";
import { joined } from "../tables/joined.ts";
import type { Table } from "../tables/table.ts";
import { mayNeedGuard } from "./guards.ts";

/** Children without a parent or guardian who lie in a room with adults who are strangers to them, by person: whoever put them there may not have known. */
export const besideStrangers = (records: Records, site: string, today: string): Table<BesideStrangers> =>
  joined<[readonly Id<"person">[], readonly SharedRoom[]], BesideStrangers>(
    [records.kept(knownByChild, siteDatabase(site), today), records.kept(roomByChild, site, today)],
    (knows, [room] = [], childId) => {
      const own = room?.residents.find(({ person }) => person._id === childId);
      if (!knows || !room || !own) return undefined;
      const child = sleeperOf(own.person, today, knows);
      const strangers = room.residents.filter(({ person }) => isStrangerTo(child, sleeperOf(person, today)));
      if (strangers.length === 0) return undefined;
      return { roomId: room.roomId, given: [bedGivenBy(own.stay), ...strangers.map(({ stay }) => bedGivenBy(stay))] };
    },
  );

type SharedRoom = { readonly roomId: Id<"room">; readonly residents: readonly Resident[] };

const roomByChild = (records: Records, site: string, today: string): Table<readonly SharedRoom[]> =>
  grouped(
    joined<[readonly BedView[]], SharedRoom>([records.kept(bedsByRoom, site)], (beds = []) => {
      const residents = beds.flatMap((view) => view.residents);
      const [first] = beds;
      return first && residents.length > 1 ? { roomId: first.bed.roomId, residents } : undefined;
    }),
    ({ residents }) =>
      residents
        .map(({ person }) => person)
        .filter((one) => mayNeedGuard(one, today))
        .map(({ _id }) => _id),
    (a, b) => (a.roomId < b.roomId ? -1 : 1),
  );

/** Who wrote the bed that is shown, and when. */
const bedGivenBy = ({ createdBy, createdAt, stamps: { base, own, edits } }: Stay): Done => {
  const [by = createdBy, at = createdAt] = edits[own?.bedId ?? base] ?? [];
  return { by, at };
};
