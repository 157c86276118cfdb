import { css, html, nothing } from '@umbraco-cms/backoffice/external/lit';
import { editAddress } from '../own-operations.js';
import { actionWord, type Entry, type Report } from './report.js';

const empty = html`<span class="empty">tom</span>`;

const field = ({ label, from, to }: Entry['fields'][number], isNew: boolean) => html`
  <tr>
    <th scope="row">${label}</th>
    ${isNew ? nothing : html`<td>${from === null ? empty : html`<del>${from}</del>`}</td>`}
    <td>${to === null ? empty : html`<ins>${to}</ins>`}</td>
  </tr>
`;

const entry = (one: Entry) => html`
  <li class=${one.action}>
    <div class="what">
      <span class="word">${actionWord[one.action]}</span>
      ${one.documentId ? html`<a href=${editAddress(one.documentId)}>${one.title}</a>` : html`<strong>${one.title}</strong>`}
      <span>${one.when}</span>
      ${one.sourceUrl ? html`<a class="source" href=${one.sourceUrl} target="_blank" rel="noopener noreferrer" aria-label="Se i kilden: ${one.title} (nyt vindue)">Se i kilden</a>` : nothing}
    </div>
    ${one.notes.map((note) => html`<p class="note">${note}</p>`)}
    ${one.fields.length === 0
      ? nothing
      : html`
          <details ?open=${one.action === 'Change'}>
            <summary>${one.action === 'Create' ? 'Hvad kilden siger' : 'Felt for felt'}</summary>
            <div class="scroll" tabindex="0" role="group" aria-label="Felter i ${one.title}">
              <table>
                <thead>
                  <tr>
                    <th scope="col">Felt</th>
                    ${one.action === 'Create' ? html`<th scope="col">Kilden siger</th>` : html`<th scope="col">Før</th><th scope="col">Efter</th>`}
                  </tr>
                </thead>
                <tbody>
                  ${one.fields.map((changed) => field(changed, one.action === 'Create'))}
                </tbody>
              </table>
            </div>
          </details>
        `}
  </li>
`;

/** The events of a report, field by field. */
export const reportList = ({ entries }: Report) =>
  entries.length === 0
    ? nothing
    : html`
        <ul class="entries">
          ${entries.map(entry)}
        </ul>
      `;

export const reportListStyles = css`
  .entries {
    list-style: none;
    margin: var(--uui-size-space-4) 0 0;
    padding: 0;
    display: grid;
    gap: var(--uui-size-space-4);
  }
  .entries li {
    padding-inline-start: var(--uui-size-space-4);
    border-inline-start: 4px solid #11756b;
    overflow-wrap: anywhere;
  }
  .entries .Change {
    border-inline-start-color: #5b3a8c;
  }
  .entries .Vanished,
  .entries .Fail {
    border-inline-start-color: #a1141e;
  }
  .entries .Skip {
    border-inline-start-style: dashed;
  }
  .what {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--uui-size-space-4);
    align-items: baseline;
  }
  .word {
    font-weight: 700;
  }
  .note {
    margin: var(--uui-size-space-1) 0 0;
    color: #7a3e00;
  }
  details {
    margin-block-start: var(--uui-size-space-2);
  }
  summary {
    cursor: pointer;
    inline-size: fit-content;
  }
  .scroll {
    overflow-x: auto;
  }
  table {
    border-collapse: collapse;
    margin-block-start: var(--uui-size-space-2);
  }
  th,
  td {
    text-align: start;
    vertical-align: top;
    padding: var(--uui-size-space-1) var(--uui-size-space-5) var(--uui-size-space-1) 0;
    max-inline-size: 26rem;
  }
  ins {
    text-decoration: none;
    color: #0b4f4a;
  }
  del {
    color: #a1141e;
  }
  .empty {
    font-style: italic;
    color: #545454;
  }
`;
