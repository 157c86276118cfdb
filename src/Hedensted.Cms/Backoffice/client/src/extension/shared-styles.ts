import { css } from '@umbraco-cms/backoffice/external/lit';

/** What is read aloud and not shown. */
export const readAloudOnly = css`
  .read-aloud-only {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;

/** What is filled in: a field or a choice, high enough for a finger. */
export const fieldStyles = css`
  select,
  input:not([type='radio']) {
    box-sizing: border-box;
    min-block-size: 44px;
    max-inline-size: 100%;
    padding: 0 var(--uui-size-space-3);
    font: inherit;
    border: 1px solid var(--uui-color-border-emphasis, #8a8a8a);
    border-radius: var(--uui-border-radius);
    background: var(--uui-color-surface);
    color: inherit;
  }
`;

/** What our dashboards have in common: headings, panels side by side, links and where the keyboard is. */
export const dashboardStyles = css`
  :host {
    display: block;
    box-sizing: border-box;
    padding: var(--uui-size-layout-1);
    line-height: 1.45;
  }
  h1 {
    margin: 0 0 var(--uui-size-space-3);
    font-size: 1.6rem;
    line-height: 1.25;
  }
  h2 {
    margin: 0 0 var(--uui-size-space-4);
    font-size: 1.15rem;
  }
  .columns {
    display: flex;
    flex-wrap: wrap;
    gap: var(--uui-size-layout-1);
    align-items: flex-start;
  }
  section,
  .message {
    box-sizing: border-box;
    min-inline-size: 0;
    padding: var(--uui-size-space-6);
    background: var(--uui-color-surface);
    border: 1px solid var(--uui-color-border);
    border-radius: var(--uui-border-radius);
  }
  .told {
    min-block-size: 1.45em;
  }
  .problem {
    color: #a1141e;
  }
  a {
    color: #0b4f4a;
    font-weight: 700;
  }
  :is(a, button, summary, h2, input, select, .scroll):focus-visible {
    outline: 3px solid #11756b;
    outline-offset: 2px;
  }
`;
