import type { ImportFile } from "../import/source/import-error.ts";
import groups from "./groups.json?raw";
import people from "./people.json?raw";
import sites from "./sites.json?raw";
import stays from "./stays.json?raw";
import trips from "./trips.json?raw";

/** The day in Warsaw that is "today" in the demo's files (`extract-demo.mjs`). */
export const demoDay = "2026-11-22";

/** The demo's files, in the form that an import reads; part of the bundle, so that a server needs no folder beside it. */
export const readDemoFiles = (): readonly ImportFile[] => [
  { name: "sites.json", text: sites },
  { name: "people.json", text: people },
  { name: "groups.json", text: groups },
  { name: "stays.json", text: stays },
  { name: "trips.json", text: trips },
];
