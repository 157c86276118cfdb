// An info screen: shows the last good programme whatever happens to the server, and never nothing.
const slug = document.body.dataset.slug;
const memory = `hedensted.programme.${slug}`;
const isPreview = 'preview' in document.body.dataset; // a draft: nothing of it is kept, and nothing else is followed
const stage = document.getElementById('stage');
const zone = 'Europe/Copenhagen';
const day = new Intl.DateTimeFormat('da-DK', { weekday: 'long', day: 'numeric', month: 'long', timeZone: zone });
const time = new Intl.DateTimeFormat('da-DK', { hour: '2-digit', minute: '2-digit', timeZone: zone });
const isoDay = new Intl.DateTimeFormat('sv-SE', { timeZone: zone });

let programme = remembered();
let skew = 0; // the server's clock minus this machine's, in milliseconds
let showing = 'slide'; // so that the first turn is the list
let listFrom = 0;
let listShown = 0;
let slideAt = -1;
let turning;

const now = () => new Date(Date.now() + skew);

function remembered() {
  try {
    const own = JSON.parse(document.getElementById('programme').textContent);
    if (own.position) return own;
  } catch { /* the page came from the cache without a programme; the memory below has one */ }
  try { return JSON.parse(localStorage.getItem(memory)); } catch { return null; }
}

function remember(next) {
  programme = next;
  if (next.assets !== document.body.dataset.assets) { location.reload(); return; } // a new release of this page
  skew = Date.parse(next.serverTime) - Date.now();
  try { localStorage.setItem(memory, JSON.stringify(next)); } catch { /* a full or forbidden store costs only the memory */ }
  draw(true);
  keep();
}

// Tells the worker what this screen needs to start without a server: the page first, then its files and pictures.
async function keep() {
  const worker = (await navigator.serviceWorker?.ready)?.active;
  const files = performance.getEntriesByType('resource').map(entry => new URL(entry.name)).filter(address => address.pathname.startsWith('/site/'));
  const pictures = [...document.images].map(image => image.src).concat([...(programme?.slides ?? []), programme?.fallback].map(slide => slide?.image));
  const parts = [...files, ...pictures.filter(Boolean).map(address => new URL(address, location))].map(address => address.href);
  worker?.postMessage({ screen: slug, addresses: [location.href.split('#')[0], ...new Set(parts)] });
}

function element(name, className, text) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}

function dayOf(event) {
  const today = isoDay.format(now());
  const tomorrow = isoDay.format(new Date(now().getTime() + 864e5));
  if (event.localDate <= today) return 'I dag';
  if (event.localDate === tomorrow) return 'I morgen';
  return event.shortDate;
}

function eventItem(event) {
  const item = element('li', event.status === 'CANCELLED' || event.status === 'POSTPONED' ? 'cancelled' : '');
  item.style.setProperty('--focus', event.colour);
  const when = element('div', 'when');
  when.append(element('b', '', dayOf(event)), event.time);
  const what = element('div');
  what.append(element('div', 'what', event.title));
  const where = element('div', 'where');
  if (event.status !== 'SCHEDULED') where.append(element('span', 'status', event.statusText), ' ');
  // Whoever stands before the screen knows which house it is.
  const here = event.place === programme.house;
  where.append([event.kind, here ? null : event.place, event.room].filter(Boolean).join(' · ') || (here && event.status === 'SCHEDULED' ? 'Her i huset' : ''));
  what.append(where);
  item.append(when, what);
  return item;
}

// Ended events leave by themselves, also when the server is gone.
const coming = () => programme.events.filter(event => Date.parse(event.endsAt) > now());

// A page of the list: as many events from this one on as the stage has room for.
function drawEvents(events, from) {
  const list = element('ul', 'events');
  stage.replaceChildren(element('h1', '', programme.heading), list);
  const floor = stage.getBoundingClientRect().bottom - parseFloat(getComputedStyle(stage).paddingBottom);
  let shown = 0;
  for (const event of events.slice(from)) {
    const item = eventItem(event);
    list.append(item);
    if (shown > 0 && item.getBoundingClientRect().bottom > floor) { item.remove(); break; }
    shown++;
  }
  return shown;
}

function slideElement(slide) {
  const made = element('section', slide.colour ? 'slide focus' : 'slide');
  if (slide.colour) made.style.setProperty('--focus', slide.colour);
  if (slide.eyebrow) made.append(element('div', 'eyebrow', slide.eyebrow));
  if (slide.image) {
    const image = element('img', slide.title || slide.text ? '' : 'full');
    image.src = slide.image;
    image.alt = slide.imageAlt ?? '';
    image.onerror = () => image.remove();
    made.append(image);
  }
  if (slide.title) made.append(element('h1', '', slide.title));
  if (slide.text) made.append(element('p', '', slide.text));
  return made;
}

function draw(stay) {
  clearTimeout(turning);
  if (!programme) { turning = setTimeout(draw, 5000); return; }
  document.documentElement.classList.toggle('dark', programme.dark);
  document.getElementById('house').firstChild.textContent = programme.house;
  const banner = document.getElementById('banner');
  const campaign = programme.campaigns.find(one => (!one.from || Date.parse(one.from) <= now()) && (!one.until || Date.parse(one.until) > now()));
  banner.hidden = !campaign;
  banner.className = campaign?.level === 'URGENT' ? 'banner urgent' : 'banner';
  banner.textContent = campaign ? [campaign.title, campaign.message].filter(Boolean).join(' – ') : '';
  const events = coming().slice(0, programme.maxItems);
  const slides = programme.slides.filter(slide => !slide.until || Date.parse(slide.until) > now());
  if (!stay) {
    // List, slide, list, slide …: each goes on where it left off.
    if (showing === 'list') listFrom += listShown; else slideAt++;
    showing = showing === 'list' && slides.length ? 'slide' : 'list';
  }
  if (!events.length) showing = 'slide';
  if (!slides.length && events.length) showing = 'list';
  if (showing === 'list') {
    if (listFrom >= events.length) listFrom = 0;
    listShown = drawEvents(events, listFrom);
    turning = setTimeout(draw, programme.seconds * 1000);
    return;
  }
  const slide = slides.length ? slides[slideAt % slides.length] : programme.fallback;
  stage.replaceChildren(slideElement(slide));
  turning = setTimeout(draw, slide.seconds * 1000);
}

function tick() {
  document.getElementById('clock').textContent = time.format(now()).replace('.', ':');
  document.getElementById('date').textContent = day.format(now());
  setTimeout(tick, 1000 - (now().getTime() % 1000));
}

function listen() {
  const live = new EventSource(`/skaerm/${encodeURIComponent(slug)}/live`);
  const lamp = document.getElementById('offline');
  let heard;
  const alive = () => {
    lamp.hidden = true;
    clearTimeout(heard);
    // Pings come every 15 seconds; a connection that has been silent for three of them is dead though it looks open.
    heard = setTimeout(() => { live.close(); lamp.hidden = false; listen(); }, 45000);
  };
  live.addEventListener('programme', message => { alive(); remember(JSON.parse(message.data)); });
  live.addEventListener('ping', alive);
  live.onopen = alive;
  live.onerror = () => {
    lamp.hidden = false;
    if (live.readyState === EventSource.CLOSED) { clearTimeout(heard); setTimeout(listen, 5000); }
  };
}

tick();
draw();
document.fonts.ready.then(() => { draw(true); if (!isPreview) keep(); }); // other letters, other heights
if (!isPreview) listen();
addEventListener('resize', () => draw(true));
if (!isPreview && 'serviceWorker' in navigator) navigator.serviceWorker.register('/skaerm/worker.js').catch(() => { /* without it the screen needs the server to start, no more */ });
