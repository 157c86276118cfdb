import { css } from '@umbraco-cms/backoffice/external/lit';

/** A line in the foot of a document: a picture, and a sentence with links. */
export const footStyles = css`
  :host {
    display: block;
    min-inline-size: 0;
    padding-inline: var(--uui-size-space-5);
  }
  div {
    display: flex;
    align-items: center;
    gap: var(--uui-size-space-2);
    line-height: 1.3;
  }
  uui-icon {
    flex: none;
  }
  a {
    color: inherit;
    font-weight: 700;
  }
  a:focus-visible {
    outline: 3px solid #11756b;
    outline-offset: 2px;
  }
`;

/** A line that warns. */
export const warningStyles = css`
  div {
    color: #7a3e00;
  }
`;
