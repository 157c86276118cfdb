import { UMB_COLLECTION_CONTEXT } from '@umbraco-cms/backoffice/collection';
import { css, html, nothing } from '@umbraco-cms/backoffice/external/lit';
import { UmbLitElement } from '@umbraco-cms/backoffice/lit-element';
import { ask } from '../own-api.js';
import { firstFilter, isNarrowed, rememberFilter, rememberedFilter, type EventFilter } from './event-filter.js';

interface Choice {
  value: string;
  name: string;
}

interface Choices {
  places: Choice[];
  types: Choice[];
  kinds: Choice[];
  statuses: Choice[];
}

/** As much of Umbraco's list as we use. */
interface Collection {
  filter: unknown;
  totalItems: unknown;
  loading: unknown;
  getFilter(): { unique?: string };
  setFilter(filter: object): void;
  pagination: { setCurrentPageNumber(page: number): void };
}

const times = [
  ['upcoming', 'Kommende'],
  ['past', 'Afholdte'],
  ['all', 'Alle'],
] as const;

const published = [
  { value: 'true', name: 'Udgivet' },
  { value: 'false', name: 'Ikke udgivet' },
];

/** A list of events: Umbraco's own table, and above it what an editor looks for. */
export default class EventListElement extends UmbLitElement {
  static override properties = { manifest: { attribute: false }, _filter: { state: true }, _choices: { state: true }, _total: { state: true }, _loading: { state: true } };

  declare _filter: EventFilter;
  declare _choices: Choices | undefined;
  declare _total: number;
  declare _loading: boolean;

  #collection?: Collection;
  #folder = '';

  constructor() {
    super();
    this._filter = firstFilter;
    this._total = 0;
    this._loading = true;
    this.consumeContext(UMB_COLLECTION_CONTEXT, (context) => {
      this.#collection = context as unknown as Collection | undefined;
      this.#folder = this.#collection?.getFilter().unique ?? '';
      this._filter = rememberedFilter(this.#folder);
      this.observe(context?.totalItems, (total) => (this._total = total ?? 0), 'total');
      this.observe(context?.loading as never, (loading) => (this._loading = Boolean(loading)), 'loading');
      void this.#choices();
    });
  }

  async #choices(): Promise<void> {
    if (this.#folder) this._choices = await ask<Choices>(this, 'get', `event-list/${this.#folder}/choices`);
  }

  #look(change: Partial<EventFilter>): void {
    this._filter = { ...this._filter, ...change };
    rememberFilter(this.#folder, this._filter);
    // What is to come is read from the next on, what is over from the last back.
    const order = change.when ? { orderBy: 'startsAt', orderDirection: change.when === 'upcoming' ? 'asc' : 'desc' } : {};
    this.#collection?.setFilter({ events: this._filter, skip: 0, ...order });
    this.#collection?.pagination.setCurrentPageNumber(1);
  }

  #clear = (): void => {
    this.#look({ ...firstFilter, when: this._filter.when });
    this.renderRoot.querySelector<HTMLElement>('input:checked')?.focus();
  };

  #onChange = (event: Event): void => {
    const { name, value } = event.target as HTMLInputElement;
    this.#look({ [name]: value });
  };

  override render() {
    return html`
      <form role="search" aria-label="Find arrangementer" @change=${this.#onChange} @submit=${(event: Event) => event.preventDefault()}>
        <fieldset class="times">
          <legend>Tid</legend>
          <div>
            ${times.map(
              ([value, name]) => html`
                <label><input type="radio" name="when" value=${value} .checked=${this._filter.when === value} /><span>${name}</span></label>
              `,
            )}
          </div>
        </fieldset>
        ${this.#select('place', 'Sted', 'Alle steder', this.#options('place', this._choices?.places))}
        ${this.#select('kind', 'Type', 'Alle typer', html`
          <optgroup label="Indholdstype">${this.#options('kind', this._choices?.types)}</optgroup>
          <optgroup label="Slags arrangement">${this.#options('kind', this._choices?.kinds)}</optgroup>
        `)}
        ${this.#select('status', 'Status', 'Alle', this.#options('status', this._choices?.statuses))}
        ${this.#select('published', 'Udgivelse', 'Alle', this.#options('published', published))}
        <label class="field"><span>Fra</span><input type="date" name="from" .value=${this._filter.from} max=${this._filter.until || nothing} /></label>
        <label class="field"><span>Til</span><input type="date" name="until" .value=${this._filter.until} min=${this._filter.from || nothing} /></label>
        ${isNarrowed(this._filter) ? html`<uui-button look="secondary" label="Ryd filtre" @click=${this.#clear}></uui-button>` : nothing}
      </form>
      <p role="status">${this._loading ? '' : this.#found()}</p>
      <div class="table" ?hidden=${this._total === 0}>
        <umb-extension-slot type="collectionView" single .filter=${(view: { alias: string }) => view.alias === 'Umb.CollectionView.Document.Table'}></umb-extension-slot>
      </div>
    `;
  }

  #found(): string {
    const time = { upcoming: 'kommende ', past: 'afholdte ', all: '' }[this._filter.when];
    if (this._total === 0) return isNarrowed(this._filter) ? `Ingen ${time}arrangementer passer til det, du har valgt.` : `Der er ingen ${time}arrangementer.`;
    return this._total === 1 ? `1 ${{ upcoming: 'kommende ', past: 'afholdt ', all: '' }[this._filter.when]}arrangement` : `${this._total} ${time}arrangementer`;
  }

  #select(name: keyof EventFilter, label: string, all: string, options: unknown) {
    return html`
      <label class="field">
        <span>${label}</span>
        <select name=${name}>
          <option value="" .selected=${this._filter[name] === ''}>${all}</option>
          ${options}
        </select>
      </label>
    `;
  }

  #options(name: keyof EventFilter, choices: readonly Choice[] = []) {
    return choices.map(({ value, name: text }) => html`<option value=${value} .selected=${this._filter[name] === value}>${text}</option>`);
  }

  static override styles = css`
    :host {
      display: block;
      /* Umbraco hides the view of an empty list, and with it the filters that made it empty. */
      visibility: visible;
    }
    form {
      display: flex;
      flex-wrap: wrap;
      align-items: end;
      gap: var(--uui-size-space-4);
    }
    fieldset {
      border: 0;
      margin: 0;
      padding: 0;
    }
    legend,
    .field > span {
      display: block;
      padding: 0;
      margin-block-end: var(--uui-size-space-1);
      font-size: var(--uui-type-small-size, 12px);
      font-weight: 700;
    }
    .times div {
      display: flex;
    }
    .times label + label {
      margin-inline-start: -1px;
    }
    .times input {
      position: absolute;
      opacity: 0;
    }
    .times span {
      display: inline-block;
      box-sizing: border-box;
      block-size: 36px;
      padding: 0 var(--uui-size-space-4);
      line-height: 34px;
      border: 1px solid var(--uui-color-border-emphasis);
      background: var(--uui-color-surface);
      cursor: pointer;
    }
    .times input:checked + span {
      background: var(--uui-color-selected);
      border-color: var(--uui-color-selected);
      color: var(--uui-color-selected-contrast);
    }
    .times input:focus-visible + span,
    select:focus-visible,
    .field input:focus-visible {
      outline: 2px solid var(--uui-color-focus);
      outline-offset: 2px;
    }
    select,
    .field input {
      box-sizing: border-box;
      block-size: 36px;
      max-inline-size: 13rem;
      padding: 0 var(--uui-size-space-3);
      border: 1px solid var(--uui-color-border-emphasis);
      border-radius: var(--uui-border-radius);
      background: var(--uui-color-surface);
      color: var(--uui-color-text);
      font: inherit;
    }
    [role='status'] {
      min-block-size: 1.5em;
      margin: var(--uui-size-space-4) 0 0;
      font-weight: 700;
    }
    .table {
      overflow-x: auto;
    }
    .table[hidden] {
      display: none;
    }
    @media (max-width: 600px) {
      .field,
      select,
      .field input {
        inline-size: 100%;
        max-inline-size: none;
      }
    }
  `;
}

customElements.define('hedensted-event-list', EventListElement);
