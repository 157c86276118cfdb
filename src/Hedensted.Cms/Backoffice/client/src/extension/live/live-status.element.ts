import { css, html, nothing } from '@umbraco-cms/backoffice/external/lit';
import { UMB_DOCUMENT_WORKSPACE_CONTEXT } from '@umbraco-cms/backoffice/document';
import { UmbLitElement } from '@umbraco-cms/backoffice/lit-element';
import { footStyles } from './foot-styles.js';
import { onPublishing, type Publishing } from './publishings.js';

// A site on one server has nothing to tell of servers.
const onServers = (servers: number): string => (servers > 1 ? ` (ude på ${servers} af ${servers} servere)` : '');

const lagging = ({ servers, behind }: { servers: number; behind: readonly string[] }): string | undefined =>
  servers > 1 && behind.length
    ? `Ude på ${servers - behind.length} af ${servers} servere. ${new Intl.ListFormat('da').format(behind)} viser stadig den gamle udgave.`
    : undefined;

/** In the foot of a document: whether what was just published is out, and where it is seen. */
export default class LiveStatusElement extends UmbLitElement {
  static override properties = { _publishing: { state: true } };

  declare _publishing: Publishing | undefined;

  #stop?: () => void;

  constructor() {
    super();
    this.consumeContext(UMB_DOCUMENT_WORKSPACE_CONTEXT, (workspace) => {
      this.observe(
        workspace?.unique,
        (unique) => {
          this.#stop?.();
          this._publishing = undefined;
          this.#stop = unique ? onPublishing(unique, (publishing) => (this._publishing = publishing)) : undefined;
        },
        'document',
      );
    });
  }

  override disconnectedCallback(): void {
    this.#stop?.();
    super.disconnectedCallback();
  }

  override render() {
    return html`<div role="status" class=${this._publishing?.stage ?? ''}>${this.#message()}</div>`;
  }

  #message() {
    const publishing = this._publishing;
    switch (publishing?.stage) {
      case undefined:
        return nothing;
      case 'under-way':
        return html`<uui-loader-circle aria-hidden="true"></uui-loader-circle><span>På vej ud …</span>`;
      case 'late':
        return html`<uui-icon name="icon-alert" aria-hidden="true"></uui-icon><span>${lagging(publishing) ?? 'Gemt og udgivet, men læserne ser det ikke endnu. Det tager længere end det plejer.'}</span>`;
      case 'stuck':
        return html`<uui-icon name="icon-alert" aria-hidden="true"></uui-icon><span>${lagging(publishing) ?? 'Læserne ser det stadig ikke.'} Teksten er gemt; sig det til jeres webmaster.</span>`;
      case 'down':
        return html`<uui-icon name="icon-check" aria-hidden="true"></uui-icon><span>Kan ikke ses på hedensted.dk nu${onServers(publishing.servers)}</span>`;
      case 'out':
        return html`
          <uui-icon name="icon-check" aria-hidden="true"></uui-icon>
          <span>
            ${publishing.url ? html`<a href=${publishing.url} target="_blank" rel="noopener">Er på hedensted.dk nu</a>` : 'Er ude nu'}${publishing.screens.length
              ? html`${publishing.screens.length === 1 ? ' og på skærmen ' : ' og på skærmene '}${publishing.screens.map(
                  (screen, index) => html`${index === 0 ? '' : index === publishing.screens.length - 1 ? ' og ' : ', '}<a href=${screen.address} target="_blank" rel="noopener">${screen.title}</a>`,
                )}`
              : nothing}${onServers(publishing.servers)}
          </span>
        `;
    }
  }

  static override styles = [
    footStyles,
    css`
      .out,
      .down {
        color: #0b4f4a;
      }
      .late,
      .stuck {
        color: #a1141e;
        font-weight: 700;
      }
    `,
  ];
}

customElements.define('hedensted-live-status', LiveStatusElement);
