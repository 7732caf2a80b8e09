import "../../support/server/cheap-passwords.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type AccountDocument, endAccount, findAccount } from "../../../server/accounts/accounts.ts";
import { moveAccount } from "../../../server/phones/move-account.ts";
import { openPeopleWithPhones, type PeopleWithPhones } from "./support/people-with-phones.ts";

const at = "2026-11-25T08:00:00.000Z";
let people: PeopleWithPhones;
beforeAll(async () => {
  people = await openPeopleWithPhones();
});
afterAll(() => people.front.close());

describe("An account goes to work at another site", () => {
  const move = (who: string | undefined, name: string, from: string, to: string) =>
    people.ask(who, "move", { name, from, to });
  const ready = (name: string, ...roles: readonly string[]) => people.setRoles(name, ["account", ...roles]);

  test("Only who coordinates both sites moves it", async () => {
    await ready("ann", "volunteer:medyka");
    expect(await people.statusesOf("move", { name: "ann", from: "medyka", to: "przemysl" })).toEqual({
      ...{ nobody: 401, ann: 403, bob: 403, lea: 403, leo: 403, cor: 200, cia: 200, one: 200, two: 403 },
    });
    for (const who of ["one", "two"]) {
      expect((await move(who, "ann", "przemysl", "lublin")).status).toBe(403);
      expect((await move(who, "ann", "lublin", "przemysl")).status).toBe(403);
    }
    expect(await people.rolesOf("ann")).toEqual(["account", "volunteer:przemysl"]);
  });

  test("Nobody moves themself or a coordinator", async () => {
    await ready("cor", "coordinator", "lead:medyka");
    for (const who of ["cor", "cia", "one"]) expect((await move(who, "cor", "medyka", "przemysl")).status).toBe(403);
    expect((await move("cia", "one", "medyka", "przemysl")).status).toBe(403);
    expect((await move("cor", "nobody-of-that-name", "medyka", "przemysl")).status).toBe(403);
    expect(await people.rolesOf("cor")).toContain("lead:medyka");
    await ready("cor", "coordinator");
  });

  test("Each role there becomes the same elsewhere, once; trips, other sites and an organisation of the same name stay", async () => {
    const others = ["driver", "volunteer:lublin", "trip:medyka", "protection:medyka", "volunteer:nowa-medyka"];
    await ready("ann", "volunteer:medyka", "lead:medyka", "care:medyka", "lead:przemysl", ...others);
    expect(await move("cor", "ann", "medyka", "przemysl")).toMatchObject({ status: 200, body: { ok: true } });
    expect(await people.rolesOf("ann")).toEqual([
      ...["account", "volunteer:przemysl", "lead:przemysl", "care:przemysl", ...others],
    ]);
  });

  test("Twice is once, and the account is not written again", async () => {
    await ready("ann", "volunteer:medyka");
    const revision = async () => ((await findAccount(people.front.couch, "ann")) as AccountDocument)._rev;
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
      expect((await people.ask("cor", "move", { name: "ann", ...bad })).status).toBe(400);
    expect(await people.rolesOf("ann")).toEqual(["account", "volunteer:lublin"]);
  });

  test("What is written to the account at the same time stays", async () => {
    await ready("ann", "volunteer:medyka");
    const granted = async (time: number) => people.setRoles("ann", [...(await people.rolesOf("ann")), `trip:${time}`]);
    const couch = people.raced("_users/", 3, granted);
    const cor = { name: "cor", roles: ["coordinator"] };
    expect(await moveAccount(couch, cor, { name: "ann", from: "medyka", to: "lublin" })).toBe(true);
    expect(await people.rolesOf("ann")).toEqual(["account", "volunteer:lublin", "trip:1", "trip:2", "trip:3"]);
  });

  test("It is still signed in, and its next question to the server is answered by its new roles", async () => {
    await ready("ann", "volunteer:medyka");
    await move("cor", "ann", "medyka", "przemysl");
    const rolesNow = async () =>
      (
        await (
          await fetch(`${people.front.address}/db/_session`, { headers: { cookie: people.cookieOf("ann") } })
        ).json()
      ).userCtx.roles;
    await expect.poll(rolesNow).toEqual(["account", "volunteer:przemysl"]);
    expect((await people.phonesOf("cor")).find(({ device }) => device === "anns1")?.roles).toEqual([
      "volunteer:przemysl",
    ]);
  });

  test("An account that has ended moves nowhere; the list still says what its work was", async () => {
    await ready("bob", "volunteer:przemysl");
    await endAccount(people.front.couch, (await findAccount(people.front.couch, "bob")) as AccountDocument, at);
    expect((await move("cor", "bob", "przemysl", "medyka")).body).toEqual({ refused: "notThere" });
    expect((await people.phonesOf("cor")).find(({ device }) => device === "bobs1")?.roles).toEqual([
      "volunteer:przemysl",
    ]);
  });
});

describe("The coordinators of an organisation", () => {
  const seenBy = async (who: string) => (await people.phonesOf(who)).map(({ device }) => device).sort();

  test("See the phones of its sites, the leads' among them, and of nobody who also leads elsewhere", async () => {
    await people.setRoles("ann", ["account", "volunteer:medyka"]);
    expect(await seenBy("one")).toEqual(["anns1", "bobs1", "leas1", "ones1"]);
    expect(await seenBy("two")).toEqual(["leos1", "twos1"]);
    await people.setRoles("lea", ["account", "lead:medyka", "lead:lublin"]);
    for (const who of ["one", "two"]) expect(await seenBy(who)).not.toContain("leas1");
  });
});
