import "fake-indexeddb/auto";
import { beforeEach, expect, test, vi } from "vitest";
import { type Outbox, openOutbox } from "../../../../src/device/outbox/open-outbox.ts";
import type { IngestOutcome, SealedItem } from "../../../../src/domain/exchange/sealed-write.ts";
import { err, ok } from "../../../../src/domain/model/result.ts";
import type { Answer, Server } from "../../../../src/sync/connection/server.ts";
import { circumstancesOf } from "../../../../src/sync/outbox/unreadable-items.ts";
import { submitOutbox } from "../../../../src/sync/phones/register-phone.ts";

let name: string;
let outbox: Outbox;
/** What the server was sent, a list of keys for each request. */
let posts: (readonly string[])[];
let outcomes: Record<string, IngestOutcome>;
/** Answers a request as a whole where it holds one of these. */
let refusals: Record<string, "tooLarge" | "malformed" | "offline">;

const server = {
  post: async (_: string, { items }: { readonly items: readonly SealedItem[] }): Promise<Answer<unknown>> => {
    expect(items.every((item) => Object.keys(item).sort().join() === "box,key")).toBe(true);
    posts.push(items.map(({ key }) => key));
    const refused = items.flatMap(({ key }) => refusals[key] ?? [])[0];
    if (refused) return err({ type: refused });
    return ok({ outcomes: items.map(({ key }) => outcomes[key] ?? "taken") });
  },
} as unknown as Server;
const key = (id: string, device = "dev2") => `${device} site-medyka/person:${id}`;
const put = (...ids: readonly string[]) =>
  outbox.put(ids.map((id) => ({ key: key(id), box: `${id} ${"A".repeat(60)}`, seen: { dev2: 1 } })));
const rounds = async (many: number, circumstances?: string, by = outbox) => {
  for (let round = 0; round < many; round += 1)
    await submitOutbox(server, by, "dev1", circumstances === undefined ? {} : { circumstances });
};

beforeEach(() => {
  name = `outbox-${Math.random()}`;
  outbox = openOutbox(name);
  [posts, outcomes, refusals] = [[], {}, {}];
});

test.each(["unreadable", "tooLong"] as const)(
  "What is %s to the server is told once, stays, and stops no other",
  async (outcome) => {
    outcomes = { [key("1")]: outcome };
    await put("1", "2");
    await rounds(20, "now");
    expect(posts).toEqual([[key("1"), key("2")]]);
    expect(await outbox.keys()).toEqual([key("1")]);
    await put("3");
    await rounds(20, "now");
    expect(posts.slice(1)).toEqual([[key("3")]]);
    expect((await outbox.all()).map(({ box, unreadable }) => [box.slice(0, 1), unreadable])).toEqual([["1", ["now"]]]);
  },
);

test("It is remembered by the next visit, and tried again under other circumstances, once for each", async () => {
  outcomes = { [key("1")]: "unreadable" };
  await put("1");
  await rounds(3, "now");
  const nextVisit = openOutbox(name);
  await rounds(3, "now", nextVisit);
  expect(posts).toHaveLength(1);
  for (const circumstances of ["another account", "now", "another key", "another account"])
    await rounds(3, circumstances, nextVisit);
  expect(posts).toHaveLength(3);
  outcomes = {};
  await rounds(1, "a newer app", nextVisit);
  expect(await nextVisit.keys()).toEqual([]);
});

test("What took its place is tried", async () => {
  outcomes = { [key("1")]: "unreadable" };
  await put("1");
  await rounds(2);
  await outbox.put([{ key: key("1"), box: "newer" }]);
  outcomes = {};
  await rounds(2);
  expect(posts).toHaveLength(2);
  expect(await outbox.keys()).toEqual([]);
});

test("What the server may take later is sent again, also where it answers less than it was asked", async () => {
  outcomes = { [key("1")]: "later" };
  await put("1");
  await rounds(3);
  expect(posts).toHaveLength(3);
  const short = { post: async () => ok({ outcomes: [] }) } as unknown as Server;
  await submitOutbox(short, outbox, "dev1");
  await rounds(1);
  expect(posts).toHaveLength(4);
});

test("A phone that is too full to note it does not send it again either, as long as it is open", async () => {
  outcomes = { [key("1")]: "unreadable" };
  await put("1");
  const full = vi.spyOn(outbox, "settle").mockRejectedValue(new DOMException("full", "QuotaExceededError"));
  await expect(rounds(1, "now")).rejects.toThrow("full");
  full.mockRestore();
  await rounds(5, "now");
  expect(posts).toHaveLength(1);
});

test.each(["tooLarge", "malformed"] as const)(
  "A request that is %s is halved until the culprit stands alone; it is not sent again in this visit",
  async (type) => {
    refusals = { [key("3")]: type };
    await put("1", "2", "3", "4", "5");
    await rounds(10);
    expect(await outbox.keys()).toEqual([key("3")]);
    expect(posts.filter((keys) => keys.includes(key("3"))).at(-1)).toEqual([key("3")]);
    const before = posts.length;
    await rounds(10);
    expect(posts).toHaveLength(before);
    await rounds(2, undefined, openOutbox(name));
    expect(posts).toHaveLength(before + 1);
  },
);

test("Without a network nothing is told of anything", async () => {
  refusals = { [key("1")]: "offline" };
  await put("1");
  await rounds(3);
  expect(posts).toHaveLength(3);
});

test("Of this person's own only what is stranded is handed in; what was set aside goes as what it was sealed for", async () => {
  const own = [key("1", "dev1"), key("2", "dev1")];
  await outbox.put(own.map((one) => ({ key: one, box: one })));
  await outbox.bringIn([{ key: own[0] ?? "", box: "of another phone" }]);
  await submitOutbox(server, outbox, "dev1", { stranded: [own[1] ?? ""] });
  expect(posts.flat().sort()).toEqual(own);
  expect(await outbox.keys()).toEqual([own[0]]);
});

test("Circumstances are told apart, and say nothing of an account or a right", async () => {
  const some = await circumstancesOf(["dev1", ["volunteer:medyka"], [["site-medyka", "key"]], "app 1"]);
  expect(some).toBe(await circumstancesOf(["dev1", ["volunteer:medyka"], [["site-medyka", "key"]], "app 1"]));
  expect(some).not.toBe(await circumstancesOf(["dev1", ["lead:medyka"], [["site-medyka", "key"]], "app 1"]));
  expect(some).not.toMatch(/dev1|medyka|volunteer/);
});
