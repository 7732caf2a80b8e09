/** Endpoints of the server itself that phones, replicators and our own workers use. Everything else of CouchDB's stays inside. */
const served: ReadonlySet<string> = new Set([
  "_session",
  "_up",
  "_uuids",
  "_all_dbs",
  "_db_updates",
  "_active_tasks",
  "_users",
]);

/**
 * Whether `/db` hands a path on. Fauxton (`_utils`), `_node`, `_config`, `_replicate`, `_replicator`, `_cluster_setup` and whatever
 * a later CouchDB may add are not reachable from outside, for nobody: whoever administers a CouchDB does it on its own port.
 */
export const isReachable = (path: string): boolean => {
  const segments = path.split("/").filter((segment) => segment !== "");
  if (segments.some((segment) => /^(\.|%2e){1,2}$/i.test(segment))) return false;
  const [first = ""] = segments;
  const name = decoded(first);
  return name !== undefined && (!name.startsWith("_") || served.has(name));
};

const decoded = (segment: string): string | undefined => {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
};
