import type { Workbox } from "workbox-window";
import type { ToWorker } from "../../sw/messages.ts";

/** A newer version of the app that has been fetched and waits. Nothing changes until somebody says so. */
export type Updates = {
  subscribe(listener: () => void): () => void;
  isWaiting(): boolean;
  /** Hands over to the new version and reloads the page. Only for a page without an unfinished form. */
  takeOver(): void;
};

export const registerWorker = (): Updates => {
  const listeners = new Set<() => void>();
  let waiting = false;
  if (!("serviceWorker" in navigator) || import.meta.env.DEV) return none;
  const follow = (workbox: Workbox) => {
    workbox.addEventListener("waiting", () => {
      waiting = true;
      for (const listener of listeners) listener();
    });
    workbox.addEventListener("controlling", (event) => {
      if (event.isUpdate) location.reload();
    });
    window.setInterval(() => void workbox.update().catch(ignoreNoNetwork), hour);
    return workbox.register();
  };
  // Not needed to show the lock.
  import("workbox-window").then(({ Workbox }) => follow(new Workbox(workerAddress()))).catch(withoutWorker);
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    isWaiting: () => waiting,
    takeOver: () => {
      void tellWaiting({ type: "take-over" });
      window.setTimeout(() => location.reload(), patience);
    },
  };
};

/**
 * Milliseconds for the old version to let go. Chromium keeps it for up to five minutes while it believes it still has
 * work, and a second tap does not help (seen once in about 30); a page that leaves ends that work.
 */
const patience = 2_000;

/** A phone is open for a whole shift: it asks for a new version once an hour. */
const hour = 3_600_000;
const ignoreNoNetwork = () => {};
/** Forbidden by a setting or a private window: the app works, only not offline after a reload. */
const withoutWorker = () => {};

const tellWaiting = async (message: ToWorker): Promise<void> => {
  const registration = await navigator.serviceWorker.getRegistration();
  registration?.waiting?.postMessage(message);
};

const none: Updates = { subscribe: () => () => {}, isWaiting: () => false, takeOver: () => {} };

type TrustedTypes = {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): string };
};

/** Under Trusted Types a script's address must come from a policy; this one knows a single address. */
const workerAddress = (): string => {
  const trusted = (globalThis as { readonly trustedTypes?: TrustedTypes }).trustedTypes;
  return trusted?.createPolicy("sw", { createScriptURL: () => "/sw.js" }).createScriptURL("/sw.js") ?? "/sw.js";
};
