import { css, html, nothing } from '@umbraco-cms/backoffice/external/lit';
import { umbHttpClient } from '@umbraco-cms/backoffice/http-client';
import { UmbLitElement } from '@umbraco-cms/backoffice/lit-element';
import { UMB_ENTITY_DETAIL_WORKSPACE_CONTEXT } from '@umbraco-cms/backoffice/workspace';

interface Named {
  id: string;
  name: string;
}

interface Line {
  timestamp: string;
  logType: string;
  text: string;
  comment?: string;
  user?: Named;
  subject: Named;
}

interface Page {
  total: number;
  items: Line[];
}

const take = 50;
const moment = new Intl.DateTimeFormat('da-DK', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Europe/Copenhagen' });

/** What was done to users and groups, and by whom: to all of them on the section's dashboard, to one of them in its workspace. */
export default class JournalElement extends UmbLitElement {
  static override properties = {
    manifest: { attribute: false },
    _lines: { state: true },
    _total: { state: true },
  };

  declare manifest: { type: string } | undefined;
  declare _lines: Line[];
  declare _total: number | undefined;
  #subject: string | undefined;

  constructor() {
    super();
    this._lines = [];
  }

  protected override firstUpdated() {
    if (this.#isAboutAll) return void this.#load();
    this.consumeContext(UMB_ENTITY_DETAIL_WORKSPACE_CONTEXT, (workspace) => {
      this.observe(
        workspace?.unique,
        (unique) => {
          this.#subject = unique ?? undefined;
          this._lines = [];
          if (unique) void this.#load();
        },
        'unique',
      );
    });
  }

  get #isAboutAll() {
    return this.manifest?.type === 'dashboard';
  }

  async #load() {
    const { data } = await umbHttpClient.get<{ 200: Page }>({
      url: '/umbraco/management/api/v1/hedensted/user-journal',
      query: { subject: this.#subject, skip: this._lines.length, take },
      security: [{ scheme: 'bearer', type: 'http' }],
    });
    const page = data as Page | undefined;
    if (!page) return;
    this._total = page.total;
    this._lines = [...this._lines, ...page.items];
  }

  override render() {
    if (this._total === undefined) return html`<uui-loader-bar></uui-loader-bar>`;
    return html`
      <uui-box headline=${this.#isAboutAll ? 'Hvad der er sket med brugere og grupper' : 'Historik'}>
        ${this._lines.length === 0 ? html`<p>Her er ikke sket noget endnu.</p>` : this.#renderLines()}
        ${this._lines.length < this._total
          ? html`<uui-button look="secondary" label="Vis flere" @click=${() => void this.#load()}></uui-button>`
          : nothing}
      </uui-box>
    `;
  }

  #renderLines() {
    return html`
      <table>
        <thead>
          <tr>
            <th scope="col">Hvornår</th>
            <th scope="col">Hvad</th>
            ${this.#isAboutAll ? html`<th scope="col">Hvem eller hvilken gruppe</th>` : nothing}
            <th scope="col">Af</th>
          </tr>
        </thead>
        <tbody>
          ${this._lines.map(
            (line) => html`
              <tr data-event=${line.logType}>
                <td><time datetime=${line.timestamp}>${moment.format(new Date(line.timestamp))}</time></td>
                <td>${line.text}${line.comment ? html`<small>${line.comment}</small>` : nothing}</td>
                ${this.#isAboutAll ? html`<td>${line.subject.name}</td>` : nothing}
                <td>${line.user?.name ?? '–'}</td>
              </tr>
            `,
          )}
        </tbody>
      </table>
    `;
  }

  static override styles = css`
    :host {
      display: block;
      padding: var(--uui-size-layout-1);
    }
    table {
      width: 100%;
      border-collapse: collapse;
    }
    th,
    td {
      padding: var(--uui-size-space-3) var(--uui-size-space-4) var(--uui-size-space-3) 0;
      border-bottom: 1px solid var(--uui-color-divider);
      text-align: left;
      vertical-align: top;
      line-height: 1.5;
      overflow-wrap: anywhere;
    }
    time {
      white-space: nowrap;
    }
    small {
      display: block;
      color: var(--uui-color-text-alt);
    }
    uui-button {
      margin-top: var(--uui-size-space-4);
    }
  `;
}

customElements.define('hedensted-user-journal', JournalElement);
