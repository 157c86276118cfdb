import { css, html, nothing } from '@umbraco-cms/backoffice/external/lit';
import { UmbLitElement } from '@umbraco-cms/backoffice/lit-element';
import { umbConfirmModal } from '@umbraco-cms/backoffice/modal';
import { ask } from '../own-api.js';
import { editAddress } from '../own-operations.js';
import { count as counted } from '../overview/calendar.js';
import { onDocumentsSaved } from '../overview/saved-elsewhere.js';
import { dashboardStyles, fieldStyles } from '../shared-styles.js';
import { countForm, countFormStyles } from './count-form.js';
import { inWords, read, type Counts, type Item } from './counts.js';

const more = 50;

/** «Tælling»: what was held and misses a count, with a form that takes twenty seconds, and what has been counted. */
export default class CountsDashboardElement extends UmbLitElement {
  static override properties = {
    _counts: { state: true },
    _open: { state: true },
    _problem: { state: true },
    _told: { state: true },
    _busy: { state: true },
    _failed: { state: true },
  };

  declare _counts: Counts | undefined;
  declare _open: string;
  declare _problem: string;
  declare _told: string;
  declare _busy: boolean;
  declare _failed: boolean;

  #period: string | undefined;
  #place = '';
  #take = more;

  constructor() {
    super();
    this._open = '';
    this._problem = '';
    this._told = '';
    this._busy = false;
    this._failed = false;
    onDocumentsSaved(this, () => void this.#read());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#read();
  }

  async #read(): Promise<void> {
    const counts = await ask<Counts>(this, 'get', 'counts', { query: { period: this.#period, place: this.#place || undefined, take: this.#take } });
    this._failed = !counts;
    this._counts = counts ?? this._counts;
  }

  async #choose(change: { period?: string; place?: string }): Promise<void> {
    this.#period = change.period ?? this.#period;
    this.#place = change.place ?? this.#place;
    this.#take = more;
    this._open = this._told = '';
    await this.#read();
  }

  async #start(item: Item): Promise<void> {
    this._open = item.id;
    this._problem = this._told = '';
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLInputElement>('input[name="total"]')?.select();
  }

  async #close(item: Item): Promise<void> {
    this._open = '';
    await this.updateComplete;
    this.#focus(`[data-date="${item.id}"]`);
  }

  async #save(item: Item, form: HTMLFormElement): Promise<void> {
    const entry = read(new FormData(form), item.count?.at ?? null);
    if (typeof entry === 'string') {
      this._problem = entry;
      form.querySelector<HTMLInputElement>('input[name="total"]')?.focus();
      return;
    }

    // Whoever counts a pile of evenings goes on with the next one.
    const missing = this._counts?.missing ?? [];
    const next = missing[missing.findIndex(({ id }) => id === item.id) + 1]?.id;
    this._busy = true;
    const saved = await ask<Item>(this, 'put', `counts/${item.id}`, { body: entry });
    this._busy = false;
    if (!saved) return; // why is told already, and what was typed stands
    this._open = '';
    await this.#read();
    this._told = `«${item.title}» er talt: ${saved.count?.total}.`;
    await this.updateComplete;
    this.#focus(item.count ? `[data-date="${item.id}"]` : `[data-date="${next}"]`);
  }

  async #remove(item: Item): Promise<void> {
    try {
      await umbConfirmModal(this, {
        headline: 'Slet tællingen?',
        content: item.isThere ? `«${item.title}» kommer tilbage på listen over det, der mangler at blive talt.` : `«${item.title}» findes ikke længere i kalenderen, så tallet kan ikke skrives igen.`,
        confirmLabel: 'Slet',
        color: 'danger',
      });
    } catch {
      return; // they thought better of it
    }

    await ask(this, 'delete', `counts/${item.id}`);
    this._open = '';
    await this.#read();
    this._told = `Tællingen af «${item.title}» er slettet.`;
    await this.updateComplete;
    this.#focus(`[data-date="${item.id}"]`);
  }

  #focus(selector: string): void {
    (this.renderRoot.querySelector<HTMLElement>(selector) ?? this.renderRoot.querySelector<HTMLElement>('#missing'))?.focus();
  }

  override render() {
    if (!this._counts) {
      return html`<p role="status">${this._failed ? 'Listen kunne ikke hentes. Genindlæs siden.' : 'Henter …'}</p>`;
    }

    const { period, periods, places, mayCount, missingTotal, missing, countedTotal, counted: done, people, missingBefore } = this._counts;
    const at = periods.findIndex(({ value }) => value === period);
    const before = periods[at + 1];
    return html`
      <h1>Tælling</h1>
      ${mayCount
        ? html`<p>Skriv, hvor mange der kom. Tallene bruges i halvårsrapporten; borgerne ser kun summer.</p>`
        : html`<p class="message">Du kan ikke tælle. Den, der må rette et arrangement, må også tælle det – spørg en administrator, hvis du skal kunne det.</p>`}
      <div class="filters">
        <label
          >Halvår
          <select @change=${(event: Event) => this.#choose({ period: (event.target as HTMLSelectElement).value })}>
            ${periods.map(({ value, label }) => html`<option value=${value} ?selected=${value === period}>${label}</option>`)}
          </select></label
        >
        <label
          >Sted
          <select @change=${(event: Event) => this.#choose({ place: (event.target as HTMLSelectElement).value })}>
            <option value="">Alle steder</option>
            ${places.map(({ id, name }) => html`<option value=${id} ?selected=${id === this.#place}>${name}</option>`)}
          </select></label
        >
      </div>
      <p class="sum">
        <strong>${missingTotal + countedTotal} afholdt</strong> · ${countedTotal} talt · ${missingTotal} mangler · ${counted(people, 'deltager', 'deltagere')}
      </p>
      ${missingBefore > 0 && before
        ? html`<p><button class="link" @click=${() => this.#choose({ period: before.value })}>Der mangler også ${missingBefore} i ${before.label}</button></p>`
        : nothing}
      <p role="status" class="told">${this._told}</p>
      <section aria-labelledby="missing">
        <h2 id="missing" tabindex="-1">Mangler tælling${missingTotal ? ` (${missingTotal})` : ''}</h2>
        ${missing.length
          ? html`<ul>
              ${missing.map((item) => this.#item(item, 'Tæl'))}
            </ul>`
          : html`<p>${countedTotal ? 'Alt er talt. Godt gået!' : 'Her er ikke holdt noget, du kan tælle. Det, der er slut, dukker op af sig selv.'}</p>`}
        ${this.#rest(missingTotal, missing.length)}
      </section>
      <section aria-labelledby="counted">
        <h2 id="counted">Talt${countedTotal ? ` (${countedTotal})` : ''}</h2>
        ${done.length
          ? html`<ul>
              ${done.map((item) => this.#item(item, 'Ret'))}
            </ul>`
          : html`<p>Der er ikke talt noget endnu.</p>`}
        ${this.#rest(countedTotal, done.length)}
      </section>
    `;
  }

  #item(item: Item, action: string) {
    const isOpen = this._open === item.id;
    return html`
      <li>
        <div class="row">
          <div class="what">
            ${item.isThere ? html`<a href=${editAddress(item.documentId)}>${item.title}</a>` : html`<strong>${item.title}</strong> (ikke længere i kalenderen)`}
            <span>${item.text}${item.place ? ` · ${item.place}` : ''}</span>
            ${item.count ? html`<span>${inWords(item.count)}${item.count.by ? ` · ${item.count.by}` : ''}</span>` : nothing}
            ${item.count?.note ? html`<span class="remark">${item.count.note}</span>` : nothing}
          </div>
          <uui-button
            data-date=${item.id}
            look="primary"
            color=${item.count ? 'default' : 'positive'}
            label=${`${action} ${item.title}, ${item.text}`}
            aria-expanded=${isOpen ? 'true' : 'false'}
            @click=${() => (isOpen ? this.#close(item) : this.#start(item))}
            >${action}</uui-button
          >
        </div>
        ${isOpen
          ? countForm(item, this._counts!.methods, this._problem, this._busy, {
              save: (form) => void this.#save(item, form),
              close: () => void this.#close(item),
              remove: () => void this.#remove(item),
            })
          : nothing}
      </li>
    `;
  }

  #rest(total: number, shown: number) {
    return total > shown
      ? html`<uui-button
          look="outline"
          label="Vis flere"
          @click=${() => {
            this.#take += more;
            void this.#read();
          }}
        ></uui-button>`
      : nothing;
  }

  static override styles = [
    dashboardStyles,
    fieldStyles,
    countFormStyles,
    css`
      .filters {
        display: flex;
        flex-wrap: wrap;
        gap: var(--uui-size-space-4);
      }
      .filters label {
        display: grid;
        gap: var(--uui-size-space-1);
        min-inline-size: 0;
      }
      .told {
        color: #0b4f4a;
      }
      section,
      .message {
        max-inline-size: 56rem;
        margin-block-end: var(--uui-size-layout-1);
      }
      ul {
        list-style: none;
        margin: 0 0 var(--uui-size-space-4);
        padding: 0;
        display: grid;
        gap: var(--uui-size-space-5);
      }
      li {
        overflow-wrap: anywhere;
      }
      .row {
        display: flex;
        justify-content: space-between;
        align-items: flex-start;
        gap: var(--uui-size-space-4);
      }
      .row uui-button {
        flex: none;
        min-block-size: 44px;
      }
      .what {
        display: grid;
        gap: var(--uui-size-space-1);
        min-inline-size: 0;
      }
      .remark {
        font-style: italic;
      }
      a,
      .link {
        justify-self: start;
        color: #0b4f4a;
        font-weight: 700;
      }
      .link {
        padding: 0;
        min-block-size: 44px;
        border: 0;
        background: none;
        font: inherit;
        font-weight: 700;
        text-align: start;
        text-decoration: underline;
        cursor: pointer;
      }
    `,
  ];
}

customElements.define('hedensted-counts-dashboard', CountsDashboardElement);
