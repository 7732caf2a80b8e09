import type { CouchOptions } from "../../../server/couch/open-couch.ts";
import type { CouchClient } from "../../../server/couch-client.ts";
import { installDatabase } from "../../../server/design/install-database.ts";
import { runBy } from "../../../server/design/security.ts";
import { publicKeyOf } from "../../../server/phones/open-sealed-item.ts";
import { outboxSecret } from "../../../server/phones/outbox-secret.ts";
import { type ChangeHandler, catchUp } from "../../../server/workers/catch-up.ts";
import { sealNote } from "../../../src/device/outbox/seal-note.ts";
import { firstVersion } from "../../../src/domain/merge/next-version.ts";
import { siteDatabase, walledDatabase } from "../../../src/domain/model/databases.ts";
import type { ConfidentialNote } from "../../../src/domain/model/kinds/confidential-note.ts";
import { kinds } from "../../../src/domain/model/kinds.ts";
import { type NoteContent, noteKey } from "../../../src/domain/walls/note-content.ts";
import { site } from "./people.ts";
import type { Phone } from "./phone.ts";
import { openTestServer, type TestServer } from "./test-server.ts";

export const at = "2026-11-24T07:00:00.000Z";

/** The databases behind the walls of Medyka, which `org-1` runs. */
export const walled = ["care-medyka", "case-org-1", "protection-org-1"];

/** A server with sites that `org-1` runs, and the databases behind their walls. */
export const openWalledServer = async (
  slugs: readonly string[] = ["medyka"],
  options: Partial<CouchOptions> = {},
): Promise<TestServer> => {
  const server = await openTestServer(options);
  const ofSites = slugs.flatMap((slug) => [siteDatabase(slug), walledDatabase("care", slug)]);
  await server.install("directory", "server", ...ofSites, "case-org-1", "protection-org-1");
  for (const slug of slugs) await giveSite(server.couch, slug, "org-1");
  return server;
};

/** Gives a site to an organisation, as the directory and the provisioning worker do. */
export const giveSite = async (couch: CouchClient, slug: string, org: string): Promise<void> => {
  const content = { site: slug, name: slug, type: "shelter", orgId: `organisation:${org}`, protected: false };
  const author = { by: "eva", device: "eva1", at };
  const made = firstVersion(kinds.site, `site:${slug}`, { ...content, status: "open" }, author);
  const { body } = await couch.get<{ _rev?: string }>(`directory/site:${slug}`);
  await couch.put(`directory/site:${slug}`, { ...made, ...(body._rev && { _rev: body._rev }) });
  await installDatabase(couch, siteDatabase(slug), runBy(org));
};

/** The site's database names no organisation any more; the directory still does, so that the next provisioning gives it one. */
export const removeOrganisation = (couch: CouchClient, slug: string): Promise<void> =>
  installDatabase(couch, siteDatabase(slug), runBy(undefined));

type NoteOptions = {
  readonly personId?: string;
  /** The person to whom the box is bound, where it is another one. */
  readonly sealedTo?: string;
  readonly more?: object;
};

/** Adds a sealed note on a phone. */
export const addSealedNote = async (
  { couch }: TestServer,
  phone: Phone,
  id: string,
  content: NoteContent,
  { personId = "person:1", sealedTo, more = {} }: NoteOptions = {},
) => {
  const keys = { [noteKey]: publicKeyOf(await outboxSecret(couch), noteKey) };
  const box = await sealNote({ keys }, content, { id, site: "medyka", personId: sealedTo ?? personId });
  return phone.store.add(site, [{ kind: "sealedNote", id, content: { site: "medyka", personId, at, box, ...more } }]);
};

/** What lies behind a wall. */
export const placedIn = async (server: TestServer, database: string): Promise<readonly ConfidentialNote[]> =>
  [...(await server.documents(database))].flatMap(([id, document]) =>
    id.startsWith("_") ? [] : [document as unknown as ConfidentialNote],
  );

/** A phone syncs, workers act on everything in a database, and the phone syncs again. */
export const workOn = async (
  { couch }: TestServer,
  phones: readonly Phone[],
  acts: readonly (readonly [database: string, act: ChangeHandler])[],
): Promise<void> => {
  for (const phone of phones) await phone.sync();
  for (const [database, act] of acts) await catchUp(couch, database, "0", act);
  for (const phone of phones) await phone.sync();
};
