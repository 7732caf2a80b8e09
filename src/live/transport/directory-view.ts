import { directoryDatabase } from "../../domain/model/databases.ts";
import type { Driver } from "../../domain/model/kinds/driver.ts";
import type { Site } from "../../domain/model/kinds/site.ts";
import type { Vehicle } from "../../domain/model/kinds/vehicle.ts";
import type { Records } from "../records.ts";
import { byId } from "../tables/by-id.ts";

export type DirectoryView = {
  readonly vehicles: readonly Vehicle[];
  readonly drivers: readonly Driver[];
  readonly sites: readonly Site[];
};

/** What every account may look up to plan a trip; what was voided is left out. */
export const directoryOf = (records: Records): DirectoryView => ({
  vehicles: valid(records.all(directoryDatabase, "vehicle")).sort((a, b) =>
    a.plate < b.plate ? -1 : Number(a.plate > b.plate),
  ),
  drivers: valid(records.all(directoryDatabase, "driver")),
  sites: valid(records.all(directoryDatabase, "site")),
});

const valid = <D extends { readonly _id: string; readonly voided?: string }>(documents: ReadonlyMap<string, D>): D[] =>
  [...documents.values()].filter(({ voided }) => !voided).sort(byId);
