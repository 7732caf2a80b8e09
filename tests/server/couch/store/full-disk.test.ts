import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import type { Sqlite } from "../../../../server/couch/store/sqlite.ts";
import { startCouch } from "../support/start-couch.ts";

const opened = vi.hoisted(() => [] as unknown[]);
vi.mock("../../../../server/couch/store/sqlite.ts", async (original) => {
  const real = await original<typeof import("../../../../server/couch/store/sqlite.ts")>();
  return {
    ...real,
    openSqlite: (file: string) => {
      const sqlite = real.openSqlite(file);
      opened.push(sqlite);
      return sqlite;
    },
  };
});

const folder = mkdtempSync(join(tmpdir(), "couch-full-"));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("F22: the disk is full in the middle of a bulk: 507, nothing of it is there, and the file is whole", async () => {
  const file = join(folder, "couch.sqlite");
  const couch = await startCouch({ file });
  await couch.send("PUT", "/a");
  await couch.send("PUT", "/a/before", { body: { n: 1 } });
  const sqlite = opened[0] as Sqlite;
  const pages = sqlite.pragma("page_count", { simple: true }) as number;
  sqlite.pragma(`max_page_count = ${pages + 20}`);
  const docs = Array.from({ length: 200 }, (_, i) => ({ _id: `d${i}`, text: "x".repeat(2_000) }));
  const full = await couch.send("POST", "/a/_bulk_docs", { body: { docs } });
  expect([full.status, full.body.error]).toEqual([507, "insufficient_storage"]);
  const ids = async () => (await couch.send("GET", "/a/_all_docs")).body.rows.map(({ id }: { id: string }) => id);
  expect(await ids()).toEqual(["before"]);
  expect((await couch.send("GET", "/a")).body.doc_count).toBe(1);

  sqlite.pragma("max_page_count = 1000000");
  expect((await couch.send("POST", "/a/_bulk_docs", { body: { docs } })).status).toBe(201);
  expect((await couch.send("GET", "/a/_changes")).body.results).toHaveLength(201);
  await couch.close();
  const again = await startCouch({ file });
  expect((opened[1] as Sqlite).pragma("integrity_check", { simple: true })).toBe("ok");
  expect((await again.send("GET", "/a")).body.doc_count).toBe(201);
  await again.close();
});
