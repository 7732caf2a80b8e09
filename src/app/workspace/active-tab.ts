import { deferred } from "./deferred.ts";
import { type TabMessage, waitingTurn } from "./waiting-turn.ts";

export type ActiveTab = {
  /** Resolves once no other tab works with the store; never where a newer tab wanted it before. */
  readonly ready: Promise<void>;
  release(): void;
};

/** Milliseconds in which another waiting tab answers the tab that has just been given the store. */
const aMoment = 200;

/**
 * One tab works with an account's store at a time, however many ask. The newest one gets it; the one before closes the store, says so to
 * whoever looks at it, and only then lets go, so that nothing is written that the new one has not read. Who has the lock says so under a
 * name of its own, and lets go only when it is asked by that name: a late answer is meant for an earlier tab.
 */
export const becomeActiveTab = (name: string, handOver: () => Promise<void>): ActiveTab => {
  const lock = `prystan:${name}`;
  const channel = new BroadcastChannel(lock);
  const own = crypto.randomUUID();
  const released = deferred();
  const ready = deferred();
  let state: "waiting" | "holding" | "working" | "over" = "waiting";
  const say = (message: TabMessage) => channel.postMessage(message);
  const turn = waitingTurn(say);

  const end = () => {
    state = "over";
    turn.end();
    channel.close();
  };
  const letGo = async () => {
    if (state === "over") return;
    end();
    await handOver().finally(released.open);
  };
  const begin = () => {
    if (state !== "holding") return;
    state = "working";
    ready.open();
  };
  const hold = () => {
    if (state === "over") return;
    state = "holding";
    turn.end();
    say({ holder: own });
    // Another tab that waits behind this one is newer: this one does not even begin.
    if (turn.hasCompany()) setTimeout(begin, aMoment);
    else begin();
    return released.passed;
  };
  channel.onmessage = ({ data }: MessageEvent<TabMessage>) => {
    if (state === "waiting") turn.hear(data);
    // An app of before says it in so many words, to whomever.
    else if (data === "to me, please" || (isAsking(data) && data.wanted === own)) void letGo();
    else if (isAsking(data)) say({ holder: own });
  };
  const ask = async () => {
    try {
      await navigator.locks.request(lock, { signal: turn.signal }, hold);
    } catch {
      if (state === "waiting") await navigator.locks.request(lock, { steal: true }, hold);
      else await letGo(); // another tab passed this one over
    }
  };
  turn.begin();
  void ask().catch(letGo);
  return {
    ready: ready.passed,
    release: () => {
      end();
      released.open();
    },
  };
};

const isAsking = (message: TabMessage) => typeof message === "object" && "wanted" in message;
