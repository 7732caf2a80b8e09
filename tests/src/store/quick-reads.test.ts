import "fake-indexeddb/auto";
import { afterEach, expect, test, vi } from "vitest";
import { openStore } from "../../../src/store/open-store.ts";
import { strictStorage } from "../../../src/store/strict-storage.ts";
import { aPerson, site } from "../../support/fleet/people.ts";

const author = () => ({ by: "ann", device: "dev1", at: "2026-11-24T08:00:00.000Z" });
const open = () => openStore({ name: "prystan-reads", storage: strictStorage(), author });

afterEach(() => void vi.restoreAllMocks());

test("A store that opens reads each collection by one request, not row by row", async () => {
  vi.spyOn(console, "warn").mockImplementation(() => {});
  const first = await open();
  await first.add(site, [aPerson("a"), aPerson("b"), aPerson("c")]);
  const written = [...first.rows(site)];
  await first.close();
  const onRows = vi.spyOn(IDBIndex.prototype, "openCursor");
  const again = await open();
  const moved = onRows.mock.calls.length;
  expect([...again.rows(site)]).toEqual(written);
  expect(moved).toBe(0);
  await again.close();
});
