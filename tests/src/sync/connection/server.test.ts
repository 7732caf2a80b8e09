import { afterEach, expect, test, vi } from "vitest";
import { deadlineOf } from "../../../../src/sync/connection/deadline.ts";
import { connectTo } from "../../../../src/sync/connection/server.ts";
import { inBatches } from "../../../../src/sync/replication/in-batches.ts";
import { isEarlierSequence } from "../../../../src/sync/replication/is-earlier-sequence.ts";
import { outcomeOf } from "../../../../src/sync/replication/outcome.ts";

afterEach(() => void vi.useRealTimers());

const answering = (response: () => Response) => {
  const calls: RequestInit[] = [];
  const server = connectTo("/db", async (_, init) => {
    calls.push(init ?? {});
    return response();
  });
  return { server, calls };
};
const json = (status: number, body: string) => () =>
  new Response(body, { status, headers: { "Content-Type": "application/json" } });

test("Nothing that the server says stays in the browser's cache, and the cookie goes to our own server only", async () => {
  const { server, calls } = answering(json(200, "{}"));
  await server.get("site-medyka/_changes");
  await server.post("site-medyka/_bulk_docs", {});
  for (const call of calls) expect(call).toMatchObject({ cache: "no-store", credentials: "same-origin" });
});

test.each([
  [200, "{}", undefined],
  [201, "{}", undefined],
  [202, "{}", "later"],
  [400, "{}", "malformed"],
  [401, "{}", "signInNeeded"],
  [403, "{}", "forbidden"],
  [404, "{}", "notFound"],
  [413, "{}", "tooLarge"],
  [409, "{}", "later"],
  [429, "{}", "later"],
  [500, "{}", "later"],
  [503, "{}", "later"],
  [507, "{}", "later"],
  [200, '{"results":[', "later"],
  [401, "<html>", "later"],
])("%i %s is a value: %s", async (status, body, type) => {
  const answer = await answering(json(status, body)).server.get("x");
  expect(answer.ok ? undefined : answer.error.type).toBe(type);
});

test.each([200, 401, 403, 404, 502])("A page instead of data (%i) is never taken for an answer", async (status) => {
  const page = () => new Response("<html>", { status, headers: { "Content-Type": "text/html" } });
  expect(await answering(page).server.get("x")).toEqual({ ok: false, error: { type: "later" } });
});

test("A call that takes too long is given up", async () => {
  const server = connectTo(
    "/db",
    (_, init) =>
      new Promise((_resolve, reject) => {
        init?.signal?.addEventListener("abort", () => reject(init.signal?.reason));
      }),
  );
  vi.useFakeTimers();
  const slow = server.get("x", { timeout: 1_000 });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await slow).toEqual({ ok: false, error: { type: "slow" } });
  const ending = new AbortController();
  const call = server.get("x", { until: ending.signal });
  ending.abort();
  expect(await call).toEqual({ ok: false, error: { type: "offline" } });
});

test("An answer that goes on arriving is waited for, however slow; one that falls silent is given up", async () => {
  const trickling = (pieces: readonly string[], pause: number) =>
    connectTo("/db", async (_, init) => {
      const body = new ReadableStream<Uint8Array>({
        start: async (stream) => {
          init?.signal?.addEventListener("abort", () => stream.error(init.signal?.reason));
          for (const piece of pieces) {
            stream.enqueue(new TextEncoder().encode(piece));
            await new Promise((resolve) => setTimeout(resolve, pause));
          }
          if (!init?.signal?.aborted) stream.close();
        },
      });
      return new Response(body, { headers: { "Content-Type": "application/json" } });
    });
  const pieces = ["[1", ",2", ",3", ",4", "]"];
  vi.useFakeTimers();
  const trickled = trickling(pieces, 30).get("x", { timeout: 100 });
  await vi.advanceTimersByTimeAsync(200);
  expect(await trickled).toEqual({ ok: true, value: [1, 2, 3, 4] });
  const silent = trickling(pieces, 100).get("x", { timeout: 30 });
  await vi.advanceTimersByTimeAsync(600);
  expect(await silent).toEqual({ ok: false, error: { type: "slow" } });
});

test("A deadline that was cleared neither ends nor holds on to anything", () => {
  const other = new AbortController();
  const deadline = deadlineOf({ first: 1, silence: 1 }, [other.signal, undefined]);
  deadline.clear();
  other.abort();
  expect(deadline.signal.aborted).toBe(false);
});

test.each([
  ["0", "5-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", false],
  ["5-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "9-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", false],
  ["9-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "5-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", true],
  ["5-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "9-bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb", true],
  ["5-g1AAAACbeJzLYWBg", "9-g1AAAACdeJzLYWBq", false],
  ["9-g1AAAACbeJzLYWBg", "5-g1AAAACdeJzLYWBq", true],
])("From %s to %s the database was restored: %s", (before, after, restored) => {
  expect(isEarlierSequence(after, before)).toBe(restored);
});

test("Batches keep the order, lose nobody, and split where there are too many or too heavy ones", () => {
  expect(inBatches([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]]);
  expect(inBatches([1, 2, 3, 9, 1], 10, (one) => one, 5)).toEqual([[1, 2], [3], [9], [1]]);
  expect(inBatches([], 2)).toEqual([]);
});

test.each([
  [{ ok: true, rev: "1-a" } as const, "sent"],
  [{ error: "conflict" }, "conflict"],
  [{ error: "forbidden", reason: "not_your_role" }, "refused"],
  [{ error: "unauthorized" }, "refused"],
  [{ error: "TypeError", reason: "the validator tripped over it" }, "refused"],
  [{ error: "internal_server_error" }, "later"],
  [{ error: "timeout" }, "later"],
  [{ error: "compilation_error", reason: "interrupted" }, "later"],
  [{}, "later"],
])("A row that says %j is %s", (row, type) => {
  expect(outcomeOf({ id: "person:1", ...row }).type).toBe(type);
});
