import { css, html, nothing } from '@umbraco-cms/backoffice/external/lit';
import { UmbLitElement } from '@umbraco-cms/backoffice/lit-element';
import { editAddress } from '../own-operations.js';
import { readAloudOnly } from '../shared-styles.js';
import { actionName, count, stateName, type Change, type DayContent, type Entry } from './calendar.js';
import { capital, monthName, plusDays, plusMonths, shortDay, weekday, weekdays, weekNumber, weeksOf, type Day } from './dates.js';

const shown = 3; // lines in a day; the rest is counted

/** A day was chosen, by pointer or keyboard; `enter` when the editor wants into it. */
export class DayChosen extends Event {
  constructor(
    readonly day: Day,
    readonly enter: boolean,
  ) {
    super('day-chosen');
  }
}

/** A month as a table of weeks. One day is in the tab order at a time; the arrow keys move it, also into other months. */
export class MonthGridElement extends UmbLitElement {
  static override properties = { month: {}, day: {}, today: {}, content: { attribute: false } };

  declare month: Day;
  declare day: Day;
  declare today: Day | undefined;
  declare content: ReadonlyMap<Day, DayContent>;

  #refocus = false;

  override render() {
    return html`
      <table role="grid" aria-label=${capital(monthName(this.month))} @keydown=${this.#move}>
        <thead>
          <tr>
            <th scope="col">Uge</th>
            ${weekdays.map((name) => html`<th scope="col"><span class="whole">${capital(name)}</span><abbr title=${capital(name)}>${capital(name).slice(0, 3)}</abbr></th>`)}
          </tr>
        </thead>
        <tbody>
          ${weeksOf(this.month).map((week) => html`<tr><th scope="row" aria-label=${`Uge ${weekNumber(week[0]!)}`}>${weekNumber(week[0]!)}</th>${week.map((day) => this.#day(day))}</tr>`)}
        </tbody>
      </table>
    `;
  }

  override updated(): void {
    if (!this.#refocus) return;
    this.#refocus = false;
    this.renderRoot.querySelector<HTMLElement>('td[tabindex="0"]')?.focus();
  }

  #day(day: Day) {
    const content = this.content.get(day);
    const lines = [...(content?.changes ?? []).map((one) => this.#change(one)), ...(content?.entries ?? []).map((one) => this.#entry(one))];
    const chosen = day === this.day;
    return html`
      <td
        role="gridcell"
        tabindex=${chosen ? 0 : -1}
        data-day=${day}
        aria-selected=${chosen ? 'true' : 'false'}
        aria-current=${day === this.today ? 'date' : nothing}
        class=${day.slice(0, 7) === this.month.slice(0, 7) ? '' : 'other'}
        @click=${() => this.dispatchEvent(new DayChosen(day, false))}>
        <span class="read-aloud-only">${this.#described(day, content)}</span>
        <span class="number" aria-hidden="true">${Number(day.slice(8))}</span>
        ${lines.slice(0, lines.length > shown ? shown - 1 : shown)} ${lines.length > shown ? html`<span class="more">${lines.length - shown + 1} mere</span>` : nothing}
      </td>
    `;
  }

  #entry(one: Entry) {
    return html`
      <a class="line ${one.hasDraft ? 'Changed' : one.state} ${one.status === 'Aflyst' ? 'cancelled' : ''}" tabindex="-1" href=${editAddress(one.documentId)} title=${`${one.time} ${one.title} – ${stateName(one)}`}>
        ${one.collisions.length > 0 ? html`<uui-icon class="alert" name="icon-alert" aria-hidden="true"></uui-icon>` : nothing}${startOf(one.time)} ${one.title}
      </a>
    `;
  }

  #change(one: Change) {
    return html`
      <a class="line change" tabindex="-1" href=${editAddress(one.documentId)} title=${`${actionName(one)} ${one.time}: ${one.title}`}>
        <uui-icon class=${one.problem ? 'alert' : ''} name=${one.problem ? 'icon-alert' : one.action === 'Publish' ? 'icon-arrow-up' : 'icon-arrow-down'} aria-hidden="true"></uui-icon>
        ${actionName(one)}: ${one.title}
      </a>
    `;
  }

  #described(day: Day, content: DayContent | undefined): string {
    const collisions = content?.entries.filter((one) => one.collisions.length > 0).length ?? 0;
    const problems = content?.changes.filter((one) => one.problem).length ?? 0;
    const parts = [
      content?.entries.length ? count(content.entries.length, 'arrangement', 'arrangementer') : '',
      content?.changes.length ? count(content.changes.length, 'planlagt ændring', 'planlagte ændringer') : '',
      collisions ? `${collisions} med sammenfald` : '',
      problems ? count(problems, 'plan at se på', 'planer at se på') : '',
    ].filter(Boolean);
    return `${shortDay(day)}: ${parts.join(', ') || 'ingenting'}`;
  }

  #move = (event: KeyboardEvent): void => {
    const day = event.composedPath()[0] instanceof HTMLTableCellElement ? this.day : undefined;
    if (!day || event.altKey || event.ctrlKey || event.metaKey) return;
    const next = {
      ArrowLeft: () => plusDays(day, -1),
      ArrowRight: () => plusDays(day, 1),
      ArrowUp: () => plusDays(day, -7),
      ArrowDown: () => plusDays(day, 7),
      Home: () => plusDays(day, -weekday(day)),
      End: () => plusDays(day, 6 - weekday(day)),
      PageUp: () => plusMonths(day, -1),
      PageDown: () => plusMonths(day, 1),
      Enter: () => day,
      ' ': () => day,
    }[event.key];
    if (!next) return;
    event.preventDefault();
    const enter = event.key === 'Enter' || event.key === ' ';
    this.#refocus = !enter;
    this.dispatchEvent(new DayChosen(next(), enter));
  };

  static override styles = [
    readAloudOnly,
    css`
      :host {
        display: block;
      }
      table {
        inline-size: 100%;
        table-layout: fixed;
        border-collapse: collapse;
        background: var(--uui-color-surface);
      }
      th {
        padding: var(--uui-size-space-2);
        font-weight: 700;
        text-align: start;
        color: var(--uui-color-text);
      }
      th:first-child {
        inline-size: 2.6rem;
        text-align: center;
        vertical-align: top;
        font-weight: 400;
      }
      abbr {
        display: none;
        text-decoration: none;
      }
      td {
        position: relative;
        block-size: 5.4rem;
        vertical-align: top;
        border: 1px solid var(--uui-color-border);
        padding: 2px;
        cursor: pointer;
        overflow: hidden;
      }
      td.other {
        background: var(--uui-color-surface-alt);
      }
      td[aria-selected='true'] {
        background: #e9f5f2;
        box-shadow: inset 0 0 0 2px #11756b;
      }
      td:focus-visible {
        outline: 3px solid #0b4f4a;
        outline-offset: -1px;
      }
      .number {
        display: inline-block;
        min-inline-size: 1.7em;
        line-height: 1.7em;
        text-align: center;
      }
      [aria-current] .number {
        border-radius: 50%;
        background: #0b4f4a;
        color: #fff;
        font-weight: 700;
      }
      .line,
      .more {
        display: block;
        font-size: 12px;
        line-height: 1.45;
        padding: 0 4px;
        margin-block-end: 2px;
        white-space: nowrap;
        overflow: hidden;
        text-overflow: ellipsis;
      }
      .line {
        color: #08302d;
        background: #d9efe9;
        border-inline-start: 3px solid #11756b;
        text-decoration: none;
      }
      .line:hover {
        text-decoration: underline;
      }
      .Draft,
      .Changed {
        color: #4a3000;
        background: #fff0cf;
        border-inline-start: 3px dashed #8a5a00;
      }
      .change {
        color: #35205a;
        background: #e8e3f2;
        border-inline-start-color: #5b3a8c;
      }
      .cancelled {
        text-decoration: line-through;
      }
      .alert {
        color: #a1141e;
        margin-inline-end: 3px;
      }
      .more {
        color: var(--uui-color-text);
        font-weight: 700;
      }
      :host([compact]) .whole {
        display: none;
      }
      :host([compact]) abbr {
        display: inline;
      }
    `,
  ];
}

// «kl. 10.00–12.00» is «10.00» where there is little room.
const startOf = (time: string): string => /\d+\.\d+/.exec(time)?.[0] ?? '';

customElements.define('hedensted-month-grid', MonthGridElement);
