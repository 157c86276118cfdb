// Keeps what each screen's page says that it needs, no more, so that a screen that is switched on while the server is gone still starts.
let turn = Promise.resolve(); // one keeping at a time
const shelf = screen => `screen:${screen}`;
addEventListener('install', () => skipWaiting());
addEventListener('activate', event => event.waitUntil(clients.claim()));
addEventListener('message', event => event.waitUntil(turn = turn.then(() => keep(event.data)).catch(() => { /* the next programme asks again */ })));
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
  const stored = await Promise.allSettled([page, ...parts.filter(part => !kept.has(part))].map(address => store(cache, address)));
  if (stored.some(one => one.status === 'rejected')) return;
  await Promise.all([...kept].filter(address => !addresses.includes(address)).map(address => cache.delete(address)));
}

// Whole before it is put: a server that goes in the middle of its answer must not take with it what was kept.
async function store(cache, address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  const headers = new Headers(answer.headers);
  for (const name of ['Content-Encoding', 'Content-Length']) headers.delete(name); // of what was sent, not of what is kept
  await cache.put(address, new Response(await answer.blob(), { headers }));
}
