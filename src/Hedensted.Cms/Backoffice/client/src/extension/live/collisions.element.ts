import { UMB_DOCUMENT_WORKSPACE_CONTEXT, UMB_EDIT_DOCUMENT_WORKSPACE_PATH_PATTERN } from '@umbraco-cms/backoffice/document';
import { css, html, nothing } from '@umbraco-cms/backoffice/external/lit';
import { UmbLitElement } from '@umbraco-cms/backoffice/lit-element';
import { eventTypes } from '../copy/event-types.js';
import { ask } from '../own-api.js';
import { footStyles } from './foot-styles.js';

interface Collisions {
  total: number;
  collisions: readonly { documentId: string; title: string; text: string; room: string | null; isPublished: boolean }[];
}

const settle = 600; // milliseconds without a key before the calendar is asked
const asked = ['startsAt', 'endsAt', 'allDay', 'recurrence', 'extraDates', 'skippedDates', 'place', 'room', 'status', 'attendanceMode'] as const;

/** In the foot of an event: what else is at its place at the same time, while it is planned. */
export default class CollisionsElement extends UmbLitElement {
  static override properties = { _found: { state: true } };

  declare _found: Collisions | undefined;

  #id?: string | null;
  #type?: string;
  #values = new Map<string, unknown>();
  #timer?: ReturnType<typeof setTimeout>;
  #asking = 0;

  constructor() {
    super();
    this.consumeContext(UMB_DOCUMENT_WORKSPACE_CONTEXT, async (workspace) => {
      this.observe(workspace?.unique, (unique) => this.#learn(() => (this.#id = unique)), 'unique');
      this.observe(workspace?.contentTypeUnique, (type) => this.#learn(() => (this.#type = type)), 'type');
      for (const alias of asked) {
        this.observe(await workspace?.propertyValueByAlias(alias), (value) => this.#learn(() => this.#values.set(alias, value)), alias);
      }
    });
  }

  override disconnectedCallback(): void {
    clearTimeout(this.#timer);
    super.disconnectedCallback();
  }

  #learn(what: () => void): void {
    what();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#read(), settle);
  }

  async #read(): Promise<void> {
    const asking = ++this.#asking;
    const place = this.#values.get('place') as unknown[] | undefined;
    const canCollide = this.#id && this.#type && eventTypes.includes(this.#type) && place?.length;
    const body = { id: this.#id, type: this.#type, values: Object.fromEntries([...this.#values].filter(([, value]) => value !== undefined && value !== null)) };
    const found = canCollide ? await ask<Collisions>(this, 'post', 'collisions', { body }) : undefined;
    if (asking === this.#asking) this._found = found;
  }

  override render() {
    return html`<div role="status">${this._found?.total ? this.#warning(this._found) : nothing}</div>`;
  }

  #warning({ total, collisions: [first] }: Collisions) {
    const more = total - 1;
    return html`
      <uui-icon name="icon-alert" aria-hidden="true"></uui-icon>
      <span>
        ${first!.room ? html`<strong>${first!.room} er optaget:</strong>` : html`<strong>Samme sted og tid:</strong>`}
        <a href=${UMB_EDIT_DOCUMENT_WORKSPACE_PATH_PATTERN.generateAbsolute({ unique: first!.documentId })}>${first!.title || 'Uden titel'}</a>${first!.isPublished ? '' : ' (kladde)'},
        ${first!.text}${more > 0 ? ` og ${more} til` : ''}
      </span>
    `;
  }

  static override styles = [
    footStyles,
    css`
      div {
        color: #7a3e00;
      }
    `,
  ];
}

customElements.define('hedensted-collisions', CollisionsElement);
