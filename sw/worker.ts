import { createHandlerBoundToURL, type PrecacheEntry, precacheAndRoute } from "workbox-precaching";
import { NavigationRoute, registerRoute } from "workbox-routing";
import { type FromWorker, isToWorker } from "./messages.ts";

declare const self: ServiceWorkerGlobalScope;
/** Written in by `vite-plugin.ts`. */
declare const __PRECACHE__: PrecacheEntry[];

// The shell, every chunk and every language, so that a page never asks for a chunk that is gone. Nothing else is
// ever put into a cache: whatever is not listed, `/db/` and `/healthz` above all, goes to the network untouched.
// A part that could not be fetched is asked for under another address (`import-again.ts`).
precacheAndRoute(__PRECACHE__, { cleanURLs: false, ignoreURLParametersMatching: [/^again$/] });

registerRoute(
  new NavigationRoute(createHandlerBoundToURL("/index.html"), {
    denylist: [/^\/db(?:[/?]|$)/, /^\/healthz(?:[/?]|$)/],
  }),
);

self.addEventListener("message", (event) => {
  if (isToWorker(event.data)) event.waitUntil(self.skipWaiting());
});

// A waiting worker stays waiting until the page says "take-over": never in the middle of a form.
self.addEventListener("activate", (event) => {
  event.waitUntil(self.clients.claim().then(tellPages));
});

const tellPages = async (): Promise<void> => {
  const pages = await self.clients.matchAll({ type: "window" });
  const message: FromWorker = { type: "ready-offline" };
  for (const page of pages) page.postMessage(message);
};
