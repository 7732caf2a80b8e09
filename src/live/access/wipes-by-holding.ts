import { directoryDatabase } from "../../domain/model/databases.ts";
import type { Site } from "../../domain/model/kinds/site.ts";
import type { Records } from "../records.ts";

/** The document of a site, if it is here. */
export const siteNamed = (records: Records, slug: string): Site | undefined =>
  [...records.all(directoryDatabase, "site").values()].find(({ site, voided }) => site === slug && !voided);

/** Whether a coordinator of the site has switched it on that holding the lock destroys what is on a phone. */
export const wipesByHolding = (records: Records, slug: string): boolean =>
  siteNamed(records, slug)?.wipesByHolding === true;
