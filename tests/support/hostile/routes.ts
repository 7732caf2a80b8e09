import { readFileSync } from "node:fs";
import { keyOfRound } from "./hostile-content.ts";

const screens = ["screens", "roster-screens", "transport-screens", "attention-routes"];

/** The path of every screen there is, as the app's own source says. */
export const routes = (): readonly string[] => [
  ...new Set(
    screens
      .flatMap((name) => [...readFileSync(`src/app/routes/${name}.tsx`, "utf8").matchAll(/path="([^"]+)"/g)])
      .flatMap(([, path = ""]) => (path.endsWith("*?") ? [] : [path])),
  ),
];

/** The address of a screen for the records of one round; a screen with a place that is not known here is an error. */
export const addressOf = (route: string, site: string, round: number): string =>
  // What may be left out of an address is left out.
  route.replace(/\/:[a-z]+\?/g, "").replace(/:([a-z]+)/g, (_, name: string) => {
    if (name === "database") return `site-${site}`;
    if (name === "id") return `${kindsOfRecords[round % kindsOfRecords.length]}:${keyOfRound(round)}`;
    if (name === "key") return keyOfRound(round);
    throw new Error(`nobody knows what to put for :${name} in ${route}`);
  });

const kindsOfRecords = ["person", "group", "stay", "presence", "roll-call", "trip", "line"];
