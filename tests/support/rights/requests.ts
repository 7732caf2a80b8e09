/** One request that is fired at the server by everybody. `path` starts below `/db/`. */
export type Shot = { readonly method: string; readonly path: string; readonly body?: object };

/** Every way to read something out of a database, plain and disguised; `id` is a document in it. */
export const readings = (database: string, id: string): readonly Shot[] => {
  const name = encodeURIComponent(id);
  const get = (path: string): Shot => ({ method: "GET", path: `${database}${path}` });
  const post = (path: string, body: object): Shot => ({ method: "POST", path: `${database}${path}`, body });
  return [
    get(""),
    get("/_all_docs"),
    get("/_all_docs?include_docs=true"),
    get("/_digests"),
    get("/_digests/?of=1&buckets=0"),
    get("/_all_docs?include_docs=true&conflicts=true&update_seq=true"),
    post("/_all_docs?include_docs=true", { keys: [id] }),
    get("/_changes?include_docs=true"),
    get("/_changes?style=all_docs&since=0&limit=1&include_docs=true"),
    get("/_changes?feed=longpoll&since=0&timeout=100&include_docs=true"),
    get("/_changes?feed=continuous&since=0&timeout=1&limit=1&include_docs=true"),
    post("/_changes?filter=_doc_ids&include_docs=true", { doc_ids: [id] }),
    post("/_changes?filter=_selector&include_docs=true", { selector: { _id: id } }),
    post("/_find", { selector: { _id: { $gt: null } }, limit: 1 }),
    post("/_explain", { selector: { _id: { $gt: null } } }),
    post("/_bulk_get?revs=true", { docs: [{ id }] }),
    post("/_revs_diff", { [id]: ["1-x"] }),
    get(`/${name}`),
    get(`/${name}?revs=true&conflicts=true`),
    get(`/${name}?open_revs=all`),
    get(`/${name.replace("%3A", ":")}`),
    get("/_design/prystan"),
    get("/_design%2Fprystan"),
    get("/_design_docs?include_docs=true"),
    get("/_security"),
    get("/_index"),
    get("/_local_docs"),
    get("/_revs_limit"),
    { method: "GET", path: `${database.replace("-", "%2D")}/_all_docs?include_docs=true` },
    { method: "GET", path: `%${database.charCodeAt(0).toString(16)}${database.slice(1)}/_all_docs?include_docs=true` },
  ];
};

/** What nobody but the server's administrator may do, whatever else they may. */
export const forAdministrators = (database: string, id: string): readonly Shot[] => [
  { method: "PUT", path: `${database}/_design/own`, body: { validate_doc_update: "function () {}" } },
  { method: "PUT", path: `${database}/_design%2Fown`, body: { validate_doc_update: "function () {}" } },
  { method: "POST", path: `${database}/_bulk_docs`, body: { docs: [{ _id: "_design/own", views: {} }] } },
  { method: "DELETE", path: `${database}/_design/prystan?rev=1-x` },
  { method: "PUT", path: `${database}/_security`, body: { members: { roles: [], names: [] } } },
  { method: "POST", path: `${database}/_purge`, body: { [id]: ["1-x"] } },
  { method: "PUT", path: `${database}/_revs_limit`, body: {} },
  { method: "POST", path: `${database}/_compact` },
  { method: "POST", path: `${database}/_view_cleanup` },
  { method: "DELETE", path: database },
  { method: "PUT", path: `${database}-own` },
  { method: "PUT", path: "site-own" },
];

/** The server itself: accounts, lists of databases, configuration. */
export const serverWide: readonly Shot[] = [
  { method: "GET", path: "_all_dbs" },
  { method: "POST", path: "_dbs_info", body: { keys: ["directory"] } },
  { method: "GET", path: "_db_updates?timeout=100" },
  { method: "GET", path: "_active_tasks" },
  { method: "GET", path: "_node/_local/_config" },
  { method: "GET", path: "_node%2F_local%2F_config" },
  { method: "GET", path: "_node/_local/_stats" },
  { method: "GET", path: "_membership" },
  { method: "GET", path: "_scheduler/jobs" },
  { method: "POST", path: "_replicate", body: { source: "site-medyka", target: "own" } },
  { method: "GET", path: "_replicator/_all_docs" },
  { method: "GET", path: "_users" },
  { method: "GET", path: "_users/_all_docs?include_docs=true" },
  { method: "GET", path: "%5Fusers/_all_docs?include_docs=true" },
  { method: "GET", path: "_users/_changes?include_docs=true" },
  { method: "POST", path: "_users/_find", body: { selector: { _id: { $gt: null } } } },
  { method: "POST", path: "_users/_bulk_get", body: { docs: [{ id: "org.couchdb.user:test-coordinator" }] } },
  { method: "GET", path: "_users/org.couchdb.user%3Atest-coordinator" },
  {
    method: "PUT",
    path: "_users/org.couchdb.user%3Atest-own",
    body: { _id: "org.couchdb.user:test-own", type: "user", name: "test-own", password: "x", roles: ["coordinator"] },
  },
  {
    method: "POST",
    path: "_users/_bulk_docs",
    body: { docs: [{ _id: "org.couchdb.user:test-own", type: "user", name: "test-own", password: "x", roles: [] }] },
  },
];
