import { css, html } from '@umbraco-cms/backoffice/external/lit';
import { UmbLitElement } from '@umbraco-cms/backoffice/lit-element';

/** Says why nothing can be saved in this section. */
export default class SettingsDashboardElement extends UmbLitElement {
  override render() {
    return html`
      <uui-box headline="Indholdets typer">
        <p>Her kan du se, hvilke felter et arrangement, en strategiside eller en skærm består af, og hvordan de er sat op.</p>
        <p>
          Typerne ændres ikke her, men som filer i mappen <code>uSync</code>, så hver ændring kan læses, afprøves og føres tilbage. Kommandoen
          <code>usync plan</code> viser, hvad en ændring gør, før <code>usync import</code> udfører den.
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
