import { UmbModalToken } from '@umbraco-cms/backoffice/modal';

export interface HandOver {
  headline: string;
  text: string;
  link: string;
}

export const HAND_OVER_MODAL = new UmbModalToken<HandOver, never>('Hedensted.Modal.HandOver', { modal: { type: 'dialog' } });
