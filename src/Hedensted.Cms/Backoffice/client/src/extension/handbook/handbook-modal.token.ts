import { UmbModalToken } from '@umbraco-cms/backoffice/modal';

export interface HandbookData {
  /** The page to open first. */
  page: string;
}

export const HANDBOOK_MODAL = new UmbModalToken<HandbookData, undefined>('Hedensted.Modal.Handbook', { modal: { type: 'sidebar', size: 'medium' } });
