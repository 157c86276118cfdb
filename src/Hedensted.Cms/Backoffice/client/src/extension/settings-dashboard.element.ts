import { css, html } from '@umbraco-cms/backoffice/external/lit';
import { UmbLitElement } from '@umbraco-cms/backoffice/lit-element';

/** Says what is decided in this section, and what a change does to what is written. */
export default class SettingsDashboardElement extends UmbLitElement {
  override render() {
    return html`
      <uui-box headline="Indholdets typer">
        <p>
          Her bestemmer du, hvilke felter et arrangement, en strategiside eller en skærm består af, hvilke sprog der skrives på, og hvilke skabeloner
          redaktørerne kan begynde med. En ændring gælder straks, også i GraphQL, og det, der er skrevet, følger med.
        </p>
        <p>
          Får et felt en ny slags, og kan en værdi ikke bruges i den, får du det at vide; værdien ligger i sidens historik. Det, der er i brug, kan ikke
          slettes. På udviklernes egne maskiner skrives hver ændring til mappen <code>uSync</code>, så den kan læses og flyttes til andre.
        </p>
      </uui-box>
    `;
  }

  static override styles = css`
    :host {
      display: block;
      padding: var(--uui-size-layout-1);
      max-width: 800px;
    }
    p {
      line-height: 1.5;
    }
  `;
}

customElements.define('hedensted-settings-dashboard', SettingsDashboardElement);
