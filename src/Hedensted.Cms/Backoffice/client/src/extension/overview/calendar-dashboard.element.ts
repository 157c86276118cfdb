import { css, html, nothing } from '@umbraco-cms/backoffice/external/lit';
import { UmbLitElement } from '@umbraco-cms/backoffice/lit-element';
import { ask } from '../own-operations.js';
import { readAloudOnly } from '../shared-styles.js';
import { byDay, count, type Calendar, type DayContent } from './calendar.js';
import { capital, firstOfMonth, longDay, monthName, plusMonths, weeksOf, type Day } from './dates.js';
import { dayContent, dayContentStyles } from './day-content.js';
import { DayChosen, MonthGridElement } from './month-grid.element.js';
import { onDocumentsSaved } from './saved-elsewhere.js';

const narrow = 720; // pixels; below, days stand under each other
const compact = 980;

/** «Det sker / det udgives»: a month of what happens and what is planned, with what stands in the way of each other. */
export default class CalendarDashboardElement extends UmbLitElement {
  static override properties = {
    _calendar: { state: true },
    _day: { state: true },
    _month: { state: true },
    _place: { state: true },
    _asList: { state: true },
    _width: { state: true },
    _failed: { state: true },
  };

  declare _calendar: Calendar | undefined;
  declare _day: Day;
  declare _month: Day;
  declare _place: string;
  declare _asList: boolean;
  declare _width: number;
  declare _failed: boolean;

  #asking?: AbortController;
  #width = new ResizeObserver(([own]) => (this._width = own!.contentRect.width));

  constructor() {
    super();
    this._day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' }).format(new Date());
    this._month = firstOfMonth(this._day);
    this._place = '';
    this._asList = false;
    this._width = 1000;
    this._failed = false;
    onDocumentsSaved(this, () => void this.#read());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#width.observe(this);
    void this.#read();
  }

  override disconnectedCallback(): void {
    this.#width.disconnect();
    this.#asking?.abort();
    super.disconnectedCallback();
  }

  async #read(): Promise<void> {
    this.#asking?.abort();
    const asking = (this.#asking = new AbortController());
    const weeks = weeksOf(this._month);
    const calendar = await ask<Calendar>(this, 'calendar', { from: weeks[0]![0], to: weeks.at(-1)![6], place: this._place || undefined }, asking.signal);
    if (asking.signal.aborted) return;
    this._failed = !calendar;
    this._calendar = calendar ?? this._calendar;
  }

  #show(day: Day): void {
    this._day = day;
    if (firstOfMonth(day) === this._month) return;
    this._month = firstOfMonth(day);
    void this.#read();
  }

  #choose = async (event: DayChosen): Promise<void> => {
    this.#show(event.day);
    if (!event.enter) return;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#day')?.focus();
  };

  override render() {
    const content: ReadonlyMap<Day, DayContent> = this._calendar && this.#isOfMonth() ? byDay(this._calendar) : new Map<Day, DayContent>();
    const list = this._asList || this._width < narrow;
    return html`
      <header>
        <h1>Det sker / det udgives</h1>
        <p>Det, der er udgivet, det, der er på vej, og det, der udgives eller tages ned af sig selv.</p>
      </header>
      ${this.#toolbar(list)}
      <p class="read-aloud-only" role="status">${this.#summary(content)}</p>
      ${this._failed
        ? html`<p class="message">Kalenderen kunne ikke hentes. <uui-button look="outline" label="Prøv igen" @click=${() => this.#read()}></uui-button></p>`
        : list
          ? this.#list(content)
          : this.#grid(content)}
      ${this.#legend()}
    `;
  }

  #toolbar(list: boolean) {
    return html`
      <div class="toolbar" role="group" aria-label="Måned og sted">
        <h2>${capital(monthName(this._month))}</h2>
        <div class="buttons">
          <uui-button look="outline" compact label="Forrige måned" @click=${() => this.#show(plusMonths(this._day, -1))}><uui-icon name="icon-navigation-left"></uui-icon></uui-button>
          <uui-button look="outline" label="I dag" @click=${() => this.#show(this._calendar?.today ?? this._day)}></uui-button>
          <uui-button look="outline" compact label="Næste måned" @click=${() => this.#show(plusMonths(this._day, 1))}><uui-icon name="icon-navigation-right"></uui-icon></uui-button>
        </div>
        <label>
          Sted
          <select
            @change=${(event: Event) => {
              this._place = (event.target as HTMLSelectElement).value;
              void this.#read();
            }}>
            <option value="">Alle steder</option>
            ${this._calendar?.places.map((place) => html`<option value=${place.id} ?selected=${place.id === this._place}>${place.name}</option>`)}
          </select>
        </label>
        ${this._width < narrow
          ? nothing
          : html`<uui-button look="outline" label=${list ? 'Vis som måned' : 'Vis som liste'} @click=${() => (this._asList = !this._asList)}></uui-button>`}
      </div>
    `;
  }

  #grid(content: ReadonlyMap<Day, DayContent>) {
    const chosen = content.get(this._day);
    return html`
      <div class="columns">
        <hedensted-month-grid
          .month=${this._month}
          .day=${this._day}
          .today=${this._calendar?.today}
          .content=${content}
          ?compact=${this._width < compact}
          @day-chosen=${this.#choose}></hedensted-month-grid>
        <section aria-labelledby="day">
          <h3 id="day" tabindex="-1">${capital(longDay(this._day))}</h3>
          ${chosen ? dayContent(chosen) : html`<p>${this._calendar ? 'Der er ikke noget den dag.' : 'Henter …'}</p>`}
        </section>
      </div>
    `;
  }

  #list(content: ReadonlyMap<Day, DayContent>) {
    const days = [...content].filter(([day]) => firstOfMonth(day) === this._month).sort(([one], [other]) => (one < other ? -1 : 1));
    if (days.length === 0) {
      return html`<p class="message">${this._calendar && this.#isOfMonth() ? `Der er ikke noget i ${monthName(this._month)}${this._place ? ' på det sted' : ''}. Opret et arrangement under «Arrangementer» i træet.` : 'Henter …'}</p>`;
    }

    return html`${days.map(
      ([day, one]) => html`
        <section class="listed" aria-label=${longDay(day)}>
          <h3>${capital(longDay(day))}${day === this._calendar?.today ? ' · i dag' : ''}</h3>
          ${dayContent(one)}
        </section>
      `,
    )}`;
  }

  #legend() {
    const sign = (kind: string, text: string) => html`<li><span class="sign ${kind}" aria-hidden="true"></span>${text}</li>`;
    return html`
      <ul class="legend" aria-label="Farver og tegn">
        ${sign('Published', 'Udgivet')} ${sign('Draft', 'Kladde, eller ændringer i kladden')} ${sign('change', 'Udgives eller tages ned af sig selv')}
        <li><uui-icon class="alert" name="icon-alert" aria-hidden="true"></uui-icon>Sammenfald, eller en plan at se på</li>
      </ul>
    `;
  }

  #summary(content: ReadonlyMap<Day, DayContent>): string {
    if (!this._calendar || !this.#isOfMonth()) return '';
    const month = [...content].filter(([day]) => firstOfMonth(day) === this._month).map(([, one]) => one);
    const entries = new Set(month.flatMap((one) => one.entries));
    const collisions = [...entries].filter((one) => one.collisions.length > 0).length;
    const changes = month.flatMap((one) => one.changes).length;
    return `${capital(monthName(this._month))}: ${count(entries.size, 'arrangement', 'arrangementer')}, ${count(changes, 'planlagt ændring', 'planlagte ændringer')}, ${collisions} med sammenfald.`;
  }

  // Until the month that was asked for has come, the one before is not shown as if it were it.
  #isOfMonth(): boolean {
    return this._calendar?.from === weeksOf(this._month)[0]![0];
  }

  static override styles = [
    dayContentStyles,
    readAloudOnly,
    css`
      :host {
        display: block;
        box-sizing: border-box;
        padding: var(--uui-size-layout-1);
      }
      h1 {
        margin: 0;
        font-size: 1.6rem;
        line-height: 1.25;
      }
      header p {
        margin: var(--uui-size-space-2) 0 var(--uui-size-space-5);
        color: var(--uui-color-text);
      }
      .toolbar {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--uui-size-space-4);
        margin-block-end: var(--uui-size-space-4);
      }
      h2 {
        margin: 0;
        font-size: 1.25rem;
        min-inline-size: 10.5rem;
      }
      .buttons {
        display: flex;
        gap: var(--uui-size-space-1);
      }
      label {
        display: flex;
        align-items: center;
        gap: var(--uui-size-space-2);
        margin-inline-start: auto;
      }
      select {
        font: inherit;
        padding: 6px 8px;
        max-inline-size: 14rem;
        border: 1px solid var(--uui-color-border-emphasis);
        border-radius: var(--uui-border-radius);
        background: var(--uui-color-surface);
        color: var(--uui-color-text);
      }
      select:focus-visible,
      h3:focus-visible {
        outline: 3px solid #11756b;
        outline-offset: 2px;
      }
      .columns {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(14rem, 18rem);
        gap: var(--uui-size-layout-1);
        align-items: start;
      }
      h3 {
        margin: 0 0 var(--uui-size-space-4);
        font-size: 1.05rem;
      }
      .columns section {
        max-block-size: 44rem;
        overflow: auto;
      }
      .listed {
        margin-block-end: var(--uui-size-layout-1);
      }
      .message {
        padding: var(--uui-size-layout-1);
        background: var(--uui-color-surface);
        border: 1px solid var(--uui-color-border);
      }
      .legend {
        display: flex;
        flex-wrap: wrap;
        gap: var(--uui-size-space-2) var(--uui-size-space-6);
        list-style: none;
        margin: var(--uui-size-space-5) 0 0;
        padding: 0;
        font-size: 0.9em;
      }
      .legend li {
        display: flex;
        align-items: center;
        gap: var(--uui-size-space-2);
      }
      .sign {
        inline-size: 1.4em;
        block-size: 1em;
        background: #d9efe9;
        border-inline-start: 3px solid #11756b;
      }
      .sign.Draft {
        background: #fff0cf;
        border-inline-start: 3px dashed #8a5a00;
      }
      .sign.change {
        background: #e8e3f2;
        border-inline-start-color: #5b3a8c;
      }
      .alert {
        color: #a1141e;
      }
    `,
  ];
}

void MonthGridElement;
customElements.define('hedensted-calendar-dashboard', CalendarDashboardElement);
