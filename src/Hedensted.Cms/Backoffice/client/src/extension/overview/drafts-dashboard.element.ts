import { css, html, nothing } from '@umbraco-cms/backoffice/external/lit';
import { UmbLitElement } from '@umbraco-cms/backoffice/lit-element';
import { ask, editAddress } from '../own-operations.js';
import { dashboardStyles } from '../shared-styles.js';
import { count } from './calendar.js';
import { onDocumentsSaved } from './saved-elsewhere.js';

interface Draft {
  id: string;
  name: string;
  type: string;
  icon: string;
  saved: string;
  isNew: boolean;
  publishesAt: string | null;
  missing: readonly { field: string; message: string }[];
  missingCount: number;
  obstacle: string | null;
}

interface Latest {
  id: string;
  name: string;
  type: string;
  icon: string;
  saved: string;
  isPublished: boolean;
  hasDraft: boolean;
}

interface Work {
  total: number;
  drafts: readonly Draft[];
  latest: readonly Latest[];
}

const moment = new Intl.DateTimeFormat('da-DK', { timeZone: 'Europe/Copenhagen', weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
const at = (instant: string): string => moment.format(new Date(instant));

/** «Mine kladder»: what I have saved and not published, with what it lacks, and what I was last at. */
export default class DraftsDashboardElement extends UmbLitElement {
  static override properties = { _work: { state: true }, _failed: { state: true } };

  declare _work: Work | undefined;
  declare _failed: boolean;

  constructor() {
    super();
    this._failed = false;
    onDocumentsSaved(this, () => void this.#read());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#read();
  }

  async #read(): Promise<void> {
    const work = await ask<Work>(this, 'drafts');
    this._failed = !work;
    this._work = work ?? this._work;
  }

  override render() {
    if (!this._work) {
      return html`<p role="status">${this._failed ? 'Listen kunne ikke hentes. Genindlæs siden.' : 'Henter …'}</p>`;
    }

    const { total, drafts, latest } = this._work;
    return html`
      <h1>Mine kladder</h1>
      <div class="columns">
        <section aria-labelledby="drafts">
          <h2 id="drafts">Gemt, ikke udgivet</h2>
          ${drafts.length === 0
            ? html`<p>Alt, hvad du har gemt, er udgivet.</p>`
            : html`
                <ul>
                  ${drafts.map((draft) => this.#draft(draft))}
                </ul>
              `}
          ${total > drafts.length ? html`<p>De nyeste ${drafts.length} af ${total}.</p>` : nothing}
        </section>
        <section aria-labelledby="latest">
          <h2 id="latest">Sidst redigeret</h2>
          ${latest.length === 0
            ? html`<p>Du har ikke gemt noget endnu. Find «Arrangementer» i træet for at begynde.</p>`
            : html`
                <ul>
                  ${latest.map((one) => this.#latest(one))}
                </ul>
              `}
        </section>
      </div>
    `;
  }

  #draft(draft: Draft) {
    return html`
      <li class="draft">
        ${this.#name(draft)}
        <span>${draft.type} · gemt ${at(draft.saved)} · ${draft.isNew ? 'aldrig udgivet' : 'læserne ser den tidligere udgave'}</span>
        ${draft.publishesAt ? html`<span>Udgives af sig selv ${at(draft.publishesAt)}.</span>` : nothing}
        ${draft.missingCount > 0
          ? html`
              <span class="problem">${count(draft.missingCount, 'felt skal', 'felter skal')} rettes, før den kan udgives:</span>
              <ul class="missing">
                ${draft.missing.map(({ field, message }) => html`<li><strong>${field}:</strong> ${message}</li>`)}
                ${draft.missingCount > draft.missing.length ? html`<li>og ${draft.missingCount - draft.missing.length} til</li>` : nothing}
              </ul>
            `
          : draft.obstacle
            ? nothing
            : html`<span class="ready">Klar til at blive udgivet</span>`}
        ${draft.obstacle ? html`<span class="problem">${draft.obstacle}</span>` : nothing}
      </li>
    `;
  }

  #latest(one: Latest) {
    return html`
      <li>
        ${this.#name(one)}
        <span>${one.type} · gemt ${at(one.saved)} · ${one.isPublished ? (one.hasDraft ? 'udgivet, med ændringer i kladden' : 'udgivet') : 'kladde'}</span>
      </li>
    `;
  }

  #name(one: { id: string; name: string; icon: string }) {
    return html`<a href=${editAddress(one.id)}><umb-icon name=${one.icon} aria-hidden="true"></umb-icon> ${one.name || '(uden navn)'}</a>`;
  }

  static override styles = [
    dashboardStyles,
    css`
      h1 {
        margin-block-end: var(--uui-size-space-5);
      }
      section {
        flex: 1 1 18rem;
      }
      section:first-child {
        flex: 2 1 26rem;
      }
      ul {
        list-style: none;
        margin: 0;
        padding: 0;
        display: grid;
        gap: var(--uui-size-space-5);
      }
      li {
        display: grid;
        gap: var(--uui-size-space-1);
        overflow-wrap: anywhere;
      }
      .draft {
        padding-inline-start: var(--uui-size-space-4);
        border-inline-start: 4px dashed #8a5a00;
      }
      .missing {
        gap: 0;
        padding-inline-start: var(--uui-size-space-5);
        list-style: disc;
      }
      .missing li {
        display: list-item;
      }
      a {
        display: inline-flex;
        align-items: center;
        justify-self: start;
        gap: var(--uui-size-space-2);
      }
      umb-icon {
        flex: none;
      }
      .ready {
        color: #0b4f4a;
      }
    `,
  ];
}

customElements.define('hedensted-drafts-dashboard', DraftsDashboardElement);
