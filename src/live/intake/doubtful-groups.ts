import { warsawDay } from "../../domain/dates/warsaw-time.ts";
import { countsOf } from "../../domain/intake/group-counts.ts";
import { isOnLists } from "../../domain/intake/on-lists.ts";
import type { Group } from "../../domain/model/kinds/group.ts";
import type { Person } from "../../domain/model/kinds/person.ts";
import type { FiledRecord, Records } from "../records.ts";
import { grouped } from "../tables/grouped.ts";
import { joined } from "../tables/joined.ts";
import { changesIn, openTable, type Table } from "../tables/table.ts";
import { parties } from "./parties.ts";
import { goneByGroup } from "./withdrawals.ts";

/** What lists show of a group whose own record does not tell: nothing, or the group as it stands. */
export type DoubtfulGroup = { readonly shown: Group | undefined };

/** Those joined with another, and those of whom somebody was withdrawn or is registered twice. People are read once there is such a group, and not before. */
export const doubtfulGroups = (records: Records, database: string): Table<DoubtfulGroup> => {
  const candidates = records.kept(candidatesIn, database);
  let found: { readonly rows: Table<DoubtfulGroup>; readonly changed: Set<string> } | undefined;
  const { table, put } = openTable<DoubtfulGroup>(() => {
    if (!found && candidates.rows().size > 0) {
      const rows = lookAtPeople(records, database);
      found = { rows, changed: changesIn(rows) };
    }
    if (!found) return;
    const rows = found.rows.rows();
    for (const key of found.changed) put(key, rows.get(key));
    found.changed.clear();
  });
  return table;
};

const lookAtPeople = (records: Records, database: string): Table<DoubtfulGroup> =>
  joined<[Group, readonly Person[], readonly Person[]], DoubtfulGroup>(
    [records.kept(candidatesIn, database), records.kept(parties, database), records.kept(goneByGroup, database)],
    (group, members = [], gone = []) =>
      group && { shown: isOnLists(group, members, gone) ? asItStands(group, members) : undefined },
  );

/** Who was counted in a group that was joined with another is counted there: here is who came into it since. */
const asItStands = (group: Group, members: readonly Person[]): Group =>
  group.voided ? { ...group, counts: countsOf(members, warsawDay(group.arrivedAt)) } : group;

const candidatesIn = (records: Records, database: string): Table<Group> =>
  joined<[Group, readonly FiledRecord[]], Group>(
    [records.table(database, "group"), records.kept(goneRecords, database)],
    (group, gone) => (group && (group.voided || gone) ? group : undefined),
  );

/** By group; as they lie here, without being read. */
const goneRecords = (records: Records, database: string): Table<readonly FiledRecord[]> =>
  grouped(
    records.filedWhere(isGone),
    (filed) => (filed.database === database ? [String(filed.document.groupId)] : []),
    (a, b) => (a.document._id < b.document._id ? -1 : 1),
  );

const isGone = ({ document }: FiledRecord): boolean =>
  document.kind === "person" && (document.withdrawn !== undefined || document.mergedInto !== undefined);
