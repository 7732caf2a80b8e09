import { afterAll, beforeAll, expect, test } from "vitest";
import { type Comparison, openComparison } from "../support/open-comparison.ts";

/**
 * The names that CouchDB 3.5 has for what is malformed, as it answers (`npm run test:couchdb` asks it row by row) and its source says them:
 * `mango_error.erl` and `mango_opts.erl` for `_find` and `_index`, `couch_mrview_http.erl` for `_all_docs`, `chttpd_db.erl` and
 * `couch_changes.erl` for `_changes`, `chttpd_auth_request.erl` for paths of the server.
 */
const isReal = process.env.COUCHDB_URL !== undefined;
let couch: Comparison;
beforeAll(async () => {
  couch = await openComparison();
  await couch.send("PUT", "/_users/org.couchdb.user:anna", {
    body: { name: "anna", type: "user", roles: [], password: "right" },
  });
  await couch.send("PUT", "/a");
  await couch.send("PUT", "/a/_security", { body: { members: { names: ["anna"] } } });
  const design = {
    views: { mine: { map: "function (doc) { emit(doc._id); }" } },
    filters: { mine: "function () { return true; }" },
    shows: { mine: "function () { return ''; }" },
    updates: { mine: "function () { return [null, '']; }" },
  };
  await couch.send("PUT", "/a/_design/code", { body: design });
});
afterAll(() => couch.close());

type Asked = readonly [method: string, path: string, body: unknown];
type Row = readonly [asked: Asked, status: number, error: string, reason?: string];

const get = (path: string): Asked => ["GET", path, undefined];
const post = (path: string, body: unknown): Asked => ["POST", path, body];
const find = (question: object): Asked => post("/a/_find", { selector: {}, ...question });
const index = (definition: object): Asked => post("/a/_index", { index: { fields: ["x"] }, ...definition });

const ofFind: readonly Row[] = [
  [post("/a/_find", {}), 400, "missing_required_key", "Missing required key: selector"],
  [find({ selector: 7 }), 400, "invalid_selector_json", "Selector must be a JSON object, not: 7"],
  [find({ selector: null }), 400, "invalid_selector_json"],
  [find({ selector: ["x"] }), 400, "invalid_selector_json"],
  [find({ selector: { x: { $unheard: 1 } } }), 400, "invalid_operator", "Invalid operator: $unheard"],
  [find({ selector: { $where: "x" } }), 400, "not_supported", "Unsupported operator: $where"],
  [find({ selector: { x: { $in: 1 } } }), 400, "bad_arg", "Bad argument for operator $in: 1"],
  [find({ selector: { $and: {} } }), 400, "bad_arg"],
  [find({ selector: { $not: [1] } }), 400, "bad_arg"],
  [find({ selector: { x: { $elemMatch: 1 } } }), 400, "bad_arg"],
  [find({ selector: { x: { $allMatch: 1 } } }), 400, "bad_arg"],
  [find({ selector: { x: { $keyMapMatch: 1 } } }), 400, "bad_arg"],
  [find({ selector: { x: { $exists: 1 } } }), 400, "bad_arg"],
  [find({ selector: { x: { $size: -1 } } }), 400, "bad_arg"],
  [find({ selector: { x: { $mod: [1.5, 2] } } }), 400, "bad_arg"],
  [find({ selector: { x: { $type: 1 } } }), 400, "bad_arg"],
  [find({ selector: { x: { $mod: [2, 0, 1] } } }), 400, "bad_arg"],
  [find({ selector: { x: { $regex: "(" } } }), 400, "bad_arg"],
  [find({ selector: { x: { $regex: 7 } } }), 400, "invalid_operator", "Invalid operator: $regex"],
  [find({ selector: { x: { $beginsWith: 7 } } }), 400, "invalid_operator"],
  [find({ limit: -1 }), 400, "invalid_non_neg_integer", "-1 is not an integer greater than or equal to zero"],
  [find({ limit: "5" }), 400, "invalid_non_neg_integer"],
  [find({ skip: 1.5 }), 400, "invalid_non_neg_integer"],
  [find({ sort: "x" }), 400, "invalid_sort_json"],
  [find({ sort: { x: "asc" } }), 400, "invalid_sort_json"],
  [find({ sort: [7] }), 400, "invalid_sort_field", "Invalid sort field: 7"],
  [find({ sort: [""] }), 400, "invalid_sort_field"],
  [find({ sort: [{ x: "up" }] }), 400, "invalid_sort_field"],
  [find({ sort: [{ x: "asc", y: "asc" }] }), 400, "invalid_sort_field"],
  [find({ sort: [{ x: "asc" }, { y: "desc" }] }), 400, "unsupported_mixed_sort"],
  [find({ sort: ["nowhere"] }), 400, "no_usable_index"],
  [find({ fields: "x" }), 400, "invalid_fields"],
  [find({ fields: {} }), 400, "invalid_fields"],
  [find({ fields: ["x", 7] }), 400, "invalid_field", "Invalid JSON for field spec: 7"],
  [find({ bookmark: "no bookmark" }), 400, "invalid_bookmark", 'Invalid bookmark value: "no bookmark"'],
  [find({ use_index: 7 }), 400, "invalid_index_name"],
  [find({ use_index: ["a", "b", "c"] }), 400, "invalid_index_name"],
  [find({ use_index: "a/b/c" }), 400, "invalid_index_name"],
  [find({ r: 0 }), 400, "invalid_pos_integer", "0 is not an integer greater than zero"],
  [find({ conflicts: "true" }), 400, "invalid_boolean"],
  [find({ update: 1 }), 400, "invalid_boolean"],
  [find({ stable: null }), 400, "invalid_boolean"],
  [find({ execution_stats: "yes" }), 400, "invalid_boolean", 'Invalid boolean value: "yes"'],
  [find({ allow_fallback: 0 }), 400, "invalid_boolean"],
  [find({ filter: {} }), 400, "invalid_key", "Invalid key filter for this request."],
  [post("/a/_find", "no JSON"), 400, "bad_request", "invalid UTF-8 JSON"],
  [post("/a/_explain", { selector: {}, limit: -1 }), 400, "invalid_non_neg_integer"],
];

const ofIndex: readonly Row[] = [
  [post("/a/_index", {}), 400, "missing_required_key", "Missing required key: index"],
  [index({ index: 7 }), 400, "invalid_index"],
  [index({ index: {} }), 400, "missing_required_key", "Missing required key: fields"],
  [index({ index: { fields: "x" } }), 400, "invalid_sort_json"],
  [index({ index: { fields: [7] } }), 400, "invalid_sort_field"],
  [index({ index: { fields: [{ x: "asc" }, { y: "desc" }] } }), 400, "unsupported_mixed_sort"],
  [index({ index: { fields: ["x"], more: 1 } }), 400, "invalid_key", "Invalid key more for this request."],
  [index({ index: { fields: ["x"], partial_filter_selector: 7 } }), 400, "invalid_selector_json"],
  [index({ index: { fields: ["x"], partial_filter_selector: { x: { $unheard: 1 } } } }), 400, "invalid_operator"],
  [index({ type: "geo" }), 400, "invalid_index", "Invalid type for index: geo"],
  [index({ type: 7 }), 400, "invalid_string"],
  [index({ type: "text" }), 503, "required index service unavailable", "text"],
  [index({ type: "nouveau" }), 503, "required index service unavailable", "nouveau"],
  [index({ name: "" }), 400, "invalid_empty_string", "Index name or ddoc cannot be empty string"],
  [index({ name: 7 }), 400, "invalid_string", "Invalid string: 7"],
  [index({ ddoc: "" }), 400, "invalid_empty_string"],
  [index({ ddoc: ["x"] }), 400, "invalid_string"],
  [index({ w: 0 }), 400, "invalid_pos_integer"],
  [index({ more: 1 }), 400, "invalid_key"],
  [get("/a/_index?limit=0"), 500, "invalid_list_index_params", "Index parameter ranges: limit > 1, skip > 0"],
  [get("/a/_index?skip=x"), 500, "invalid_list_index_params"],
];

const ofAllDocs: readonly Row[] = [
  [get("/a/_all_docs?descending=yes"), 400, "query_parse_error", 'Invalid boolean parameter: "yes"'],
  [get("/a/_all_docs?include_docs=1"), 400, "query_parse_error"],
  [get("/a/_all_docs?conflicts="), 400, "query_parse_error", "Invalid boolean parameter: []"],
  [get("/a/_all_docs?limit=x"), 400, "query_parse_error", 'Invalid value for integer: "x"'],
  [get("/a/_all_docs?skip=-1"), 400, "query_parse_error", 'Invalid value for positive integer: "-1"'],
  [get("/a/_all_docs?stale=maybe"), 400, "query_parse_error", "Invalid value for `stale`."],
  [get("/a/_all_docs?update=maybe"), 400, "query_parse_error", "Invalid value for `update`."],
  [get("/a/_all_docs?stable=maybe"), 400, "query_parse_error", "Invalid value for `stable`."],
  [get("/a/_all_docs?startkey=x"), 400, "bad_request", "invalid UTF-8 JSON"],
  [get("/a/_all_docs?keys=7"), 400, "bad_request", "`keys` parameter must be an array."],
  [get("/a/_all_docs?keys=null"), 400, "bad_request", "`keys` parameter must be an array."],
  [post("/a/_all_docs", { keys: "x" }), 400, "bad_request", "`keys` body member must be an array."],
  [post("/a/_all_docs", { keys: null }), 400, "bad_request", "`keys` body member must be an array."],
  [
    post("/a/_all_docs?startkey=%22x%22", { keys: ["x", "y"] }),
    400,
    "query_parse_error",
    "`keys` is incompatible with `key`, `start_key` and `end_key`",
  ],
  [post("/a/_all_docs", { limit: "x" }), 400, "query_parse_error"],
  [post("/a/_all_docs/queries", {}), 400, "bad_request", "POST body must include `queries` parameter."],
  [post("/a/_all_docs/queries", { queries: 7 }), 400, "bad_request", "`queries` member must be an array."],
  [
    post("/a/_all_docs/queries", { queries: [{ skip: -1 }] }),
    400,
    "query_parse_error",
    "Invalid value for positive integer: -1",
  ],
];

/** CouchDB fails at them: 500, `unknown_error`. */
const ofFailures: readonly Row[] = [
  [get("/a/_changes?limit=x"), 400, "bad_request", "The limit parameter should be a non-negative integer"],
  [get("/a/_changes?timeout=x"), 400, "bad_request", "The timeout parameter should be a non-negative integer"],
];

const ofChanges: readonly Row[] = [
  [
    get("/a/_changes?heartbeat=0"),
    400,
    "bad_request",
    "The heartbeat value should be a positive integer (in milliseconds).",
  ],
  [
    get("/a/_changes?heartbeat=x"),
    400,
    "bad_request",
    "Invalid heartbeat value. Expecting a positive integer value (in milliseconds).",
  ],
  [get("/a/_changes?seq_interval=0"), 400, "bad_request", "invalid_seq_interval"],
  [get("/a/_changes?seq_interval=x"), 400, "bad_request", "invalid_seq_interval"],
  [
    get("/a/_changes?feed=x"),
    400,
    "bad_request",
    "Supported `feed` types: normal, continuous, live, longpoll, eventsource",
  ],
  [get("/a/_changes?filter=_unheard"), 400, "bad_request", "unknown builtin filter name"],
  [get("/a/_changes?filter=one"), 400, "bad_request", "`filter` must be of the form `designname/filtername`"],
  [get("/a/_changes?filter=a/b/c"), 400, "bad_request", "`filter` must be of the form `designname/filtername`"],
  [get("/a/_changes?filter=none/mine"), 404, "not_found", "missing"],
  [get("/a/_changes?filter=code/none"), 404, "not_found", "missing json key: none"],
  [get("/a/_changes?filter=_view"), 400, "bad_request", "`view` filter parameter is not provided."],
  [get("/a/_changes?filter=_view&view=none/mine"), 404, "not_found", "missing"],
  [get("/a/_changes?filter=_doc_ids"), 400, "bad_request", "`doc_ids` filter parameter is not a list of doc ids."],
  [post("/a/_changes?filter=_doc_ids", { doc_ids: [7] }), 400, "bad_request"],
  [get("/a/_changes?filter=_selector"), 400, "bad_request", "Selector must be specified in POST payload"],
  [post("/a/_changes?filter=_selector", {}), 400, "bad_request", "Selector error: expected a JSON object"],
  [
    post("/a/_changes?filter=_selector", { selector: { x: { $unheard: 1 } } }),
    400,
    "bad_request",
    "Invalid operator: $unheard",
  ],
];

/** CouchDB runs them; here they are refused by what is true of them. */
const ofFunctions: readonly Row[] = [
  [get("/a/_changes?filter=code/mine"), 501, "not_implemented"],
  [get("/a/_changes?filter=_view&view=code/mine"), 501, "not_implemented"],
  [get("/a/_design/code/_view/mine"), 501, "not_implemented"],
  [post("/a/_design/code/_view/mine", { keys: ["x"] }), 501, "not_implemented"],
  [post("/a/_design/code/_view/mine/queries", { queries: [] }), 501, "not_implemented"],
  [get("/a/_design/code/_show/mine/x"), 501, "not_implemented"],
  [post("/a/_design/code/_update/mine", {}), 501, "not_implemented"],
];
const ofNoFunctions: readonly Row[] = [
  [get("/a/_design/code/_view/none"), 404, "not_found", "missing_named_view"],
  [get("/a/_design/none/_view/mine"), 404, "not_found", "missing"],
  [get("/a/_design/code/_view/mine/queries"), 405, "method_not_allowed", "Only POST allowed"],
];

const noAdmin = "You are not a server admin.";
const noDatabaseAdmin = "You are not a server or db admin.";
const noMetrics = "You are not a server admin or read-only metrics user";
const ofServer: readonly Row[] = [
  [get("/_all_dbs"), 401, "unauthorized", noAdmin],
  [post("/_all_dbs", {}), 401, "unauthorized", noAdmin],
  [get("/_dbs_info"), 401, "unauthorized", noAdmin],
  [get("/_db_updates"), 401, "unauthorized", noAdmin],
  [get("/_active_tasks"), 401, "unauthorized", noAdmin],
  [post("/_active_tasks", {}), 405, "method_not_allowed", "Only GET,HEAD allowed"],
  [get("/_node/_local"), 401, "unauthorized", noAdmin],
  [get("/_node/_local/_config"), 401, "unauthorized", noAdmin],
  [get("/_node/_local/_config/admins"), 401, "unauthorized", noAdmin],
  [["PUT", "/_node/_local/_config/admins/eve", '"x"'], 401, "unauthorized", noAdmin],
  [get("/_node/_local/_stats"), 401, "unauthorized", noMetrics],
  [get("/_node/_local/_system"), 401, "unauthorized", noMetrics],
  [get("/_node/_local/_prometheus"), 401, "unauthorized", noMetrics],
  [get("/_scheduler/jobs"), 401, "unauthorized", noAdmin],
  [get("/_scheduler/docs"), 401, "unauthorized", noAdmin],
  [get("/_reshard"), 401, "unauthorized", noAdmin],
  [get("/_membership"), 401, "unauthorized", noAdmin],
  [post("/_cluster_setup", {}), 401, "unauthorized", noAdmin],
  [get("/_users/_all_docs"), 401, "unauthorized", noAdmin],
  [get("/_users/_changes"), 401, "unauthorized", noAdmin],
  [["PUT", "/new", undefined], 401, "unauthorized", noAdmin],
  [["DELETE", "/a", undefined], 401, "unauthorized", noAdmin],
  [post("/a/_purge", {}), 401, "unauthorized", noAdmin],
  [post("/a/_compact", {}), 401, "unauthorized", noDatabaseAdmin],
];

const check = async ([[method, path, body], status, error, reason]: Row, as?: string): Promise<void> => {
  const answer = await couch.send(method, path, { body, ...(as !== undefined && { as }) });
  expect([answer.status, answer.body.error]).toEqual([status, error]);
  // What a body held is quoted as it came here, by CouchDB as Erlang prints it.
  if (reason !== undefined) expect(answer.body.reason).toContain(isReal && body ? reason.split('"')[0] : reason);
};

const named = (rows: readonly Row[]): [string, Row][] =>
  rows.map((row) => [`${row[0][0]} ${row[0][1]} ${JSON.stringify(row[0][2]) ?? ""}`, row]);

test.each(named([...ofFind, ...ofIndex]))("Malformed, of Mango: %s", async (_, row) => check(row));
test.each(named([...ofAllDocs, ...ofChanges]))("Malformed, of a list: %s", async (_, row) => check(row));
test.skipIf(isReal).each(named(ofFailures))("Malformed, where CouchDB fails: %s", async (_, row) => check(row));
test.each(named(ofNoFunctions))("No function of a design document: %s", async (_, row) => check(row));
test.skipIf(isReal).each(named(ofFunctions))("A function of a design document: %s", async (_, row) => check(row));
test.each(named(ofServer))("An account at what is the server's own: %s", async (_, row) => check(row, "anna:right"));
test.each(named(ofServer.filter(([, status, , reason]) => status === 401 && reason !== noDatabaseAdmin)))(
  "Nobody at what is the server's own: %s",
  async (_, row) => check(row, ""),
);

test("What is well formed is taken, in every spelling that CouchDB takes", async () => {
  const question = {
    selector: {},
    use_index: "_design/code/mine",
    bookmark: null,
    sort: [],
    fields: [],
    stale: "ok",
    r: 1,
    conflicts: true,
    allow_fallback: true,
  };
  expect((await couch.send("POST", "/a/_find", { body: question })).status).toBe(200);
  for (const query of ["descending=TRUE", "stale=ok&update=lazy", "limit=5&skip=0", "keys=[]&startkey=%22x%22"])
    expect([query, (await couch.send("GET", `/a/_all_docs?${query}`)).status]).toEqual([query, 200]);
  const { body } = await couch.send("POST", "/a/_all_docs?limit=0", { body: { limit: 5 } });
  expect(body.rows).toEqual([]);
});

test("`_all_docs` of keys comes in their order, backwards where it is descending, and is cut only then", async () => {
  const docs = ["k1", "k2", "k3"].map((_id) => ({ _id }));
  await couch.send("POST", "/a/_bulk_docs", { body: { docs } });
  const keys = ["k3", "none", "k1", "k2", "k1"];
  const rows = async (query: string, more: object = {}) =>
    (await couch.send("POST", `/a/_all_docs?${query}`, { body: { keys, ...more } })).body.rows.map(
      ({ key }: { key: string }) => key,
    );
  expect(await rows("")).toEqual(keys);
  expect(await rows("descending=true")).toEqual(["k1", "k2", "k1", "none", "k3"]);
  expect(await rows("", { descending: true })).toEqual(["k1", "k2", "k1", "none", "k3"]);
  expect(await rows("descending=true&skip=1&limit=2")).toEqual(["k2", "k1"]);
  const one = await couch.send("GET", `/a/_all_docs?descending=true&keys=${encodeURIComponent('["k2","k3"]')}`);
  expect(one.body.rows.map(({ id }: { id: string }) => id)).toEqual(["k3", "k2"]);
});

test("A session that holds counts whatever password stands beside it; one that does not leaves it to the password", async () => {
  const credentials = { name: "anna", password: "right" };
  const { headers } = await couch.send("POST", "/_session", { body: credentials, as: "" });
  const cookie = headers.getSetCookie()[0]?.split(";")[0] ?? "";
  const who = async (as: string, sent: string) => {
    const { status, body } = await couch.send("GET", "/_session", { as, headers: { cookie: sent } });
    return [status, body.userCtx?.name, body.info?.authenticated];
  };
  expect(await who("anna:wrong", cookie)).toEqual([200, "anna", "cookie"]);
  expect(await who(couch.admin, cookie)).toEqual([200, "anna", "cookie"]);
  // CouchDB refuses whatever comes with a cookie of no known kind: 400.
  const forged = isReal ? "AuthSession=" : "AuthSession=forged";
  expect(await who(couch.admin, forged)).toEqual([200, couch.admin.split(":")[0], "default"]);
  expect((await who("anna:wrong", forged))[0]).toBe(401);
});
