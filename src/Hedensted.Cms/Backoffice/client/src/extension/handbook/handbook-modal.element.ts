import { css, html, nothing, unsafeHTML } from '@umbraco-cms/backoffice/external/lit';
import { UmbModalBaseElement } from '@umbraco-cms/backoffice/modal';
import { sanitizeHTML } from '@umbraco-cms/backoffice/utils';
import { ask } from '../own-operations.js';
import { readAloudOnly } from '../shared-styles.js';
import type { HandbookData } from './handbook-modal.token.js';

interface Page {
  id: string;
  title: string;
  html: string;
  text: string;
}

const first = 'README';
const around = 60; // letters shown beside what was found

/** The editors' handbook: a list of pages that can be searched, and the page. */
export default class HandbookModalElement extends UmbModalBaseElement<HandbookData> {
  static override properties = { _pages: { state: true }, _page: { state: true }, _wanted: { state: true }, _failed: { state: true } };

  declare _pages: readonly Page[];
  declare _page: string;
  declare _wanted: string;
  declare _failed: boolean;

  constructor() {
    super();
    this._pages = [];
    this._page = first;
    this._wanted = '';
    this._failed = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this._page = this.data?.page ?? first;
    void this.#read();
  }

  async #read(): Promise<void> {
    const answer = await ask<{ pages: readonly Page[] }>(this, 'handbook');
    this._failed = !answer;
    this._pages = answer?.pages ?? [];
    if (!this._pages.some((page) => page.id === this._page)) this._page = first;
  }

  override render() {
    const page = this._pages.find(({ id }) => id === this._page);
    const found = this.#found();
    return html`
      <umb-body-layout headline="Håndbog">
        <div class="book">
          <nav aria-label="Håndbogens sider">
            <uui-input type="search" label="Søg i håndbogen" placeholder="Søg i håndbogen" @input=${(event: InputEvent) => (this._wanted = (event.target as HTMLInputElement).value)}></uui-input>
            <p class="read-aloud-only" role="status">${this._wanted ? `${found.length} sider fundet` : ''}</p>
            <ul>
              ${found.map(
                ({ id, title, excerpt }) => html`
                  <li>
                    <a href=${`#${id}`} aria-current=${id === this._page ? 'page' : nothing} @click=${this.#follow}>${title}</a>
                    ${excerpt ? html`<span>${excerpt}</span>` : nothing}
                  </li>
                `,
              )}
            </ul>
            ${this._wanted && found.length === 0 ? html`<p>Ingen sider handler om «${this._wanted}». Prøv et andet ord.</p>` : nothing}
          </nav>
          <article tabindex="-1" @click=${this.#follow}>
            ${page ? unsafeHTML(sanitizeHTML(page.html)) : this._failed ? html`<p>Håndbogen kunne ikke hentes. Luk, og prøv igen.</p>` : html`<p>Henter …</p>`}
          </article>
        </div>
        <uui-button slot="actions" label="Luk" @click=${() => this.modalContext?.reject()}></uui-button>
      </umb-body-layout>
    `;
  }

  #found(): { id: string; title: string; excerpt: string }[] {
    const wanted = this._wanted.trim().toLocaleLowerCase('da');
    return this._pages.flatMap(({ id, title, text }) => {
      const place = wanted ? text.toLocaleLowerCase('da').indexOf(wanted) : -1;
      if (wanted && place < 0) return [];
      const from = Math.max(0, place - around);
      return [{ id, title, excerpt: wanted ? `${from > 0 ? '…' : ''}${text.slice(from, place + wanted.length + around)}…` : '' }];
    });
  }

  // Links between pages are «#page» and «#page/heading»; the backoffice's own address stays as it is. Others open beside it.
  #follow = async (event: MouseEvent): Promise<void> => {
    const link = event.composedPath().find((element): element is HTMLAnchorElement => element instanceof HTMLAnchorElement);
    const target = link?.getAttribute('href');
    if (!link || !target) return;
    if (!target.startsWith('#')) {
      link.target = '_blank';
      link.rel = 'noopener';
      return;
    }

    event.preventDefault();
    event.stopPropagation();
    const [page, heading] = target.slice(1).split('/') as [string, string?];
    this._page = page;
    await this.updateComplete;
    const article = this.renderRoot.querySelector('article')!;
    const place = heading ? article.querySelector(`[id="${CSS.escape(decodeURIComponent(heading))}"]`) : null;
    (place ?? article).scrollIntoView({ block: 'start' });
    article.focus({ preventScroll: true });
  };

  static override styles = [
    readAloudOnly,
    css`
      .book {
        display: flex;
        flex-wrap: wrap;
        gap: var(--uui-size-layout-1);
        align-items: flex-start;
      }
      nav {
        flex: 1 1 13rem;
      }
      article {
        flex: 3 1 24rem;
        min-inline-size: 0;
        line-height: 1.6;
        overflow-wrap: anywhere;
      }
      uui-input {
        inline-size: 100%;
      }
      nav ul {
        list-style: none;
        margin: var(--uui-size-space-4) 0 0;
        padding: 0;
      }
      nav a {
        display: block;
        padding: var(--uui-size-space-2) var(--uui-size-space-3);
        border-inline-start: 3px solid transparent;
        text-decoration: none;
      }
      nav a:hover {
        text-decoration: underline;
      }
      nav [aria-current] {
        border-color: #11756b;
        background: #e9f5f2;
        font-weight: 700;
      }
      nav span {
        display: block;
        font-size: 0.85em;
        padding: 0 var(--uui-size-space-3) var(--uui-size-space-2);
      }
      a {
        color: #0b4f4a;
      }
      a:focus-visible,
      article:focus-visible {
        outline: 3px solid #11756b;
        outline-offset: 2px;
      }
      h1 {
        margin: 0 0 var(--uui-size-space-4);
        font-size: 1.6rem;
        line-height: 1.25;
      }
      h2 {
        margin: var(--uui-size-layout-1) 0 var(--uui-size-space-2);
        font-size: 1.2rem;
      }
      h3 {
        margin: var(--uui-size-space-5) 0 var(--uui-size-space-2);
        font-size: 1.05rem;
      }
      table {
        border-collapse: collapse;
        inline-size: 100%;
      }
      th,
      td {
        text-align: start;
        vertical-align: top;
        padding: var(--uui-size-space-2) var(--uui-size-space-3);
        border-block-end: 1px solid var(--uui-color-border);
      }
      pre {
        overflow: auto;
        padding: var(--uui-size-space-4);
        background: var(--uui-color-surface-alt);
      }
    `,
  ];
}

customElements.define('hedensted-handbook-modal', HandbookModalElement);
