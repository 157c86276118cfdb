import { UmbModalToken } from '@umbraco-cms/backoffice/modal';

/** A field to choose for. */
export interface ConflictField {
  key: string;
  label: string;
  mine: string;
  theirs: string;
}

export interface ConflictData {
  /** Who saved what, when: the server's own words. */
  story: string;
  fields: readonly ConflictField[];
}

export interface ConflictChoice {
  /** Keys of the fields in which the colleague's text is taken. */
  theirs: readonly string[];
}

export const CONFLICT_MODAL = new UmbModalToken<ConflictData, ConflictChoice>('Hedensted.Modal.Conflict', { modal: { type: 'dialog' } });
