import { installDatabase } from "../../../server/design/install-database.ts";
import { firstVersion } from "../../../src/domain/merge/next-version.ts";
import type { Document } from "../../../src/domain/model/document.ts";
import { kinds } from "../../../src/domain/model/kinds.ts";
import { type CouchTarget, openCouchTarget } from "../server/couch-target.ts";
import { type Person, signEverybodyIn } from "./accounts.ts";
import type { Shot } from "./requests.ts";

/** A server with every type of database, a document with a telltale word in each, and everybody signed in. */
export type RightsServer = CouchTarget & {
  fire(person: Person, shot: Shot): Promise<{ readonly status: number; readonly text: string }>;
};

export const databases = [
  "directory",
  "site-medyka",
  "site-przemysl",
  "trip-1",
  "trip-2",
  "case-org-1",
  "case-org-2",
  "care-medyka",
  "care-przemysl",
  "protection-org-1",
  "protection-org-2",
] as const;

export const idIn = (database: string): string => `person:in-${database}`;
/** Stands in the document of that database and nowhere else. */
export const tellTale = (database: string): string => `telltale-of-${database}`;

/** Written out by hand, so that it says what architecture 5 says, whatever `security.ts` comes to. */
const reads: Readonly<Record<Person, readonly string[]>> = {
  nobody: [],
  "somebody invited": [],
  "an account without a task": ["directory"],
  "volunteer of medyka": ["directory", "site-medyka"],
  "volunteer of przemysl": ["directory", "site-przemysl"],
  "lead of medyka": ["directory", "site-medyka"],
  "lead of przemysl": ["directory", "site-przemysl"],
  "driver of trip 1": ["directory", "trip-1"],
  "driver of trip 2": ["directory", "trip-2"],
  coordinator: ["directory", "site-medyka", "site-przemysl"],
  "coordinator on trip 1": ["directory", "site-medyka", "site-przemysl", "trip-1"],
  "care worker of medyka": ["directory", "care-medyka"],
  "case worker of org-1": ["directory", "case-org-1"],
  "protection officer of org-1": ["directory", "protection-org-1"],
};

export const mayRead = (person: Person, database: string): boolean => reads[person].includes(database);

export const openRights = async (options: { readonly viaFront: boolean }): Promise<RightsServer> => {
  const target = await openCouchTarget(options);
  for (const database of databases) {
    await installDatabase(target.couch, database);
    await target.couch.put(`${database}/${encodeURIComponent(idIn(database))}`, aPersonIn(database));
  }
  const headers = await signEverybodyIn(target);
  return {
    ...target,
    fire: async (person, { method, path, body }) => {
      const answer = await fetch(`${target.base}/${path}`, {
        method,
        headers: headers.get(person) ?? {},
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      return { status: answer.status, text: await answer.text() };
    },
  };
};

const aPersonIn = (database: string): Document =>
  firstVersion(
    kinds.person,
    idIn(database),
    { site: "medyka", recordState: "quick", givenName: tellTale(database) },
    { by: "server", device: "server", at: "2026-11-24T08:00:00.000Z" },
  );
