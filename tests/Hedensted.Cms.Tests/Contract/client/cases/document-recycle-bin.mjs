import { ref } from '../site.mjs';
import { refused, sdk } from '../umbraco.mjs';

const { DocumentService } = sdk;

export default async (site) => {
  const id = await site.draft('Smidt ud');
  const path = { id };
  await refused(400, () => DocumentService.getRecycleBinDocumentByIdOriginalParent({ path }));
  await DocumentService.putDocumentByIdMoveToRecycleBin({ path });
  await DocumentService.getRecycleBinDocumentRoot({ query: { skip: 0, take: 10 } });
  await DocumentService.getRecycleBinDocumentChildren({ query: { parentId: id, skip: 0, take: 10 } });
  await DocumentService.getRecycleBinDocumentByIdOriginalParent({ path });
  await DocumentService.putRecycleBinDocumentByIdRestore({ path, body: { target: ref(site.terms) } });
  await DocumentService.putDocumentByIdMoveToRecycleBin({ path });
  await DocumentService.deleteRecycleBinDocumentById({ path });
  await DocumentService.deleteRecycleBinDocument();
};
