import { siteDatabase } from "../../../src/domain/model/databases.ts";
import type { TestServer } from "./test-server.ts";

/** Pairs of sites that nobody uses any more, of each server. */
const spare = new WeakMap<TestServer, (readonly string[])[]>();

let pairs = 0;

/**
 * Two sites with empty databases. They are used again once they were given back: to compile the rules of a new database would
 * take a third of the time of a whole sequence.
 */
export const takeSites = async (server: TestServer): Promise<readonly string[]> => {
  const known = spare.get(server)?.pop();
  if (known) return known;
  pairs += 1;
  const slugs = [`a${pairs}`, `b${pairs}`];
  await server.install("directory", ...slugs.map(siteDatabase));
  return slugs;
};

export const giveSitesBack = async (server: TestServer, slugs: readonly string[]): Promise<void> => {
  for (const database of slugs.map(siteDatabase)) await empty(server, database);
  spare.set(server, [...(spare.get(server) ?? []), slugs]);
};

/** Leaves of a database what a new one has: nothing but its rules. */
const empty = async ({ couch, documents }: TestServer, database: string): Promise<void> => {
  const { body } = await couch.get<Changes>(`${database}/_changes?style=all_docs`);
  const people = body.results.filter(({ id }) => !id.startsWith("_design/"));
  await couch.post(
    `${database}/_purge`,
    Object.fromEntries(people.map(({ id, changes }) => [id, changes.map(({ rev }) => rev)])),
  );
  if ((await documents(database)).size > 0) throw new Error(`${database} could not be emptied`);
};

type Changes = { readonly results: readonly { readonly id: string; readonly changes: readonly { rev: string }[] }[] };
