import { css, html } from '@umbraco-cms/backoffice/external/lit';
import { UmbLitElement } from '@umbraco-cms/backoffice/lit-element';
import { umbOpenModal } from '@umbraco-cms/backoffice/modal';
import { HANDBOOK_MODAL } from './handbook-modal.token.js';

// Which page helps where; the first that fits.
const pages: readonly (readonly [RegExp, string])[] = [
  [/\/dashboard\/(kalender|mine-kladder)/, 'overblik'],
  [/\/dashboard\/taelling/, 'taelling'],
  [/\/section\/content\/workspace\/document\//, 'skriv-og-udgiv'],
  [/\/section\/media/, 'billeder'],
  [/\/section\/(settings|translation)/, 'typer'],
  [/\/section\/user-management/, 'brugere'],
];

/** The question mark at the top: the handbook, open where the editor is. */
export default class HandbookButtonElement extends UmbLitElement {
  override render() {
    return html`
      <uui-button look="primary" label="Håndbog" title="Håndbog" compact @click=${this.#open}><uui-icon name="icon-help-alt"></uui-icon></uui-button>
    `;
  }

  #open = (): void => {
    const page = pages.find(([where]) => where.test(location.pathname))?.[1] ?? 'README';
    umbOpenModal(this, HANDBOOK_MODAL, { data: { page } }).catch(() => undefined); // closing it decides nothing
  };

  static override styles = css`
    uui-button {
      font-size: 18px;
      --uui-button-background-color: var(--umb-header-app-button-background-color, transparent);
      --uui-button-background-color-hover: var(--umb-header-app-button-background-color-hover, var(--uui-color-emphasis));
    }
  `;
}

customElements.define('hedensted-handbook-button', HandbookButtonElement);
