import "../../support/server/cheap-passwords.ts";
import { createHmac } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { saveAccount } from "../../../server/accounts/accounts.ts";
import { installDatabase } from "../../../server/design/install-database.ts";
import { phoneApi } from "../../../server/web/phones/phone-api.ts";
import { findSessionUser } from "../../../server/web/sign-in/find-session-user.ts";
import { admin, startFront, type TestFront } from "../web/support/start-front.ts";

const passphrase = "four words that hold";
const nonce = "0123456789abcdef";
let front: TestFront;
const cookies = new Map<string, string>();

const ask = async (name: string | undefined, path: string, body?: object) => {
  const response = await fetch(`${front.address}/db/_phone/${path}`, {
    headers: { "content-type": "application/json", ...(name && { cookie: cookies.get(name) ?? "" }) },
    ...(body && { method: "POST", body: JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
};
const contactOf = async (name: string, device: string): Promise<string> =>
  (await ask(name, "introduce", { device, label: "Android · Chrome" })).body.contact;
const orders = (device: string, pass: string) => ask(undefined, "contact", { device, pass, nonce });

const accounts = {
  ann: ["volunteer:medyka"],
  ben: ["volunteer:przemysl"],
  lea: ["lead:medyka"],
  leo: ["lead:medyka"],
  cor: ["coordinator"],
};

describe("What the server orders a phone to do (A7, A9)", () => {
  beforeAll(async () => {
    const asks = findSessionUser(() => `${front.address}/db`);
    front = await startFront({
      more: () => phoneApi({ couch: () => front.couch, whoAsks: asks, leaseHours: 24, key: admin.password }),
    });
    await installDatabase(front.couch, "directory");
    for (const [name, roles] of Object.entries(accounts)) {
      await saveAccount(front.couch, { name, roles, passphrase });
      const body = new URLSearchParams({ name, password: passphrase });
      const { headers } = await fetch(`${front.address}/db/_session`, { method: "POST", body });
      cookies.set(name, headers.getSetCookie()[0]?.split(";")[0] ?? "");
    }
  });
  afterAll(() => front.close());

  test("A phone that is heard may be read for a day more, and hears that nothing is wanted of it", async () => {
    const pass = await contactOf("ann", "anns1");
    vi.useFakeTimers({ toFake: ["Date"], now: Date.UTC(2026, 10, 24, 8) });
    const { status, body } = await orders("anns1", pass);
    vi.useRealTimers();
    expect(status).toBe(200);
    expect(body.order).toBe("none");
    expect(body.leaseUntil).toBe("2026-11-25T08:00:00.000Z");
    const proof = createHmac("sha256", pass).update(JSON.stringify([nonce, body.order, body.leaseUntil]));
    expect(body.proof).toBe(proof.digest("base64url"));
  });

  test("Nobody hears anything without the phone's own pass; a device belongs to who came first", async () => {
    const pass = await contactOf("ann", "anns1");
    expect((await orders("anns2", pass)).status).toBe(401);
    expect((await orders("anns1", `${pass.slice(1)}A`)).status).toBe(401);
    expect((await orders("nobody1", "x")).status).toBe(401);
    expect((await ask("ben", "introduce", { device: "anns1", label: "" })).status).toBe(403);
    expect((await ask(undefined, "list")).status).toBe(401);
  });

  test("A lead sees the phones of their own people and may wipe those, no lead's, and nobody's elsewhere", async () => {
    await contactOf("ben", "bens1");
    await contactOf("leo", "leos1");
    await contactOf("cor", "cors1");
    const seen = async (name: string) =>
      (await ask(name, "list")).body.phones.map(({ device }: { device: string }) => device).sort();
    expect(await seen("lea")).toEqual(["anns1"]);
    expect(await seen("ann")).toEqual(["anns1"]);
    expect(await seen("cor")).toEqual(["anns1", "bens1", "cors1", "leos1"]);
    for (const device of ["bens1", "leos1", "cors1", "none1"])
      expect((await ask("lea", "wipe", { device })).status).toBe(403);
    expect((await ask("ben", "wipe", { device: "anns1" })).status).toBe(403);
    for (const name of ["ben", "leo", "cor", "lea"]) expect((await ask("lea", "end", { name })).status).toBe(403);
  });

  test("The code for a forgotten passphrase is told to who leads its person, newest only, and to nobody else", async () => {
    const [first, second] = ["a".repeat(26), "b".repeat(26)];
    const introduce = (name: string, device: string, reset: string) =>
      ask(name, "introduce", { device, label: "", reset });
    const seen = async (name: string) =>
      (await ask(name, "list")).body.phones.map(({ reset }: { reset?: string }) => reset).filter(Boolean);
    expect((await introduce("ann", "anns1", first)).status).toBe(200);
    expect(await seen("lea")).toEqual([first]);
    expect((await introduce("ann", "anns1", second)).status).toBe(200);
    expect(await seen("lea")).toEqual([second]);
    await contactOf("ann", "anns1");
    expect(await seen("lea")).toEqual([second]);
    expect((await introduce("ben", "anns1", first)).status).toBe(403);
    expect(await seen("ann")).toEqual([]);
    expect(await seen("ben")).toEqual([]);
    expect(await seen("cor")).toEqual([second]);
    expect((await introduce("ann", "anns1", "short")).status).toBe(400);
  });

  test("A phone that was reported lost hears it at its next contact, also after its account has ended", async () => {
    const pass = await contactOf("ann", "anns1");
    expect((await ask("lea", "wipe", { device: "anns1" })).status).toBe(200);
    expect((await ask("lea", "end", { name: "ann" })).status).toBe(200);
    // A CouchDB notices an account that has ended a moment later.
    await expect.poll(async () => (await ask("ann", "introduce", { device: "anns1", label: "" })).status).toBe(401);
    expect((await orders("anns1", pass)).body).toMatchObject({ order: "wipe", leaseUntil: null });
    const [phone] = (await ask("lea", "list")).body.phones;
    expect(phone).toMatchObject({ account: "ann", hasEnded: true });
    expect(phone.toldAt).toBeDefined();
  });

  test("An account that has ended may not read on, though its phone is not wiped", async () => {
    await saveAccount(front.couch, { name: "dan", roles: ["volunteer:medyka"], passphrase });
    const body = new URLSearchParams({ name: "dan", password: passphrase });
    const { headers } = await fetch(`${front.address}/db/_session`, { method: "POST", body });
    cookies.set("dan", headers.getSetCookie()[0]?.split(";")[0] ?? "");
    const pass = await contactOf("dan", "dans1");
    expect((await ask("lea", "end", { name: "dan" })).status).toBe(200);
    expect((await orders("dans1", pass)).body).toMatchObject({ order: "none", leaseUntil: null });
  });
});
