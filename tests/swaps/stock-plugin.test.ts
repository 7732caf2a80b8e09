import type { RxDatabase } from "rxdb/plugins/core";
import { expect, test, vi } from "vitest";
import type { Collections, Store } from "../../src/store/open-store.ts";
import { openCouple } from "../support/fleet/couple.ts";
import { holdRed } from "../support/fleet/hold-red.ts";
import { edit, register, seen } from "../support/fleet/people.ts";

const opened = vi.hoisted(() => ({ databases: new Map<string, unknown>(), ofStore: new WeakMap<object, unknown>() }));

vi.mock("rxdb/plugins/core", async (original) => {
  const real = await original<typeof import("rxdb/plugins/core")>();
  const createRxDatabase = async (options: { readonly name: string }) => {
    const database = await real.createRxDatabase(options as never);
    opened.databases.set(options.name, database);
    return database;
  };
  return { ...real, createRxDatabase };
});

vi.mock("../../src/store/open-store.ts", async (original) => {
  const real = await original<typeof import("../../src/store/open-store.ts")>();
  const openStore: typeof real.openStore = async (options) => {
    const store = await real.openStore(options);
    opened.ofStore.set(store.rows, opened.databases.get(options.name));
    return store;
  };
  return { ...real, openStore };
});

vi.mock("../../src/sync/engine.ts", async (original) => {
  const real = await original<typeof import("../../src/sync/engine.ts")>();
  const { startStock } = await import("../support/fleet/stock-engine.ts");
  const databaseOf = ({ rows }: Store) => opened.ofStore.get(rows) as RxDatabase<Collections>;
  const startSync: typeof real.startSync = (options) => startStock(options, databaseOf(options.store));
  return { ...real, startSync };
});

test("As long as nothing goes wrong the stock replication does its work", async () => {
  const { ann, ben, close } = await openCouple();
  await register(ann, "1");
  await ann.sync();
  await ben.sync();
  expect(seen(ben, "1")).toMatchObject({ givenName: "Оля" });
  await edit(ben, "1", { patronymic: "Іванівна" });
  await ben.sync();
  await ann.sync();
  expect(seen(ann, "1")).toMatchObject({ givenName: "Оля", patronymic: "Іванівна" });
  expect([ann.status.unsent, ben.status.unsent]).toEqual([0, 0]);
  await close();
});

test("The simulation turns red with RxDB's stock CouchDB replication, even with our own merge in it", async () => {
  await holdRed("RxDB's stock replication sends and receives", /P[1-5]:/, 20);
}, 600_000);
