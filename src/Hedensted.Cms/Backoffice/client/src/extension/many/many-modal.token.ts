import { UmbModalToken } from '@umbraco-cms/backoffice/modal';

export type Verb = 'publish' | 'unpublish';

export interface ManyData {
  verb: Verb;
  documents: readonly { unique: string; name: string }[];
}

/** How it went with one document: the server's own words. */
export interface Outcome {
  id: string;
  name: string;
  done: boolean;
  title?: string;
  detail?: string;
  fields: readonly { field: string; message: string }[];
  /** What its editors do well to know, although it is done. */
  advice: readonly string[];
}

export const MANY_MODAL = new UmbModalToken<ManyData, { outcomes: readonly Outcome[] }>('Hedensted.Modal.Many', { modal: { type: 'dialog' } });
