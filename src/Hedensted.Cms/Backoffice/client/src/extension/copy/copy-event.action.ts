import { UMB_ACTION_EVENT_CONTEXT } from '@umbraco-cms/backoffice/action';
import { UMB_EDIT_DOCUMENT_WORKSPACE_PATH_PATTERN } from '@umbraco-cms/backoffice/document';
import { UmbEntityActionBase, UmbRequestReloadStructureForEntityEvent } from '@umbraco-cms/backoffice/entity-action';
import { UMB_NOTIFICATION_CONTEXT } from '@umbraco-cms/backoffice/notification';
import { ask } from '../own-api.js';

/** «Kopiér arrangement»: makes a draft without dates and status, and opens it. */
export class CopyEventAction extends UmbEntityActionBase<never> {
  override async execute(): Promise<void> {
    const { unique, entityType } = this.args;
    const copy = await ask<string>(this, 'post', `event/${unique}/copy`);
    if (!copy) return; // why is told already

    const events = await this.getContext(UMB_ACTION_EVENT_CONTEXT);
    events?.dispatchEvent(new UmbRequestReloadStructureForEntityEvent({ unique: unique!, entityType }));
    const notifications = await this.getContext(UMB_NOTIFICATION_CONTEXT);
    notifications?.peek('positive', {
      data: { headline: 'Kopieret', message: 'Kopien er en kladde uden dato, status og tilmelding. Giv den en dato, og udgiv den.' },
    });
    history.pushState(null, '', UMB_EDIT_DOCUMENT_WORKSPACE_PATH_PATTERN.generateAbsolute({ unique: copy }));
  }
}

export { CopyEventAction as api };
