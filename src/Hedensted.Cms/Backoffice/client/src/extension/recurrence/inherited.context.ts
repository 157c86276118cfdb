import { UmbControllerBase } from '@umbraco-cms/backoffice/class-api';
import { UMB_DOCUMENT_WORKSPACE_CONTEXT } from '@umbraco-cms/backoffice/document';
import type { UmbControllerHost } from '@umbraco-cms/backoffice/controller-api';
import { ask } from '../own-api.js';

type Workspace = typeof UMB_DOCUMENT_WORKSPACE_CONTEXT.TYPE;

const change = '3fb1e8d7-2383-5806-aebd-6a8bd2bf8dcb'; // «Ret denne dato», as in `uSync/`

/** Sits with an open «Ret denne dato» and writes below each field's name what the date has from its series while the field is empty. */
export class InheritedContext extends UmbControllerBase {
  #workspace?: Workspace;
  #unique?: string | null;
  #type?: string;
  #isNew?: boolean;
  #shown = '';

  constructor(host: UmbControllerHost) {
    super(host);
    this.consumeContext(UMB_DOCUMENT_WORKSPACE_CONTEXT, (workspace) => {
      this.#workspace = workspace;
      this.observe(workspace?.unique, (unique) => this.#learn(() => (this.#unique = unique)), 'unique');
      this.observe(workspace?.contentTypeUnique, (type) => this.#learn(() => (this.#type = type)), 'type');
      this.observe(workspace?.isNew, (isNew) => this.#learn(() => (this.#isNew = isNew)), 'new');
    });
  }

  #learn(what: () => void): void {
    what();
    if (this.#type !== change || !this.#unique || this.#isNew !== false || this.#shown === this.#unique) return;
    this.#shown = this.#unique;
    void this.#show(this.#unique);
  }

  async #show(unique: string): Promise<void> {
    const texts = await ask<Record<string, string>>(this, 'get', `inherited/${unique}`);
    const structure = this.#workspace?.structure;
    if (!texts || !structure || unique !== this.#unique) return;
    for (const [alias, text] of Object.entries(texts)) {
      const property = await structure.getPropertyStructureByAlias(alias);
      if (property) await structure.updateProperty(null, property.unique, { description: `Tom: som i serien, **${text.replaceAll(/[*_[\]<>`\\]/g, '\\$&')}**` });
    }
  }
}

export { InheritedContext as api };
