import { expect, test } from "vitest";
import { managedPhonesClient } from "../../../../src/app/access/managed-phones.ts";
import type { PrivateStore } from "../../../../src/device/private-store/open-private-store.ts";
import { err, ok } from "../../../../src/domain/model/result.ts";
import type { Answer, Server } from "../../../../src/sync/connection/server.ts";

const move = { name: "ann", from: "medyka", to: "lublin" };
const settings = {} as PrivateStore["settings"];

/** A client whose server answers each question so, and the questions. */
const asking = (answer: Answer<object>) => {
  const asked: unknown[] = [];
  const post = async (path: string, body: unknown) => {
    asked.push([path, body]);
    return answer;
  };
  const server = { post } as unknown as Server;
  return { asked, client: managedPhonesClient(server, { settings }, () => "2026-11-25T08:00:00.000Z") };
};

test("A move is asked for as it is meant, and so is a name", async () => {
  const { asked, client } = asking(ok({ ok: true }));
  expect(await client.move(move)).toEqual(ok(undefined));
  expect(await client.name("anns1", "")).toEqual(ok(undefined));
  expect(asked).toEqual([
    ["_phone/move", move],
    ["_phone/name", { device: "anns1", name: "" }],
  ]);
});

test.each([
  [ok({ refused: "noSuchSite" }), "NoSuchSite"],
  [ok({ refused: "notThere" }), "NotThere"],
  [ok({ refused: "a reason of a newer server" }), "NotReached"],
  [err({ type: "forbidden", reason: "not_yours" } as const), "NotYours"],
  [err({ type: "offline" } as const), "NotReached"],
  // A server that has no such door yet.
  [err({ type: "notFound" } as const), "NotReached"],
] satisfies readonly (readonly [Answer<object>, string])[])("%j is %s", async (answer, type) => {
  expect(await asking(answer).client.move(move)).toEqual(err({ type }));
});
