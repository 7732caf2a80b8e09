import { afterEach, beforeEach, expect, test } from "vitest";
import { signIn } from "../../../../src/sync/connection/account.ts";
import { renewingServer } from "../../../../src/sync/connection/renewing-server.ts";
import { connectTo, type Server } from "../../../../src/sync/connection/server.ts";
import { type Network, openNetwork } from "../../../support/fleet/network.ts";
import { site } from "../../../support/fleet/people.ts";
import { openTestServer, passphrase, type TestServer } from "../../../support/fleet/test-server.ts";

let server: TestServer;
let network: Network;
let remote: Server;
let known: { name: string; password: string } | undefined;

beforeEach(async () => {
  server = await openTestServer();
  await server.install("directory", site);
  await server.addAccount("ann", ["volunteer:medyka"]);
  network = openNetwork(server);
  known = { name: "ann", password: passphrase };
  remote = renewingServer(connectTo("/db", network.fetch), "ann", async () => known);
});
afterEach(() => server.close());

const signIns = () => network.requests.filter((request) => request === "POST _session").length;

test("A session that ended in the middle of a shift is renewed, and the call answered, without anybody noticing", async () => {
  expect((await remote.get(`${site}/_changes`)).ok).toBe(true);
  expect(signIns()).toBe(1);
  network.forgetCookie();
  expect(await remote.get("_session")).toMatchObject({ ok: true, value: { userCtx: { name: "ann" } } });
});

test("Many calls that find the session ended renew it once", async () => {
  const answers = await Promise.all(Array.from({ length: 5 }, () => remote.get(`${site}/_changes`)));
  expect(answers.every(({ ok }) => ok)).toBe(true);
  expect(signIns()).toBe(1);
});

test("The session that somebody else left on this phone gives way", async () => {
  await server.addAccount("ben", ["volunteer:medyka"]);
  await signIn(connectTo("/db", network.fetch), "ben", passphrase);
  expect(await remote.get("_session")).toMatchObject({ ok: true, value: { userCtx: { name: "ann" } } });
});

test("A passphrase that no longer fits, or none, leaves it to the person", async () => {
  known = { name: "ann", password: "something else" };
  expect(await remote.get(`${site}/_changes`)).toEqual({ ok: false, error: { type: "signInNeeded" } });
  known = undefined;
  expect(await remote.get(`${site}/_changes`)).toEqual({ ok: false, error: { type: "signInNeeded" } });
});

test("A wrong passphrase typed by a person is said at once, and not tried twice", async () => {
  expect(await signIn(remote, "ann", "wrong")).toEqual({ ok: false, error: { type: "WrongNameOrPassphrase" } });
  expect(signIns()).toBe(1);
});
