import { css, html, nothing } from '@umbraco-cms/backoffice/external/lit';
import { UmbLitElement } from '@umbraco-cms/backoffice/lit-element';
import { umbConfirmModal } from '@umbraco-cms/backoffice/modal';
import { footStyles } from '../live/foot-styles.js';
import { readAloudOnly } from '../shared-styles.js';
import { LockReading, type Lock } from './lock.js';

/** In the foot of an event from the library's site: where it is changed, and «Frigør fra kilden». */
export default class LockFootElement extends UmbLitElement {
  static override properties = { _lock: { state: true } };

  declare _lock: Lock | undefined;

  #reading = new LockReading(this, (lock) => (this._lock = lock));

  async #release(): Promise<void> {
    const confirmed = await umbConfirmModal(this, {
      headline: 'Frigør fra kilden?',
      content: `Alle felter kan så rettes her, og det, der ændres på ${this._lock?.sourceName}, kommer ikke længere med. Det kan ikke fortrydes. Gem først, hvis du har skrevet noget.`,
      color: 'danger',
      confirmLabel: 'Frigør',
    }).then(
      () => true,
      () => false,
    );
    if (confirmed && (await this.#reading.release())) location.reload(); // the form is read anew: without locks, and with the version that the release made
  }

  override render() {
    const { sourceName, sourceUrl } = this._lock ?? {};
    return sourceName
      ? html`
          <div>
            <uui-icon name="icon-lock" aria-hidden="true"></uui-icon>
            <span>
              ${sourceUrl ? html`<a href=${sourceUrl} target="_blank" rel="noopener noreferrer">Rettes på ${sourceName}<span class="read-aloud-only"> (nyt vindue)</span></a>` : `Rettes på ${sourceName}`}
            </span>
            <uui-button look="outline" compact label="Frigør fra kilden" @click=${() => this.#release()}>Frigør</uui-button>
          </div>
        `
      : nothing;
  }

  static override styles = [
    footStyles,
    readAloudOnly,
    css`
      div,
      span {
        min-inline-size: 0;
        white-space: nowrap;
      }
      span:has(> a) {
        overflow: hidden;
        text-overflow: ellipsis;
        padding: 5px; /* room for the ring of what has the focus */
      }
      uui-button {
        flex: none;
      }
    `,
  ];
}

customElements.define('hedensted-lock-foot', LockFootElement);
