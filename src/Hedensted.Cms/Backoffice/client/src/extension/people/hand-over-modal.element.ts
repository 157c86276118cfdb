import { css, html } from '@umbraco-cms/backoffice/external/lit';
import { UmbModalBaseElement } from '@umbraco-cms/backoffice/modal';
import type { HandOver } from './hand-over-modal.token.js';

/** A link that the administrator must hand over, because no mail server can: it stays until it has been copied. */
export default class HandOverModalElement extends UmbModalBaseElement<HandOver, never> {
  static override properties = { _copied: { state: true } };

  declare _copied: boolean;

  override render() {
    return html`
      <uui-dialog-layout class="uui-text" headline=${this.data?.headline ?? ''}>
        <p>${this.data?.text}</p>
        <label for="link">Linket</label>
        <div>
          <input id="link" readonly .value=${this.data?.link ?? ''} @focus=${this.#selectAll} />
          <uui-button look="primary" label=${this._copied ? 'Kopieret' : 'Kopiér'} @click=${this.#copy}></uui-button>
        </div>
        <p role="status">${this._copied ? 'Linket er kopieret.' : ''}</p>
        <uui-button slot="actions" label="Luk" @click=${() => this.modalContext?.submit()}></uui-button>
      </uui-dialog-layout>
    `;
  }

  get #input(): HTMLInputElement {
    return this.renderRoot.querySelector<HTMLInputElement>('#link')!;
  }

  #selectAll = (): void => this.#input.select();

  #copy = async (): Promise<void> => {
    this.#selectAll();
    try {
      await navigator.clipboard.writeText(this.data!.link);
      this._copied = true;
    } catch {
      // The browser does not let us; the link is selected, and the keyboard does.
    }
  };

  static override styles = css`
    uui-dialog-layout {
      box-sizing: border-box;
      inline-size: min(700px, 100vw);
    }
    label {
      font-weight: 700;
    }
    div {
      display: flex;
      flex-wrap: wrap;
      gap: var(--uui-size-space-3);
    }
    input {
      flex: 1 12rem;
      min-width: 0;
      font: inherit;
      padding: var(--uui-size-space-3);
      border: 1px solid var(--uui-color-border-emphasis);
      border-radius: var(--uui-border-radius);
    }
  `;
}

customElements.define('hedensted-hand-over-modal', HandOverModalElement);
