import type { Group } from "../../domain/model/kinds/group.ts";
import { phoneKey } from "../../domain/numbers/phone-key.ts";
import type { Records } from "../records.ts";
import { byId } from "../tables/by-id.ts";
import { grouped } from "../tables/grouped.ts";
import type { Table } from "../tables/table.ts";

/** The groups of a site by the end of their telephone number. */
export const groupsByPhone = (records: Records, database: string): Table<readonly Group[]> =>
  grouped(records.table(database, "group"), ({ phone }) => [phone && phoneKey(phone)], byId);
