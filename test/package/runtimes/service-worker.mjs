// A browser's service worker: answers as the gateway under /gateway.
import { makeHandler } from "./check.mjs";

const { origin } = self.location;
const handler = makeHandler(`${origin}/upstream`);

self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  if (event.request.url.startsWith(`${origin}/gateway/`)) event.respondWith(handler(event.request));
});
