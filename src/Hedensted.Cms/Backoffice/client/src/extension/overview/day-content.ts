import { css, html, nothing } from '@umbraco-cms/backoffice/external/lit';
import { editAddress } from '../own-operations.js';
import { actionName, stateName, type Change, type DayContent, type Entry } from './calendar.js';

/** Everything about a day, to read and to follow. */
export const dayContent = (content: DayContent) => html`
  <ul class="day-content">
    ${content.changes.map(change)} ${content.entries.map(entry)}
  </ul>
`;

const entry = (one: Entry) => html`
  <li class="entry ${one.state} ${one.status === 'Aflyst' ? 'cancelled' : ''}">
    <a href=${editAddress(one.documentId)}>${one.title}</a>
    <span>${[one.time, one.place ?? 'Uden sted', one.room].filter(Boolean).join(' · ')}</span>
    <span class="tags">
      <span class="tag ${one.hasDraft ? 'Changed' : one.state}">${stateName(one)}</span>
      ${one.status ? html`<span class="tag status">${one.status}</span>` : nothing}
    </span>
    ${one.collisions.map(
      (other) => html`
        <span class="problem">
          <uui-icon name="icon-alert" aria-hidden="true"></uui-icon>
          <span>
            ${other.sameRoom ? 'Samme lokale på samme tid som' : 'Samme sted på samme tid som'}
            <a href=${editAddress(other.documentId)}>${other.title}</a> (${other.time})${other.sameRoom ? '' : '. Vælg lokale på begge, hvis der er plads til dem.'}
          </span>
        </span>
      `,
    )}
  </li>
`;

const change = (one: Change) => html`
  <li class="change ${one.action}">
    <a href=${editAddress(one.documentId)}>${one.title}${one.culture ? ` (${one.culture})` : ''}</a>
    <span><uui-icon name=${one.action === 'Publish' ? 'icon-arrow-up' : 'icon-arrow-down'} aria-hidden="true"></uui-icon> ${actionName(one)} ${one.time}</span>
    ${one.problem ? html`<span class="problem"><uui-icon name="icon-alert" aria-hidden="true"></uui-icon><span>${one.problem}</span></span>` : nothing}
    ${one.note ? html`<span>${one.note}</span>` : nothing}
  </li>
`;

export const dayContentStyles = css`
  .day-content {
    list-style: none;
    margin: 0;
    padding: 0;
    display: grid;
    gap: var(--uui-size-space-3);
  }
  .day-content li {
    display: grid;
    gap: var(--uui-size-space-1);
    padding: var(--uui-size-space-3) var(--uui-size-space-4);
    border-inline-start: 4px solid #11756b;
    background: var(--uui-color-surface-alt);
    line-height: 1.4;
    overflow-wrap: anywhere;
  }
  .day-content li.Draft,
  .day-content li.Changed {
    border-inline-start-style: dashed;
    border-inline-start-color: #8a5a00;
  }
  .day-content li.change {
    border-inline-start-color: #5b3a8c;
  }
  .day-content a {
    color: #0b4f4a;
    font-weight: 700;
  }
  .day-content a:focus-visible {
    outline: 3px solid #11756b;
    outline-offset: 2px;
  }
  .cancelled > a {
    text-decoration: line-through underline;
  }
  .tags {
    display: flex;
    flex-wrap: wrap;
    gap: var(--uui-size-space-2);
  }
  .tag {
    font-size: 0.85em;
    padding: 0 var(--uui-size-space-3);
    border-radius: 1em;
    background: #d9efe9;
    color: #0b4f4a;
  }
  .tag.Draft,
  .tag.Changed {
    background: #fff0cf;
    color: #5c3c00;
  }
  .tag.status {
    background: #e8e3f2;
    color: #402869;
  }
  .problem {
    display: flex;
    gap: var(--uui-size-space-2);
    color: #a1141e;
  }
  .problem uui-icon {
    flex: none;
    margin-block-start: 0.2em;
  }
  .problem a {
    color: inherit;
  }
`;
