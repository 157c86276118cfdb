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
