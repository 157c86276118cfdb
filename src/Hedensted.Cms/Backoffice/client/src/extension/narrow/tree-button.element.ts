import { css, html } from '@umbraco-cms/backoffice/external/lit';
import { UmbLitElement } from '@umbraco-cms/backoffice/lit-element';

/** Shows the tree on a screen that is too narrow for it and a page side by side, until something in it is chosen. */
export default class TreeButtonElement extends UmbLitElement {
  static override properties = { _shown: { state: true } };

  declare private _shown: boolean;

  constructor() {
    super();
    this._shown = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('changestate', this.#close);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('changestate', this.#close);
    this.#show(false);
  }

  override render() {
    return html`
      <uui-button look="primary" label="Træ" title="Træ" compact aria-expanded=${this._shown} @click=${() => this.#show(!this._shown)}>
        <uui-icon name="icon-bulleted-list"></uui-icon>
      </uui-button>
    `;
  }

  #close = (): void => this.#show(false);

  // Custom properties reach through every shadow root; `narrow-screens.ts` reads this one.
  #show(shown: boolean): void {
    this._shown = shown;
    if (shown) document.documentElement.style.setProperty('--hedensted-tree', 'block');
    else document.documentElement.style.removeProperty('--hedensted-tree');
  }

  static override styles = css`
    :host {
      display: none;
    }
    @media (max-width: 700px) {
      :host {
        display: block;
      }
    }
    uui-button {
      font-size: 18px;
      --uui-button-background-color: var(--umb-header-app-button-background-color, transparent);
      --uui-button-background-color-hover: var(--umb-header-app-button-background-color-hover, var(--uui-color-emphasis));
    }
  `;
}

customElements.define('hedensted-tree-button', TreeButtonElement);
