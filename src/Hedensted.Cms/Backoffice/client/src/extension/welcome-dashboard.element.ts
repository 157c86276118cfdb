import { css, html } from '@umbraco-cms/backoffice/external/lit';
import { UmbLitElement } from '@umbraco-cms/backoffice/lit-element';
import { UMB_CURRENT_USER_CONTEXT } from '@umbraco-cms/backoffice/current-user';

const steps = [
  ['Opret', 'Find «Arrangementer» i træet til venstre, vælg de tre prikker og «Opret».'],
  ['Skriv', 'Giv arrangementet en titel, en kort teaser, tid, sted og et billede, og vælg det fokusområde, som det hører til.'],
  ['Gem', 'Du kan gemme, selv om noget mangler. Felter, der mangler noget, får en rød besked, før der kan udgives.'],
  ['Udgiv', 'Vælg «Gem og udgiv». Arrangementet står straks på hjemmesiden, på infoskærmene og i GraphQL.'],
] as const;

const links = [
  ['/', 'Det sker', 'Kalenderen, som borgerne ser den'],
  ['/strategi', 'Strategien', 'Strategien og de fire fokusområder'],
  ['/graphql', 'GraphQL', 'Prøv forespørgsler mod det, der er udgivet'],
] as const;

/** The first thing that an editor sees: who they are, how to publish an event, and where it is seen. */
export default class WelcomeDashboardElement extends UmbLitElement {
  static override properties = { _name: { state: true } };

  declare _name: string | undefined;

  constructor() {
    super();
    this.consumeContext(UMB_CURRENT_USER_CONTEXT, (context) => {
      this.observe(context?.currentUser, (user) => (this._name = user?.name?.split(' ')[0]), 'name');
    });
  }

  override render() {
    return html`
      <header>
        <h1>Velkommen${this._name ? `, ${this._name}` : ''}</h1>
        <p>Dit kulturelle forsamlingshus begynder her: Det, du udgiver, står på hjemmesiden og skærmene i samme øjeblik.</p>
      </header>
      <div class="columns">
        <uui-box headline="Sådan udgiver du et arrangement">
          <ol>
            ${steps.map(([name, text]) => html`<li><strong>${name}</strong> ${text}</li>`)}
          </ol>
        </uui-box>
        <uui-box headline="Se det, som andre ser det">
          <ul>
            ${links.map(
              ([href, name, text]) => html`<li><a href=${href} target="_blank" rel="noopener">${name}</a><span>${text}</span></li>`,
            )}
          </ul>
        </uui-box>
      </div>
    `;
  }

  static override styles = css`
    :host {
      display: block;
      padding: var(--uui-size-layout-1);
      box-sizing: border-box;
      max-width: 1100px;
    }
    header {
      background: linear-gradient(120deg, #0b4f4a, #11756b);
      color: #fff;
      border-radius: var(--uui-border-radius);
      padding: var(--uui-size-layout-2);
      margin-bottom: var(--uui-size-layout-1);
    }
    h1 {
      margin: 0 0 var(--uui-size-space-3);
      font-size: 2rem;
      line-height: 1.2;
    }
    header p {
      margin: 0;
      font-size: 1.1rem;
      line-height: 1.5;
      max-width: 60ch;
    }
    .columns {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(320px, 1fr));
      gap: var(--uui-size-layout-1);
    }
    ol,
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
      counter-reset: step;
    }
    li {
      position: relative;
      padding: 0 0 var(--uui-size-space-5);
      line-height: 1.5;
    }
    ol li {
      padding-left: 44px;
      counter-increment: step;
    }
    ol li::before {
      content: counter(step);
      position: absolute;
      left: 0;
      width: 28px;
      height: 28px;
      line-height: 28px;
      border-radius: 50%;
      text-align: center;
      font-weight: 700;
      background: #d9efe9;
      color: #0b4f4a;
    }
    ol strong {
      display: block;
    }
    ul span {
      display: block;
      color: var(--uui-color-text-alt);
    }
    a {
      color: #0b4f4a;
      font-weight: 700;
    }
    a:focus-visible {
      outline: 3px solid #11756b;
      outline-offset: 2px;
    }
  `;
}

customElements.define('hedensted-welcome-dashboard', WelcomeDashboardElement);
