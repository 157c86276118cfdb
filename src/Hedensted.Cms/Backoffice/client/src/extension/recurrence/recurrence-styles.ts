import { css } from '@umbraco-cms/backoffice/external/lit';

/** How «Gentagelse» looks: its fields, and the dates below them. */
export const recurrenceStyles = css`
  :host {
    display: block;
    max-inline-size: 46rem;
  }
  fieldset {
    display: grid;
    gap: var(--uui-size-space-4);
    justify-items: start;
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }
  .row,
  .weekdays {
    display: flex;
    flex-wrap: wrap;
    gap: var(--uui-size-space-3) var(--uui-size-space-4);
    align-items: end;
  }
  label {
    display: grid;
    gap: var(--uui-size-space-1);
    font-weight: 700;
  }
  label.check {
    display: flex;
    align-items: center;
    min-block-size: 40px;
    gap: var(--uui-size-space-2);
    font-weight: 400;
  }
  input:not([type='checkbox']),
  select {
    box-sizing: border-box;
    block-size: 40px;
    padding-inline: var(--uui-size-space-3);
    border: 1px solid var(--uui-color-border-emphasis, #8b8b8b);
    border-radius: var(--uui-border-radius);
    background: var(--uui-color-surface);
    color: inherit;
    font: inherit;
    font-weight: 400;
  }
  .number {
    inline-size: 5.5rem;
  }
  .wide {
    inline-size: min(34rem, 80vw);
    font-family: monospace;
  }
  .with-unit {
    display: flex;
    align-items: center;
    gap: var(--uui-size-space-1);
    font-weight: 400;
  }
  .weekdays label {
    position: relative;
    font-weight: 400;
  }
  .weekdays input {
    position: absolute;
    inset: 0;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }
  .weekdays span {
    padding: var(--uui-size-space-2) var(--uui-size-space-4);
    border: 1px solid var(--uui-color-border-emphasis, #8b8b8b);
    border-radius: var(--uui-border-radius);
  }
  .weekdays input:checked + span {
    background: #0b4f4a;
    border-color: #0b4f4a;
    color: #fff;
    font-weight: 700;
  }
  input:focus-visible,
  select:focus-visible,
  summary:focus-visible,
  .weekdays input:focus-visible + span {
    outline: 3px solid #11756b;
    outline-offset: 2px;
  }
  section {
    margin-block-start: var(--uui-size-space-5);
    padding: var(--uui-size-space-4);
    border: 1px solid var(--uui-color-border);
    border-radius: var(--uui-border-radius);
  }
  .words,
  .problem,
  .empty,
  .hint {
    margin: 0 0 var(--uui-size-space-3);
  }
  .problem {
    color: #a1141e;
    font-weight: 700;
  }
  ol {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--uui-size-space-2);
    min-block-size: 36px;
    border-block-end: 1px solid var(--uui-color-divider, #e9e9e9);
  }
  .skipped .text {
    text-decoration: line-through;
    color: #5c5c5c;
  }
  .buttons {
    margin-inline-start: auto;
  }
`;
