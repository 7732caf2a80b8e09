import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openLockout } from "../../../../server/couch/accounts/lockout.ts";
import { startCouch, type TestCouch } from "../support/start-couch.ts";

/** How many rounds each check of a password took. */
const checks = vi.hoisted(() => [] as unknown[]);
vi.mock("../../../../server/couch/accounts/passwords.ts", async (original) => {
  const real = await original<typeof import("../../../../server/couch/accounts/passwords.ts")>();
  const fitsPassword: typeof real.fitsPassword = (password, record) => {
    checks.push(record.iterations);
    return real.fitsPassword(password, record);
  };
  return { ...real, fitsPassword };
});

let couch: TestCouch;
beforeEach(async () => {
  couch = await startCouch({ sessionSeconds: 10 });
});
afterEach(async () => {
  vi.useRealTimers();
  await couch.close();
});

const ANNA = "/_users/org.couchdb.user:anna";
const addAnna = (roles: string[] = ["lead"]) =>
  couch.send("PUT", ANNA, {
    body: { _id: "org.couchdb.user:anna", type: "user", name: "anna", roles, password: "secret" },
  });

const logIn = async (password = "secret") =>
  couch.send("POST", "/_session", { as: "", body: { name: "anna", password } });

test("A session cookie belongs to the prefix, is out of reach of scripts and other sites, and lasts a shift", async () => {
  vi.useFakeTimers({ toFake: ["Date"] }); // it is renewed as it ages
  await addAnna();
  const cookie = (await logIn()).headers.get("set-cookie") ?? "";
  const attributes = cookie.split("; ").slice(1);
  expect(attributes).toEqual(expect.arrayContaining(["Path=/db", "HttpOnly", "SameSite=Strict", "Max-Age=10"]));
  const who = await couch.send("GET", "/_session", { as: "", headers: { cookie } });
  expect(who.body.userCtx).toEqual({ name: "anna", roles: ["lead"] });
  expect(who.headers.get("set-cookie")).toBeNull();
});

test("A session rolls on while it is used and ends with the password", async () => {
  await addAnna();
  const cookie = ((await logIn()).headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 2_100 });
  const later = await couch.send("GET", "/_session", { as: "", headers: { cookie } });
  const renewed = (later.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  expect(renewed).toMatch(/^AuthSession=.+/);
  expect(renewed).not.toBe(cookie);
  const doc = (await couch.send("GET", ANNA)).body;
  await couch.send("PUT", ANNA, { body: { ...doc, password: "changed" } });
  for (const old of [cookie, renewed]) {
    expect((await couch.send("GET", "/_session", { as: "", headers: { cookie: old } })).body.userCtx.name).toBeNull();
  }
});

test("Roles in a cookie are the ones of now", async () => {
  await addAnna();
  const cookie = (await logIn()).headers.get("set-cookie") ?? "";
  const doc = (await couch.send("GET", ANNA)).body;
  await couch.send("PUT", ANNA, { body: { ...doc, roles: ["driver"] } });
  expect((await couch.send("GET", "/_session", { as: "", headers: { cookie } })).body.userCtx.roles).toEqual([
    "driver",
  ]);
  const now = (await couch.send("GET", ANNA)).body;
  await couch.send("DELETE", `${ANNA}?rev=${now._rev}`);
  expect((await couch.send("GET", "/_session", { as: "", headers: { cookie } })).body.userCtx.name).toBeNull();
});

test("Five wrong passwords lock an account for the address, a new password unlocks it", async () => {
  await addAnna();
  for (let i = 0; i < 5; i++) expect((await logIn("wrong")).status).toBe(401);
  const locked = await logIn();
  expect([locked.status, locked.body.error]).toEqual([403, "forbidden"]);
  expect((await couch.send("GET", "/_session", { as: "anna:secret" })).status).toBe(403);
  await couch.send("PUT", ANNA, { body: { ...(await couch.send("GET", ANNA)).body, password: "new" } });
  expect((await logIn("new")).status).toBe(200);
});

test("A lock opens after five minutes", () => {
  let now = 0;
  const lockout = openLockout(() => now);
  for (let i = 0; i < 5; i++) lockout.fail("anna");
  expect(lockout.isLocked("anna")).toBe(true);
  expect(lockout.isLocked("ben")).toBe(false);
  now = 5 * 60_000;
  expect(lockout.isLocked("anna")).toBe(false);
});

test("A login costs as many rounds for an unknown name as for a wrong password", async () => {
  await addAnna();
  for (const name of ["anna", "nobody"]) {
    checks.length = 0;
    const { status } = await couch.send("POST", "/_session", { as: "", body: { name, password: "wrong" } });
    expect([name, status, checks]).toEqual([name, 401, [10]]);
  }
});

test("Passwords are kept as PBKDF2-SHA256 and never given back", async () => {
  await addAnna();
  const doc = (await couch.send("GET", ANNA)).body;
  expect(doc).toMatchObject({ password_scheme: "pbkdf2", pbkdf2_prf: "sha256", iterations: 10 });
  expect(doc.derived_key).toMatch(/^[0-9a-f]{64}$/);
  expect(JSON.stringify(doc)).not.toContain("secret");
});

test("An open _users shows nobody the others, by whatever way they ask", async () => {
  await couch.send("PUT", "/_users/_security", { body: { admins: { roles: ["_admin"] }, members: {} } });
  await addAnna([]);
  const as = "anna:secret";
  await couch.send("PUT", "/_users/org.couchdb.user:ben", {
    body: { _id: "org.couchdb.user:ben", type: "user", name: "ben", roles: [], password: "b" },
  });
  expect((await couch.send("GET", ANNA, { as })).status).toBe(200);
  const ben = "org.couchdb.user:ben";
  for (const path of [
    `/_users/${ben}`,
    `/_users/${ben}?open_revs=all`,
    `/_users/${ben}?rev=1-a`,
    `/_users/${ben}/file`,
  ]) {
    expect([path, (await couch.send("GET", path, { as })).status]).toEqual([path, 404]);
  }
  expect((await couch.send("POST", "/_users/_bulk_get", { as, body: { docs: [{ id: ben }] } })).text).not.toContain(
    "derived_key",
  );
  for (const path of ["/_users/_all_docs", "/_users/_changes", "/_users/_design_docs", "/_users/_index"]) {
    expect([path, (await couch.send("GET", path, { as })).status]).toEqual([path, 401]);
  }
  expect((await couch.send("POST", "/_users/_find", { as, body: { selector: {} } })).status).toBe(401);
  const steal = { _id: ben, type: "user", name: "ben", roles: [], password: "mine" };
  expect((await couch.send("PUT", `/_users/${ben}`, { as, body: steal })).status).toBe(404);
  expect((await couch.send("POST", "/_users/_bulk_docs", { as, body: { docs: [steal] } })).status).toBe(404);
  const roles = { ...(await couch.send("GET", ANNA, { as })).body, roles: ["_admin"] };
  expect((await couch.send("PUT", ANNA, { as, body: roles })).status).toBe(403);
  const copied = await couch.send("COPY", ANNA, { as, headers: { destination: ben } });
  expect(copied.status).toBe(404);
});

test("Nobody is an administrator without having said so", async () => {
  for (const [method, path] of [
    ["PUT", "/a"],
    ["GET", "/_all_dbs"],
    ["GET", "/_users"],
    ["GET", "/_db_updates"],
    ["GET", "/_active_tasks"],
  ] as const) {
    expect([path, (await couch.send(method, path, { as: "" })).status]).toEqual([path, 401]);
  }
  await couch.send("PUT", "/a");
  const { body } = await couch.send("GET", "/a/_security");
  expect(body).toEqual({ members: { roles: ["_admin"] }, admins: { roles: ["_admin"] } });
});
