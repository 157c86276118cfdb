// An info screen: shows the last good programme whatever happens to the server, and never nothing.
const slug = document.body.dataset.slug;
const memory = `hedensted.programme.${slug}`;
const stage = document.getElementById('stage');
const zone = 'Europe/Copenhagen';
const day = new Intl.DateTimeFormat('da-DK', { weekday: 'long', day: 'numeric', month: 'long', timeZone: zone });
const time = new Intl.DateTimeFormat('da-DK', { hour: '2-digit', minute: '2-digit', timeZone: zone });
const isoDay = new Intl.DateTimeFormat('sv-SE', { timeZone: zone });

let programme = remembered();
let skew = 0; // the server's clock minus this machine's, in milliseconds
let turn = -1;
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
  where.append([here ? null : event.place, event.room].filter(Boolean).join(' · ') || (here && event.status === 'SCHEDULED' ? 'Her i huset' : ''));
  what.append(where);
  item.append(when, what);
  return item;
}

// Ended events leave by themselves, also when the server is gone.
const coming = () => programme.events.filter(event => Date.parse(event.endsAt) > now());

function turns() {
  const events = coming();
  const portrait = matchMedia('(orientation: portrait)').matches;
  const size = portrait ? 6 : 4;
  const pages = [];
  for (let at = 0; at < Math.min(events.length, programme.maxItems); at += size) {
    const page = events.slice(at, at + size);
    pages.push({ seconds: programme.seconds, draw: () => {
      const list = element('ul', 'events');
      list.append(...page.map(eventItem));
      return [element('h1', '', programme.heading), list];
    } });
  }
  const slides = programme.slides
    .filter(slide => !slide.until || Date.parse(slide.until) > now())
    .map(slide => ({ seconds: slide.seconds, draw: () => [slideElement(slide)] }));
  const all = [];
  for (let i = 0; i < Math.max(pages.length, slides.length); i++) all.push(...pages.slice(i, i + 1), ...slides.slice(i, i + 1));
  return all.length ? all : [{ seconds: 30, draw: () => [slideElement(programme.fallback)] }];
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
  const all = turns();
  turn = (stay ? Math.max(turn, 0) : turn + 1) % all.length;
  stage.replaceChildren(...all[turn].draw());
  turning = setTimeout(draw, all[turn].seconds * 1000);
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
listen();
addEventListener('resize', () => draw(true));
if ('serviceWorker' in navigator) navigator.serviceWorker.register('/skaerm/worker.js').catch(() => { /* without it the screen needs the server to start, no more */ });
