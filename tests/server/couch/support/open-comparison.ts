import { administrator, openExistingCouch } from "../../../support/server/couch-target.ts";
import { startCouch, type TestCouch, talkTo } from "./start-couch.ts";

/** The embedded store, or what it is compared with: the CouchDB that COUCHDB_URL names. */
export type Comparison = Pick<TestCouch, "base" | "send" | "listen" | "close"> & {
  /** Of whoever administers it, as "name:password". */
  readonly admin: string;
};

/** The CouchDB that COUCHDB_URL names, emptied; the embedded store where it names none. */
export const openComparison = async (): Promise<Comparison> => {
  const existing = await openExistingCouch();
  const admin = `${administrator.user}:${administrator.password}`;
  if (!existing) return { ...(await startCouch()), admin };
  return { base: existing.url, ...talkTo(existing.url, admin), close: existing.close, admin };
};
