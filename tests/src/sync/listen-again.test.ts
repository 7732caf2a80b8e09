import { afterEach, beforeEach, expect, test } from "vitest";
import type { Sync } from "../../../src/sync/engine.ts";
import { aDocument } from "../../support/data/a-document.ts";
import { ownEngine } from "../../support/fleet/engine.ts";
import { openPhone, type Phone } from "../../support/fleet/phone.ts";
import { openTestServer, type TestServer } from "../../support/fleet/test-server.ts";

const roles = ["volunteer:alpha", "volunteer:beta", "volunteer:gamma"];
let server: TestServer;
let phone: Phone;
let sync: Sync;
let looked: string;
/** The databases whose news was waited for, in this order. */
let waits: string[];

beforeEach(async () => {
  [looked, waits] = ["site-alpha", []];
  server = await openTestServer();
  await server.install("directory", "site-alpha", "site-beta", "site-gamma");
  await server.addAccount("ann", roles);
  await server.settled();
  phone = await openPhone({
    server,
    name: "ann",
    roles,
    engine: (options, wires) => {
      const { get } = options.server;
      const heard: typeof get = (path, ...rest) => {
        if (path.includes("feed=longpoll")) waits.push(path.split("/")[0] ?? "");
        return get(path, ...rest);
      };
      const running = ownEngine({ ...options, server: { ...options.server, get: heard }, first: () => looked }, wires);
      sync = running;
      return running;
    },
  });
  await phone.signIn();
});
afterEach(async () => {
  await phone.close();
  await server.close();
});
const lookAt = (database: string) => {
  looked = database;
  sync.listenAgain();
};

test("Another site is looked at: its news is waited for at once, and nothing else is asked of the server", async () => {
  await phone.open();
  await expect.poll(() => waits).toEqual(["site-alpha", "site-beta"]);
  phone.network.requests.splice(0);
  phone.network.listens = true;
  lookAt("site-gamma");
  await expect.poll(() => waits).toEqual(["site-alpha", "site-beta", "site-gamma"]);
  await server.couch.put("site-gamma/person:1", aDocument("person", "1", { site: "gamma" }));
  await expect.poll(() => phone.store.rows("site-gamma").size).toBe(1);
  await phone.idle();
  expect(phone.network.requests).toEqual([]);
  phone.network.listens = false;
});

test("While the server does not answer no wait is begun: the next round that succeeds begins it", async () => {
  await phone.open();
  await expect.poll(() => waits).toEqual(["site-alpha", "site-beta"]);
  phone.network.isOnline = false;
  await phone.sync();
  lookAt("site-gamma");
  await phone.idle();
  expect(waits).toEqual(["site-alpha", "site-beta"]);
  phone.network.isOnline = true;
  await phone.sync();
  await expect.poll(() => waits).toEqual(["site-alpha", "site-beta", "site-gamma"]);
});
