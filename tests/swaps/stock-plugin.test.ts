import type { RxDatabase } from "rxdb/plugins/core";
import { expect, test, vi } from "vitest";
import type { Collections, Store } from "../../src/store/open-store.ts";
import type { Command } from "../support/fleet/commands.ts";
import { openCouple } from "../support/fleet/couple.ts";
import { edit, register, seen } from "../support/fleet/people.ts";
import { simulate } from "../support/fleet/simulate.ts";
import { openTestServer } from "../support/fleet/test-server.ts";

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

const poison: readonly Command[] = [
  { type: "new", phone: 0, doc: 0 },
  { type: "spoil", phone: 0, doc: 0 },
  { type: "new", phone: 0, doc: 1 },
  { type: "sync", phone: 0 },
];

const lostAnswer: readonly Command[] = [
  { type: "new", phone: 0, doc: 0 },
  { type: "fault", phone: 0, after: 1, fault: "lostAfter" },
  { type: "write", phone: 0, doc: 0, field: "familyName" },
  { type: "write", phone: 0, doc: 0, field: "givenName" },
];
const erring: readonly Command[] = [
  { type: "new", phone: 0, doc: 0 },
  { type: "fault", phone: 0, after: 0, fault: "413" },
  { type: "write", phone: 0, doc: 0, field: "givenName" },
];

test.each([
  ["an answer is lost", lostAnswer],
  ["a batch is too large", erring],
  ["the server refuses one document", poison],
])(
  "The simulation turns red with RxDB's stock replication, even with our own merge in it: %s",
  async (what, commands) => {
    const server = await openTestServer();
    const failure = await simulate(server, [2, 1], commands).then(
      () => undefined,
      (error: Error) => error,
    );
    await server.close();
    console.log(`RxDB's stock replication, ${what}: ${failure?.message.split("\n")[0] ?? "NOT NOTICED"}`);
    expect(failure?.message).toMatch(/P[1-5]:/);
  },
);
