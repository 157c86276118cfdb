import { css } from '@umbraco-cms/backoffice/external/lit';

/** Umbraco's tables give columns of values no width of their own, and cut a date or a place off after a few letters. Here they take what they need. */
export async function giveColumnsRoom(): Promise<void> {
  await customElements.whenDefined('umb-table');
  const table = customElements.get('umb-table') as unknown as { elementStyles: unknown[] };
  table.elementStyles = [
    ...table.elementStyles,
    css`
      uui-table-cell[clip-text] {
        max-width: 18rem;
      }
    `,
  ];
}
