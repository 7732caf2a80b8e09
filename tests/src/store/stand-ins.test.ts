import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
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

type Queue = {
  wrapCall<T>(call: () => T | Promise<T>): Promise<T>;
  requestIdlePromise(): Promise<void>;
};
