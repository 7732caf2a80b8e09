import { isOnLists } from "../../domain/intake/on-lists.ts";
import type { Group } from "../../domain/model/kinds/group.ts";
import type { Person } from "../../domain/model/kinds/person.ts";
import type { FiledRecord, Records } from "../records.ts";
import { grouped } from "../tables/grouped.ts";
import { joined } from "../tables/joined.ts";
import { changesIn, openTable, type Table } from "../tables/table.ts";
import { parties } from "./parties.ts";
import { withdrawnByGroup } from "./withdrawals.ts";

/**
 * Whether groups are on the lists of which their own record does not tell: those joined with another, and those of whom somebody was withdrawn.
 * People are read once there is such a group, and not before.
 */
export const doubtfulOnLists = (records: Records, database: string): Table<boolean> => {
  const doubtful = records.kept(doubtfulGroups, database);
  let found: Found | undefined;
  const { table, put } = openTable<boolean>(() => {
    if (!found && doubtful.rows().size > 0) found = look(records, database);
    if (!found) return;
    const rows = found.table.rows();
    for (const key of found.changed) put(key, rows.get(key));
    found.changed.clear();
  });
  return table;
};

type Found = { readonly table: Table<boolean>; readonly changed: Set<string> };

const look = (records: Records, database: string): Found => {
  const table = joined<[Group, readonly Person[], readonly Person[]], boolean>(
    [records.kept(doubtfulGroups, database), records.kept(parties, database), records.kept(withdrawnByGroup, database)],
    (group, members = [], withdrawn = []) => group && isOnLists(group, members, withdrawn),
  );
  return { table, changed: changesIn(table) };
};

const doubtfulGroups = (records: Records, database: string): Table<Group> =>
  joined<[Group, readonly FiledRecord[]], Group>(
    [records.table(database, "group"), records.kept(someWithdrawn, database)],
    (group, withdrawn) => (group && (group.voided || withdrawn) ? group : undefined),
  );

/** By group; as they lie here, without being read. */
const someWithdrawn = (records: Records, database: string): Table<readonly FiledRecord[]> =>
  grouped(
    records.filedWhere(isWithdrawal),
    (filed) => (filed.database === database ? [String(filed.document.groupId)] : []),
    (a, b) => (a.document._id < b.document._id ? -1 : 1),
  );

const isWithdrawal = ({ document }: FiledRecord): boolean =>
  document.kind === "person" && document.withdrawn !== undefined;
