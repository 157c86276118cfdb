import { randomUUID } from 'node:crypto';
import { named, ref, value } from '../site.mjs';
import { refused, sdk } from '../umbraco.mjs';

const { ImagingService, MediaService, TemporaryFileService } = sdk;

export default async (site) => {
  const folder = await site.folder('Kontraktens mappe');
  const temporaryFileId = await site.upload('brev.txt');
  await TemporaryFileService.getTemporaryFileById({ path: { id: temporaryFileId } });
  const file = { id: randomUUID(), parent: ref(folder), mediaType: { id: site.fileType }, values: [value('umbracoFile', { temporaryFileId })], variants: named('Brev') };
  await MediaService.postMediaValidate({ body: file });
  await MediaService.postMedia({ body: file });
  const path = { id: file.id };
  const { data: opened } = await MediaService.getMediaById({ path });
  await refused(404, () => MediaService.getMediaById({ path: { id: randomUUID() } }));
  const body = { values: opened.values.map(({ culture, segment, alias, value }) => ({ culture, segment, alias, value })), variants: named('Et brev') };
  await MediaService.putMediaByIdValidate({ path, body });
  await MediaService.putMediaById({ path, body });
  await MediaService.getMediaConfiguration();
  await MediaService.getMediaUrls({ query: { id: [file.id, folder] } });
  await ImagingService.getImagingResizeUrls({ query: { id: [file.id], width: 200, height: 200, mode: 'Crop' } });
  await MediaService.getMediaByIdAuditLog({ path, query: { orderDirection: 'Descending', skip: 0, take: 10 } });
  await MediaService.getMediaByIdReferencedBy({ path, query: { skip: 0, take: 3 } });
  await MediaService.getMediaByIdReferencedDescendants({ path, query: { skip: 0, take: 3 } });
  await MediaService.getMediaAreReferenced({ query: { id: [file.id], skip: 0, take: 10 } });

  await MediaService.getCollectionMedia({ query: { id: folder, orderBy: 'updateDate', orderDirection: 'Descending', filter: '', skip: 0, take: 10 } });
  await MediaService.getTreeMediaRoot({ query: { skip: 0, take: 10 } });
  await MediaService.getTreeMediaChildren({ query: { parentId: folder, skip: 0, take: 10 } });
  await MediaService.getTreeMediaAncestors({ query: { descendantId: file.id } });
  await MediaService.getTreeMediaSiblings({ query: { target: file.id, before: 1, after: 1 } });
  await MediaService.getItemMedia({ query: { id: [file.id, folder] } });
  await MediaService.getItemMediaAncestors({ query: { id: [file.id] } });
  await MediaService.getItemMediaSearch({ query: { query: 'brev', trashed: false, skip: 0, take: 10 } });

  await MediaService.putMediaByIdMove({ path, body: { target: null } });
  await MediaService.putMediaByIdMove({ path, body: { target: ref(folder) } });
  await MediaService.putMediaSort({ body: { parent: ref(folder), sorting: [{ id: file.id, sortOrder: 0 }] } });
  await MediaService.putMediaByIdMoveToRecycleBin({ path });
  await MediaService.getRecycleBinMediaRoot({ query: { skip: 0, take: 10 } });
  await MediaService.getRecycleBinMediaChildren({ query: { parentId: file.id, skip: 0, take: 10 } });
  await MediaService.getRecycleBinMediaByIdOriginalParent({ path });
  await MediaService.putRecycleBinMediaByIdRestore({ path, body: { target: ref(folder) } });
  await MediaService.putMediaByIdMoveToRecycleBin({ path });
  await MediaService.deleteRecycleBinMediaById({ path });
  await MediaService.deleteMediaById({ path: { id: folder } });
  await MediaService.deleteRecycleBinMedia();

  await TemporaryFileService.getTemporaryFileConfiguration();
  await TemporaryFileService.deleteTemporaryFileById({ path: { id: await site.upload('fortrudt.txt') } });
  await refused(404, () => TemporaryFileService.getTemporaryFileById({ path: { id: randomUUID() } }));
};
