import { randomUUID } from 'node:crypto';
import { now, named, ref, value } from '../site.mjs';
import { refused, sdk } from '../umbraco.mjs';

const { DocumentService, PreviewService } = sdk;

export default async (site) => {
  const id = await site.draft('Kontrakt');
  const path = { id };
  await DocumentService.getDocumentById({ path });
  await refused(404, () => DocumentService.getDocumentById({ path: { id: randomUUID() } }));
  await DocumentService.getDocumentConfiguration();
  await DocumentService.getDocumentByIdAvailableSegmentOptions({ path, query: { skip: 0, take: 10 } });

  // Saving: checked first, and kept also when it may not be published.
  const opened = await site.opened(id);
  await DocumentService.postDocumentValidate({ body: site.newDocument() });
  await refused(400, () => DocumentService.postDocumentValidate({ body: { ...site.newDocument(), values: [] } }));
  await DocumentService.putDocumentByIdValidate({ path, body: { ...opened, cultures: null } });
  await DocumentService.putDocumentById({ path, body: { ...opened, values: [value('title', 'Kontrakten')] } });
  await refused(400, () => DocumentService.putDocumentByIdUpdateAndPublish({ path, body: { ...opened, values: [], culturesToPublish: [] } }));
  await DocumentService.putDocumentByIdUpdateAndPublish({ path, body: { ...opened, culturesToPublish: [] } });
  await DocumentService.getDocumentByIdPublished({ path });

  // Publishing.
  await DocumentService.putDocumentByIdUnpublish({ path, body: { cultures: null } });
  await refused(404, () => DocumentService.getDocumentByIdPublished({ path }));
  await DocumentService.putDocumentByIdPublish({ path, body: now });
  const later = new Date(Date.now() + 86_400_000).toISOString();
  await DocumentService.putDocumentByIdPublish({ path, body: { publishSchedules: [{ culture: null, schedule: { publishTime: later, unpublishTime: null } }] } });
  const branch = await DocumentService.putDocumentByIdPublishWithDescendants({ path, body: { cultures: ['invariant'], includeUnpublishedDescendants: true } });
  await DocumentService.getDocumentByIdPublishWithDescendantsResultByTaskId({ path: { id, taskId: branch.data.taskId } });
  await DocumentService.postDocumentCreateAndPublish({ body: { ...site.newDocument(), culturesToPublish: [] } });

  // Around it.
  await DocumentService.getDocumentUrls({ query: { id: [id] } });
  await DocumentService.getDocumentByIdPreviewUrl({ path, query: { providerAlias: 'umbDocumentUrlProvider' } });
  await DocumentService.getDocumentByIdDomains({ path });
  await refused(400, () => DocumentService.putDocumentByIdDomains({ path, body: { defaultIsoCode: null, domains: [] } }));
  await DocumentService.getDocumentByIdNotifications({ path });
  await refused(400, () => DocumentService.putDocumentByIdNotifications({ path, body: { subscribedActionIds: [] } }));
  await PreviewService.deletePreview();
  await DocumentService.getDocumentByIdAuditLog({ path, query: { orderDirection: 'Descending', skip: 0, take: 10 } });
  await DocumentService.getDocumentByIdReferencedBy({ path, query: { skip: 0, take: 3 } });
  await DocumentService.getDocumentByIdReferencedDescendants({ path, query: { skip: 0, take: 3 } });
  await DocumentService.getDocumentAreReferenced({ query: { id: [id, site.home], skip: 0, take: 10 } });
  await DocumentService.getCollectionDocumentById({ path: { id: site.terms }, query: { orderBy: 'name', orderDirection: 'Ascending', filter: '', skip: 0, take: 10 } });

  // Places.
  const copy = await DocumentService.postDocumentByIdCopy({ path, body: { target: ref(site.terms), relateToOriginal: false, includeDescendants: false } });
  const { data: found } = await DocumentService.getTreeDocumentChildren({ query: { parentId: site.terms, skip: 0, take: 100 } });
  await DocumentService.putDocumentSort({ body: { parent: ref(site.terms), sorting: found.items.map((item, sortOrder) => ({ id: item.id, sortOrder })) } });
  const twin = copy.response.headers.get('Umb-Generated-Resource');
  await DocumentService.putDocumentByIdMove({ path: { id: twin }, body: { target: ref(site.terms) } });
  await refused(400, () => DocumentService.putDocumentByIdMove({ path: { id: twin }, body: { target: null } }));
  await DocumentService.putDocumentByIdMoveToRecycleBin({ path: { id: twin } });
  await DocumentService.deleteDocumentById({ path: { id: twin } });
  await refused(404, () => DocumentService.deleteDocumentById({ path: { id: twin } }));

  // Trees and pickers.
  await DocumentService.getTreeDocumentRoot({ query: { skip: 0, take: 10 } });
  await DocumentService.getTreeDocumentAncestors({ query: { descendantId: id } });
  await DocumentService.getTreeDocumentSiblings({ query: { target: id, before: 2, after: 2 } });
  await DocumentService.getItemDocument({ query: { id: [id, site.home] } });
  await DocumentService.getItemDocumentAncestors({ query: { id: [id] } });
  await DocumentService.getItemDocumentSearch({ query: { query: 'Kontrakt', trashed: false, skip: 0, take: 10, allowedDocumentTypes: [site.termType] } });

  // Refused in Umbraco's own words.
  await refused(400, () => DocumentService.postDocument({ body: { ...site.newDocument(), parent: null } }));
  await refused(404, () => DocumentService.putDocumentByIdPublish({ path: { id: randomUUID() }, body: now }));
  await refused(404, () => DocumentService.putDocumentById({ path: { id: randomUUID() }, body: { ...opened, variants: named('Findes ikke') } }));
};
