// <hedensted-events>: what happens at the libraries, on anybody's page. It asks the public API, sets no cookie, keeps nothing and loads nothing else.
const site = new URL('../', import.meta.url);
const longest = 5 * 60e3; // between two questions, so that what is published shows
const shortest = 30e3;
const patience = 15e3;

const lists = { 'branch': 'place', 'focus-area': 'focusAreas', 'series': 'series', 'audience': 'audiences', 'kind': 'kind', 'source': 'source' };
const slugs = ['branch', 'focus-area', 'series'];
const asked = [...Object.keys(lists), 'from', 'to', 'limit', 'group', 'images', 'language'];
const worn = ['heading', 'heading-level'];

// The page's styles end at the shadow; what it inherits ends at .frame. Colours follow the page's color-scheme where the browser can tell it.
const sheet = new CSSStyleSheet();
sheet.replaceSync(`
:host { display: block; }
:host([hidden]) { display: none; }
.frame {
  all: initial; display: block; color-scheme: inherit; container-type: inline-size;
  --ink: var(--hedensted-ink, #16241f); --soft: var(--hedensted-ink-soft, #4b5a54); --card: var(--hedensted-card, #fff);
  --line: var(--hedensted-line, #d9d3c6); --accent: var(--hedensted-accent, #0b4f45);
  font: 400 1rem/1.5 var(--hedensted-font, system-ui, "Helvetica Neue", Arial, sans-serif); color: var(--ink); overflow-wrap: break-word;
}
@supports (color: light-dark(#000, #fff)) {
  .frame {
    --ink: var(--hedensted-ink, light-dark(#16241f, #eef4f1)); --soft: var(--hedensted-ink-soft, light-dark(#4b5a54, #b9c6c0));
    --card: var(--hedensted-card, light-dark(#fff, #16241f)); --line: var(--hedensted-line, light-dark(#d9d3c6, #3a4a44));
    --accent: var(--hedensted-accent, light-dark(#0b4f45, #8fd6c2));
  }
}
:host([theme="light"]) .frame { color-scheme: light; }
:host([theme="dark"]) .frame { color-scheme: dark; }
h1, h2, h3, h4, h5, h6, p, ul { margin: 0; padding: 0; font: inherit; }
.panel { background: var(--card); border: 1px solid var(--line); border-radius: var(--hedensted-radius, 12px); padding: 1rem; }
.heading { font-size: 1.35rem; font-weight: 800; line-height: 1.2; margin-bottom: .75rem; }
ul { list-style: none; display: grid; gap: .75rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, var(--hedensted-column, 18rem)), 1fr)); }
li { position: relative; border: 1px solid var(--line); border-left: 5px solid var(--focus, var(--accent)); border-radius: 8px; padding: .75rem .9rem; }
img { display: block; width: calc(100% + 1.8rem); margin: -.75rem -.9rem .75rem; aspect-ratio: 16 / 9; object-fit: cover; border-radius: 0 7px 0 0; }
.when { font-weight: 700; color: var(--accent); }
.date { display: inline-block; }
.date::first-letter { text-transform: uppercase; }
.clock { white-space: nowrap; }
.title { font-size: 1.1rem; font-weight: 800; line-height: 1.25; margin: .15rem 0 .3rem; }
.text { color: var(--soft); display: -webkit-box; -webkit-line-clamp: 3; -webkit-box-orient: vertical; overflow: hidden; margin-bottom: .3rem; }
.reason { font-weight: 700; margin-bottom: .3rem; }
.meta, .stale { color: var(--soft); font-size: .92rem; }
.kind { color: var(--soft); font-size: .92rem; font-weight: 700; }
.status { display: inline-block; border-radius: 5px; padding: 0 .45rem; font-size: .88rem; font-weight: 800; background: #f2b544; color: #16241f; }
.status.cancelled, .status.postponed { background: #b23a1e; color: #fff; }
.cancelled .title { text-decoration: line-through; }
a { color: var(--accent); text-underline-offset: .18em; }
.title a { color: var(--ink); text-decoration: none; }
.title a::after { content: ""; position: absolute; inset: 0; }
li:hover .title a, .title a:focus-visible { text-decoration: underline; }
a:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 3px; }
.title a:focus-visible::after { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 8px; }
.more { margin-top: .75rem; }
.stale { margin-top: .5rem; }
@container (max-width: 22rem) { .panel { padding: .6rem; } }
`);

function element(name, part, ...content) {
  const made = document.createElement(name);
  if (part) { made.className = part; made.setAttribute('part', part); }
  made.append(...content.filter(one => one || one === 0));
  return made;
}

function link(part, path, text) {
  const made = element('a', part, text);
  made.href = new URL(path, site).href;
  return made;
}

class HedenstedEvents extends HTMLElement {
  static observedAttributes = [...asked, ...worn];

  #frame = element('div', 'frame');
  #answer = null; // the last one that came
  #text = ''; // the same as it came, so that one that says nothing new moves nothing
  #heardAt = null;
  #failures = 0;
  #due = 0;
  #timer;
  #question; // the one that is under way
  #isPlanned = false;

  constructor() {
    super();
    this.attachShadow({ mode: 'open' }).adoptedStyleSheets = [sheet];
    this.#frame.lang = 'da';
  }

  connectedCallback() {
    document.addEventListener('visibilitychange', this.#seen);
    this.#draw();
    this.#plan();
  }

  disconnectedCallback() {
    document.removeEventListener('visibilitychange', this.#seen);
    clearTimeout(this.#timer);
    this.#question?.abort();
    this.#question = null;
  }

  attributeChangedCallback(name, before, after) {
    if (!this.isConnected || before === after) return;
    if (worn.includes(name)) this.#draw();
    else this.#plan();
  }

  /** Asks anew at once. */
  refresh() { return this.#ask(); }

  // Several attributes that change together are one question.
  #plan() {
    if (this.#isPlanned) return;
    this.#isPlanned = true;
    queueMicrotask(() => {
      this.#isPlanned = false;
      if (this.isConnected) this.#ask();
    });
  }

  // A page that nobody looks at asks nothing; it catches up when it is seen.
  #seen = () => { if (!document.hidden && Date.now() >= this.#due) this.#ask(); };

  #next(milliseconds) {
    clearTimeout(this.#timer);
    this.#due = Date.now() + milliseconds;
    this.#timer = setTimeout(this.#seen, milliseconds);
  }

  #values(name) { return (this.getAttribute(name) ?? '').split(',').map(value => value.trim()).filter(Boolean); }

  // The same choices as the feeds have, in GraphQL's words.
  get #variables() {
    const where = { listed: { eq: true } };
    for (const [name, field] of Object.entries(lists)) {
      const values = this.#values(name);
      if (!values.length) continue;
      const fits = slugs.includes(name) ? { slug: { in: values } } : { in: values.map(value => value.toUpperCase().replaceAll('-', '_')) };
      where[field] = ['focus-area', 'audience'].includes(name) ? { some: fits } : fits;
    }
    const [from, to] = ['from', 'to'].map(name => this.getAttribute(name)?.trim() || null);
    if (from || to) where.overlaps = { from, to };
    if (!from) where.relative = 'UPCOMING';
    const limit = parseInt(this.getAttribute('limit') ?? '', 10);
    return {
      where,
      first: Math.min(Math.max(limit || 6, 1), 50),
      group: this.getAttribute('group')?.toLowerCase() === 'series' ? 'SERIES' : 'NONE',
      images: this.hasAttribute('images'),
    };
  }

  async #fetch(document, variables, signal) {
    const address = new URL(`graphql/${document}`, site);
    if (variables) address.searchParams.set('variables', JSON.stringify(variables));
    const language = this.getAttribute('language');
    if (language) address.searchParams.set('language', language);
    const response = await fetch(address, {
      credentials: 'omit', referrerPolicy: 'no-referrer', signal, headers: { accept: 'application/graphql-response+json' },
      cache: this.#answer ? 'no-cache' : 'default', // whoever asks again wants to know: the same answer costs a 304
    });
    const text = await response.text();
    let body;
    try { body = JSON.parse(text); } catch { throw new Error(`${address.origin} svarede ${response.status}.`); }
    if (!body.data || body.errors) throw Object.assign(new Error(body.errors?.[0]?.message ?? `${address.origin} svarede ${response.status}.`), { wait: response.headers.get('retry-after') * 1000 });
    return { text, data: body.data };
  }

  async #ask() {
    this.#question?.abort();
    const question = this.#question = new AbortController();
    const givenUp = setTimeout(() => question.abort(), patience);
    this.#next(longest);
    const variables = this.#variables;
    try {
      const { text, data } = await this.#fetch('embed-events', variables, question.signal);
      if (question !== this.#question) return; // another one has been asked meanwhile
      const isNew = text !== this.#text || this.#failures > 0;
      [this.#answer, this.#text, this.#heardAt, this.#failures] = [data, text, new Date(), 0];
      if (isNew || this.#isOver) this.#draw();
      this.#next(Math.min(longest, Math.max(shortest, this.#firstEnd - Date.now())));
      if (!data.occurrences.nodes.length) this.#doubt(question);
    } catch (error) {
      if (question !== this.#question) return;
      this.#failures++;
      this.#draw();
      this.#next(Math.max(error.wait || 0, Math.min(longest, shortest * 2 ** (this.#failures - 1))));
      console.warn(`hedensted-events: ${error.message}`);
    } finally {
      clearTimeout(givenUp);
      if (question === this.#question) this.dispatchEvent(new CustomEvent('hedensted-events', { detail: { ok: this.#failures === 0, count: this.#shown.length } }));
    }
  }

  // Nothing fits. When something is asked for that there is not, whoever put it on the page is told.
  async #doubt(question) {
    const wanted = slugs.filter(name => this.#values(name).length);
    if (!wanted.length) return;
    const { data } = await this.#fetch('embed-values', null, question.signal).catch(() => ({}));
    const known = data && { 'branch': [...data.branches, ...data.outreachPlaces], 'focus-area': data.focusAreas, 'series': data.events.nodes };
    for (const name of known ? wanted : []) {
      const there = known[name].map(one => one.slug);
      for (const value of this.#values(name).filter(value => !there.includes(value))) {
        console.warn(`hedensted-events: ${name}="${value}" findes ikke. Der er ${there.join(', ')}.`);
      }
    }
  }

  // What has ended leaves by itself, also when the server is gone.
  get #shown() {
    const all = this.#answer?.occurrences.nodes ?? [];
    return this.getAttribute('from') ? all : all.filter(event => Date.parse(event.endsAt) > Date.now());
  }

  get #isOver() { return this.#shown.length < (this.#answer?.occurrences.nodes.length ?? 0); }

  get #firstEnd() { return Math.min(...this.#shown.map(event => Date.parse(event.endsAt)).filter(end => end > Date.now()), Infinity); }

  get #calendar() {
    const address = new URL(site);
    for (const [name, key, most] of [['branch', 'hus', 1], ['focus-area', 'fokus', 8], ['audience', 'for', 1]]) {
      const values = this.#values(name);
      if (values.length <= most) values.forEach(value => address.searchParams.append(key, name === 'audience' ? value.toUpperCase() : value));
    }
    return address.href;
  }

  // Before the first answer, and without one: what the page itself has between the tags, in its own looks, else a link of ours. Never an empty box.
  #draw() {
    const isOurs = this.#answer || !(this.children.length || this.textContent.trim());
    const focused = this.shadowRoot.activeElement?.href;
    if (isOurs) this.#frame.replaceChildren(this.#answer ? this.#panel() : this.#waiting());
    this.shadowRoot.replaceChildren(isOurs ? this.#frame : element('slot'));
    if (focused) [...this.#frame.querySelectorAll('a')].find(one => one.href === focused)?.focus();
  }

  #waiting() {
    const text = this.#failures ? 'Arrangementerne kan ikke hentes lige nu. ' : 'Henter arrangementer … ';
    const said = element('p', 'message', text, link('link', this.#calendar, 'Se dem i bibliotekets kalender'));
    said.setAttribute('role', 'status');
    return element('div', 'panel', said);
  }

  #panel() {
    const heading = this.getAttribute('heading')?.trim();
    const level = Math.min(Math.max(parseInt(this.getAttribute('heading-level') ?? '', 10) || 2, 1), heading ? 5 : 6);
    const panel = element(heading ? 'section' : 'div', 'panel');
    if (heading) {
      const title = element(`h${level}`, 'heading', heading);
      title.id = 'heading';
      panel.setAttribute('aria-labelledby', title.id);
      panel.append(title);
    }
    const shown = this.#shown;
    if (shown.length) {
      const list = element('ul', 'list', ...shown.map(event => this.#item(event, heading ? level + 1 : level)));
      list.setAttribute('role', 'list'); // Safari forgets it when there are no bullets
      if (!heading) list.setAttribute('aria-label', 'Arrangementer på biblioteket');
      panel.append(list);
    } else {
      const nothing = element('p', 'message', 'Ingen arrangementer lige nu.');
      nothing.setAttribute('role', 'status');
      panel.append(nothing);
    }
    panel.append(element('p', 'more', link('link', this.#calendar, `Se hele kalenderen hos ${this.#answer.site.title}`)));
    if (this.#failures) {
      const time = new Intl.DateTimeFormat('da-DK', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Copenhagen' }).format(this.#heardAt);
      panel.append(element('p', 'stale', `Kan ikke opdateres lige nu. Listen er fra kl. ${time}.`));
    }
    return panel;
  }

  #item(event, level) {
    const status = event.status === 'SCHEDULED' ? null : element('span', `status ${event.status.toLowerCase()}`, event.statusText);
    const time = element('time', 'time', element('span', 'date', event.displayDate), ' ', element('span', 'clock', event.displayTime));
    time.dateTime = event.startsAt;
    const title = element(`h${level}`, 'title', link('link', event.path, event.title));
    const moved = event.previousDisplay && `Flyttet fra ${event.previousDisplay}.`;
    const reason = event.status !== 'SCHEDULED' && event.statusReason;
    const more = event.moreDates && (event.moreDates === 1 ? '1 dato mere' : `${event.moreDates} datoer mere`);
    const isDialogue = event.source === 'DIALOGUE_MEETING';
    const text = isDialogue && event.event.topic || event.teaser;
    const said = !reason && text ? element('p', 'text', text) : null;
    const { language } = this.#answer.site; // what editors wrote is in it, what we say is Danish
    if (language) for (const written of [title, said].filter(Boolean)) written.lang = language;
    const item = element('li', `event ${event.status.toLowerCase()}`,
      event.image && this.#picture(event.image),
      isDialogue && element('p', 'kind', 'Dialogmøde'),
      element('p', 'when', status, status && ' ', time),
      title,
      (moved || reason) && element('p', 'reason', [moved, reason].filter(Boolean).join(' ')),
      said,
      element('p', 'meta', [event.place?.title, event.price, more].filter(Boolean).join(' · ')));
    const colour = event.focusAreas[0]?.colour;
    if (/^#[0-9a-f]{6}$/i.test(colour)) item.style.setProperty('--focus', colour);
    return item;
  }

  // Decoration: the title says what it is. One that the page's policy refuses leaves no gap.
  #picture({ url }) {
    const image = element('img', 'image');
    Object.assign(image, { alt: '', loading: 'lazy', decoding: 'async', width: 480, height: 270, referrerPolicy: 'no-referrer', onerror: () => image.remove(), src: new URL(url, site).href });
    return image;
  }
}

if (!customElements.get('hedensted-events')) customElements.define('hedensted-events', HedenstedEvents);
