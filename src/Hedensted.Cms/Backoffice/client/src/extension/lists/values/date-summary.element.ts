import { html } from '@umbraco-cms/backoffice/external/lit';
import { UmbValueSummaryElementBase } from '@umbraco-cms/backoffice/value-summary';
import { danishDate } from './values.js';

/** A date and time in a list. */
export class DateSummaryElement extends UmbValueSummaryElementBase<unknown> {
  override render() {
    return html`<span>${danishDate(this._value)}</span>`;
  }
}

customElements.define('hedensted-date-summary', DateSummaryElement);

export { DateSummaryElement as element };
