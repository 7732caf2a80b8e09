import type { Group } from "../../domain/model/kinds/group.ts";
import { lastDigits, phoneKeys } from "../../domain/numbers/phone-key.ts";
import type { Records } from "../records.ts";
import { byId } from "../tables/by-id.ts";
import { grouped } from "../tables/grouped.ts";
import type { Table } from "../tables/table.ts";

/** The groups of a site by each of their telephone numbers, and by its last digits. */
export const groupsByPhone = (records: Records, database: string): Table<readonly Group[]> =>
  grouped(
    records.table(database, "group"),
    ({ phone }) => (phone ? phoneKeys(phone).flatMap((key) => [key, lastDigits(key)]) : []),
    byId,
  );
