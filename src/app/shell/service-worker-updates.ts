import type { Workbox } from "workbox-window";
import type { ToWorker } from "../../../sw/messages.ts";
import { trustedScript } from "../../device/trusted-script.ts";
import { isFormPath } from "./is-form-path.ts";

/** A newer version of the app that has been fetched and waits. Nothing changes until the volunteer asks for it. */
export type ServiceWorkerUpdates = {
  subscribe(listener: () => void): () => void;
  isWaiting(): boolean;
  /** Hands over to the new version and reloads the page. Only for a page without an unfinished form. */
  takeOver(): void;
};

export type FollowedServiceWorker = {
  readonly updates: ServiceWorkerUpdates;
  /** Fetches the worker, and asks for newer ones from then on. Not needed to show the lock. */
  register(): void;
};

/** To be called first of all: a newer version can take charge while the page is still loading, and says so only once. */
export const followServiceWorker = (): FollowedServiceWorker => {
  const { serviceWorker } = navigator as { readonly serviceWorker?: ServiceWorkerContainer };
  if (!serviceWorker || import.meta.env.DEV) return { updates: none, register: () => {} };
  const listeners = new Set<() => void>();
  let waiting = false;
  let asked = false;
  const offer = () => {
    waiting = true;
    for (const listener of listeners) listener();
  };
  const look = async () => {
    if (!(await isOutdated(document))) return;
    // Another page asked for it, or it took its time: not in the middle of a form.
    if (asked || !isFormPath(location.pathname)) location.reload();
    else offer();
  };
  let inCharge = serviceWorker.controller;
  serviceWorker.addEventListener("controllerchange", () => {
    if (inCharge) void look();
    inCharge = serviceWorker.controller;
  });
  // No form has been begun yet.
  if (inCharge) void isOutdated(document).then((outdated) => outdated && location.reload());
  const follow = (workbox: Workbox) => {
    workbox.addEventListener("waiting", offer);
    window.setInterval(() => void workbox.update().catch(ignoreNoNetwork), hour);
    return workbox.register();
  };
  return {
    updates: {
      subscribe: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      isWaiting: () => waiting,
      takeOver: () => {
        asked = true;
        void tellWaiting({ type: "take-over" });
        window.setTimeout(() => location.reload(), patience);
      },
    },
    register: () => {
      import("workbox-window").then(({ Workbox }) => follow(new Workbox(trustedScript("/sw.js")))).catch(withoutWorker);
    },
  };
};

/**
 * Whether the worker in charge would show another page than this one: it took charge after this page was fetched from its
 * predecessor, sometimes so early in the page's life that nothing is heard of it. One that is about to take charge answers when it
 * has.
 */
const isOutdated = async (page: Document): Promise<boolean> => {
  const script = page.querySelector("script[src]")?.getAttribute("src");
  const served = await fetch("/index.html").then((answer) => (answer.ok ? answer.text() : undefined), ignoreNoNetwork);
  return script !== undefined && script !== null && served !== undefined && !served.includes(script);
};

/**
 * Milliseconds for the old version to let go. Chromium keeps it for up to five minutes while it believes it still has
 * work, and a second tap does not help (seen once in about 30); a page that leaves ends that work. What is loaded then may
 * still be the old version's, and is loaded once more.
 */
const patience = 2_000;

/** A phone is open for a whole shift: it asks for a new version once an hour. */
const hour = 3_600_000;
const ignoreNoNetwork = () => undefined;
/** Forbidden by a setting or a private window: the app works, only not offline after a reload. */
const withoutWorker = () => {};

const tellWaiting = async (message: ToWorker): Promise<void> => {
  const registration = await navigator.serviceWorker.getRegistration();
  registration?.waiting?.postMessage(message);
};

const none: ServiceWorkerUpdates = { subscribe: () => () => {}, isWaiting: () => false, takeOver: () => {} };
