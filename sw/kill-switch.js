// Put in the place of sw.js when a released worker is broken (sw/README.md). It has no fetch handler, so every request
// goes to the network; it removes the precache and itself. IndexedDB, with all that is unsent, is not touched.
self.addEventListener("install", () => self.skipWaiting());

self.addEventListener("activate", (event) => {
  event.waitUntil(leave());
});

const leave = async () => {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith("workbox-precache")).map((name) => caches.delete(name)));
  await self.registration.unregister();
};
