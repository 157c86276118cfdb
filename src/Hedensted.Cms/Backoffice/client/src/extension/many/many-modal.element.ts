import { UMB_EDIT_DOCUMENT_WORKSPACE_PATH_PATTERN } from '@umbraco-cms/backoffice/document';
import { css, html, nothing } from '@umbraco-cms/backoffice/external/lit';
import { UmbModalBaseElement } from '@umbraco-cms/backoffice/modal';
import { ask } from '../own-api.js';
import type { ManyData, Outcome } from './many-modal.token.js';

const named = 10; // names that are shown before the rest is only counted

const words = {
  publish: { action: 'Udgiv', doing: 'Udgiver', done: 'udgivet', colour: 'positive' },
  unpublish: { action: 'Afpublicér', doing: 'Afpublicerer', done: 'afpubliceret', colour: 'warning' },
} as const;

const pages = (count: number): string => (count === 1 ? '1 side' : `${count} sider`);

/** Publishes or takes down what is chosen in a list: asks first, warns of what uses it, and tells afterwards what could not be done and why, and what is worth knowing of the rest. */
export default class ManyModalElement extends UmbModalBaseElement<ManyData, { outcomes: readonly Outcome[] }> {
  static override properties = { ...UmbModalBaseElement.properties, _outcomes: { state: true }, _running: { state: true } };

  declare _outcomes: readonly Outcome[] | undefined;
  declare _running: boolean;

  #run = async (): Promise<void> => {
    const { verb, documents } = this.data!;
    this._running = true;
    const outcomes = await ask<Outcome[]>(this, 'put', `documents/${verb}`, { body: { ids: documents.map((document) => document.unique) } });
    this._running = false;
    if (!outcomes) return; // why is told already, and nothing is done

    this.value = { outcomes };
    if (outcomes.every((outcome) => outcome.done && !outcome.advice.length)) {
      this.modalContext?.submit();
      return;
    }
    this._outcomes = outcomes;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#outcome')?.focus();
  };

  override render() {
    return this._outcomes ? this.#told(this._outcomes) : this.#asked();
  }

  #asked() {
    const { verb, documents } = this.data!;
    const { action, doing, colour } = words[verb];
    const more = documents.length - named;
    return html`
      <uui-dialog-layout class="uui-text" headline=${`${action} ${pages(documents.length)}?`}>
        <ul>
          ${documents.slice(0, named).map(({ name }) => html`<li>${name}</li>`)}${more > 0 ? html`<li>og ${more} til</li>` : nothing}
        </ul>
        ${verb === 'publish'
          ? html`<p>Det, der sidst er gemt, står på hjemmesiden og skærmene med det samme.</p>`
          : html`
              <p>De forsvinder fra hjemmesiden og skærmene med det samme. Det, I har skrevet, bliver her som kladder.</p>
              <umb-confirm-bulk-action-modal-entity-references
                .config=${{
                  uniques: documents.map((document) => document.unique),
                  itemRepositoryAlias: 'Umb.Repository.DocumentItem',
                  referenceRepositoryAlias: 'Umb.Repository.Document.Reference',
                }}></umb-confirm-bulk-action-modal-entity-references>
            `}
        <p role="status">${this._running ? html`${doing} …<uui-loader-bar></uui-loader-bar>` : nothing}</p>
        <uui-button slot="actions" label="Annullér" ?disabled=${this._running} @click=${() => this.modalContext?.reject()}></uui-button>
        <uui-button slot="actions" id="confirm" look="primary" color=${colour} label=${action} ?disabled=${this._running} @click=${this.#run}></uui-button>
      </uui-dialog-layout>
    `;
  }

  #told(outcomes: readonly Outcome[]) {
    const left = outcomes.filter((outcome) => !outcome.done);
    const advised = outcomes.filter((outcome) => outcome.advice.length > 0);
    const done = outcomes.length - left.length;
    return html`
      <uui-dialog-layout class="uui-text" headline=${`${done} af ${pages(outcomes.length)} er ${words[this.data!.verb].done}`}>
        <div id="outcome" tabindex="-1">
          ${left.length > 0
            ? html`
                <p>${left.length === 1 ? 'Denne er, som den var:' : `Disse ${left.length} er, som de var:`}</p>
                <ul>${left.map((outcome) => html`<li>${this.#named(outcome)}${this.#why(outcome)}</li>`)}</ul>
              `
            : nothing}
          ${advised.length > 0
            ? html`
                <p>Værd at vide om det, der er udgivet:</p>
                <ul>${advised.map((outcome) => html`<li>${this.#named(outcome)}${outcome.advice.map((message) => html`<span>${message}</span>`)}</li>`)}</ul>
              `
            : nothing}
        </div>
        <uui-button slot="actions" look="primary" label="Luk" @click=${() => this.modalContext?.submit()}></uui-button>
      </uui-dialog-layout>
    `;
  }

  #named({ id, name }: Outcome) {
    const known = name || this.data!.documents.find((document) => document.unique === id)?.name || 'Siden';
    return html`<a href=${UMB_EDIT_DOCUMENT_WORKSPACE_PATH_PATTERN.generateAbsolute({ unique: id })} @click=${() => this.modalContext?.submit()}>${known}</a>`;
  }

  #why({ title, detail, fields }: Outcome) {
    return html`
      <strong>${title}</strong>
      ${fields.length > 0 ? html`<ul>${fields.map(({ field, message }) => html`<li>${field}: ${message}</li>`)}</ul>` : html`<span>${detail}</span>`}
    `;
  }

  static override styles = css`
    uui-dialog-layout {
      inline-size: min(620px, 90vw);
    }
    ul {
      max-block-size: 45vh;
      margin: 0 0 var(--uui-size-space-4);
      padding-inline-start: var(--uui-size-space-5);
      overflow: auto;
    }
    ul ul {
      margin: 0;
      overflow: visible;
    }
    li > a,
    li > strong,
    li > span {
      display: block;
    }
    a {
      color: var(--uui-color-interactive-emphasis);
      font-weight: 700;
    }
    #outcome:focus {
      outline: none;
    }
  `;
}

customElements.define('hedensted-many-modal', ManyModalElement);
