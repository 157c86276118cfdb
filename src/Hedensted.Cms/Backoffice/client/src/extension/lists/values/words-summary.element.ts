import { html } from '@umbraco-cms/backoffice/external/lit';
import { UmbValueSummaryElementBase } from '@umbraco-cms/backoffice/value-summary';
import { chosenWords } from './values.js';

/** Words of status that an editor must not overlook. */
const colours: Readonly<Record<string, 'danger' | 'warning'>> = {
  Aflyst: 'danger',
  Udsolgt: 'warning',
  'Få pladser': 'warning',
  Udskudt: 'warning',
  'Flyttet til ny dato': 'warning',
  'Flyttet online': 'warning',
};

/** What is chosen in a dropdown. */
export class WordsSummaryElement extends UmbValueSummaryElementBase<unknown> {
  override render() {
    const words = chosenWords(this._value);
    const colour = colours[words[0] ?? ''];
    return words.length === 1 && colour ? html`<uui-tag look="primary" color=${colour}>${words[0]}</uui-tag>` : html`<span>${words.join(', ')}</span>`;
  }
}

customElements.define('hedensted-words-summary', WordsSummaryElement);

export { WordsSummaryElement as element };
