import { UMB_ACTION_EVENT_CONTEXT } from '@umbraco-cms/backoffice/action';
import { UmbDocumentItemRepository } from '@umbraco-cms/backoffice/document';
import { UMB_ENTITY_CONTEXT } from '@umbraco-cms/backoffice/entity';
import { UmbRequestReloadChildrenOfEntityEvent } from '@umbraco-cms/backoffice/entity-action';
import { UmbEntityBulkActionBase } from '@umbraco-cms/backoffice/entity-bulk-action';
import { createExtensionApiByAlias } from '@umbraco-cms/backoffice/extension-registry';
import { umbOpenModal } from '@umbraco-cms/backoffice/modal';
import { UMB_NOTIFICATION_CONTEXT } from '@umbraco-cms/backoffice/notification';
import { MANY_MODAL, type Verb } from './many-modal.token.js';

interface Action {
  selection: string[];
  execute(): Promise<void>;
}

/** Publishes or takes down what is chosen in a list, through our own dialog. */
export abstract class ManyAction extends UmbEntityBulkActionBase<never> {
  protected abstract readonly verb: Verb;

  /** Umbraco's own action, which asks for languages where documents have several. */
  protected abstract readonly umbracos: string;

  override async execute(): Promise<void> {
    const { data: items } = await new UmbDocumentItemRepository(this).requestItems(this.selection);
    if (!items?.length) return;
    if (items.some((item) => item.variants.some((variant) => variant.culture))) {
      const action = await createExtensionApiByAlias<never>(this, this.umbracos, [this.args] as never);
      (action as Action).selection = this.selection;
      return (action as Action).execute();
    }

    const documents = items.map(({ unique, variants }) => ({ unique, name: variants[0]?.name ?? '' }));
    const value = await umbOpenModal(this, MANY_MODAL, { data: { verb: this.verb, documents } }).catch(() => undefined);
    const done = value?.outcomes?.filter((outcome) => outcome.done).length ?? 0;
    if (done > 0) await this.#tell(done);
  }

  async #tell(done: number): Promise<void> {
    const what = { publish: ['udgivet', 'Udgivet'], unpublish: ['afpubliceret', 'Afpubliceret'] }[this.verb] as [string, string];
    const notifications = await this.getContext(UMB_NOTIFICATION_CONTEXT);
    notifications?.peek('positive', { data: { headline: what[1], message: done === 1 ? `1 side er ${what[0]}.` : `${done} sider er ${what[0]}.` } });

    const folder = await this.getContext(UMB_ENTITY_CONTEXT);
    const events = await this.getContext(UMB_ACTION_EVENT_CONTEXT);
    const entityType = folder?.getEntityType();
    const unique = folder?.getUnique();
    if (entityType && unique !== undefined) events?.dispatchEvent(new UmbRequestReloadChildrenOfEntityEvent({ entityType, unique }));
  }
}
