// Keeps what each screen's page says that it needs, no more, so that a screen that is switched on while the server is gone still starts.
const shelf = screen => `screen:${screen}`;
addEventListener('install', () => skipWaiting());
addEventListener('activate', event => event.waitUntil(clients.claim()));
addEventListener('message', event => event.waitUntil(keep(event.data)));
addEventListener('fetch', event => {
  const { request } = event;
  const { pathname } = new URL(request.url);
  if (request.method !== 'GET' || pathname.endsWith('/live')) return;
  event.respondWith(pathname.startsWith('/site/') ? keptFirst(request) : freshFirst(request));
});

// Addresses under /site/ are named after their content.
const keptFirst = async request => await caches.match(request, { ignoreVary: true }) ?? fetch(request);

async function freshFirst(request) {
  try {
    const fresh = await fetch(request);
    if (fresh.status < 500) return fresh;
    return await caches.match(request, { ignoreVary: true }) ?? fresh;
  } catch (gone) {
    const kept = await caches.match(request, { ignoreVary: true });
    if (kept) return kept;
    throw gone;
  }
}

// What is no longer needed goes only when all that is needed is there: page and assets of one release stay together.
async function keep({ screen, addresses }) {
  const cache = await caches.open(shelf(screen));
  const [page, ...parts] = addresses;
  const kept = new Set((await cache.keys()).map(request => request.url));
  const added = await Promise.allSettled([page, ...parts.filter(part => !kept.has(part))].map(address => cache.add(address)));
  if (added.some(one => one.status === 'rejected')) return;
  await Promise.all([...kept].filter(address => !addresses.includes(address)).map(address => cache.delete(address)));
}
