import "../../support/server/cheap-passwords.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  type AccountDocument,
  accountId,
  endAccount,
  findAccount,
  saveAccount,
} from "../../../server/accounts/accounts.ts";
import type { CouchClient } from "../../../server/couch-client.ts";
import { installDatabase } from "../../../server/design/install-database.ts";
import { namePhone } from "../../../server/phones/managed-phones.ts";
import { moveAccount } from "../../../server/phones/move-account.ts";
import { phoneApi } from "../../../server/web/phones/phone-api.ts";
import { findSessionUser } from "../../../server/web/sign-in/find-session-user.ts";
import { firstVersion } from "../../../src/domain/merge/next-version.ts";
import { kinds } from "../../../src/domain/model/kinds.ts";
import { admin, startFront, type TestFront } from "../web/support/start-front.ts";

const passphrase = "four words that hold";
const at = "2026-11-25T08:00:00.000Z";
let front: TestFront;
const cookies = new Map<string, string>();

const ask = async (name: string | undefined, path: string, body?: object) => {
  const response = await fetch(`${front.address}/db/_phone/${path}`, {
    headers: { "content-type": "application/json", ...(name && { cookie: cookies.get(name) ?? "" }) },
    ...(body && { method: "POST", body: JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
};

/** Two sites of one organisation, one of another. */
const sites = { medyka: "org-1", przemysl: "org-1", lublin: "org-2" };
const accounts = {
  ann: ["volunteer:medyka"],
  bob: ["volunteer:przemysl"],
  lea: ["lead:medyka"],
  leo: ["lead:lublin"],
  cor: ["coordinator"],
  cia: ["coordinator"],
  one: ["coordinator:org-1"],
  two: ["coordinator:org-2"],
};
const people = [undefined, ...Object.keys(accounts)];
const rolesOf = async (name: string) => (await findAccount(front.couch, name))?.roles ?? [];
const setRoles = async (name: string, roles: readonly string[]) => {
  const account = await findAccount(front.couch, name);
  await front.couch.put(`_users/${encodeURIComponent(accountId(name))}`, { ...account, roles });
};
const phonesOf = async (name: string) =>
  (await ask(name, "list")).body.phones as readonly { device: string; name?: string; roles: readonly string[] }[];
const nameSeenBy = async (who: string, device: string) =>
  (await phonesOf(who)).find((phone) => phone.device === device)?.name;

/** The store as it is, where somebody else writes before each of the first writes at `path`. */
const raced = (path: string, times: number, write: (time: number) => Promise<unknown>): CouchClient => {
  let time = 0;
  return {
    ...front.couch,
    put: async (to: string, body: object) => {
      if (to.startsWith(path)) time += 1;
      if (to.startsWith(path) && time <= times) await write(time);
      return front.couch.put(to, body);
    },
  };
};

beforeAll(async () => {
  const asks = findSessionUser(() => `${front.address}/db`);
  front = await startFront({
    more: () => phoneApi({ couch: () => front.couch, whoAsks: asks, leaseHours: 24, key: admin.password }),
  });
  await installDatabase(front.couch, "directory");
  for (const [site, org] of Object.entries(sites)) {
    const content = {
      site,
      name: site,
      type: "shelter",
      orgId: `organisation:${org}`,
      protected: false,
      status: "open",
    };
    const made = firstVersion(kinds.site, `site:${site}`, content, { by: "admin", device: "seed", at });
    await front.couch.put(`directory/${encodeURIComponent(made._id)}`, made);
  }
  for (const [name, roles] of Object.entries(accounts)) {
    await saveAccount(front.couch, { name, roles, passphrase });
    const body = new URLSearchParams({ name, password: passphrase });
    const { headers } = await fetch(`${front.address}/db/_session`, { method: "POST", body });
    cookies.set(name, headers.getSetCookie()[0]?.split(";")[0] ?? "");
    await ask(name, "introduce", { device: `${name}s1`, label: "Android · Chrome" });
  }
});
afterAll(() => front.close());

const statusesOf = async (path: string, body: object) => {
  const statuses: Record<string, number> = {};
  for (const who of people) statuses[who ?? "nobody"] = (await ask(who, path, body)).status;
  return statuses;
};

describe("A phone has a name", () => {
  test("Its person names it, whoever leads them, and nobody else", async () => {
    expect(await statusesOf("name", { device: "anns1", name: "tablet at the door" })).toEqual({
      ...{ nobody: 401, ann: 200, bob: 403, lea: 200, leo: 403, cor: 200, cia: 200, one: 200, two: 403 },
    });
    expect((await ask("lea", "name", { device: "cors1", name: "x" })).status).toBe(403);
    expect((await ask("cor", "name", { device: "none1", name: "x" })).status).toBe(403);
    expect(await nameSeenBy("lea", "anns1")).toBe("tablet at the door");
  });

  test("An empty name takes it away; the rest of the record stays", async () => {
    const record = async () => (await front.couch.get<object>("server/phone:anns1")).body;
    await ask("ann", "name", { device: "anns1", name: " планшет біля дверей " });
    expect(await nameSeenBy("ann", "anns1")).toBe("планшет біля дверей");
    const named = await record();
    expect((await ask("ann", "name", { device: "anns1", name: "планшет біля дверей" })).status).toBe(200);
    expect(await record()).toEqual(named);
    expect((await ask("ann", "name", { device: "anns1", name: "   " })).status).toBe(200);
    expect(await nameSeenBy("ann", "anns1")).toBeUndefined();
    const { _rev, ...rest } = (await record()) as { _rev: string };
    expect(named).toMatchObject(rest);
  });

  test.each(["x".repeat(41), "a\nb", "a\u0000b", "a\u202eb", "a\u2028b", "a\u200bb"])("%j is no name", async (name) => {
    expect((await ask("ann", "name", { device: "anns1", name })).status).toBe(400);
    expect(await nameSeenBy("ann", "anns1")).toBeUndefined();
  });

  test("Nothing but the name is taken", async () => {
    expect((await ask("ann", "name", { device: "anns1" })).status).toBe(400);
    await ask("ann", "name", { device: "anns1", name: "x", wipeAt: at, account: "bob" });
    expect((await phonesOf("ann"))[0]).toEqual({
      ...{ device: "anns1", account: "ann", label: "Android · Chrome", name: "x", hasEnded: false },
      ...{ roles: ["volunteer:medyka"], lastAt: expect.any(String) },
    });
    await ask("ann", "name", { device: "anns1", name: "" });
  });

  test("What looks like markup is a text, and stands in no log", async () => {
    const name = "<img src=x onerror=alert(1)>";
    await ask("ann", "name", { device: "anns1", name });
    expect(await nameSeenBy("ann", "anns1")).toBe(name);
    expect(JSON.stringify(front.said)).not.toContain("onerror");
  });

  test("Who writes the record at the same time is not written over", async () => {
    const order = async () => ask("lea", "wipe", { device: "anns1" });
    const couch = raced("server/phone:anns1", 1, order);
    expect(await namePhone(couch, { name: "ann", roles: [] }, "anns1", "by the stairs")).toBe(true);
    const { body } = await front.couch.get<object>("server/phone:anns1");
    expect(body).toMatchObject({ name: "by the stairs", wipeAt: expect.any(String), label: "Android · Chrome" });
  });
});

describe("An account goes to work at another site", () => {
  const move = (who: string | undefined, name: string, from: string, to: string) =>
    ask(who, "move", { name, from, to });
  const ready = (name: string, ...roles: readonly string[]) => setRoles(name, ["account", ...roles]);

  test("Only who coordinates both sites moves it", async () => {
    await ready("ann", "volunteer:medyka");
    expect(await statusesOf("move", { name: "ann", from: "medyka", to: "przemysl" })).toEqual({
      ...{ nobody: 401, ann: 403, bob: 403, lea: 403, leo: 403, cor: 200, cia: 200, one: 200, two: 403 },
    });
    for (const who of ["one", "two"]) {
      expect((await move(who, "ann", "przemysl", "lublin")).status).toBe(403);
      expect((await move(who, "ann", "lublin", "przemysl")).status).toBe(403);
    }
    expect(await rolesOf("ann")).toEqual(["account", "volunteer:przemysl"]);
  });

  test("Nobody moves themself or a coordinator", async () => {
    await ready("cor", "coordinator", "lead:medyka");
    for (const who of ["cor", "cia", "one"]) expect((await move(who, "cor", "medyka", "przemysl")).status).toBe(403);
    expect((await move("cia", "one", "medyka", "przemysl")).status).toBe(403);
    expect((await move("cor", "nobody-of-that-name", "medyka", "przemysl")).status).toBe(403);
    expect(await rolesOf("cor")).toContain("lead:medyka");
    await ready("cor", "coordinator");
  });

  test("Each role there becomes the same elsewhere, once; trips, other sites and an organisation of the same name stay", async () => {
    const others = ["driver", "volunteer:lublin", "trip:medyka", "protection:medyka", "volunteer:nowa-medyka"];
    await ready("ann", "volunteer:medyka", "lead:medyka", "care:medyka", "lead:przemysl", ...others);
    expect(await move("cor", "ann", "medyka", "przemysl")).toMatchObject({ status: 200, body: { ok: true } });
    expect(await rolesOf("ann")).toEqual([
      ...["account", "volunteer:przemysl", "lead:przemysl", "care:przemysl", ...others],
    ]);
  });

  test("Twice is once, and the account is not written again", async () => {
    await ready("ann", "volunteer:medyka");
    const revision = async () => ((await findAccount(front.couch, "ann")) as AccountDocument)._rev;
    expect((await move("cor", "ann", "medyka", "medyka")).body).toEqual({ ok: true });
    await move("cor", "ann", "medyka", "lublin");
    const moved = await revision();
    expect((await move("cor", "ann", "medyka", "lublin")).body).toEqual({ ok: true });
    expect(await revision()).toBe(moved);
  });

  test("It is told why not: no such site, or nobody who works there", async () => {
    await ready("ann", "volunteer:lublin");
    expect((await move("cor", "ann", "lublin", "nowhere")).body).toEqual({ refused: "noSuchSite" });
    expect((await move("one", "ann", "medyka", "nowhere")).status).toBe(403);
    expect((await move("cor", "ann", "nowhere", "lublin")).status).toBe(403);
    expect((await move("one", "ann", "medyka", "przemysl")).body).toEqual({ refused: "notThere" });
    for (const bad of [{ from: "medyka" }, { from: "medyka", to: "../x" }, { from: "", to: "lublin" }])
      expect((await ask("cor", "move", { name: "ann", ...bad })).status).toBe(400);
    expect(await rolesOf("ann")).toEqual(["account", "volunteer:lublin"]);
  });

  test("What is written to the account at the same time stays", async () => {
    await ready("ann", "volunteer:medyka");
    const granted = async (time: number) => setRoles("ann", [...(await rolesOf("ann")), `trip:${time}`]);
    const couch = raced("_users/", 3, granted);
    const cor = { name: "cor", roles: ["coordinator"] };
    expect(await moveAccount(couch, cor, { name: "ann", from: "medyka", to: "lublin" })).toBe(true);
    expect(await rolesOf("ann")).toEqual(["account", "volunteer:lublin", "trip:1", "trip:2", "trip:3"]);
  });

  test("It is still signed in, and its next question to the server is answered by its new roles", async () => {
    await ready("ann", "volunteer:medyka");
    await move("cor", "ann", "medyka", "przemysl");
    const rolesNow = async () =>
      (await (await fetch(`${front.address}/db/_session`, { headers: { cookie: cookies.get("ann") ?? "" } })).json())
        .userCtx.roles;
    await expect.poll(rolesNow).toEqual(["account", "volunteer:przemysl"]);
    expect((await phonesOf("cor")).find(({ device }) => device === "anns1")?.roles).toEqual(["volunteer:przemysl"]);
  });

  test("An account that has ended moves nowhere; the list still says what its work was", async () => {
    await ready("bob", "volunteer:przemysl");
    await endAccount(front.couch, (await findAccount(front.couch, "bob")) as AccountDocument, at);
    expect((await move("cor", "bob", "przemysl", "medyka")).body).toEqual({ refused: "notThere" });
    expect((await phonesOf("cor")).find(({ device }) => device === "bobs1")?.roles).toEqual(["volunteer:przemysl"]);
  });
});

describe("The coordinators of an organisation", () => {
  const seenBy = async (who: string) => (await phonesOf(who)).map(({ device }) => device).sort();

  test("See the phones of its sites, the leads' among them, and of nobody who also leads elsewhere", async () => {
    await setRoles("ann", ["account", "volunteer:medyka"]);
    expect(await seenBy("one")).toEqual(["anns1", "bobs1", "leas1", "ones1"]);
    expect(await seenBy("two")).toEqual(["leos1", "twos1"]);
    await setRoles("lea", ["account", "lead:medyka", "lead:lublin"]);
    for (const who of ["one", "two"]) expect(await seenBy(who)).not.toContain("leas1");
  });
});
