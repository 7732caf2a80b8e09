import type { Handled, Handling, TestServer } from "./test-server.ts";

/** What may happen to one request on its way. */
export type Fault =
  | "lostBefore"
  | "lostAfter"
  | "twice"
  | "late"
  | "meanwhile"
  | "hangs"
  | "202"
  | "401"
  | "403"
  | "404"
  | "413"
  | "503"
  | "429"
  | "portal"
  | "jsonPortal"
  | "cutOff";

/** One phone's way to the server, with its cookie. */
export type Network = {
  readonly fetch: typeof fetch;
  isOnline: boolean;
  /** The next requests meet these, one each; only those whose path has `faultsAt` in it. */
  readonly faults: Fault[];
  faultsAt: string;
  /** Every request that was made, for a test to look at: `POST site-medyka/_bulk_docs`. */
  readonly requests: string[];
  /** What somebody does on the phone while an answer is on its way. */
  meanwhile: () => Promise<void>;
  /** A request waits for an answer that never comes. */
  hangs: boolean;
  /** Resolves when the next request begins to hang. */
  untilHung(): Promise<undefined>;
  /** Waiting for news is a request that nobody answers, unless a test wants to hear. */
  listens: boolean;
  forgetCookie(): void;
  /** Every request that waits for news breaks off. */
  breakWaits(): void;
  /** The server gets what the network had held back. */
  deliverLate(): Promise<void>;
};

export const openNetwork = (server: TestServer): Network => {
  let cookie: string | undefined;
  const late: Handled[] = [];
  const hung: (() => void)[] = [];
  let waits = new AbortController();
  const handle = async (request: Handled): Promise<Response> => {
    const answer = await server.handle({ ...request, headers: cookie ? { cookie } : {} });
    const set = answer.headers["set-cookie"];
    if (set) cookie = String(set).split(";")[0];
    return responseOf(answer);
  };
  const network: Network = {
    isOnline: true,
    faults: [],
    faultsAt: "",
    requests: [],
    meanwhile: async () => {},
    hangs: false,
    untilHung: () => new Promise((resolve) => hung.push(() => resolve(undefined))),
    listens: false,
    breakWaits: () => {
      waits.abort(new TypeError("fetch failed"));
      waits = new AbortController();
    },
    forgetCookie: () => {
      cookie = undefined;
    },
    deliverLate: async () => {
      for (const request of late.splice(0)) await handle(request);
    },
    fetch: async (input, init = {}) => {
      const path = String(input).replace(/^\/db\//, "");
      const { method = "GET" } = init;
      const signal = init.signal ?? undefined;
      const request = { method, path, body: init.body as string | undefined };
      if (path.includes("feed=longpoll"))
        return endedBy(waits.signal, network.listens ? endedBy(signal, handle(request)) : never(signal));
      network.requests.push(`${method} ${path.split("?")[0]}`);
      if (!network.isOnline) throw new TypeError("fetch failed");
      return endedBy(signal, meetFault(path.includes(network.faultsAt) ? network.faults.shift() : undefined, request));
    },
  };

  const meetFault = async (fault: Fault | undefined, request: Handled): Promise<Response> => {
    switch (fault) {
      case undefined:
        return handle(request);
      case "lostBefore":
        throw new TypeError("fetch failed");
      case "lostAfter":
        await handle(request);
        throw new TypeError("fetch failed");
      case "twice":
        await handle(request);
        return handle(request);
      case "late":
        late.push(request);
        throw new DOMException("too late", "TimeoutError");
      case "meanwhile": {
        const answer = await handle(request);
        if (request.path.endsWith("_bulk_docs")) await network.meanwhile();
        else network.faults.unshift("meanwhile");
        return answer;
      }
      case "hangs":
        await handle(request);
        network.hangs = true;
        for (const tell of hung.splice(0)) tell();
        return new Promise(() => {});
      case "202": {
        const answer = await handle(request);
        return new Response(answer.body, { status: 202, headers: answer.headers });
      }
      case "portal":
        return new Response("<html>Please sign in</html>", { headers: { "Content-Type": "text/html" } });
      case "jsonPortal":
        return json(200, { portal: true });
      case "cutOff":
        return new Response('{"results":[{"id":"per', { headers: { "Content-Type": "application/json" } });
      default:
        return json(Number(fault), { error: "injected", reason: "injected" });
    }
  };
  return network;
};

const responseOf = ({ status, headers, body }: Handling): Response =>
  new Response(body, { status, headers: { "Content-Type": headers["content-type"] ?? "" } });

const json = (status: number, body: object): Response =>
  new Response(JSON.stringify(body), { status, headers: { "Content-Type": "application/json" } });

const never = (signal: AbortSignal | undefined): Promise<Response> => endedBy(signal, new Promise(() => {}));

/**
 * Ends with the signal, as a browser's fetch does; but not for time that ran out, since no time passes on a phone except by its
 * own clock: a busy machine must not look like a slow network.
 */
const endedBy = (signal: AbortSignal | undefined, answer: Promise<Response>): Promise<Response> =>
  new Promise((resolve, reject) => {
    const give = () => (signal?.reason as Error | undefined)?.name !== "TimeoutError" && reject(signal?.reason);
    if (signal?.aborted) give();
    signal?.addEventListener("abort", give, { once: true });
    answer.then(resolve, reject).finally(() => signal?.removeEventListener("abort", give));
  });
