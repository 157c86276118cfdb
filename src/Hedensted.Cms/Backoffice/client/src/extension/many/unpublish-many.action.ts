import { ManyAction } from './many.action.js';

export class UnpublishManyAction extends ManyAction {
  protected readonly verb = 'unpublish';
  protected readonly umbracos = 'Umb.EntityBulkAction.Document.Unpublish';
}

export { UnpublishManyAction as api };
