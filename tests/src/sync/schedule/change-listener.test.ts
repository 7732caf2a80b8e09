import { expect, test } from "vitest";
import type { Server } from "../../../../src/sync/connection/server.ts";
import { openChangeListener } from "../../../../src/sync/schedule/change-listener.ts";

const database = "site-medyka";
const ok = (value: unknown) => ({ ok: true, value }) as never;
const row = (id: string, rev: string) => ({ id, changes: [{ rev }], doc: { _id: id, _rev: rev } });
const change = (id: string, rev: string, last: string) => ok({ results: [row(id, rev)], last_seq: last });

/** A listener whose waits are answered by hand. */
const listening = (known: readonly { readonly id: string; readonly rev: string }[] = []) => {
  const waits: { readonly path: string; readonly since: string; answer(value: never): void }[] = [];
  const rung: string[] = [];
  const heard: unknown[] = [];
  const state = { checkpoint: "5", settled: Promise.resolve(), known };
  const server = {
    get: (path: string) =>
      new Promise((answer) => {
        waits.push({
          path: path.split("/")[0] ?? "",
          since: new URLSearchParams(path.split("?")[1]).get("since") ?? "",
          answer,
        });
      }),
  } as unknown as Server;
  const listener = openChangeListener(
    {
      server,
      checkpoints: { get: async () => state.checkpoint, set: async () => {} },
      clock: { setTimeout: () => 0, clearTimeout: () => {} },
      random: () => 0.5,
      isHidden: () => false,
      settled: () => state.settled,
      isKnown: (_, { id, changes }) => state.known.some((one) => one.id === id && one.rev === changes?.[0]?.rev),
    },
    (where, page) => {
      rung.push(where);
      heard.push(page);
    },
  );
  listener.listenTo([database]);
  /** The wait of that number, once it was begun. */
  const wait = async (number: number) => {
    await expect.poll(() => waits.length, { interval: 1 }).toBeGreaterThan(number);
    return waits[number] as (typeof waits)[number];
  };
  return { state, rung, heard, waits, wait, listener };
};
const own = { id: "person:1", rev: "1-own" };

test("What this phone wrote rings no bell; the wait goes on from where pulling stands by then", async () => {
  const { state, rung, wait } = listening([own]);
  const first = await wait(0);
  state.checkpoint = "6";
  first.answer(change(own.id, own.rev, "6"));
  expect((await wait(1)).since).toBe("6");
  expect(rung).toEqual([]);
});

test("Where pulling stands still the wait goes on behind what is known, and not from before it again and again", async () => {
  const { rung, wait } = listening([own]);
  (await wait(0)).answer(change(own.id, own.rev, "6"));
  const second = await wait(1);
  expect(second.since).toBe("6");
  second.answer(change("person:2", "1-other", "7"));
  await expect.poll(() => rung, { interval: 1 }).toEqual([database]);
});

test("Another version of what this phone wrote is news", async () => {
  const { rung, wait } = listening([own]);
  (await wait(0)).answer(change(own.id, "2-other", "6"));
  await expect.poll(() => rung, { interval: 1 }).toEqual([database]);
});

test("What arrives while a round is under way is judged by what is known after it", async () => {
  const { state, rung, wait } = listening();
  let end = () => {};
  state.settled = new Promise((resolve) => {
    end = resolve;
  });
  (await wait(0)).answer(change(own.id, own.rev, "6"));
  state.known = [own];
  state.checkpoint = "6";
  end();
  expect((await wait(1)).since).toBe("6");
  expect(rung).toEqual([]);
});

test.each([
  { what: "a revision", answer: ok({ results: [{ id: own.id }], last_seq: "6" }) },
  { what: "a document", answer: ok({ results: [{ id: own.id, changes: [{ rev: own.rev }] }], last_seq: "6" }) },
  { what: "an id", answer: ok({ results: [{ changes: [{ rev: own.rev }] }], last_seq: "6" }) },
])("An answer without $what rings: whoever sent it, something may have changed", async ({ answer }) => {
  const { rung, heard, wait } = listening([own]);
  (await wait(0)).answer(answer);
  await expect.poll(() => rung, { interval: 1 }).toEqual([database]);
  expect(heard).toEqual([undefined]);
});

test("An answer that does not say how far it went rings, rather than being asked for again and again", async () => {
  const { rung, wait } = listening([own]);
  (await wait(0)).answer(ok({ results: [{ id: own.id, changes: [{ rev: own.rev }] }] }));
  await expect.poll(() => rung, { interval: 1 }).toEqual([database]);
});

test("What was heard is handed on with where it begins", async () => {
  const { heard, wait } = listening([own]);
  const results = [row(own.id, own.rev), row("person:2", "1-other")];
  (await wait(0)).answer(ok({ results, last_seq: "7", pending: 3 }));
  await expect.poll(() => heard, { interval: 1 }).toEqual([{ since: "5", changes: results, last: "7", pending: 3 }]);
});

test("Of several sites and a trip the one that somebody looks at is heard, whichever comes first", async () => {
  const { waits, wait, listener } = listening();
  listener.listenTo([database, "site-przemysl", "trip-1"], "site-przemysl");
  await wait(2);
  expect(waits.map(({ path }) => path)).toEqual([database, "site-przemysl", "trip-1"]);
  listener.listenTo([database, "site-przemysl", "trip-1"], "site-przemysl");
  expect(waits).toHaveLength(3);
});
