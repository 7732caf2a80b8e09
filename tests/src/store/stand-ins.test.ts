import "fake-indexeddb/auto";
import { readdirSync, readFileSync } from "node:fs";
import { fillWithDefaultSettings, type PreparedQuery, prepareQuery } from "rxdb/plugins/core";
import { getRxStorageDexie } from "rxdb/plugins/storage-dexie";
import { expect, test } from "vitest";
import { type Row, rowSchema } from "../../../src/store/row.ts";
import { standIns } from "../../../vite.config.ts";

const folder = "node_modules/rxdb/dist/esm";
const sources = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".js") && !/plugins\/(?!storage-dexie|utils|core)/.test(file))
  .map((file) => readFileSync(`${folder}/${file}`, "utf8"));
const load = (name: string): Promise<Record<string, unknown>> =>
  import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(standIns[name] ?? "")}`);

test.each(Object.keys(standIns))(
  "What stands in the built app for %s has everything that RxDB asks of it",
  async (name) => {
    const file = name.replace(/^\//, "");
    const asked = sources.flatMap((source) =>
      [...source.matchAll(/import \{([^}]+)\} from ['"]([^'"]+)['"]/g)].flatMap(([, names = "", from = ""]) =>
        from.endsWith(file) ? names.split(",").map((one) => one.trim()) : [],
      ),
    );
    expect(asked.length).toBeGreaterThan(0);
    expect(Object.keys(await load(name))).toEqual(expect.arrayContaining(asked));
  },
);

test("A queue in the built app answers every call that RxDB makes of it, and is idle once nothing is under way", async () => {
  const { IdleQueue } = (await load("custom-idle-queue")) as { readonly IdleQueue: new () => Queue };
  const called = new Set(
    sources.flatMap((source) => [...source.matchAll(/idleQueue\.(\w+)\(/g)].map(([, name]) => name)),
  );
  expect([...called].sort()).toEqual(["requestIdlePromise", "wrapCall"]);
  expect(Object.getOwnPropertyNames(IdleQueue.prototype)).toEqual(expect.arrayContaining([...called]));

  const queue = new IdleQueue();
  const seen: string[] = [];
  let finish = () => {};
  const call = queue.wrapCall(() => new Promise<void>((resolve) => (finish = resolve)));
  void call.then(() => seen.push("done"));
  const failing = queue.wrapCall(() => Promise.reject(new Error("full")));
  await expect(failing).rejects.toThrow("full");
  const idle = queue.requestIdlePromise().then(() => seen.push("idle"));
  finish();
  await idle;
  expect(seen).toEqual(["done", "idle"]);
});

test("RxDB finds the same documents by the built app's plan as by its own", async () => {
  const { getQueryPlan } = (await load("/query-planner.js")) as {
    readonly getQueryPlan: () => PreparedQuery<Row>["queryPlan"];
  };
  const schema = fillWithDefaultSettings(rowSchema);
  const instance = await getRxStorageDexie().createStorageInstance<Row>({
    ...{ databaseName: "plans", collectionName: "rows", schema, options: {}, multiInstance: false, devMode: false },
    databaseInstanceToken: "token",
  });
  const rows = ["c", "a", "b", "d"].map((id) => ({ document: aStoredRow(id, id !== "a") }));
  await instance.bulkWrite(rows, "test");
  const own = prepareQuery(schema, {
    selector: { sent: true, _deleted: { $eq: false } },
    sort: [{ id: "asc" }],
    skip: 0,
  });
  const found = async (question: PreparedQuery<Row>) => (await instance.query(question)).documents.map(({ id }) => id);
  expect(await found(own)).toEqual(["b", "c", "d"]);
  expect(await found({ ...own, queryPlan: getQueryPlan() })).toEqual(["b", "c", "d"]);
  await instance.close();
});

const aStoredRow = (id: string, sent: boolean) =>
  ({ id, document: {}, rev: "", sent, _deleted: false, _attachments: {}, _meta: { lwt: 1 }, _rev: "1-a" }) as never;

type Queue = {
  wrapCall<T>(call: () => T | Promise<T>): Promise<T>;
  requestIdlePromise(): Promise<void>;
};
