import { UmbControllerBase } from '@umbraco-cms/backoffice/class-api';
import { UMB_DOCUMENT_WORKSPACE_CONTEXT } from '@umbraco-cms/backoffice/document';
import type { UmbControllerHost } from '@umbraco-cms/backoffice/controller-api';
import { eventTypes } from '../copy/event-types.js';
import { ask } from '../own-api.js';

export type Workspace = typeof UMB_DOCUMENT_WORKSPACE_CONTEXT.TYPE;

/** What another system owns of a document. */
export interface Lock {
  sourceName: string | null;
  sourceUrl: string | null;
  fields: readonly string[];
}

const underWay = new Map<string, Promise<Lock | undefined>>(); // the form and its foot ask at the same moment

/** Asks what is locked once an event that is saved is open, and tells it. */
export class LockReading extends UmbControllerBase {
  #told: (lock: Lock, workspace: Workspace) => void;
  #workspace?: Workspace;
  #unique?: string | null;
  #type?: string;
  #isNew?: boolean;
  #asked = '';

  constructor(host: UmbControllerHost, told: (lock: Lock, workspace: Workspace) => void) {
    super(host);
    this.#told = told;
    this.consumeContext(UMB_DOCUMENT_WORKSPACE_CONTEXT, (workspace) => {
      this.#workspace = workspace;
      this.observe(workspace?.unique, (unique) => this.#learn(() => (this.#unique = unique)), 'unique');
      this.observe(workspace?.contentTypeUnique, (type) => this.#learn(() => (this.#type = type)), 'type');
      this.observe(workspace?.isNew, (isNew) => this.#learn(() => (this.#isNew = isNew)), 'new');
    });
  }

  /** «Frigør fra kilden»: whether it is the editors' now; why not is told already. */
  async release(): Promise<boolean> {
    await ask(this, 'post', `import/document/${this.#unique}/release`);
    return (await this.#ask(this.#unique!))?.sourceName === null;
  }

  #learn(what: () => void): void {
    what();
    if (!this.#type || !eventTypes.includes(this.#type) || !this.#unique || this.#isNew !== false || this.#asked === this.#unique) return;
    this.#asked = this.#unique;
    void this.#read(this.#unique);
  }

  async #read(unique: string): Promise<void> {
    const lock = await this.#ask(unique);
    if (lock && this.#workspace && unique === this.#unique) this.#told(lock, this.#workspace);
  }

  #ask(unique: string): Promise<Lock | undefined> {
    const asking = underWay.get(unique) ?? ask<Lock>(this, 'get', `import/document/${unique}`).finally(() => underWay.delete(unique));
    underWay.set(unique, asking);
    return asking;
  }
}
