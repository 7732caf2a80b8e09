import { vi } from "vitest";

type Work = () => Promise<unknown> | undefined;
type Options = { readonly signal?: AbortSignal; readonly steal?: boolean };
type Request = { readonly tab: string; readonly grant: () => void; readonly reject: (why: unknown) => void };

/**
 * As much of a browser as several tabs of one page share: Web Locks and BroadcastChannel, each with a delay of its own choice (milliseconds).
 * For fake timers. What a tab says arrives in the order in which it said it.
 */
export const fakeTabs = (delay: () => number) => {
  const channels = new Map<string, { onmessage?: (event: { data: unknown }) => void }>();
  const arrivals = new Map<string, number>();
  const tabs = new Map<Work, string>();
  const [mute, gone] = [new Set<string>(), new Set<string>()];
  let current = "";
  let holder: Request | undefined;
  let queue: Request[] = [];

  const next = () => {
    holder = queue.shift();
    if (holder) setTimeout(holder.grant, delay());
  };
  const leave = (request: Request) => {
    queue = queue.filter((waiting) => waiting !== request);
    if (holder === request) next();
  };
  const request = (_: string, { signal, steal }: Options, work: Work): Promise<void> =>
    new Promise((resolve, reject) => {
      const tab = tabs.get(work) ?? current;
      tabs.set(work, tab);
      if (gone.has(tab)) return;
      const own: Request = {
        tab,
        reject,
        grant: () => {
          if (holder !== own) return;
          void Promise.resolve(work()).then(() => {
            resolve();
            leave(own);
          }, reject);
        },
      };
      signal?.addEventListener("abort", () => {
        if (!queue.includes(own)) return;
        leave(own);
        reject(signal.reason);
      });
      if (steal) {
        holder?.reject(new DOMException("stolen", "AbortError"));
        queue.unshift(own);
        next();
      } else {
        queue.push(own);
        if (!holder) next();
      }
    });
  class Channel {
    readonly tab = current;
    onmessage?: (event: { data: unknown }) => void;
    constructor() {
      channels.set(this.tab, this);
    }
    postMessage(data: unknown) {
      if (mute.has(this.tab)) return;
      if (channels.get(this.tab) !== this) throw new DOMException("closed", "InvalidStateError");
      for (const [tab, channel] of channels) {
        if (channel === this) continue;
        const way = `${this.tab} ${tab}`;
        const at = Math.max(arrivals.get(way) ?? 0, performance.now() + delay());
        arrivals.set(way, at);
        setTimeout(() => channels.get(tab) === channel && channel.onmessage?.({ data }), at - performance.now());
      }
    }
    close() {
      if (channels.get(this.tab) === this) channels.delete(this.tab);
    }
  }
  vi.stubGlobal("navigator", { locks: { request } });
  vi.stubGlobal("BroadcastChannel", Channel);
  return {
    /** Runs what opens a tab. */
    inTab: <T>(tab: string, open: () => T): T => {
      current = tab;
      return open();
    },
    /** Hears nothing any more, and holds what it has: a page that the browser froze. */
    freeze: (tab: string) => {
      mute.add(tab);
      channels.set(tab, {});
    },
    /** Somebody closed it: the browser lets go for it. */
    close: (tab: string) => {
      mute.add(tab);
      gone.add(tab);
      channels.delete(tab);
      for (const own of [...queue, ...(holder ? [holder] : [])]) if (own.tab === tab) leave(own);
    },
  };
};
