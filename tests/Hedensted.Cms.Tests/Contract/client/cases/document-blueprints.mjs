import { randomUUID } from 'node:crypto';
import { folder } from '../schema.mjs';
import { ref } from '../site.mjs';
import { refused, sdk } from '../umbraco.mjs';

const { DocumentBlueprintService } = sdk;
const page = { skip: 0, take: 20 };

export default async (site) => {
  const { template, ...body } = { ...site.newDocument(), parent: null };
  const path = { id: body.id };
  await DocumentBlueprintService.postDocumentBlueprint({ body });
  await refused(404, () => DocumentBlueprintService.postDocumentBlueprint({ body: { ...body, id: randomUUID(), documentType: { id: randomUUID() } } }));
  await DocumentBlueprintService.getDocumentBlueprintById({ path });
  await refused(404, () => DocumentBlueprintService.getDocumentBlueprintById({ path: { id: randomUUID() } }));
  await DocumentBlueprintService.getDocumentBlueprintByIdScaffold({ path });
  await DocumentBlueprintService.putDocumentBlueprintById({ path, body: { values: body.values, variants: body.variants } });
  await DocumentBlueprintService.getDocumentBlueprintByIdAuditLog({ path, query: { orderDirection: 'Descending', ...page } });

  const target = await folder('DocumentBlueprint');
  await DocumentBlueprintService.putDocumentBlueprintByIdMove({ path, body: { target: ref(target) } });
  const copied = { document: ref(await site.draft('Forbillede')), id: randomUUID(), name: `Skabelon ${randomUUID()}`, parent: ref(target) };
  await DocumentBlueprintService.postDocumentBlueprintFromDocument({ body: copied });
  await DocumentBlueprintService.getItemDocumentBlueprint({ query: { id: [body.id, copied.id] } });
  await DocumentBlueprintService.getTreeDocumentBlueprintRoot({ query: page });
  await DocumentBlueprintService.getTreeDocumentBlueprintChildren({ query: { parentId: target, ...page } });
  await DocumentBlueprintService.getTreeDocumentBlueprintAncestors({ query: { descendantId: body.id } });
  await DocumentBlueprintService.getTreeDocumentBlueprintSiblings({ query: { target: body.id, before: 1, after: 1 } });

  await refused(400, () => DocumentBlueprintService.deleteDocumentBlueprintFolderById({ path: { id: target } }));
  for (const id of [body.id, copied.id]) await DocumentBlueprintService.deleteDocumentBlueprintById({ path: { id } });
  await DocumentBlueprintService.deleteDocumentBlueprintFolderById({ path: { id: target } });
};
