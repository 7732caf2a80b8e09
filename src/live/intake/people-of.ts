import { siteDatabase } from "../../domain/model/databases.ts";
import type { Person } from "../../domain/model/kinds/person.ts";
import type { Records } from "../records.ts";

export const personKinds = ["person"] as const;

/** The people of a site, by id. */
export const peopleOf = (records: Records, site: string): ReadonlyMap<string, Person> =>
  records.all(siteDatabase(site), "person");
