import { createServer, request as forward, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { pipeline } from "node:stream/promises";
import { setTimeout as pass } from "node:timers/promises";

/** What may happen to one request on its way. */
export type Fault =
  /** The connection breaks before the server has heard anything. */
  | "cutBefore"
  /** The server has done it; the answer is lost. */
  | "cutAfter"
  /** Half of the answer's first piece arrives. */
  | "cutInBody"
  /** The server has done it; nothing comes back, and the connection stays open. */
  | "hang"
  /** Half open: nothing gets through, nothing is refused. */
  | "swallow"
  /** A captive portal's page, with 200. */
  | "portal"
  /** The server's, or somebody's, refusal in JSON. */
  | 401
  | 403
  | 413
  | 503;

/** What a connection can do: bits in a millisecond (kbit/s) both ways together, milliseconds there and back. */
export type Line = { readonly rate: number; readonly roundTrip: number };

export type Flapping = {
  readonly seconds: number;
  /** Seconds of network and of none, from–to, drawn anew each time. */
  readonly up: readonly [number, number];
  readonly down: readonly [number, number];
  /** In [0, 1). */
  readonly random: () => number;
  /** Share of the requests that are cut in mid-body. */
  readonly cuts: number;
};

/** Stands between a browser and the server, as the network does, and does to requests what a test says. */
export type FaultProxy = {
  readonly address: string;
  /** The server behind it: another one after a restore. */
  target: string;
  line: Line | undefined;
  /** Every request that came, as `POST /db/site-medyka/_bulk_docs`. */
  readonly asked: string[];
  /** Resolves once so many more requests have come whose method and path contain `at`. */
  hasBeenAsked(at: string, times: number): Promise<void>;
  /** The next requests whose method and path contain `at` meet these faults, one each. */
  next(at: string, ...faults: Fault[]): void;
  /** Every request that contains `at` meets the fault, until the answered function is called. */
  always(at: string, fault: Fault): () => void;
  /** `cut` breaks what is open, `silent` leaves it half open; either way nothing gets through. */
  goDown(how: "cut" | "silent"): void;
  goUp(): void;
  /** Goes up and down by chance for so long; ends up. */
  flap(flapping: Flapping): Promise<void>;
  stop(): Promise<void>;
};

type Rule = { readonly at: string; readonly fault: Fault; readonly once: boolean };

export const openFaultProxy = async (target: string): Promise<FaultProxy> => {
  const rules: Rule[] = [];
  const open = new Set<ServerResponse>();
  const heard = new Set<(asked: string) => void>();
  let down: "cut" | "silent" | undefined;
  let chance = (): Fault | undefined => undefined;

  const faultOf = (asked: string): Fault | undefined => {
    if (down) return down === "cut" ? "cutBefore" : "swallow";
    const place = rules.findIndex(({ at }) => asked.includes(at));
    const rule = rules[place];
    if (rule?.once) rules.splice(place, 1);
    return rule ? rule.fault : chance();
  };

  const server = createServer((request, response) => {
    const asked = `${request.method} ${request.url}`;
    proxy.asked.push(asked);
    for (const hear of heard) hear(asked);
    open.add(response);
    response.once("close", () => open.delete(response));
    meet(faultOf(asked), request, response).catch(() => cut(response));
  });

  const meet = async (fault: Fault | undefined, request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { line } = proxy;
    if (line) await pass(line.roundTrip);
    if (fault === "swallow") return;
    if (fault === "cutBefore") return cut(response);
    if (fault === "portal" || typeof fault === "number") return refuse(fault, request, response);
    const answer = await relay(request, proxy.target, line);
    if (fault === "hang" || down === "silent") return void answer.resume();
    if (fault === "cutAfter" || down) return cut(response);
    response.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
    await pipeline(answer, fault === "cutInBody" ? halved : paced(line, () => down === undefined), response);
  };

  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const proxy: FaultProxy = {
    address: `http://localhost:${(server.address() as AddressInfo).port}`,
    target,
    line: undefined,
    asked: [],
    hasBeenAsked: (at, times) =>
      new Promise((resolve) => {
        let left = times;
        const hear = (asked: string) => {
          if (asked.includes(at)) left -= 1;
          if (left > 0) return;
          heard.delete(hear);
          resolve();
        };
        if (times > 0) heard.add(hear);
        else resolve();
      }),
    next: (at, ...faults) => void rules.push(...faults.map((fault) => ({ at, fault, once: true }))),
    always: (at, fault) => {
      const rule = { at, fault, once: false };
      rules.push(rule);
      return () => void rules.splice(rules.indexOf(rule), 1);
    },
    goDown: (how) => {
      down = how;
      if (how === "cut") for (const response of open) cut(response);
    },
    goUp: () => {
      down = undefined;
    },
    flap: async ({ seconds, up, down: without, random, cuts }) => {
      const drawn = ([least, most]: readonly [number, number]) => pass(1_000 * (least + (most - least) * random()));
      const end = Date.now() + 1_000 * seconds;
      chance = () => (random() < cuts ? "cutInBody" : undefined);
      while (Date.now() < end) {
        proxy.goDown(random() < 0.5 ? "cut" : "silent");
        await drawn(without);
        proxy.goUp();
        await drawn(up);
      }
      chance = () => undefined;
    },
    stop: () =>
      new Promise((stopped) => {
        server.close(() => stopped());
        server.closeAllConnections();
      }),
  };
  return proxy;
};

const cut = (response: ServerResponse): void => void response.socket?.resetAndDestroy();

const refuse = async (fault: number | "portal", request: IncomingMessage, response: ServerResponse): Promise<void> => {
  await request.resume().toArray();
  if (fault === "portal")
    response.writeHead(200, { "Content-Type": "text/html" }).end("<html>Free Wi-Fi: accept</html>");
  else
    response.writeHead(fault, { "Content-Type": "application/json" }).end('{"error":"injected","reason":"injected"}');
};

const relay = (request: IncomingMessage, target: string, line: Line | undefined): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const { method, url, rawHeaders } = request;
    const onward = forward(`${target}${url}`, { method, headers: rawHeaders, setHost: false }, resolve);
    onward.once("error", reject);
    pipeline(
      request,
      paced(line, () => true),
      onward,
    ).catch(reject);
  });

/** Lets through what the line can carry; stops for good once `isUp` says no. */
const paced = (line: Line | undefined, isUp: () => boolean) =>
  async function* (source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of source)
      for (let at = 0; at < chunk.length; at += piece) {
        const part = chunk.subarray(at, at + piece);
        if (line) await pass((part.length * 8) / line.rate);
        if (!isUp()) await new Promise(() => {});
        yield part;
      }
  };

/** Bytes that are let through at once. */
const piece = 4_096;

const halved = async function* (source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  for await (const chunk of source) {
    yield chunk.subarray(0, chunk.length >> 1);
    throw new Error("cut in mid-body");
  }
};

/** Chance that is the same for the same seed (mulberry32), in [0, 1). */
export const aRandom = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};
