import { randomUUID } from 'node:crypto';
import { value } from '../site.mjs';
import { refused, sdk } from '../umbraco.mjs';

const { DocumentService, DocumentVersionService } = sdk;

export default async (site) => {
  const documentId = await site.draft('Første udgave');
  await DocumentService.putDocumentById({ path: { id: documentId }, body: { ...(await site.opened(documentId)), values: [value('title', 'Anden udgave')] } });
  const { data } = await DocumentVersionService.getDocumentVersion({ query: { documentId, skip: 0, take: 10 } });
  const path = { id: data.items.at(-1).id };
  await DocumentVersionService.getDocumentVersionById({ path });
  await refused(404, () => DocumentVersionService.getDocumentVersionById({ path: { id: randomUUID() } }));
  await DocumentVersionService.putDocumentVersionByIdPreventCleanup({ path, query: { preventCleanup: true } });
  await DocumentVersionService.postDocumentVersionByIdRollback({ path });
};
