import { ManyAction } from './many.action.js';

export class PublishManyAction extends ManyAction {
  protected readonly verb = 'publish';
  protected readonly umbracos = 'Umb.EntityBulkAction.Document.Publish';
}

export { PublishManyAction as api };
