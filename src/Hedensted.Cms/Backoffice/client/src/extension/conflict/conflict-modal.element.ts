import { css, html } from '@umbraco-cms/backoffice/external/lit';
import { UmbModalBaseElement } from '@umbraco-cms/backoffice/modal';
import type { ConflictChoice, ConflictData, ConflictField } from './conflict-modal.token.js';

/** Two people changed the same document: both texts side by side, field by field, and nothing lost whichever is chosen. */
export default class ConflictModalElement extends UmbModalBaseElement<ConflictData, ConflictChoice> {
  override render() {
    return html`
      <uui-dialog-layout class="uui-text" headline="En kollega har gemt i mellemtiden">
        <p>${this.data?.story}</p>
        <p>Vælg for hvert felt, hvis tekst der skal gemmes. Dine egne er valgt. Det, du ikke vælger, kan findes igen under «Fortryd ændringer».</p>
        <form id="choice" @submit=${this.#save}>${this.data?.fields.map((field, index) => this.#field(field, index))}</form>
        <div class="actions">
          <uui-button look="primary" color="positive" label="Gem det valgte" @click=${this.#save}></uui-button>
          <uui-button label="Ret videre uden at gemme" @click=${() => this.modalContext?.reject()}></uui-button>
        </div>
      </uui-dialog-layout>
    `;
  }

  #field({ key, label, mine, theirs }: ConflictField, index: number) {
    const option = (value: string, name: string, text: string, checked: boolean) => html`
      <label>
        <input type="radio" name=${`field-${index}`} value=${value} data-key=${key} ?checked=${checked} ?autofocus=${checked && index === 0} />
        <span class="whose">${name}</span>
        <span class="text">${text}</span>
      </label>
    `;
    return html`
      <fieldset>
        <legend>${label}</legend>
        <div>${option('mine', 'Din tekst', mine, true)}${option('theirs', 'Kollegaens tekst', theirs, false)}</div>
      </fieldset>
    `;
  }

  #save = (event: Event): void => {
    event.preventDefault();
    const chosen = this.renderRoot.querySelectorAll<HTMLInputElement>('input[value="theirs"]:checked');
    this.value = { theirs: [...chosen].map((input) => input.dataset.key!) };
    this.modalContext?.submit();
  };

  static override styles = css`
    uui-dialog-layout {
      inline-size: min(900px, 90vw);
    }
    form {
      max-block-size: 55vh;
      overflow: auto;
      padding: 3px; /* for the ring around what has the focus */
    }
    /* To the left, where Umbraco's messages never lie on top of them. */
    .actions {
      display: flex;
      gap: var(--uui-size-space-3);
    }
    fieldset {
      border: 0;
      margin: 0 0 var(--uui-size-space-5);
      padding: 0;
    }
    legend {
      font-weight: 700;
      padding: 0;
    }
    fieldset > div {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(16rem, 1fr));
      gap: var(--uui-size-space-4);
    }
    label {
      display: grid;
      grid-template-columns: auto 1fr;
      gap: var(--uui-size-space-1) var(--uui-size-space-3);
      align-content: start;
      padding: var(--uui-size-space-4);
      border: 1px solid var(--uui-color-border-emphasis);
      border-radius: var(--uui-border-radius);
      cursor: pointer;
    }
    label:has(:checked) {
      outline: 2px solid var(--uui-color-focus);
      background: var(--uui-color-surface-alt);
    }
    label:has(:focus-visible) {
      outline: 4px solid var(--uui-color-focus);
    }
    .whose {
      font-weight: 700;
    }
    .text {
      grid-column: 1 / -1;
      white-space: pre-wrap;
      overflow-wrap: anywhere;
      max-block-size: 12rem;
      overflow: auto;
    }
  `;
}

customElements.define('hedensted-conflict-modal', ConflictModalElement);
