import { UMB_COLLECTION_CONTEXT } from '@umbraco-cms/backoffice/collection';
import { UMB_ENTITY_CONTENT_TYPE_ENTITY_CONTEXT } from '@umbraco-cms/backoffice/content-type';
import { UMB_ENTITY_CONTEXT } from '@umbraco-cms/backoffice/entity';
import { UmbConditionBase } from '@umbraco-cms/backoffice/extension-registry';
import type { UmbControllerHost } from '@umbraco-cms/backoffice/controller-api';
import { eventTypes } from './event-types.js';

interface Listed {
  unique: string;
  documentType?: { unique: string };
}

/** Whether the thing at hand is an event: in the tree and when it is open by what stands around it, in a list by what the list knows. */
export class EventCondition extends UmbConditionBase<never> {
  #unique?: string | null;
  #type?: string;
  #listed: readonly Listed[] = [];

  constructor(host: UmbControllerHost, args: never) {
    super(host, args);
    this.consumeContext(UMB_ENTITY_CONTEXT, (context) => {
      this.observe(context?.unique, (unique) => this.#look(() => (this.#unique = unique)), 'unique');
    });
    this.consumeContext(UMB_ENTITY_CONTENT_TYPE_ENTITY_CONTEXT, (context) => {
      this.observe(context?.unique, (type) => this.#look(() => (this.#type = type ?? undefined)), 'type');
    });
    this.consumeContext(UMB_COLLECTION_CONTEXT, (context) => {
      this.observe(context?.items as never, (items) => this.#look(() => (this.#listed = (items as Listed[] | undefined) ?? [])), 'listed');
    });
  }

  #look(learn: () => void): void {
    learn();
    const type = this.#listed.find((item) => item.unique === this.#unique)?.documentType?.unique ?? this.#type;
    this.permitted = type !== undefined && eventTypes.includes(type);
  }
}

export { EventCondition as api };
