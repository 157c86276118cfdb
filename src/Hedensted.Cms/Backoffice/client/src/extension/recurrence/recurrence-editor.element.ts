import { UMB_DOCUMENT_WORKSPACE_CONTEXT } from '@umbraco-cms/backoffice/document';
import { UmbChangeEvent } from '@umbraco-cms/backoffice/event';
import { html, nothing } from '@umbraco-cms/backoffice/external/lit';
import { UmbLitElement } from '@umbraco-cms/backoffice/lit-element';
import { UMB_PROPERTY_DATASET_CONTEXT } from '@umbraco-cms/backoffice/property';
import { capital, plusDays, weekday, weekdays, type Day } from '../overview/dates.js';
import { readAloudOnly } from '../shared-styles.js';
import { changeDate } from './change-date.js';
import { recurrenceStyles } from './recurrence-styles.js';
import { dayChoice, fitsForm, readRule, weekdayCodes, withDayChoice, writeRule, type DayChoice, type Frequency, type Rule, type Weekday } from './rule.js';
import { isSkipped, planOf, withSkipped, withoutSkipped, type PlanDate, type Repetition, type SeriesPlan } from './series-plan.js';

const settle = 250; // milliseconds without a key before the dates are asked for
const shownAtFirst = 12;

const units: Record<Frequency, readonly [one: string, many: string]> = {
  DAILY: ['dag', 'dage'],
  WEEKLY: ['uge', 'uger'],
  MONTHLY: ['måned', 'måneder'],
  YEARLY: ['år', 'år'],
};
const frequencies: readonly (readonly [Frequency, string])[] = [
  ['DAILY', 'Dagligt'],
  ['WEEKLY', 'Ugentligt'],
  ['MONTHLY', 'Månedligt'],
  ['YEARLY', 'Årligt'],
];
const ordinals: readonly (readonly [number, string])[] = [
  [1, 'første'],
  [2, 'anden'],
  [3, 'tredje'],
  [4, 'fjerde'],
  [-1, 'sidste'],
];
const months = ['januar', 'februar', 'marts', 'april', 'maj', 'juni', 'juli', 'august', 'september', 'oktober', 'november', 'december'] as const;

const today = (): Day => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' }).format(new Date());
const dayOf = (moment: string): Day => moment.slice(0, 10);
const timeOf = (moment: string): string => moment.slice(11, 16);
const valueOf = (event: Event): string => (event.target as HTMLInputElement | HTMLSelectElement).value;
const isOn = (event: Event): boolean => (event.target as HTMLInputElement).checked;

/** «Gentagelse» of a series: how often, until when, what is skipped, and which dates that makes. */
export default class RecurrenceEditorElement extends UmbLitElement {
  static override properties = {
    value: { attribute: false },
    readonly: { type: Boolean },
    _plan: { state: true },
    _skipped: { state: true },
    _all: { state: true },
    _isSaved: { state: true },
  };

  declare value: Repetition | undefined;
  declare readonly: boolean;
  declare _plan: SeriesPlan | undefined;
  declare _skipped: Parameters<typeof isSkipped>[0];
  declare _all: boolean;
  declare _isSaved: boolean;

  #dataset?: typeof UMB_PROPERTY_DATASET_CONTEXT.TYPE;
  #extra: unknown;
  #series: string | null = null;
  #asking = 0;
  #timer?: ReturnType<typeof setTimeout>;

  constructor() {
    super();
    this.readonly = false;
    this._all = false;
    this._isSaved = false;
    this.consumeContext(UMB_PROPERTY_DATASET_CONTEXT, async (dataset) => {
      this.#dataset = dataset;
      this.observe(await dataset?.propertyValueByAlias('extraDates'), (dates) => ((this.#extra = dates), this.#ask()), 'extra');
      this.observe(
        await dataset?.propertyValueByAlias<typeof this._skipped>('skippedDates'),
        (dates) => ((this._skipped = dates ?? undefined), this.#ask()),
        'skipped',
      );
    });
    this.consumeContext(UMB_DOCUMENT_WORKSPACE_CONTEXT, (workspace) => {
      this.observe(workspace?.unique, (unique) => ((this.#series = unique ?? null), this.#ask()), 'series');
      this.observe(workspace?.isNew, (isNew) => (this._isSaved = isNew === false), 'new');
    });
  }

  override disconnectedCallback(): void {
    clearTimeout(this.#timer);
    super.disconnectedCallback();
  }

  protected override updated(changed: Map<string, unknown>): void {
    if (changed.has('value')) this.#ask();
  }

  get #rule(): Rule {
    return readRule(this.value?.rule ?? '');
  }

  #ask(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#read(), settle);
  }

  async #read(): Promise<void> {
    const asking = ++this.#asking;
    const plan = await planOf(this, { id: this._isSaved ? this.#series : null, recurrence: this.value ?? null, extraDates: this.#extra ?? null, skippedDates: this._skipped ?? null });
    if (asking === this.#asking) this._plan = plan ?? this._plan;
  }

  #set(value: Repetition | undefined): void {
    this.value = value;
    this.dispatchEvent(new UmbChangeEvent());
  }

  #change(part: Partial<Repetition>): void {
    if (this.value) this.#set({ ...this.value, ...part });
  }

  #changeRule(part: Partial<Rule>): void {
    this.#change({ rule: writeRule({ ...this.#rule, ...part }) });
  }

  #begin = async (): Promise<void> => {
    this.#set({ startsAt: `${plusDays(today(), 7)}T19:00:00`, endsAt: `${plusDays(today(), 7)}T21:00:00`, allDay: false, rule: 'FREQ=WEEKLY;COUNT=8', skipClosedDays: true, skipSchoolHolidays: false });
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('input[type=date]')?.focus();
  };

  // An end that is earlier in the day than the start is on the next one.
  #setTimes(day: Day, from: string, to: string): void {
    if (!day || !from) return;
    this.#change({ startsAt: `${day}T${from}:00`, endsAt: to ? `${to > from ? day : plusDays(day, 1)}T${to}:00` : null });
  }

  #setFrequency(frequency: Frequency): void {
    const { count, until } = this.#rule;
    this.#change({ rule: writeRule({ frequency, interval: 1, days: [], monthDays: [], months: [], others: [], count, until }) });
  }

  override render() {
    return html`${this.value ? this.#form(this.value) : this.#empty()} ${this.#preview()}`;
  }

  #empty() {
    return html`<p class="empty">
      Serien har ingen fast rytme. Skriv hver dato under «Datoer», eller lad serien gentage sig selv.
      ${this.readonly ? nothing : html`<uui-button look="outline" label="Gentag serien" @click=${this.#begin}></uui-button>`}
    </p>`;
  }

  #form(value: Repetition) {
    const rule = this.#rule;
    const [day, from, to] = [dayOf(value.startsAt), timeOf(value.startsAt), value.endsAt ? timeOf(value.endsAt) : ''];
    return html`
      <fieldset ?disabled=${this.readonly}>
        <legend class="read-aloud-only">Gentagelse</legend>
        <div class="row">
          <label>Første dag <input type="date" required .value=${day} @change=${(event: Event) => this.#setTimes(valueOf(event), from, to)} /></label>
          ${value.allDay
            ? nothing
            : html`
                <label>Fra kl. <input type="time" required .value=${from} @change=${(event: Event) => this.#setTimes(day, valueOf(event), to)} /></label>
                <label>Til kl. <input type="time" .value=${to} @change=${(event: Event) => this.#setTimes(day, from, valueOf(event))} /></label>
              `}
          <label class="check"><input type="checkbox" .checked=${value.allDay} @change=${(event: Event) => this.#change({ allDay: isOn(event) })} /> Hele dagen</label>
        </div>
        <div class="row">
          <label>
            Gentages
            <select @change=${(event: Event) => this.#setFrequency(valueOf(event) as Frequency)}>
              ${frequencies.map(([code, name]) => html`<option value=${code} ?selected=${code === rule.frequency}>${name}</option>`)}
            </select>
          </label>
          <label>
            Hver
            <span class="with-unit">
              <input
                class="number"
                type="number"
                min="1"
                max="99"
                .value=${String(rule.interval)}
                @change=${(event: Event) => this.#changeRule({ interval: Math.max(1, Number(valueOf(event)) || 1) })} />
              <span aria-hidden="true">${rule.interval === 1 ? units[rule.frequency]?.[0] : `. ${units[rule.frequency]?.[0]}`}</span>
              <span class="read-aloud-only">${units[rule.frequency]?.[0]}</span>
            </span>
          </label>
        </div>
        ${fitsForm(rule) ? this.#which(rule, day) : html`<p class="hint">Reglen siger mere, end felterne kan vise. Den gælder, som den står nedenfor; vælg «Gentages» for at begynde forfra.</p>`}
        ${this.#end(rule, day)}
        <div class="row">
          <label class="check">
            <input type="checkbox" .checked=${value.skipClosedDays} @change=${(event: Event) => this.#change({ skipClosedDays: isOn(event) })} /> Spring lukkedage over
          </label>
          <label class="check">
            <input type="checkbox" .checked=${value.skipSchoolHolidays} @change=${(event: Event) => this.#change({ skipSchoolHolidays: isOn(event) })} /> Spring skoleferier over
          </label>
        </div>
        <details>
          <summary>Som regel (RFC 5545)</summary>
          <label>Regel <input class="wide" spellcheck="false" .value=${value.rule} @change=${(event: Event) => this.#change({ rule: valueOf(event).trim() })} /></label>
        </details>
        ${this.readonly ? nothing : html`<uui-button look="outline" label="Fjern gentagelsen" @click=${() => this.#set(undefined)}></uui-button>`}
      </fieldset>
    `;
  }

  #which(rule: Rule, day: Day) {
    switch (rule.frequency) {
      case 'WEEKLY':
        return this.#weekdays(rule, day);
      case 'MONTHLY':
        return html`<div class="row">${this.#dayInMonth(rule, day)}</div>`;
      case 'YEARLY':
        return html`<div class="row">${this.#dayInMonth(rule, day)} ${this.#month(rule, day)}</div>`;
      default:
        return nothing;
    }
  }

  #weekdays(rule: Rule, day: Day) {
    const own = weekdayCodes[weekday(day)]!;
    const chosen = new Set<string>(rule.days.length ? rule.days : [own]);
    const set = (code: Weekday, on: boolean): void => {
      const next = weekdayCodes.filter((each) => (each === code ? on : chosen.has(each)));
      // One day is always left: a week without days has no dates.
      if (next.length) this.#changeRule({ days: next.length === 1 && next[0] === own ? [] : next });
      else this.requestUpdate();
    };
    return html`
      <div class="weekdays" role="group" aria-label="Ugedage">
        ${weekdays.map((name, index) => {
          const code = weekdayCodes[index]!;
          return html`<label><input type="checkbox" .checked=${chosen.has(code)} @change=${(event: Event) => set(code, isOn(event))} /><span>${capital(name)}</span></label>`;
        })}
      </div>
    `;
  }

  #dayInMonth(rule: Rule, day: Day) {
    const choice = dayChoice(rule);
    const date = Number(day.slice(8));
    const own = { nth: Math.min(4, Math.ceil(date / 7)), weekday: weekdayCodes[weekday(day)]! };
    const pick = (kind: string): void => {
      const picked: DayChoice = kind === 'nth' ? { kind, ...own } : kind === 'dates' ? { kind, dates: [date] } : { kind: 'same' };
      const named = rule.frequency === 'YEARLY' && kind !== 'same' && !rule.months.length ? [Number(day.slice(5, 7))] : rule.months;
      this.#changeRule({ ...withDayChoice(rule, picked), months: kind === 'same' ? [] : named });
    };
    return html`
      <label>
        Dag
        <select @change=${(event: Event) => pick(valueOf(event))}>
          <option value="same" ?selected=${choice.kind === 'same'}>Samme dato (den ${date}.)</option>
          <option value="nth" ?selected=${choice.kind === 'nth'}>Samme ugedag</option>
          <option value="dates" ?selected=${choice.kind === 'dates'}>Andre datoer</option>
        </select>
      </label>
      ${choice.kind === 'dates'
        ? html`<label>
            Datoer
            <input
              inputmode="numeric"
              placeholder="1, 15"
              .value=${choice.dates.join(', ')}
              @change=${(event: Event) => this.#changeRule(withDayChoice(rule, { kind: 'dates', dates: valueOf(event).split(/[\s,;.]+/).map(Number).filter((number) => Number.isInteger(number) && number !== 0) }))} />
          </label>`
        : nothing}
      ${choice.kind === 'nth'
        ? html`
            <label>
              Den
              <select @change=${(event: Event) => this.#changeRule(withDayChoice(rule, { ...choice, nth: Number(valueOf(event)) }))}>
                ${ordinals.map(([nth, name]) => html`<option value=${nth} ?selected=${nth === choice.nth}>${name}</option>`)}
              </select>
            </label>
            <label>
              Ugedag
              <select @change=${(event: Event) => this.#changeRule(withDayChoice(rule, { ...choice, weekday: valueOf(event) as Weekday }))}>
                ${weekdays.map((name, index) => html`<option value=${weekdayCodes[index]!} ?selected=${weekdayCodes[index] === choice.weekday}>${name}</option>`)}
              </select>
            </label>
          `
        : nothing}
    `;
  }

  #month(rule: Rule, day: Day) {
    if (dayChoice(rule).kind === 'same') return nothing;
    const month = rule.months[0] ?? Number(day.slice(5, 7));
    return html`<label>
      I
      <select @change=${(event: Event) => this.#changeRule({ months: [Number(valueOf(event))] })}>
        ${months.map((name, index) => html`<option value=${index + 1} ?selected=${index + 1 === month}>${name}</option>`)}
      </select>
    </label>`;
  }

  #end(rule: Rule, day: Day) {
    const kind = rule.count ? 'count' : rule.until ? 'until' : 'never';
    const pick = (next: string): void =>
      this.#changeRule(next === 'count' ? { count: 8, until: undefined } : next === 'until' ? { count: undefined, until: plusDays(day, 91) } : { count: undefined, until: undefined });
    return html`
      <div class="row">
        <label>
          Slutter
          <select @change=${(event: Event) => pick(valueOf(event))}>
            <option value="count" ?selected=${kind === 'count'}>Efter et antal gange</option>
            <option value="until" ?selected=${kind === 'until'}>På en dato</option>
            <option value="never" ?selected=${kind === 'never'}>Aldrig</option>
          </select>
        </label>
        ${kind === 'count'
          ? html`<label>
              Gange
              <input class="number" type="number" min="1" max="1200" .value=${String(rule.count)} @change=${(event: Event) => this.#changeRule({ count: Math.max(1, Number(valueOf(event)) || 1) })} />
            </label>`
          : nothing}
        ${kind === 'until'
          ? html`<label>Sidste dag <input type="date" required .value=${rule.until!} @change=${(event: Event) => valueOf(event) && this.#changeRule({ until: valueOf(event) })} /></label>`
          : nothing}
      </div>
    `;
  }

  #preview() {
    const plan = this._plan;
    if (!plan || (!this.value && !plan.dates.length)) return nothing;
    const shown = this._all ? plan.dates : plan.dates.slice(0, shownAtFirst);
    return html`
      <section aria-label="Datoer, som serien får">
        <p role="status" class=${plan.problem ? 'problem' : 'words'}>
          ${plan.problem ?? html`${plan.words ? html`<strong>${plan.words}.</strong> ` : nothing}${this.#count(plan)}`}
        </p>
        <ol>
          ${shown.map((date) => this.#date(date, plan))}
        </ol>
        ${plan.dates.length > shownAtFirst
          ? html`<uui-button
              look="outline"
              compact
              label=${this._all ? 'Vis færre' : `Vis alle ${plan.dates.length} datoer`}
              aria-expanded=${this._all ? 'true' : 'false'}
              @click=${() => (this._all = !this._all)}></uui-button>`
          : nothing}
      </section>
    `;
  }

  #count(plan: SeriesPlan) {
    const endless = this.value && !this.#rule.count && !this.#rule.until ? ` indtil udgangen af ${plan.followedTo.slice(0, 4)}; resten kommer af sig selv` : '';
    return `${plan.total === 1 ? '1 dato' : `${plan.total} datoer`}${endless}.`;
  }

  #date(date: PlanDate, plan: SeriesPlan) {
    const day = dayOf(date.startsAt);
    const byHand = isSkipped(this._skipped, day);
    return html`
      <li class=${date.skippedFor ? 'skipped' : ''}>
        <span class="text">${capital(date.text)}</span>
        ${date.skippedFor ? html`<uui-tag look="outline">${byHand ? date.skippedFor : `Springes over: ${date.skippedFor}`}</uui-tag>` : nothing}
        ${date.byRule ? nothing : html`<uui-tag look="outline">Skrevet under «Datoer»</uui-tag>`}
        ${date.changedBy ? html`<uui-tag look="outline" color="warning">Rettet</uui-tag>` : nothing}
        ${this.readonly ? nothing : this.#buttons(date, day, byHand, plan)}
      </li>
    `;
  }

  #buttons(date: PlanDate, day: Day, byHand: boolean, plan: SeriesPlan) {
    return html`<span class="buttons">
      ${!date.skippedFor && plan.skippedDateType
        ? html`<uui-button look="default" compact label="Spring over" aria-label="Spring ${date.text} over" @click=${() => this.#skip(withSkipped(this._skipped, day, plan.skippedDateType!))}></uui-button>`
        : nothing}
      ${byHand && this._skipped
        ? html`<uui-button look="default" compact label="Tag med igen" aria-label="Tag ${date.text} med igen" @click=${() => this.#skip(withoutSkipped(this._skipped!, day))}></uui-button>`
        : nothing}
      ${!date.skippedFor && this._isSaved && this.#series && plan.changeType
        ? html`<uui-button
            look="default"
            compact
            label=${date.changedBy ? 'Åbn rettelsen' : 'Ret denne dato'}
            aria-label="${date.changedBy ? 'Åbn rettelsen af' : 'Ret'} ${date.text}"
            @click=${() => changeDate(this, this.#series!, plan.changeType!, date)}></uui-button>`
        : nothing}
    </span>`;
  }

  #skip(dates: unknown): void {
    this.#dataset?.setPropertyValue('skippedDates', dates);
  }

  static override styles = [readAloudOnly, recurrenceStyles];
}

customElements.define('hedensted-recurrence-editor', RecurrenceEditorElement);
