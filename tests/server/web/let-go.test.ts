import { connect, type Socket } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { startFront, type TestFront } from "./support/start-front.ts";

let front: TestFront;
let sockets: Socket[] = [];
beforeEach(async () => {
  front = await startFront({ timeouts: { head: 200, idle: 400, checked: 50 } });
  await front.couch.put("a", undefined);
});
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  sockets = [];
  await front.close();
});

/** A connection whose other end neither reads nor closes by itself. */
const open = (text: string): Socket => {
  const socket = connect({ port: Number(new URL(front.address).port), host: "127.0.0.1", allowHalfOpen: true });
  socket.pause();
  socket.write(text.replaceAll("\n", "\r\n"));
  sockets.push(socket);
  return socket;
};

/** Resolves once the server has let go: it answers further bytes with a reset. */
const isLetGo = (socket: Socket): Promise<void> =>
  new Promise((resolve) => {
    const trying = setInterval(() => socket.write("x"), 50);
    socket.on("error", () => {
      clearInterval(trying);
      resolve();
    });
  });

test.each([
  ["half a head", "POST /db/_session HTTP/1.1\nHost: x\nContent-Le"],
  ["nothing", ""],
  ["a head that is wrong", "POST /db/_session HTTP/9.1\n\n"],
  [
    "half a body",
    'POST /db/_session HTTP/1.1\nHost: x\nContent-Type: application/json\nContent-Length: 100\n\n{"name":',
  ],
])("A connection that brings %s, and is not read, is let go", async (_, text) => {
  await isLetGo(open(text));
});

const authorization = `Basic ${Buffer.from("admin:admin").toString("base64")}`;

test("So is one whose answer nobody takes; whoever waits for news waits", async () => {
  for (let place = 0; place < 10; place++) await front.couch.post("a", { text: "x".repeat(1_000_000), place });
  const feed = fetch(`${front.address}/db/a/_changes?feed=longpoll&since=now`, { headers: { authorization } });
  const head = `Host: x\nAuthorization: ${authorization}\n\n`;
  await isLetGo(open(`GET /db/a/_all_docs?include_docs=true HTTP/1.1\n${head}`));
  await front.couch.post("a", { text: "news" });
  expect((await (await feed).json()) as object).toMatchObject({ results: [{ changes: [{}] }] });
});
