import { UmbControllerBase } from '@umbraco-cms/backoffice/class-api';
import { UMB_DOCUMENT_WORKSPACE_CONTEXT } from '@umbraco-cms/backoffice/document';
import { DocumentService } from '@umbraco-cms/backoffice/external/backend-api';
import { umbHttpClient } from '@umbraco-cms/backoffice/http-client';
import { umbOpenModal } from '@umbraco-cms/backoffice/modal';
import { UmbVariantId } from '@umbraco-cms/backoffice/variant';
import type { UmbControllerHost } from '@umbraco-cms/backoffice/controller-api';
import { CONFLICT_MODAL } from './conflict-modal.token.js';
import { differences, readable, type Difference, type Text } from './differences.js';

type Workspace = typeof UMB_DOCUMENT_WORKSPACE_CONTEXT.TYPE;

/** Sits with an open document. When the server refuses a save because a colleague saved first, shows both texts and saves what is chosen. */
export class ConflictContext extends UmbControllerBase {
  #workspace?: Workspace;
  #isOpen = false;

  constructor(host: UmbControllerHost) {
    super(host);
    this.consumeContext(UMB_DOCUMENT_WORKSPACE_CONTEXT, (workspace) => (this.#workspace = workspace));
    umbHttpClient.interceptors.response.use(this.#look);
  }

  override destroy(): void {
    umbHttpClient.interceptors.response.eject(this.#look);
    super.destroy();
  }

  #look = async (response: Response, request: Request): Promise<Response> => {
    const unique = this.#workspace?.getUnique();
    if (response.status === 409 && request.method === 'PUT' && unique && new URL(request.url).pathname.includes(`/document/${unique}`) && !this.#isOpen) {
      const problem = (await response.clone().json()) as { title?: string; operationStatus?: string };
      if (problem.operationStatus === 'ConcurrencyViolation') void this.#settle(problem.title ?? '');
    }
    return response;
  };

  async #settle(story: string): Promise<void> {
    const workspace = this.#workspace!;
    this.#isOpen = true;
    try {
      const mine = structuredClone(workspace.getData()) as Text;
      const { data: theirs } = await DocumentService.getDocumentById({ path: { id: workspace.getUnique()! } });
      const fields = differences(mine, theirs as Text);
      const labelled = await Promise.all(
        fields.map(async (field) => ({ key: field.key, label: await this.#labelOf(field), mine: readable(field.mine), theirs: readable(field.theirs) })),
      );
      const choice = await umbOpenModal(this, CONFLICT_MODAL, { data: { story, fields: labelled } }).catch(() => undefined);
      if (!choice) return; // the editor goes on writing; the form still holds all of it

      // From here on the colleague's text is what was opened, and what is mine is written on it.
      await workspace.reload();
      for (const field of fields) {
        if (choice.theirs.includes(field.key)) continue;
        const variant = new UmbVariantId(field.culture, field.segment);
        if (field.alias === null) workspace.setName(field.mine as string, variant);
        else await workspace.setPropertyValue(field.alias, field.mine, variant);
      }
      await workspace.requestSave();
    } finally {
      this.#isOpen = false;
    }
  }

  async #labelOf({ alias, culture }: Difference): Promise<string> {
    const property = alias === null ? undefined : await this.#workspace!.structure.getPropertyStructureByAlias(alias);
    return [alias === null ? 'Navn' : (property?.name ?? alias), culture].filter(Boolean).join(' · ');
  }
}

export { ConflictContext as api };
