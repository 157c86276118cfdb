import { UMB_EDIT_DOCUMENT_WORKSPACE_PATH_PATTERN } from '@umbraco-cms/backoffice/document';
import { html, nothing } from '@umbraco-cms/backoffice/external/lit';
import { eventTypes, occurrenceOverride } from '../copy/event-types.js';
import { ask } from '../own-api.js';
import { footStyles, warningStyles } from './foot-styles.js';
import { FormQuestionElement } from './form-question.js';

interface Collisions {
  total: number;
  collisions: readonly { documentId: string; title: string; text: string; room: string | null; isPublished: boolean }[];
}

/** In the foot of an event: what else is at its place at the same time, while it is planned. */
export default class CollisionsElement extends FormQuestionElement<Collisions> {
  constructor() {
    super(['startsAt', 'endsAt', 'allDay', 'recurrence', 'extraDates', 'skippedDates', 'place', 'room', 'status', 'attendanceMode', 'originalStart', 'appliesTo', 'cancelDate']);
  }

  protected override read(): Promise<Collisions | undefined> | undefined {
    const place = this.values.get('place') as unknown[] | undefined;
    const isChange = this.type === occurrenceOverride; // what it does not say, its series does
    const canCollide = this.document && this.type && (isChange || (eventTypes.includes(this.type) && place?.length));
    return canCollide ? ask<Collisions>(this, 'post', 'collisions', { body: { id: this.document, type: this.type, values: this.filled } }) : undefined;
  }

  override render() {
    return html`<div role="status">${this._answer?.total ? this.#warning(this._answer) : nothing}</div>`;
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

  static override styles = [footStyles, warningStyles];
}

customElements.define('hedensted-collisions', CollisionsElement);
