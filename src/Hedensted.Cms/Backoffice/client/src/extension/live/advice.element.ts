import { html, nothing } from '@umbraco-cms/backoffice/external/lit';
import { dialogueMeeting } from '../copy/event-types.js';
import { ask } from '../own-api.js';
import { footStyles, warningStyles } from './foot-styles.js';
import { FormQuestionElement } from './form-question.js';

interface Advice {
  advice: readonly { alias: string; message: string }[];
}

/** In the foot of a dialogue meeting: what it lacks, before and after it is published. It never keeps anybody from publishing. */
export default class AdviceElement extends FormQuestionElement<Advice> {
  constructor() {
    super(['sources', 'followUp', 'followUpDue']);
  }

  protected override read(): Promise<Advice | undefined> | undefined {
    return this.type === dialogueMeeting ? ask<Advice>(this, 'post', 'advice', { body: { type: this.type, values: this.filled } }) : undefined;
  }

  override render() {
    const said = this._answer?.advice.map(({ message }) => message).join(' ');
    return html`<div role="status">${said ? html`<uui-icon name="icon-alert" aria-hidden="true"></uui-icon><span>${said}</span>` : nothing}</div>`;
  }

  static override styles = [footStyles, warningStyles];
}

customElements.define('hedensted-advice', AdviceElement);
