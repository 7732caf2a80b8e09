import "../../support/server/cheap-passwords.ts";
import { connect } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openEnding } from "../../../server/couch/ending.ts";
import { pause } from "../../../server/couch/http/transport/couch-request.ts";
import { aCouchElsewhere, startFront, stores, type TestFront } from "./support/start-front.ts";

const authorization = `Basic ${Buffer.from("admin:admin").toString("base64")}`;

test("Work for an asker who has gone ends at its next turn", async () => {
  const turn = { isDue: () => true, take: async () => {} };
  const ending = openEnding();
  await pause({ turn, ending });
  ending.end();
  await expect(pause({ turn, ending })).rejects.toMatchObject({ refusal: { status: 499 } });
});

describe.each(stores)("Whoever goes away is no failure of the server (store: %s)", (kind) => {
  let front: TestFront;
  let stop: (() => Promise<void>) | undefined;
  beforeEach(async () => {
    const elsewhere = kind === "elsewhere" ? await aCouchElsewhere() : undefined;
    stop = elsewhere?.stop;
    front = await startFront(elsewhere ? { upstream: elsewhere.url } : {});
    await front.couch.put("a", undefined);
    const docs = Array.from({ length: 3_000 }, (_, place) => ({ place, text: "x".repeat(200) }));
    await front.couch.post("a/_bulk_docs", { docs });
  });
  afterEach(async () => {
    await front.close();
    await stop?.();
  });

  /** Sends and goes once the server has taken it. */
  const sendAndGo = (text: string): Promise<void> =>
    new Promise((resolve) => {
      const socket = connect(Number(new URL(front.address).port), "127.0.0.1");
      socket.write(text.replaceAll("\n", "\r\n"), () => setImmediate(() => socket.destroy()));
      socket.once("close", () => resolve());
    });
  const post = (path: string, body: string, length = body.length) =>
    `POST /db/${path} HTTP/1.1\nHost: x\nAuthorization: ${authorization}\nContent-Type: application/json\nContent-Length: ${length}\n\n${body}`;

  test("in the middle of a body, of a long question, of an answer, while it waits for news or for its sign-in", async () => {
    const parts = Array.from({ length: 400 }, (_, place) => ({ text: { $gt: `y${place}` } }));
    const get = (path: string) => `GET /db/${path} HTTP/1.1\nHost: x\nAuthorization: ${authorization}\n\n`;
    for (const text of [
      post("a/_bulk_docs", '{"docs":[{"te', 5_000),
      post("a/_bulk_docs", '{"docs":[{"te', 50_000),
      post("a/_find", JSON.stringify({ selector: { $or: parts }, limit: 10_000 })),
      get("a/_all_docs?include_docs=true"),
      get("a/_changes?feed=longpoll&since=now"),
      get("a/_changes?feed=continuous&heartbeat=1000"),
      post("_session", '{"name":"admin","password":"wrong"}'),
    ])
      await sendAndGo(text);
    await front.couch.post("a", { text: "afterwards" });
    await front.close();
    const failures = front.said.filter(
      (said) => JSON.stringify(said).includes("couch.") || ((said as { status?: number }).status ?? 0) >= 500,
    );
    expect(failures).toEqual([]);
  });
});
