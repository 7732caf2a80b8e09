/** Milliseconds that the tab before has to finish what it writes; a frozen one does not answer and is passed over. */
const patience = 2_000;

export type ActiveTab = {
  /** Resolves once no other tab works with the store. */
  readonly ready: Promise<void>;
  release(): void;
};

/**
 * One tab works with an account's store at a time. The newest one asks for it; the one before closes the store, says so to whoever
 * looks at it, and only then lets go, so that nothing is written that the new one has not read.
 */
export const becomeActiveTab = (name: string, handOver: () => Promise<void>): ActiveTab => {
  const lock = `prystan:${name}`;
  const channel = new BroadcastChannel(lock);
  const released = deferred();
  const ready = deferred();
  let state: "asking" | "working" | "over" = "asking";

  const handOverLock = async () => {
    if (state === "over") return;
    state = "over";
    channel.close();
    await handOver().finally(released.open);
  };
  const work = () => {
    if (state === "over") return;
    state = "working";
    channel.onmessage = () => void handOverLock();
    ready.open();
    return released.passed;
  };
  const ask = async () => {
    const asking = new AbortController();
    setTimeout(() => asking.abort(), patience);
    channel.postMessage("to me, please");
    try {
      await navigator.locks.request(lock, { signal: asking.signal }, work);
    } catch {
      if (state === "asking") await navigator.locks.request(lock, { steal: true }, work);
      else await handOverLock();
    }
  };
  void ask().catch(handOverLock);
  return {
    ready: ready.passed,
    release: () => {
      state = "over";
      channel.close();
      released.open();
    },
  };
};

const deferred = () => {
  let open = () => {};
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { passed, open };
};
