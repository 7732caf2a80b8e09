import type { NewDocument } from "../../../src/domain/merge/new-document.ts";
import { directoryDatabase } from "../../../src/domain/model/databases.ts";
import { mapDriver } from "../mapping/map-driver.ts";
import { mapOrganisation } from "../mapping/map-organisation.ts";
import { mapSite } from "../mapping/map-site.ts";
import { mapVehicle } from "../mapping/map-vehicle.ts";
import type { Mapping } from "../mapping/mapping.ts";
import type { Row } from "../source/row.ts";
import type { Tables } from "../source/tables.ts";
import type { Drafts } from "./draft.ts";

/** What every account may read: organisations, sites with rooms and beds, drivers, vehicles. `on` is today in the files. */
export const draftPlaces = (tables: Tables, mapping: Mapping, on: string): Drafts => {
  const inDirectory = <T>(rows: readonly Row<T>[], map: (row: T) => readonly NewDocument[]) =>
    rows.flatMap(({ value, origin }) =>
      map(value).map((document) => ({ document, database: directoryDatabase, origin })),
    );
  return {
    drafts: [
      ...inDirectory(tables.organisations, (row) => [mapOrganisation(row, mapping)]),
      ...inDirectory(tables.sites, (row) => mapSite(row, mapping, on)),
      ...inDirectory(tables.vehicles, (row) => [mapVehicle(row, mapping)]),
      ...inDirectory(tables.drivers, (row) => [mapDriver(row, mapping)]),
    ],
    errors: [],
    leftOut: {},
  };
};
