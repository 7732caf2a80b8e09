import type { CouchClient } from "../couch-client.ts";

/** Whether the store answers and writes: a local document, which no phone and no replicator sees. */
export const checkStore = async (couch: CouchClient): Promise<string | undefined> => {
  const path = "directory/_local/prystan-health";
  try {
    const { body: before } = await couch.get<{ _rev?: string }>(path);
    const document = { at: new Date().toISOString(), ...(before._rev && { _rev: before._rev }) };
    const { status } = await couch.put(path, document);
    // Another server of the same store wrote in between, so it writes.
    if (status < 300 || status === 409) return undefined;
    return status === 404 ? "starting" : `store answers ${status}`;
  } catch {
    return "store does not answer";
  }
};
