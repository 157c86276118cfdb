// Keeps the page, its style, script, fonts and pictures, so that a screen that is switched on while the server is gone still starts.
const store = 'hedensted-screen';
addEventListener('install', () => skipWaiting());
addEventListener('activate', event => event.waitUntil(clients.claim()));
addEventListener('fetch', event => {
  const { request } = event;
  const { pathname } = new URL(request.url);
  if (request.method !== 'GET' || pathname.endsWith('/live')) return;
  event.respondWith((async () => {
    const cache = await caches.open(store);
    const kept = await cache.match(request);
    if (kept && pathname.startsWith('/site/')) return kept; // named after its content
    try {
      const fresh = await fetch(request);
      if (fresh.ok) await cache.put(request, fresh.clone());
      return fresh.status >= 500 && kept ? kept : fresh;
    } catch (gone) {
      if (kept) return kept;
      throw gone;
    }
  })());
});
